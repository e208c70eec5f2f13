"""A part of a map as a map of its own, and put into another one: copy and paste."""

from collections.abc import Iterable
from typing import NamedTuple

from pilotmap.model.edits.flows import connect
from pilotmap.model.edits.parts import refuse
from pilotmap.model.edits.rules import (
    leads_on,
    why_not_add_step,
    why_not_connect,
    why_not_more_flows,
)
from pilotmap.model.ids import new_id, numbered_id
from pilotmap.model.map import PilotMap, empty_map
from pilotmap.model.process import Flow, Lane, Step


class Pasted(NamedTuple):
    """The map after a paste, and the ids of the steps that it brought."""

    map: PilotMap
    steps: tuple[str, ...]


def part_of(m: PilotMap, things: Iterable[str]) -> PilotMap:
    """The steps among these things, the flows between them, and all that they refer to."""
    wanted = set(things)
    steps = tuple(step.replace(pin=None) for step in m.steps if step.id in wanted)
    kept = {step.id for step in steps}
    flows = tuple(f for f in m.flows if f.source in kept and f.target in kept)
    about = kept | {flow.id for flow in flows}
    lanes = {lane for step in steps for lane in (step.lane, *step.with_lanes)}
    systems = {s for step in steps for s in step.systems} | {f.through_system for f in flows}
    return empty_map().replace(
        currency=m.currency,
        lanes=tuple(lane for lane in m.lanes if lane.id in lanes),
        systems=tuple(system for system in m.systems if system.id in systems),
        steps=steps,
        flows=flows,
        notes=tuple(note for note in m.notes if note.about in about),
    )


def paste_part(m: PilotMap, part: PilotMap, after: str | None = None) -> Pasted:
    """The part with ids of its own; lanes and systems of one name are one.

    It follows the step `after` where one step of the part begins it; where something follows that
    step already, the part comes between if one step ends it. Else it stands unconnected.
    """
    names = {lane.id: _lane(m, lane.name) for lane in part.lanes}
    for lane in part.lanes:
        if names[lane.id] is None:
            names[lane.id] = new_id(m, lane.name, "lane")
            m = _with_lane(m, lane.replace(id=names[lane.id]), part.currency)
    for system in part.systems:
        names[system.id] = _system(m, system.name)
        if names[system.id] is None:
            names[system.id] = new_id(m, system.name, "sys")
            m = m.replace(systems=(*m.systems, system.replace(id=names[system.id])))
    known = {old: new for old, new in names.items() if new is not None}
    for step in part.steps:
        refuse(why_not_add_step(m))
        known[step.id] = new_id(m, step.name, "s")
        m = m.replace(steps=(*m.steps, _step(step, known)))
    refuse(why_not_more_flows(m, len(part.flows)))
    for flow in part.flows:
        known[flow.id] = numbered_id(m, "f")
        m = m.replace(flows=(*m.flows, _flow(flow, known)))
    for note in part.notes:
        about = known.get(note.about or "")
        m = m.replace(notes=(*m.notes, note.replace(id=numbered_id(m, "n"), about=about)))
    brought = tuple(known[step.id] for step in part.steps)
    return Pasted(_following(m, part, known, after), brought)


def _following(m: PilotMap, part: PilotMap, known: dict[str, str], after: str | None) -> PilotMap:
    first = [step.id for step in part.steps if not part.flows_in(step.id)]
    if after is None or len(first) != 1:
        return m
    begin, before = known[first[0]], m.step_by_id[after]
    if why_not_connect(m, after, begin) is not None:
        return m
    if not leads_on(m, before):
        return connect(m, after, begin).map
    last = [s.id for s in part.steps if not part.flows_out(s.id) and s.kind != "end"]
    onward = m.flows_out(after)
    if len(last) != 1 or len(onward) != 1:
        return m
    end = known[last[0]]
    return connect(
        m.replace(
            flows=tuple(f.replace(source=end) if f.id == onward[0].id else f for f in m.flows)
        ),
        after,
        begin,
    ).map


def _with_lane(m: PilotMap, lane: Lane, currency: str) -> PilotMap:
    """A rate in another currency than the map's stays behind: it would say another amount."""
    if lane.rate is not None and m.currency not in ("", currency):
        lane = lane.replace(rate=None)
    currency = currency if lane.rate is not None else m.currency
    return m.replace(lanes=(*m.lanes, lane), currency=currency)


def _lane(m: PilotMap, name: str) -> str | None:
    wanted = name.casefold()
    return next((lane.id for lane in m.lanes if lane.name.casefold() == wanted), None)


def _system(m: PilotMap, name: str) -> str | None:
    wanted = name.casefold()
    return next((system.id for system in m.systems if system.name.casefold() == wanted), None)


def _step(step: Step, known: dict[str, str]) -> Step:
    systems = tuple(dict.fromkeys(known[system] for system in step.systems))
    lane = known[step.lane]
    others = tuple(dict.fromkeys(known[other] for other in step.with_lanes))
    return step.replace(
        id=known[step.id],
        lane=lane,
        with_lanes=tuple(other for other in others if other != lane),
        systems=systems,
        pin=None,
    )


def _flow(flow: Flow, known: dict[str, str]) -> Flow:
    return flow.replace(
        id=known[flow.id],
        source=known[flow.source],
        target=known[flow.target],
        through_system=known.get(flow.through_system or ""),
    )
