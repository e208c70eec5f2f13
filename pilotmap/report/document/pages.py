"""The document of Gate 1, page after page: what a room of people agreed on."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from pilotmap.analysis.figures import Figures
from pilotmap.language import language, tr
from pilotmap.layout.draw import draw_map
from pilotmap.layout.drawing import Drawing
from pilotmap.model.map import PilotMap
from pilotmap.model.meaning import grouped, meaning
from pilotmap.model.signoff import SEATS
from pilotmap.report.document.agreement_pages import agreement_blocks
from pilotmap.report.document.answers_page import answer_blocks
from pilotmap.report.document.figures_page import figure_blocks, numbers_of
from pilotmap.report.document.map_page import map_sheets, today_view, with_ai_view
from pilotmap.report.document.page_one import page_one, title_of
from pilotmap.report.document.signoff_page import signoff_blocks
from pilotmap.report.document.status import Status, status
from pilotmap.report.setting.flow import Block, fill
from pilotmap.report.setting.frame import Frame, Sheetful, pages
from pilotmap.report.setting.page import Document
from pilotmap.report.setting.paper import PageName, upright

_FINGERPRINT_GROUPS: Final = 4
_AIRINESS: Final = (1.0, 0.75, 0.5, 0.3)  # of the space between blocks


def document(pilot_map: PilotMap, *, page: PageName = "a4", today: date | None = None) -> Document:
    """The document's pages as values, in the language spoken."""
    drawing, found = draw_map(pilot_map), status(pilot_map, today)
    numbers = numbers_of(pilot_map) if pilot_map.steps else None
    room = upright(page).room
    sheets = (
        *_first(pilot_map, drawing, found, page),
        *map_sheets(today_view(pilot_map, drawing), title_of(pilot_map), page),
        *_with_ai(pilot_map, page),
        *(_text(figure_blocks(pilot_map, numbers, room.w), page) if numbers else ()),
        *_text(answer_blocks(pilot_map, room.w), page),
        *_agreements(pilot_map, numbers, page),
        *_text(signoff_blocks(pilot_map, found, room.w, room.h), page),
    )
    return Document(
        title=tr("{title} · Problem definition", title=title_of(pilot_map)),
        pages=pages(sheets, _frame(pilot_map, found)),
        language=language(),
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


def _agreements(pilot_map: PilotMap, numbers: Figures | None, page: PageName) -> Iterator[Sheetful]:
    for seat in SEATS:
        yield from _text(agreement_blocks(pilot_map, numbers, seat, upright(page).room.w), page)


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
        tr("{title} · Problem definition", title=title_of(pilot_map)),
        grouped(meaning(pilot_map), _FINGERPRINT_GROUPS),
        "" if found.signed else tr("DRAFT · {reason}", reason=found.why_draft),
    )
