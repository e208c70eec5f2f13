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


def part_of(pilot_map: PilotMap, elements: Iterable[str]) -> PilotMap:
    """The steps among these elements, the flows between them, and all that they refer to."""
    wanted = set(elements)
    steps = tuple(step.replace(pin=None) for step in pilot_map.steps if step.id in wanted)
    kept = {step.id for step in steps}
    flows = tuple(f for f in pilot_map.flows if f.source in kept and f.target in kept)
    about = kept | {flow.id for flow in flows}
    lanes = {lane for step in steps for lane in step.lanes}
    systems = {s for step in steps for s in step.systems} | {f.through_system for f in flows}
    return empty_map().replace(
        currency=pilot_map.currency,
        lanes=tuple(lane for lane in pilot_map.lanes if lane.id in lanes),
        systems=tuple(system for system in pilot_map.systems if system.id in systems),
        steps=steps,
        flows=flows,
        notes=tuple(note for note in pilot_map.notes if note.about in about),
    )


def paste_part(pilot_map: PilotMap, part: PilotMap, after: str | None = None) -> Pasted:
    """The part with ids of its own; lanes and systems of one name are one.

    It follows the step `after` where one step of the part begins it; where something follows that
    step already, the part comes between if one step ends it. Else it stands unconnected.
    """
    names = {lane.id: _lane(pilot_map, lane.name) for lane in part.lanes}
    for lane in part.lanes:
        if names[lane.id] is None:
            names[lane.id] = new_id(pilot_map, lane.name, "lane")
            pilot_map = _with_lane(pilot_map, lane.replace(id=names[lane.id]), part.currency)
    for system in part.systems:
        names[system.id] = _system(pilot_map, system.name)
        if names[system.id] is None:
            names[system.id] = new_id(pilot_map, system.name, "sys")
            pilot_map = pilot_map.replace(
                systems=(*pilot_map.systems, system.replace(id=names[system.id]))
            )
    known = {old: new for old, new in names.items() if new is not None}
    for step in part.steps:
        refuse(why_not_add_step(pilot_map))
        known[step.id] = new_id(pilot_map, step.name, "s")
        pilot_map = pilot_map.replace(steps=(*pilot_map.steps, _step(step, known)))
    refuse(why_not_more_flows(pilot_map, len(part.flows)))
    for flow in part.flows:
        known[flow.id] = numbered_id(pilot_map, "f")
        pilot_map = pilot_map.replace(flows=(*pilot_map.flows, _flow(flow, known)))
    for note in part.notes:
        about = known.get(note.about or "")
        pilot_map = pilot_map.replace(
            notes=(*pilot_map.notes, note.replace(id=numbered_id(pilot_map, "n"), about=about))
        )
    brought = tuple(known[step.id] for step in part.steps)
    return Pasted(_following(pilot_map, part, known, after), brought)


def _following(
    pilot_map: PilotMap, part: PilotMap, known: dict[str, str], after: str | None
) -> PilotMap:
    first = [step.id for step in part.steps if not part.flows_in(step.id)]
    if after is None or len(first) != 1:
        return pilot_map
    begin, before = known[first[0]], pilot_map.step_by_id[after]
    if why_not_connect(pilot_map, after, begin) is not None:
        return pilot_map
    if not leads_on(pilot_map, before):
        return connect(pilot_map, after, begin).map
    last = [s.id for s in part.steps if not part.flows_out(s.id) and s.kind != "end"]
    onward = pilot_map.flows_out(after)
    if len(last) != 1 or len(onward) != 1:
        return pilot_map
    end = known[last[0]]
    return connect(
        pilot_map.replace(
            flows=tuple(
                f.replace(source=end) if f.id == onward[0].id else f for f in pilot_map.flows
            )
        ),
        after,
        begin,
    ).map


def _with_lane(pilot_map: PilotMap, lane: Lane, currency: str) -> PilotMap:
    """A rate in another currency than the map's stays behind: it would say another amount."""
    if lane.rate is not None and pilot_map.currency not in ("", currency):
        lane = lane.replace(rate=None)
    currency = currency if lane.rate is not None else pilot_map.currency
    return pilot_map.replace(lanes=(*pilot_map.lanes, lane), currency=currency)


def _lane(pilot_map: PilotMap, name: str) -> str | None:
    wanted = name.casefold()
    return next((lane.id for lane in pilot_map.lanes if lane.name.casefold() == wanted), None)


def _system(pilot_map: PilotMap, name: str) -> str | None:
    wanted = name.casefold()
    return next(
        (system.id for system in pilot_map.systems if system.name.casefold() == wanted), None
    )


def _step(step: Step, known: dict[str, str]) -> Step:
    systems = tuple(dict.fromkeys(known[system] for system in step.systems))
    moved = step.done_by(known[lane] for lane in step.lanes)
    return moved.replace(id=known[step.id], systems=systems, pin=None)


def _flow(flow: Flow, known: dict[str, str]) -> Flow:
    return flow.replace(
        id=known[flow.id],
        source=known[flow.source],
        target=known[flow.target],
        through_system=known.get(flow.through_system or ""),
    )
