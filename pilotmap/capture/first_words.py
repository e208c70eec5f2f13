"""What the line says while nothing is typed and the map has no step; it is seen at the start."""

from collections.abc import Iterator

from pilotmap.capture.cursor import Explanation
from pilotmap.capture.parts import Part, set_in
from pilotmap.language import tr
from pilotmap.model.edits.steps import FIRST_LANE
from pilotmap.model.map import PilotMap


def first_words(m: PilotMap) -> Explanation:
    """An example of a first step, and the lane that it would be put in."""
    return Explanation(at_the_start(), tuple(_parts(m)))


def at_the_start() -> str:
    """Where the first line goes."""
    return tr("at the start")


def _parts(m: PilotMap) -> Iterator[Part]:
    example = (tr("Customer: Ticket raised"), "name")
    yield from set_in(tr("Type what sets the process off, such as {example}"), example=example)
    lane = m.lanes[0].name if m.lanes else tr(FIRST_LANE)
    words = tr(" · without a name before a colon it is put in the lane {lane}", lane=lane)
    yield (words, "hint")
