"""What the map says: time, target, wrong answers, review, and the registers."""

from collections.abc import Iterator

from pilotmap.analysis.figures import Figures, figures, quick_figures
from pilotmap.model.map import PilotMap
from pilotmap.report.blocks import paragraph
from pilotmap.report.flow import Block
from pilotmap.report.page import Bookmark
from pilotmap.report.reach_section import reach_blocks, review_blocks
from pilotmap.report.registers import register_blocks
from pilotmap.report.time_section import target_blocks, time_blocks
from pilotmap.report.typography import EYEBROW, MAP_TITLE
from pilotmap.report.words import plain


def figure_blocks(pilot_map: PilotMap, width: float) -> Iterator[Block]:
    """Everything that follows from the map; nothing for a map without steps."""
    if not pilot_map.steps:
        return
    numbers = _numbers(pilot_map)
    mark = Bookmark("figures", "What the map says")
    yield paragraph(plain("WHAT THE MAP SAYS"), EYEBROW, width, with_next=True, bookmark=mark)
    yield paragraph(plain("Where the time goes"), MAP_TITLE, width, gap=4.0, with_next=True)
    yield from time_blocks(pilot_map, numbers, width)
    yield from target_blocks(pilot_map, numbers, width)
    yield from reach_blocks(pilot_map, numbers, width)
    yield from review_blocks(pilot_map, numbers, width)
    yield from register_blocks(pilot_map, numbers, width)


def _numbers(pilot_map: PilotMap) -> Figures:
    # Only parallel work needs the simulation, whose spread the document does not print.
    if any(step.kind == "parallel" for step in pilot_map.steps):
        return figures(pilot_map)
    return quick_figures(pilot_map)
