"""The document of Gate 1: what a room of people agreed on, as a PDF that they sign."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Final

from pilotmap.layout.draw import draw_map
from pilotmap.layout.drawing import Drawing
from pilotmap.model.map import PilotMap
from pilotmap.model.meaning import grouped, meaning
from pilotmap.report.answers_page import answer_blocks
from pilotmap.report.attachment import attachment
from pilotmap.report.edition import edition
from pilotmap.report.figures_page import figure_blocks
from pilotmap.report.flow import Block, fill
from pilotmap.report.frame import Frame, Sheetful, pages
from pilotmap.report.map_page import map_sheets, today_view, with_ai_view
from pilotmap.report.page import Document
from pilotmap.report.page_one import page_one, title_of
from pilotmap.report.paper import PageName, upright
from pilotmap.report.pdf_file import pdf
from pilotmap.report.signoff_page import signoff_blocks
from pilotmap.report.status import Status, status

_FINGERPRINT_GROUPS: Final = 4
_AIRINESS: Final = (1.0, 0.75, 0.5)  # of the space between blocks


def problem_definition(
    pilot_map: PilotMap, *, page: PageName = "a4", today: date | None = None
) -> bytes:
    """The problem definition as a PDF; the same map gives the same bytes, on any day."""
    return pdf(document(pilot_map, page=page, today=today))


def document(pilot_map: PilotMap, *, page: PageName = "a4", today: date | None = None) -> Document:
    """The document's pages as values."""
    drawing, found = draw_map(pilot_map), status(pilot_map, today)
    sheets = (
        *_first(pilot_map, drawing, found, page),
        *map_sheets(today_view(pilot_map, drawing), title_of(pilot_map), page),
        *_with_ai(pilot_map, page),
        *_text(figure_blocks(pilot_map, upright(page).room.w), page),
        *_text(answer_blocks(pilot_map, upright(page).room.w), page),
        *_text(signoff_blocks(pilot_map, found, upright(page).room.w, upright(page).room.h), page),
    )
    return Document(
        title=f"{title_of(pilot_map)} · Problem definition",
        pages=pages(sheets, _frame(pilot_map, found)),
        attachments=(attachment(pilot_map, title_of(pilot_map)),),
        edition=edition(page),
    )


def _first(
    pilot_map: PilotMap, drawing: Drawing, found: Status, page: PageName
) -> tuple[Sheetful, ...]:
    room = upright(page).room

    def sheets(map_page: int) -> tuple[Sheetful, ...]:
        blocks = page_one(pilot_map, drawing, found, room.w, room.h, map_page)
        return _text(blocks, page)

    # The text names the page of the map, which stands behind however many pages the text takes.
    first_guess = sheets(map_page=2)
    return first_guess if len(first_guess) == 1 else sheets(len(first_guess) + 1)


def _with_ai(pilot_map: PilotMap, page: PageName) -> tuple[Sheetful, ...]:
    view = with_ai_view(pilot_map)
    return () if view is None else tuple(map_sheets(view, title_of(pilot_map), page))


def _text(blocks: Iterable[Block], page: PageName) -> tuple[Sheetful, ...]:
    """The blocks on as few pages as they need, with as much air between them as that allows."""
    sheet, given = upright(page), tuple(blocks)
    if not given:
        return ()
    tried = [
        fill([replace(each, gap=each.gap * airiness) for each in given], sheet.room)
        for airiness in _AIRINESS
    ]
    columns = min(tried, key=len)
    return tuple(Sheetful(sheet, column) for column in columns)


def _frame(pilot_map: PilotMap, found: Status) -> Frame:
    return Frame(
        title_of(pilot_map),
        grouped(meaning(pilot_map), _FINGERPRINT_GROUPS),
        "" if found.signed else f"DRAFT · {found.why_draft}",
    )
