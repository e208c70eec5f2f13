"""The verdict on the pilot as page 1 says it: one sentence, in the words of window and `check`."""

from collections.abc import Iterator
from typing import Final

from pilotmap.analysis import verdict_words as words
from pilotmap.analysis.figures import Figures
from pilotmap.layout.theme import Role
from pilotmap.model.map import PilotMap
from pilotmap.report.setting.blocks import paragraph
from pilotmap.report.setting.flow import Block
from pilotmap.report.setting.spans import Span, plain
from pilotmap.report.setting.typography import BODY, NOTE

TONES: Final[dict[words.Tone, tuple[Role, Role]]] = {
    "good": ("good", "good.fill"),
    "careful": ("warning", "warning.fill"),
    "bad": ("error", "error.fill"),
}


def verdict_blocks(pilot_map: PilotMap, numbers: Figures | None, width: float) -> Iterator[Block]:
    """The verdict with its reason, or why there is none; nothing where no AI is asked for."""
    if numbers is None or pilot_map.pilot.verdict not in (None, "ai"):
        return
    said = words.verdict_words(pilot_map, numbers)
    if numbers.verdict is None:
        if said:
            yield paragraph(plain(said), NOTE, width, gap=4.0)
        return
    role, _ = TONES[words.TONES[numbers.verdict]]
    title, _, reason = said.partition(": ")
    spans = (Span(f"{title}: ", weight=700, colour=role), Span(reason))
    yield paragraph(spans, BODY, width, gap=4.0)
