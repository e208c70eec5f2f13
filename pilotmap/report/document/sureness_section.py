"""How sure the forecast is: the chance in words, and which number matters most, as a picture."""

from collections.abc import Iterator

from pilotmap.analysis.figures import Figures
from pilotmap.analysis.range_words import influence_words, legend, range_sentences
from pilotmap.analysis.ranges import Ranges
from pilotmap.analysis.wording import first_upper
from pilotmap.language import tr
from pilotmap.model.map import PilotMap
from pilotmap.report.document.tornado import tornado
from pilotmap.report.setting.blocks import figure_slice, heading, paragraph
from pilotmap.report.setting.flow import Block
from pilotmap.report.setting.spans import plain
from pilotmap.report.setting.structure import Element
from pilotmap.report.setting.typography import BODY, NOTE


def sureness_blocks(
    pilot_map: PilotMap, numbers: Figures, sure: Ranges | None, width: float
) -> Iterator[Block]:
    """Words and picture; nothing where no number does anything to a forecast."""
    picture = None if sure is None else tornado(pilot_map, numbers, sure, width)
    if sure is None or picture is None:
        return
    yield heading(tr("How sure is the forecast?"), width, "sureness", gap=20.0)
    said = " ".join(range_sentences(pilot_map, sure))
    if said:
        yield paragraph(plain(said), BODY, width, gap=2.0, with_next=True)
    alt = " ".join(first_upper(influence_words(pilot_map, one)) for one in sure.influence)
    every = [each for group in picture.groups for each in group.primitives]
    figure = figure_slice(Element("Figure", alt=alt), width, picture.height, every)
    yield Block((figure,), gap=6.0, with_next=True)
    yield paragraph(plain(legend()), NOTE, width, gap=3.0)
