"""Edits of the steps, of every kind, and the flows that come with them."""

from pilotmap.language import N_, tr
from pilotmap.model.edits.joining import join_around, split
from pilotmap.model.edits.made import Made
from pilotmap.model.edits.parts import (
    changed,
    flow_of,
    lane_of,
    one_line,
    placed_after,
    refuse,
    step_of,
    swapped,
    system_of,
)
from pilotmap.model.edits.rules import (
    leads_on,
    why_not_add_step,
    why_not_append,
    why_not_branch,
    why_not_change_kind,
    why_not_insert,
    why_not_name_lane,
    why_not_name_system,
)
from pilotmap.model.ids import new_id, numbered_id
from pilotmap.model.known import Share
from pilotmap.model.map import PilotMap
from pilotmap.model.outcome import Outcome
from pilotmap.model.process import Flow, Lane, Phase, Pin, Step, StepKind
from pilotmap.model.quantity import Duration

FIRST_LANE = N_("Who?")
"""The name of the lane that the first step of a map without lanes is put in."""


def append_step(
    pilot_map: PilotMap,
    after: str | None,
    name: str = "",
    *,
    kind: StepKind = "step",
    lane: str | None = None,
    systems: tuple[str, ...] = (),
    work: Duration | None = None,
    wait: Duration | None = None,
) -> Made:
    """A step after another one, in its lane if none is given; with `after` None, unconnected.

    After a decision or a parallel it begins a new branch; after a step that leads on already it
    comes between. Raises EditRefused after an end.
    """
    if after is None:
        return _unconnected(pilot_map, lane, name, kind, systems, work, wait)
    refuse(why_not_append(pilot_map, after, kind))
    before = step_of(pilot_map, after)
    step = _new_step(pilot_map, name, kind, lane or before.lane, systems, work, wait)
    if leads_on(pilot_map, before):
        return _between(pilot_map, before, step)
    flow = Flow(id=numbered_id(pilot_map, "f", step.id), source=after, target=step.id)
    return Made(
        pilot_map.replace(steps=(*pilot_map.steps, step), flows=(*pilot_map.flows, flow)), step.id
    )


def add_step(
    pilot_map: PilotMap,
    lane: str | None,
    name: str = "",
    *,
    kind: StepKind = "step",
    systems: tuple[str, ...] = (),
    work: Duration | None = None,
    wait: Duration | None = None,
) -> Made:
    """A step that nothing leads to yet; without a lane, in that of the last step."""
    return _unconnected(pilot_map, lane, name, kind, systems, work, wait)


def insert_on_flow(
    pilot_map: PilotMap,
    flow: str,
    name: str = "",
    *,
    kind: StepKind = "step",
    lane: str | None = None,
    systems: tuple[str, ...] = (),
    work: Duration | None = None,
    wait: Duration | None = None,
) -> Made:
    """A step in the middle of a flow, in the lane of the step before if none is given."""
    refuse(why_not_insert(pilot_map, flow, kind))
    old = flow_of(pilot_map, flow)
    before = step_of(pilot_map, old.source)
    step = _new_step(pilot_map, name, kind, lane or before.lane, systems, work, wait)
    return _on_flow(pilot_map, old, step)


def add_branch(
    pilot_map: PilotMap,
    node: str,
    name: str = "",
    *,
    label: str = "",
    share: Share | float | None = None,
    kind: StepKind = "step",
    lane: str | None = None,
    systems: tuple[str, ...] = (),
    work: Duration | None = None,
    wait: Duration | None = None,
) -> Made:
    """One more way out of a decision or a parallel, with its first step."""
    refuse(why_not_branch(pilot_map, node, kind))
    step = _new_step(
        pilot_map, name, kind, lane or step_of(pilot_map, node).lane, systems, work, wait
    )
    flow = Flow(id=numbered_id(pilot_map, "f", step.id), source=node, target=step.id)
    flow = changed(flow, label=one_line(label), share=share)
    return Made(
        pilot_map.replace(steps=(*pilot_map.steps, step), flows=(*pilot_map.flows, flow)), step.id
    )


