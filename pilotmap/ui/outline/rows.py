"""What the outline says: lanes, the steps in each, and the ways on from each step."""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from pilotmap.language import later, tr, trn
from pilotmap.layout.drawing import Drawing
from pilotmap.layout.labels import label_text
from pilotmap.model.map import PilotMap
from pilotmap.model.process import Flow, Lane, Step

_KINDS: Final = {
    "start": later("Start: {name}"),
    "step": later("{name}"),
    "decision": later("Decision: {name}"),
    "parallel": later("At the same time: {name}"),
    "wait": later("Wait: {name}"),
    "end": later("End: {name}"),
}


class Row(NamedTuple):
    """One line of the outline.

    `thing` is the id that it stands for, `name` what can be edited of it, `goal` the id to go to
    where it is a way on; `told` is what a screen reader says.
    """

    thing: str
    text: str
    told: str
    rows: tuple["Row", ...] = ()
    name: str | None = None
    goal: str | None = None


def rows(pilot_map: PilotMap, drawing: Drawing) -> tuple[Row, ...]:
    """All lanes from the top, the steps of each as they stand from left to right."""
    told = {group.id: group.about for group in drawing.groups if group.kind in ("step", "lane")}
    places = {step.id: (step.column, step.row) for step in drawing.geometry.steps}
    numbers = {handoff.flow.id: handoff.name for handoff in pilot_map.handoffs}
    by_lane: dict[str, list[Step]] = {}
    for step in sorted(pilot_map.steps, key=lambda step: places.get(step.id, (0, 0))):
        by_lane.setdefault(step.lane, []).append(step)
    return tuple(
        _lane(pilot_map, lane, by_lane.get(lane.id, []), told, numbers) for lane in pilot_map.lanes
    )


def _lane(
    m: PilotMap, lane: Lane, steps: list[Step], told: Mapping[str, str], numbers: Mapping[str, str]
) -> Row:
    name = lane.name or tr("(no name)")
    text = trn("{name}, {number} step", "{name}, {number} steps", len(steps), name=name)
    inside = tuple(_step(m, step, told, numbers) for step in steps)
    return Row(lane.id, text, f"{told.get(lane.id, name)}. {text}", inside, lane.name)


def named(step: Step) -> str:
    """What kind of step it is, where it is no plain one, and its name."""
    return tr(_KINDS[step.kind], name=step.name or tr("(no name)"))


def _step(m: PilotMap, step: Step, told: Mapping[str, str], numbers: Mapping[str, str]) -> Row:
    text = named(step)
    ways = tuple(_ways(m, step, numbers))
    return Row(step.id, text, told.get(step.id, text), ways, step.name)


def _ways(m: PilotMap, step: Step, numbers: Mapping[str, str]) -> Iterator[Row]:
    for flow in m.flows_out(step.id):
        target = m.step_by_id[flow.target]
        said = {"step": target.name or tr("(no name)"), "lane": m.lane_by_id[target.lane].name}
        yield _way(flow, label_text(flow), numbers.get(flow.id), said)


def _way(flow: Flow, label: str, handoff: str | None, said: Mapping[str, str]) -> Row:
    mark = f"{handoff} " if handoff else ""
    shown = f"{label} {mark}→ {said['step']}" if label else f"{mark}→ {said['step']}"
    if label and handoff:
        told = tr(
            "Way on, {label}, to {step}, by handoff {handoff} to {lane}",
            label=label,
            handoff=handoff,
            **said,
        )
    elif handoff:
        told = tr("Way on to {step}, by handoff {handoff} to {lane}", handoff=handoff, **said)
    elif label:
        told = tr("Way on, {label}, to {step}", label=label, **said)
    else:
        told = tr("Way on to {step}", **said)
    return Row(flow.id, shown, told, goal=flow.target)
