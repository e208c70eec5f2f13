"""The map on sheets of its own, as large as they allow and never larger than drawn."""

from collections.abc import Iterator
from typing import Final

from pilotmap.layout.draw import draw_map
from pilotmap.layout.drawing import Drawing
from pilotmap.layout.places import HEAD_WIDTH
from pilotmap.model.handoffs import handoffs
from pilotmap.model.map import PilotMap
from pilotmap.report.blocks import paragraph
from pilotmap.report.flow import Block, Slice, fill
from pilotmap.report.frame import Sheetful
from pilotmap.report.legend import legend
from pilotmap.report.page import Bookmark
from pilotmap.report.paper import PageName, lying
from pilotmap.report.strips import STRIP_GAP, Folding, fold, smallest_type, strip_slices
from pilotmap.report.typeset import shortened, text_layer
from pilotmap.report.typography import BODY_SOFT, EYEBROW, MAP_TITLE
from pilotmap.report.words import counted, plain

_LEGEND_GAP: Final = 12.0
_SPARE: Final = 12.0


def smallest_type_pt(pilot_map: PilotMap, page: PageName = "a4") -> float:
    """The size in points of the smallest type on the printed map; below 6 it is hard to read."""
    drawing = draw_map(pilot_map)
    return smallest_type(drawing) * _folding(pilot_map, drawing, page).scale


def map_sheets(
    pilot_map: PilotMap, drawing: Drawing, title: str, page: PageName
) -> Iterator[Sheetful]:
    """The sheets that show the process as it runs today."""
    sheet = lying(page)
    room = sheet.room
    folding = _folding(pilot_map, drawing, page)
    pictures = [
        Block((each,), gap=STRIP_GAP, with_next=at == 0)
        for at, each in enumerate(reversed(strip_slices(drawing, folding)))
    ]
    signs = Block(legend(pilot_map, room.w), gap=_LEGEND_GAP)
    head = _head(pilot_map, title, room.w)
    for column in fill((*head, *reversed(pictures), signs), room):
        yield Sheetful(sheet, column)


def _folding(pilot_map: PilotMap, drawing: Drawing, page: PageName) -> Folding:
    room = lying(page).room
    above = sum(block.gap + block.height for block in _head(pilot_map, "", room.w))
    below = _LEGEND_GAP + sum(line.height for line in legend(pilot_map, room.w))
    left = room.h - above - below - STRIP_GAP - _SPARE
    return fold(drawing, HEAD_WIDTH, room.w, left)


def _head(pilot_map: PilotMap, title: str, width: float) -> tuple[Block, ...]:
    counts = text_layer(_counts(pilot_map), BODY_SOFT, width, 9.5, anchor=1.0)
    eyebrow = text_layer("THE PROCESS TODAY", EYEBROW, 0, 8.5)
    mark = Bookmark("map", "The process today")
    return (
        Block((Slice(15.0, (eyebrow, counts)),), with_next=True, bookmark=mark),
        paragraph(plain(shortened(title, MAP_TITLE, width)), MAP_TITLE, width, gap=1.0),
    )


def _counts(pilot_map: PilotMap) -> str:
    decisions = sum(step.kind == "decision" for step in pilot_map.steps)
    return " · ".join(
        (
            counted(len(handoffs(pilot_map)), "handoff"),
            counted(len(pilot_map.systems), "system"),
            counted(decisions, "decision"),
        )
    )
