"""What the outline says: lanes, the steps in each, and the ways on from each step."""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from pilotmap.language import N_, tr, trn
from pilotmap.layout.drawing import Drawing
from pilotmap.layout.labels import label_text
from pilotmap.model.map import PilotMap
from pilotmap.model.process import Flow, Lane, Step

_KINDS: Final = {
    "start": N_("Start: {name}"),
    "step": N_("{name}"),
    "decision": N_("Decision: {name}"),
    "parallel": N_("At the same time: {name}"),
    "wait": N_("Wait: {name}"),
    "end": N_("End: {name}"),
}


class Row(NamedTuple):
    """One line of the outline.

    `element` is the id that it stands for, `name` what can be edited of it, `goal` the id to go to
    where it is a way on; `narration` is what a screen reader says.
    """

    element: str
    text: str
    narration: str
    rows: tuple["Row", ...] = ()
    name: str | None = None
    goal: str | None = None


def rows(pilot_map: PilotMap, drawing: Drawing) -> tuple[Row, ...]:
    """All lanes from the top, the steps of each as they stand from left to right."""
    narration = {
        group.id: group.about for group in drawing.groups if group.kind in ("step", "lane")
    }
    places = {step.id: (step.column, step.row) for step in drawing.geometry.steps}
    numbers = {handoff.flow.id: handoff.name for handoff in pilot_map.handoffs}
    by_lane: dict[str, list[Step]] = {}
    for step in sorted(pilot_map.steps, key=lambda step: places.get(step.id, (0, 0))):
        by_lane.setdefault(step.lane, []).append(step)
    return tuple(
        _lane(pilot_map, lane, by_lane.get(lane.id, []), narration, numbers)
        for lane in pilot_map.lanes
    )


def _lane(
    pilot_map: PilotMap,
    lane: Lane,
    steps: list[Step],
    narration: Mapping[str, str],
    numbers: Mapping[str, str],
) -> Row:
    name = lane.name or tr("(no name)")
    text = trn("{name}, {number} step", "{name}, {number} steps", len(steps), name=name)
    inside = tuple(_step(pilot_map, step, narration, numbers) for step in steps)
    return Row(lane.id, text, f"{narration.get(lane.id, name)}. {text}", inside, lane.name)


def named(step: Step) -> str:
    """What kind of step it is, where it is no plain one, and its name."""
    return tr(_KINDS[step.kind], name=step.name or tr("(no name)"))


def _step(
    pilot_map: PilotMap, step: Step, narration: Mapping[str, str], numbers: Mapping[str, str]
) -> Row:
    text = named(step)
    ways = tuple(_ways(pilot_map, step, numbers))
    return Row(step.id, text, narration.get(step.id, text), ways, step.name)


def _ways(pilot_map: PilotMap, step: Step, numbers: Mapping[str, str]) -> Iterator[Row]:
    for flow in pilot_map.flows_out(step.id):
        target = pilot_map.step_by_id[flow.target]
        said = {
            "step": target.name or tr("(no name)"),
            "lane": pilot_map.lane_by_id[target.lane].name,
        }
        yield _way(flow, label_text(flow), numbers.get(flow.id), said)


def _way(flow: Flow, label: str, handoff: str | None, said: Mapping[str, str]) -> Row:
    mark = f"{handoff} " if handoff else ""
    shown = f"{label} {mark}→ {said['step']}" if label else f"{mark}→ {said['step']}"
    if label and handoff:
        narration = tr(
            "Way on, {label}, to {step}, by handoff {handoff} to {lane}",
            label=label,
            handoff=handoff,
            **said,
        )
    elif handoff:
        narration = tr("Way on to {step}, by handoff {handoff} to {lane}", handoff=handoff, **said)
    elif label:
        narration = tr("Way on, {label}, to {step}", label=label, **said)
    else:
        narration = tr("Way on to {step}", **said)
    return Row(flow.id, shown, narration, goal=flow.target)
