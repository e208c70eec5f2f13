"""What the map says: time, target, wrong answers, review, and the registers."""

from collections.abc import Iterator

from pilotmap.analysis.figures import Figures, figures, quick_figures
from pilotmap.language import tr
from pilotmap.model.map import PilotMap
from pilotmap.report.document.reach_section import reach_blocks, review_blocks
from pilotmap.report.document.registers import register_blocks
from pilotmap.report.document.time_section import target_blocks, time_blocks
from pilotmap.report.setting.blocks import page_title
from pilotmap.report.setting.flow import Block
from pilotmap.report.setting.page import Bookmark


def figure_blocks(pilot_map: PilotMap, numbers: Figures, width: float) -> Iterator[Block]:
    """Everything that follows from the map; nothing for a map without steps."""
    if not pilot_map.steps:
        return
    mark = Bookmark("figures", tr("What the map says"))
    yield from page_title(tr("WHAT THE MAP SAYS"), tr("Where the time goes"), width, mark)
    yield from time_blocks(pilot_map, numbers, width)
    yield from target_blocks(pilot_map, numbers, width)
    yield from reach_blocks(pilot_map, numbers, width)
    yield from review_blocks(pilot_map, numbers, width)
    yield from register_blocks(pilot_map, numbers, width)


def numbers_of(pilot_map: PilotMap) -> Figures:
    """The figures that the document prints."""
    # Only parallel work needs the simulation, whose spread the document does not print.
    if any(step.kind == "parallel" for step in pilot_map.steps):
        return figures(pilot_map)
    return quick_figures(pilot_map)
