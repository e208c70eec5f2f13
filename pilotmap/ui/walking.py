"""Walking over the map by keyboard: by direction, and along the flow."""

from collections.abc import Iterable
from typing import Final, Literal

from pilotmap.layout.drawing import Box, Geometry
from pilotmap.model.map import PilotMap
from pilotmap.model.process import Flow

Direction = Literal["left", "right", "up", "down"]

_ALONG: Final[dict[Direction, tuple[int, int]]] = {
    "left": (-1, 0),
    "right": (1, 0),
    "up": (0, -1),
    "down": (0, 1),
}


def first_step(pilot_map: PilotMap) -> str | None:
    """Where a walk begins: the first start, else the first step."""
    return next(iter(pilot_map.breadth_first), None)


def nearest(geometry: Geometry, start: str, direction: Direction) -> str | None:
    """The step nearest to another in a direction: in its cone of 90 degrees, else in its half.

    The rule of JointJS's BPMN demo: what lies straight ahead wins over what is a little nearer
    but far to the side.
    """
    here = geometry.step_by_id.get(start)
    if here is None:
        return None
    dx, dy = _ALONG[direction]
    best: tuple[tuple[bool, float], str] | None = None
    for other in geometry.steps:
        ahead, aside = _offset(here.box, other.box, dx, dy)
        if other.id == start or ahead <= 0:
            continue
        rank = (aside > ahead, ahead + 2 * aside)
        if best is None or rank < best[0]:
            best = (rank, other.id)
    return best[1] if best else None


def _offset(here: Box, there: Box, dx: int, dy: int) -> tuple[float, float]:
    x, y = there.centre[0] - here.centre[0], there.centre[1] - here.centre[1]
    return (x * dx + y * dy, abs(x * dy) + abs(y * dx))


def along(pilot_map: PilotMap, here: str | None, *, back: bool = False) -> str | None:
    """What Tab selects: the next step, or at a fork its flows in turn, top branch first.

    From a flow of a fork it goes on to the fork's next flow; an arrow follows it.
    """
    if here in pilot_map.flow_by_id:
        flow = pilot_map.flow_by_id[str(here)]
        siblings = _branches(pilot_map, flow.source if not back else flow.target, back)
        if len(siblings) == 1:
            return flow.source if back else flow.target
        at = siblings.index(flow)
        return siblings[(at + 1) % len(siblings)].id
    if here not in pilot_map.step_by_id:
        return first_step(pilot_map)
    branches = _branches(pilot_map, str(here), back)
    if len(branches) == 1:
        return branches[0].source if back else branches[0].target
    return branches[0].id if branches else None


def follow(pilot_map: PilotMap, flow: Flow, direction: Direction) -> str:
    """What an arrow selects from a flow: its ends to the sides, its siblings up and down."""
    if direction == "right":
        return flow.target
    if direction == "left":
        return flow.source
    siblings = pilot_map.flows_out(flow.source)
    step = 1 if direction == "down" else -1
    return siblings[(siblings.index(flow) + step) % len(siblings)].id


def next_unnamed(pilot_map: PilotMap, here: str | None) -> str | None:
    """The next element that wants words, in the order of the flow: steps, then their branches."""
    order = [
        element for step in pilot_map.breadth_first for element in _with_branches(pilot_map, step)
    ]
    at = order.index(here) + 1 if here in order else 0
    wanting = (element for element in order[at:] + order[:at] if _wants_words(pilot_map, element))
    return next(wanting, None)


def gaps(pilot_map: PilotMap) -> tuple[str, ...]:
    """What wants words, in the order of the flow, and then each branch that wants its share."""
    order = [
        element for step in pilot_map.breadth_first for element in _with_branches(pilot_map, step)
    ]
    unnamed = [element for element in order if _wants_words(pilot_map, element)]
    unmeasured = [element for element in order if _wants_share(pilot_map, element)]
    return tuple(dict.fromkeys([*unnamed, *unmeasured]))


def _branches(pilot_map: PilotMap, step: str, back: bool) -> tuple[Flow, ...]:
    return pilot_map.flows_in(step) if back else pilot_map.flows_out(step)


def _with_branches(pilot_map: PilotMap, step: str) -> Iterable[str]:
    return (step, *(flow.id for flow in pilot_map.flows_out(step)))


def _wants_words(pilot_map: PilotMap, element: str) -> bool:
    step = pilot_map.step_by_id.get(element)
    if step is not None:
        return not step.name.strip() and step.kind != "parallel"
    flow = pilot_map.flow_by_id[element]
    return pilot_map.step_by_id[flow.source].kind == "decision" and not flow.label.strip()


def _wants_share(pilot_map: PilotMap, element: str) -> bool:
    flow = pilot_map.flow_by_id.get(element)
    return (
        flow is not None
        and flow.share is None
        and pilot_map.step_by_id[flow.source].kind == "decision"
    )
