"""The document of Gate 1, page after page: what a room of people agreed on."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from pilotmap.language import language, tr
from pilotmap.model.meaning import grouped, meaning
from pilotmap.model.signoff import SEATS
from pilotmap.report.document.agreement_pages import agreement_blocks
from pilotmap.report.document.answers_page import answer_blocks
from pilotmap.report.document.figures_page import figure_blocks
from pilotmap.report.document.map_page import map_sheets
from pilotmap.report.document.material import Material
from pilotmap.report.document.page_one import page_one
from pilotmap.report.document.signoff_page import signoff_blocks
from pilotmap.report.setting.flow import Block, fill
from pilotmap.report.setting.frame import Frame, Sheetful, pages
from pilotmap.report.setting.page import Document
from pilotmap.report.setting.paper import PageName, upright

_FINGERPRINT_GROUPS: Final = 4
_PICTURE_HEIGHTS: Final = (150.0, 120.0, 96.0)  # of the cut-out on page 1, which must not break
_AIRINESS: Final = (1.0, 0.75, 0.5, 0.3, 0.2)  # of the space between blocks


def document(material: Material, page: PageName = "a4") -> Document:
    """The document's pages as values, in the language spoken."""
    title, text = tr("{title} · Problem definition", title=material.title), _Text(page)
    sheets = (
        *_first(material, text),
        *(sheet for view in material.views for sheet in map_sheets(view, material.title, page)),
        *text.set(figure_blocks(material, text.room.w)),
        *text.set(answer_blocks(material.map, material.numbers, text.room.w)),
        *_agreements(material, text),
        *text.set(signoff_blocks(material.map, material.status, text.room.w, text.room.h)),
    )
    return Document(title, pages(sheets, _frame(material, title)), language=language())


class _Text:
    """Upright sheets of one paper, for blocks of text."""

    def __init__(self, page: PageName) -> None:
        self._sheet = upright(page)
        self.room = self._sheet.room

    def set(self, blocks: Iterable[Block]) -> tuple[Sheetful, ...]:
        """The blocks on as few pages as they need, with as much air between as that allows."""
        given = tuple(blocks)
        if not given:
            return ()
        tried = [
            fill([replace(each, gap=each.gap * airiness) for each in given], self.room)
            for airiness in _AIRINESS
        ]
        return tuple(Sheetful(self._sheet, column) for column in min(tried, key=len))


def _first(material: Material, text: _Text) -> tuple[Sheetful, ...]:
    for highest in _PICTURE_HEIGHTS:
        whole = text.set(page_one(material, text.room, map_page=2, picture=highest))
        if len(whole) == 1:
            return whole
    # The text names the page of the map, which stands behind however many pages the text takes.
    return text.set(
        page_one(material, text.room, map_page=len(whole) + 1, picture=_PICTURE_HEIGHTS[0])
    )


def _agreements(material: Material, text: _Text) -> Iterator[Sheetful]:
    for seat in SEATS:
        yield from text.set(agreement_blocks(material.map, material.numbers, seat, text.room.w))


def _frame(material: Material, title: str) -> Frame:
    found = material.status
    return Frame(
        title,
        grouped(meaning(material.map), _FINGERPRINT_GROUPS),
        "" if found.signed else tr("DRAFT · {reason}", reason=found.why_draft),
    )