def rename(pilot_map: PilotMap, part: str, name: str) -> PilotMap:
    """Another name for a step, a lane or a system; two lanes or systems never share one."""
    name = one_line(name)
    if part in pilot_map.lane_by_id:
        refuse(why_not_name_lane(pilot_map, name, besides=part))
        return pilot_map.replace(
            lanes=swapped(pilot_map.lanes, lane_of(pilot_map, part).replace(name=name))
        )
    if part in pilot_map.system_by_id:
        refuse(why_not_name_system(pilot_map, name, besides=part))
        return pilot_map.replace(
            systems=swapped(pilot_map.systems, system_of(pilot_map, part).replace(name=name))
        )
    return pilot_map.replace(
        steps=swapped(pilot_map.steps, step_of(pilot_map, part).replace(name=name))
    )


def move_to_lane(pilot_map: PilotMap, step: str, lane: str) -> PilotMap:
    """Another one does the step; its pin, a place in the old lane, does not come along."""
    old = step_of(pilot_map, step)
    if old.lane == lane_of(pilot_map, lane).id:
        return pilot_map
    return pilot_map.replace(steps=swapped(pilot_map.steps, old.in_lane(lane)))


def change_kind(pilot_map: PilotMap, step: str, kind: StepKind) -> PilotMap:
    """A step of another kind; what is a decision no longer has no shares, its labels stay."""
    refuse(why_not_change_kind(pilot_map, step, kind))
    old = step_of(pilot_map, step)
    flows = pilot_map.flows
    if old.kind == "decision" != kind:
        flows = tuple(
            flow.replace(share=None) if flow.source == step and flow.share is not None else flow
            for flow in flows
        )
    return pilot_map.replace(steps=swapped(pilot_map.steps, old.replace(kind=kind)), flows=flows)


def delete_step(pilot_map: PilotMap, step: str) -> PilotMap:
    """The step less; its neighbours are joined where it has one way out.

    What was about it goes along: notes, waivers, the mark of the AI step.
    """
    step_of(pilot_map, step)
    joined = join_around(pilot_map, step)
    heirs = joined.heirs
    known = {
        part.id for parts in (pilot_map.lanes, pilot_map.systems, joined.flows) for part in parts
    }
    known |= pilot_map.step_by_id.keys() - {step}
    phases = _phases_without(pilot_map, step)
    known |= {phase.id for phase in phases}
    notes = tuple(
        note.replace(about=heirs[note.about]) if note.about in heirs else note
        for note in pilot_map.notes
    )
    notes = tuple(note for note in notes if note.about is None or note.about in known)
    known |= {note.id for note in notes}
    return pilot_map.replace(
        steps=tuple(other for other in pilot_map.steps if other.id != step),
        flows=joined.flows,
        outcome=_outcome_without(pilot_map.outcome, step),
        pilot=pilot_map.pilot.replace(step=None)
        if pilot_map.pilot.step == step
        else pilot_map.pilot,
        phases=phases,
        notes=notes,
        waivers=tuple(waiver for waiver in pilot_map.waivers if known.issuperset(waiver.refs)),
    )


def _outcome_without(outcome: Outcome, step: str) -> Outcome:
    """A lead time that ran from or to the step runs from the starts or to the ends again."""
    gone = {k: None for k in ("starts_at", "ends_at") if getattr(outcome, k) == step}
    return outcome.replace(**gone) if gone else outcome


def _phases_without(pilot_map: PilotMap, step: str) -> tuple[Phase, ...]:
    """A phase that began at the step begins at the one behind it, where none begins yet."""
    begun = {phase.first for phase in pilot_map.phases}
    if step not in begun:
        return pilot_map.phases
    onward = pilot_map.flows_out(step)
    heir = onward[0].target if len(onward) == 1 and onward[0].target not in begun else None
    moved = (p.replace(first=heir) if p.first == step and heir else p for p in pilot_map.phases)
    return tuple(phase for phase in moved if phase.first != step)


