"""What must be true of every map; a file that breaks one of these does not load.

Every edit asks them, so each check first looks whether all is well, and for the place only if not.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from pilotmap.language import N_, in_figures, tr
from pilotmap.model.parts import Parts

MOST_STEPS: Final = 5_000
MOST_FLOWS: Final = 10_000
MOST_LANES: Final = 200


class Broken(NamedTuple):
    """A broken invariant: the place as a JSON path, the rule, the value found."""

    place: str
    rule: str
    value: str


def first_broken(parts: Parts) -> Broken | None:
    """The first invariant that a map breaks, in the order of its keys, or None."""
    for check in _CHECKS:
        broken = next(check(parts), None)
        if broken is not None:
            return broken
    return None


def _sizes(m: Parts) -> Iterator[Broken]:
    for key, count, most, rule in (
        ("lanes", len(m.lanes), MOST_LANES, N_("at most {most} lanes are allowed")),
        ("steps", len(m.steps), MOST_STEPS, N_("at most {most} steps are allowed")),
        ("flows", len(m.flows), MOST_FLOWS, N_("at most {most} flows are allowed")),
    ):
        if count > most:
            said = tr(rule, most=in_figures(f"{most:,}"))
            yield Broken(f"$.{key}", said, in_figures(f"{count:,}"))


def _ids(m: Parts) -> Iterator[Broken]:
    parts = (m.lanes, m.systems, m.steps, m.flows, m.phases, m.notes)
    ids = [part.id for several in parts for part in several]
    if len(set(ids)) == len(ids):
        return
    seen: set[str] = set()
    for key in ("lanes", "systems", "steps", "flows", "phases", "notes"):
        for index, part in enumerate(getattr(m, key)):
            if part.id in seen:
                yield Broken(f"$.{key}[{index}].id", tr("every id may be used only once"), part.id)
            seen.add(part.id)


def _lanes_and_systems(m: Parts) -> Iterator[Broken]:
    lanes = {lane.id for lane in m.lanes}
    systems = {system.id for system in m.systems}
    touched = [step.systems for step in m.steps if step.systems]
    in_lanes = lanes.issuperset([step.lane for step in m.steps])
    if in_lanes and all(systems.issuperset(t) and len(set(t)) == len(t) for t in touched):
        return
    for index, step in enumerate(m.steps):
        place = f"$.steps[{index}]"
        if step.lane not in lanes:
            yield Broken(f"{place}.lane", tr("a step must be in a lane of this map"), step.lane)
        for at, system in enumerate(step.systems):
            if system not in systems:
                yield Broken(f"{place}.systems[{at}]", tr("no system has this id"), system)
        if len(set(step.systems)) < len(step.systems):
            yield Broken(
                f"{place}.systems", tr("a system may be named once a step"), ", ".join(step.systems)
            )


def _taking_part(m: Parts) -> Iterator[Broken]:
    for index, step in enumerate(m.steps):
        if not step.with_lanes:
            continue
        place = f"$.steps[{index}].with"
        for at, lane in enumerate(step.with_lanes):
            if lane not in m.lane_by_id:
                yield Broken(f"{place}[{at}]", tr("no lane has this id"), lane)
            if lane == step.lane:
                yield Broken(f"{place}[{at}]", tr("the step’s own lane takes part anyway"), lane)
        if len(set(step.with_lanes)) < len(step.with_lanes):
            named = ", ".join(step.with_lanes)
            yield Broken(place, tr("a lane may be named once a step"), named)


def _handed_over(m: Parts) -> Iterator[Broken]:
    for index, flow in enumerate(m.flows):
        if flow.through_system is None:
            continue
        place = f"$.flows[{index}]"
        if flow.through_system not in m.system_by_id:
            place = f"{place}.through_system"
            yield Broken(place, tr("no system has this id"), flow.through_system)
        if flow.through:
            rule = tr("a flow goes through a system or through what a text names, never both")
            yield Broken(place, rule, flow.through)


def _outcome(m: Parts) -> Iterator[Broken]:
    for key in ("starts_at", "ends_at"):
        step = getattr(m.outcome, key)
        if step is not None and step not in m.step_by_id:
            yield Broken(f"$.outcome.{key}", tr("no step has this id"), step)


def _phases(m: Parts) -> Iterator[Broken]:
    begun: set[str] = set()
    for index, phase in enumerate(m.phases):
        place = f"$.phases[{index}].first"
        if phase.first not in m.step_by_id:
            yield Broken(place, tr("no step has this id"), phase.first)
        if phase.first in begun:
            yield Broken(place, tr("a step may begin only one phase"), phase.first)
        begun.add(phase.first)


def _money(m: Parts) -> Iterator[Broken]:
    pilot = m.pilot
    costs = ("cost_once", "cost_per_case", "cost_of_error")
    given = [(f"$.lanes[{at}].rate", lane.rate) for at, lane in enumerate(m.lanes) if lane.rate]
    given += [(f"$.pilot.{key}", money) for key in costs if (money := getattr(pilot, key))]
    for place, money in given:
        if money.unit != m.currency:
            rule = tr("must be in the currency of the map, “{currency}”", currency=m.currency)
            yield Broken(f"{place}.unit", rule, money.unit)


def _flow_ends(m: Parts) -> Iterator[Broken]:
    kinds = {step.id: step.kind for step in m.steps}
    if not any(
        flow.source == flow.target
        or kinds.get(flow.source, "end") == "end"  # as bad as one that is not there
        or kinds.get(flow.target, "start") == "start"
        for flow in m.flows
    ):
        return
    for index, flow in enumerate(m.flows):
        place = f"$.flows[{index}]"
        for end, step in (("source", flow.source), ("target", flow.target)):
            if step not in kinds:
                yield Broken(f"{place}.{end}", tr("no step has this id"), step)
        if flow.source == flow.target:
            yield Broken(place, tr("a flow cannot lead from a step to itself"), flow.source)
        if kinds.get(flow.target) == "start":
            yield Broken(f"{place}.target", tr("a start can have no flow in"), flow.target)
        if kinds.get(flow.source) == "end":
            yield Broken(f"{place}.source", tr("an end can have no flow out"), flow.source)


def _flow_doubles(m: Parts) -> Iterator[Broken]:
    if len({(flow.source, flow.target) for flow in m.flows}) == len(m.flows):
        return
    seen: set[tuple[str, str]] = set()
    for index, flow in enumerate(m.flows):
        ends = (flow.source, flow.target)
        if ends in seen:
            yield Broken(
                f"$.flows[{index}]",
                tr("there may be only one flow between the same two steps"),
                f"{flow.source} → {flow.target}",
            )
        seen.add(ends)


def _pilot(m: Parts) -> Iterator[Broken]:
    if m.pilot.step is not None and m.pilot.step not in {step.id for step in m.steps}:
        yield Broken("$.pilot.step", tr("no step has this id"), m.pilot.step)
    lanes = {lane.id for lane in m.lanes}
    for key in ("human", "escalates_to", "watched_by", "stopped_by"):
        lane = getattr(m.pilot, key)
        if lane is not None and lane not in lanes:
            yield Broken(f"$.pilot.{key}", tr("no lane has this id"), lane)


def _notes(m: Parts) -> Iterator[Broken]:
    if not m.notes and not m.waivers:
        return
    about = {step.id for step in m.steps} | {flow.id for flow in m.flows}
    for index, note in enumerate(m.notes):
        if note.about is not None and note.about not in about:
            yield Broken(f"$.notes[{index}].about", tr("no step or flow has this id"), note.about)
    known = about | {lane.id for lane in m.lanes} | {system.id for system in m.systems}
    known |= {note.id for note in m.notes} | {phase.id for phase in m.phases}
    for index, waiver in enumerate(m.waivers):
        for at, ref in enumerate(waiver.refs):
            if ref not in known:
                yield Broken(f"$.waivers[{index}].refs[{at}]", tr("nothing has this id"), ref)


_CHECKS: Final = (
    *(_sizes, _ids, _outcome, _lanes_and_systems, _taking_part),
    *(_flow_ends, _flow_doubles, _handed_over, _pilot, _money, _phases, _notes),
)
"""In the order of the file's keys, as far as one may rely on what another has checked."""
