"""What stands on every page: the footer with title, content and page, and the mark of a draft."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from pilotmap.language import tr
from pilotmap.layout.drawing import Box, Polyline, Rect
from pilotmap.report.setting.page import Layer, Page, Slice
from pilotmap.report.setting.paper import Sheet
from pilotmap.report.setting.typeset import shortened, spaced_width, text_layer
from pilotmap.report.setting.typography import DRAFT, FOOT

_STRIP: Final = 18.0
_RULE_ABOVE_EDGE: Final = 36.0
_FOOT_GAP: Final = 14.0


class Frame(NamedTuple):
    """What the frames of all pages of a document say."""

    title: str
    fingerprint: str
    draft: str


class Sheetful(NamedTuple):
    """A sheet and what stands on it, before it is known which page of how many it is."""

    sheet: Sheet
    column: Slice


def pages(sheets: Sequence[Sheetful], frame: Frame) -> tuple[Page, ...]:
    """The finished pages, each with its number of how many."""
    return tuple(
        Page(
            sheet.width,
            sheet.height,
            (*_draft(sheet, frame), *column.layers, *_footer(sheet, frame, at, len(sheets))),
            column.links,
            column.bookmarks,
            column.fields,
        )
        for at, (sheet, column) in enumerate(sheets, start=1)
    )


def _draft(sheet: Sheet, frame: Frame) -> tuple[Layer, ...]:
    if not frame.draft:
        return ()
    strip = Rect(Box(0, 0, sheet.width, _STRIP), fill="warning.fill")
    edge = Polyline(((0, _STRIP), (sheet.width, _STRIP)), "warning", 0.6)
    words = shortened(frame.draft, DRAFT, sheet.width - 2 * sheet.side)
    middle = text_layer(words, DRAFT, sheet.width / 2, 12.2, anchor=0.5)
    return Layer((strip, edge)), middle


def _footer(sheet: Sheet, frame: Frame, number: int, count: int) -> tuple[Layer, ...]:
    y = sheet.height - _RULE_ABOVE_EDGE
    right = sheet.width - sheet.side
    rule = Polyline(((sheet.side, y), (right, y)), "lane.line", 0.7)
    baseline = y + 14.5
    said = tr("content {fingerprint}", fingerprint=frame.fingerprint)
    where = tr("{page} of {pages}", page=number, pages=count)
    content_width, page_width = spaced_width(said, FOOT), spaced_width(where, FOOT)
    room = right - sheet.side - content_width - page_width
    title = shortened(frame.title, FOOT, room - 2 * _FOOT_GAP)
    # The room that is left stands in equal parts before and behind the fingerprint.
    title_width = spaced_width(title, FOOT)
    content_x = sheet.side + title_width + (room - title_width) / 2
    return (
        Layer((rule,)),
        text_layer(title, FOOT, sheet.side, baseline),
        text_layer(said, FOOT, content_x, baseline),
        text_layer(where, FOOT, right, baseline, anchor=1.0),
    )
