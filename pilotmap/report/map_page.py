"""The map on sheets of its own, as large as they allow and never larger than drawn."""

from collections.abc import Iterator
from typing import Final

from pilotmap.layout.draw import draw_map
from pilotmap.layout.drawing import Drawing, TextLine
from pilotmap.model.handoffs import handoffs
from pilotmap.model.map import PilotMap
from pilotmap.report.blocks import paragraph
from pilotmap.report.flow import Block, Slice, fill
from pilotmap.report.frame import Sheetful
from pilotmap.report.legend import legend
from pilotmap.report.page import Bookmark
from pilotmap.report.paper import PageName, Sheet, lying
from pilotmap.report.pdf_drawing import paint
from pilotmap.report.typeset import text_layer
from pilotmap.report.typography import BODY_SOFT, EYEBROW, MAP_TITLE
from pilotmap.report.words import counted, plain

SMALLEST_READABLE_PT: Final = 6.0
_LEGEND_GAP: Final = 12.0


def smallest_type_pt(pilot_map: PilotMap, page: PageName = "a4") -> float:
    """The size in points of the smallest type on the printed map; below 6 it is hard to read."""
    drawing = draw_map(pilot_map)
    sizes = [
        each.size
        for group in drawing.groups
        for each in group.primitives
        if isinstance(each, TextLine)
    ]
    head = _head(pilot_map, "", lying(page).room.w)
    return min(sizes, default=0.0) * _scale(pilot_map, drawing, lying(page), head)


def map_sheets(
    pilot_map: PilotMap, drawing: Drawing, title: str, page: PageName
) -> Iterator[Sheetful]:
    """The sheets that show the process as it runs today."""
    sheet = lying(page)
    room = sheet.room
    head = _head(pilot_map, title, room.w)
    scale = _scale(pilot_map, drawing, sheet, head)
    picture = Slice(drawing.height * scale, (paint(drawing, scale=scale),))
    signs = legend(pilot_map, room.w)
    blocks = (*head, Block((picture,), gap=9.0), Block(signs, gap=_LEGEND_GAP))
    for column in fill(blocks, room):
        yield Sheetful(sheet, column)


def _scale(pilot_map: PilotMap, drawing: Drawing, sheet: Sheet, head: tuple[Block, ...]) -> float:
    room = sheet.room
    above = sum(block.gap + block.height for block in head)
    below = _LEGEND_GAP + sum(line.height for line in legend(pilot_map, room.w))
    left = max(room.h - above - below - 10.0, room.h / 3)
    return min(1.0, room.w / max(drawing.width, 1.0), left / max(drawing.height, 1.0))


def _head(pilot_map: PilotMap, title: str, width: float) -> tuple[Block, ...]:
    counts = text_layer(_counts(pilot_map), BODY_SOFT, width, 9.5, anchor=1.0)
    eyebrow = text_layer("THE PROCESS TODAY", EYEBROW, 0, 8.5)
    mark = Bookmark("map", "The process today")
    return (
        Block((Slice(15.0, (eyebrow, counts)),), with_next=True, bookmark=mark),
        paragraph(plain(title), MAP_TITLE, width, gap=1.0),
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
