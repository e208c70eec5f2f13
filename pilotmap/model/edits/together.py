"""Edits of several elements at once: what each of them allows is done to all, or to none."""

from collections.abc import Iterable, Mapping, Sequence

from pilotmap.language import tr
from pilotmap.model.edits.flows import delete_flow
from pilotmap.model.edits.lanes import delete_lane
from pilotmap.model.edits.parts import lane_of, refuse, step_of
from pilotmap.model.edits.steps import delete_step, move_to_lane
from pilotmap.model.map import PilotMap
from pilotmap.model.process import Pin, Step


def delete_elements(pilot_map: PilotMap, elements: Iterable[str]) -> PilotMap:
    """Steps, flows and lanes less; steps go first, so that their lanes may be empty by then."""
    wanted = tuple(dict.fromkeys(elements))
    for step in wanted:
        if step in pilot_map.step_by_id:
            pilot_map = delete_step(pilot_map, step)
    for flow in wanted:
        if flow in pilot_map.flow_by_id:
            pilot_map = delete_flow(pilot_map, flow)
    for lane in wanted:
        if lane in pilot_map.lane_by_id:
            pilot_map = delete_lane(pilot_map, lane)
    return pilot_map


def move_all_by(pilot_map: PilotMap, steps: Sequence[str], by: int) -> PilotMap:
    """Each of these to the lane so many below its own; EditRefused where one has none there."""
    lanes = list(pilot_map.lane_by_id)
    goals = {step: lanes.index(step_of(pilot_map, step).lane) + by for step in steps}
    refuse(
        None
        if all(0 <= at < len(lanes) for at in goals.values())
        else tr("There is no lane further that way.")
    )
    for step, at in goals.items():
        pilot_map = move_to_lane(pilot_map, step, lane_of(pilot_map, lanes[at]).id)
    return pilot_map


def pin_all(pilot_map: PilotMap, places: Mapping[str, tuple[int, int]]) -> PilotMap:
    """Each of these in a column and a row of its lane; EditRefused beyond the first of either."""
    refuse(
        tr("There is no slot further that way.")
        if any(column < 0 or row < 0 for column, row in places.values())
        else None
    )
    return pilot_map.replace(steps=tuple(_pinned(step, places) for step in pilot_map.steps))


def unpin_these(pilot_map: PilotMap, steps: Iterable[str]) -> PilotMap:
    """Each of these where the layout puts it."""
    free = set(steps)
    return pilot_map.replace(
        steps=tuple(s.replace(pin=None) if s.id in free and s.pin else s for s in pilot_map.steps)
    )


def touched_by_all(pilot_map: PilotMap, steps: Sequence[str]) -> tuple[str, ...]:
    """The systems that every one of these steps touches, in the order of the first."""
    first, *others = (step_of(pilot_map, step).systems for step in steps)
    return tuple(system for system in first if all(system in other for other in others))


def _pinned(step: Step, places: Mapping[str, tuple[int, int]]) -> Step:
    if step.id not in places:
        return step
    column, row = places[step.id]
    return step.replace(pin=Pin(column=min(20_000, column), row=min(5_000, row)))
