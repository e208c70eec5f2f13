"""What the line says while nothing is typed and the map has no step; it is seen at the start."""

from collections.abc import Iterator

from pilotmap.capture.cursor import Explanation
from pilotmap.capture.parts import Part, set_in
from pilotmap.language import tr
from pilotmap.model.edits.steps import FIRST_LANE
from pilotmap.model.map import PilotMap


def first_words(pilot_map: PilotMap) -> Explanation:
    """An example of a first step, and the lane that it would be put in."""
    return Explanation(at_the_start(), tuple(_parts(pilot_map)))


def at_the_start() -> str:
    """Where the first line goes."""
    return tr("at the start")


def _parts(pilot_map: PilotMap) -> Iterator[Part]:
    example = (tr("Customer: Ticket raised"), "name")
    yield from set_in(tr("Type what sets the process off, such as {example}"), example=example)
    lane = pilot_map.lanes[0].name if pilot_map.lanes else tr(FIRST_LANE)
    words = tr(" · without a name before a colon it is put in the lane {lane}", lane=lane)
    yield (words, "hint")
