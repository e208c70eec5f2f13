"""What the map says: time, target, wrong answers, review, and the registers."""

from collections.abc import Iterator

from pilotmap.language import tr
from pilotmap.report.document.load_section import load_blocks
from pilotmap.report.document.material import Material
from pilotmap.report.document.reach_section import reach_blocks, review_blocks
from pilotmap.report.document.registers import register_blocks
from pilotmap.report.document.sureness_section import sureness_blocks
from pilotmap.report.document.time_section import target_blocks, time_blocks
from pilotmap.report.setting.blocks import page_title
from pilotmap.report.setting.flow import Block
from pilotmap.report.setting.page import Bookmark


def figure_blocks(material: Material, width: float) -> Iterator[Block]:
    """Everything that follows from the map; nothing for a map without steps."""
    pilot_map, numbers = material.map, material.numbers
    if numbers is None:
        return
    mark = Bookmark("figures", tr("What the map says"))
    yield from page_title(tr("WHAT THE MAP SAYS"), tr("Where the time goes"), width, mark)
    yield from time_blocks(pilot_map, numbers, width)
    yield from target_blocks(pilot_map, numbers, width)
    yield from sureness_blocks(pilot_map, numbers, material.sure, width)
    yield from reach_blocks(pilot_map, numbers, width)
    yield from load_blocks(pilot_map, numbers, width)
    yield from review_blocks(pilot_map, numbers, width)
    yield from register_blocks(pilot_map, numbers, width)