def duplicate_step(pilot_map: PilotMap, step: str) -> Made:
    """A copy, without its pin and its notes.

    A step or a wait is followed by its copy; the copy of any other kind stands unconnected.
    """
    original = step_of(pilot_map, step)
    refuse(why_not_add_step(pilot_map))
    copy = original.replace(id=new_id(pilot_map, original.name, "s"), pin=None)
    if original.kind not in {"step", "wait"}:
        return Made(pilot_map.replace(steps=placed_after(pilot_map.steps, step, copy)), copy.id)
    refuse(why_not_append(pilot_map, step))
    if leads_on(pilot_map, original):
        return _between(pilot_map, original, copy)
    flow = Flow(id=numbered_id(pilot_map, "f", copy.id), source=step, target=copy.id)
    steps = placed_after(pilot_map.steps, step, copy)
    return Made(pilot_map.replace(steps=steps, flows=(*pilot_map.flows, flow)), copy.id)


def pin(pilot_map: PilotMap, step: str, column: int, row: int) -> PilotMap:
    """The step in a place that a person chose: a column, and a row of its lane, from 0."""
    place = Pin(column=min(20_000, max(0, column)), row=min(5_000, max(0, row)))
    return pilot_map.replace(
        steps=swapped(pilot_map.steps, step_of(pilot_map, step).replace(pin=place))
    )


def unpin_all(pilot_map: PilotMap) -> PilotMap:
    """Every step where the layout puts it."""
    return pilot_map.replace(
        steps=tuple(s.replace(pin=None) if s.pin else s for s in pilot_map.steps)
    )


def _unconnected(
    pilot_map: PilotMap,
    lane: str | None,
    name: str,
    kind: StepKind,
    systems: tuple[str, ...],
    work: Duration | None,
    wait: Duration | None,
) -> Made:
    refuse(why_not_add_step(pilot_map))
    lane_name = tr(FIRST_LANE)
    lanes = pilot_map.lanes or (
        Lane(id=new_id(pilot_map, FIRST_LANE, "lane"), name=lane_name, kind="team"),
    )
    pilot_map = pilot_map if pilot_map.lanes else pilot_map.replace(lanes=lanes)
    last = pilot_map.steps[-1].lane if pilot_map.steps else lanes[0].id
    step = _new_step(pilot_map, name, kind, lane or last, systems, work, wait)
    return Made(pilot_map.replace(steps=(*pilot_map.steps, step)), step.id)


def _new_step(
    pilot_map: PilotMap,
    name: str,
    kind: StepKind,
    lane: str,
    systems: tuple[str, ...],
    work: Duration | None,
    wait: Duration | None,
) -> Step:
    name = one_line(name)
    return Step(
        id=new_id(pilot_map, name, "s"),
        kind=kind,
        name=name,
        lane=lane_of(pilot_map, lane).id,
        systems=tuple(dict.fromkeys(system_of(pilot_map, system).id for system in systems)),
        work=work,
        wait=wait,
    )


def _between(pilot_map: PilotMap, before: Step, step: Step) -> Made:
    """A new step takes over all ways out of the one before it."""
    onward = pilot_map.flows_out(before.id)
    if len(onward) == 1:
        return _on_flow(pilot_map, onward[0], step)
    first = Flow(id=numbered_id(pilot_map, "f", step.id), source=before.id, target=step.id)
    flows = tuple(
        f.replace(source=step.id) if f.source == before.id else f for f in pilot_map.flows
    )
    steps = placed_after(pilot_map.steps, before.id, step)
    return Made(pilot_map.replace(steps=steps, flows=(*flows, first)), step.id)


def _on_flow(pilot_map: PilotMap, flow: Flow, step: Step) -> Made:
    first, second = split(pilot_map, flow, step, numbered_id(pilot_map, "f", step.id))
    flows = placed_after(swapped(pilot_map.flows, first), first.id, second)
    steps = placed_after(pilot_map.steps, flow.source, step)
    return Made(pilot_map.replace(steps=steps, flows=flows), step.id)
