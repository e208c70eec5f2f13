"""Why an edit cannot be done: one function a rule, None where it can.

Edits refuse by these reasons, and the window asks them for feedback while a person points.
"""

from pilotmap.model.invariants import MOST_FLOWS, MOST_LANES, MOST_STEPS
from pilotmap.model.map import PilotMap
from pilotmap.model.process import Step, StepKind

KIND_WORDS: dict[StepKind, str] = {
    "start": "a start",
    "step": "a step",
    "decision": "a decision",
    "parallel": "a parallel",
    "wait": "a wait",
    "end": "an end",
}


def called(step: Step) -> str:
    """A step as a sentence names it."""
    return f"“{step.name}”" if step.name else f"this {KIND_WORDS[step.kind].split()[1]}"


def why_not_connect(
    m: PilotMap, source: str, target: str, besides: str | None = None
) -> str | None:
    """A flow from source to target, where `besides` is a flow that it takes the place of."""
    first, last = m.step_by_id.get(source), m.step_by_id.get(target)
    if first is None or last is None:
        return "One of the two steps is no longer in the map; select another one."
    return _why_not_ends(first, last) or _why_not_another_flow(m, first, last, besides)


def _why_not_ends(source: Step, target: Step) -> str | None:
    if source.id == target.id:
        return f"{_up(called(source))} cannot lead to itself; put a step in between."
    if target.kind == "start":
        return f"{_up(called(target))} is a start and nothing leads to it; choose the step after."
    if source.kind == "end":
        return f"{_up(called(source))} is an end and leads nowhere; choose the step before it."
    return None


def _why_not_another_flow(
    m: PilotMap, source: Step, target: Step, besides: str | None
) -> str | None:
    existing = m.flow_between(source.id, target.id)
    if existing is not None and existing.id != besides:
        return f"{_up(called(source))} already leads to {called(target)}; select that flow instead."
    return None if besides else why_not_more_flows(m)


def why_not_more_flows(m: PilotMap, more: int = 1) -> str | None:
    """The limit of flows."""
    if len(m.flows) + more <= MOST_FLOWS:
        return None
    return f"A map holds at most {MOST_FLOWS:,} flows; make two maps of this one."


def why_not_add_step(m: PilotMap) -> str | None:
    """The limit of steps."""
    if len(m.steps) < MOST_STEPS:
        return None
    return f"A map holds at most {MOST_STEPS:,} steps; make two maps of this one."


def why_not_append(m: PilotMap, after: str, kind: StepKind = "step") -> str | None:
    """A new step of this kind after an existing one."""
    step = m.step_by_id.get(after)
    if step is None:
        return "The step before is no longer in the map; select another one."
    if step.kind == "end":
        return f"{_up(called(step))} is an end and nothing follows it; select the step before it."
    if kind == "start":
        return "Nothing comes before a start; make it without a step before it."
    if kind == "end" and leads_on(m, step):
        following = m.step_by_id[m.flows_out(after)[0].target]
        return (
            f"{_up(called(step))} already leads to {called(following)}; "
            "make it a decision first, then add the end as a branch."
        )
    return why_not_add_step(m) or why_not_more_flows(m)


def leads_on(m: PilotMap, step: Step) -> bool:
    """Whether a step put after this one goes between it and what follows, not beside it.

    So it does after everything that leads on already, except where the paths part.
    """
    ways_out = len(m.flows_out(step.id))
    if step.kind == "decision" or not ways_out:
        return False
    is_join = ways_out == 1 and len(m.flows_in(step.id)) > 1
    return step.kind != "parallel" or is_join


def why_not_insert(m: PilotMap, flow: str, kind: StepKind = "step") -> str | None:
    """A new step of this kind in the middle of a flow."""
    if flow not in m.flow_by_id:
        return "That flow is no longer in the map; select another one."
    if kind in {"start", "end"}:
        return f"{_up(KIND_WORDS[kind])} cannot stand in the middle of a flow; add a step there."
    return why_not_add_step(m) or why_not_more_flows(m)


def why_not_branch(m: PilotMap, node: str, kind: StepKind = "step") -> str | None:
    """One more way out of a decision or a parallel."""
    step = m.step_by_id.get(node)
    if step is None:
        return "That decision is no longer in the map; select another one."
    if step.kind not in {"decision", "parallel"}:
        return (
            f"{_up(called(step))} is {KIND_WORDS[step.kind]}, and only a decision or a parallel "
            "has branches; make it a decision first."
        )
    return why_not_append(m, node, kind)


def why_not_change_kind(m: PilotMap, step: str, kind: StepKind) -> str | None:
    """Another kind for a step that may already have ways in and out."""
    old = m.step_by_id.get(step)
    if old is None:
        return "That step is no longer in the map; select another one."
    if kind == "start" and m.flows_in(step):
        return f"Something leads to {called(old)}, so it cannot be a start; delete that flow first."
    if kind == "end" and m.flows_out(step):
        return f"{_up(called(old))} leads on, so it cannot be an end; delete that flow first."
    if step == m.pilot.step:
        return why_not_ai(m, step, kind)
    return None


def why_not_ai(m: PilotMap, step: str, kind: StepKind | None = None) -> str | None:
    """The AI in the place of this step (were it of another kind)."""
    found = m.step_by_id.get(step)
    if found is None:
        return "That step is no longer in the map; select another one."
    kind = kind or found.kind
    if kind in {"step", "decision"}:
        return None
    return f"The AI can take over a step or a decision, and {called(found)} is {KIND_WORDS[kind]}."


def why_not_delete_lane(m: PilotMap, lane: str) -> str | None:
    """A lane goes only when nothing happens in it."""
    found = m.lane_by_id.get(lane)
    if found is None:
        return "That lane is no longer in the map; select another one."
    count = sum(step.lane == lane for step in m.steps)
    if not count:
        return None
    steps = "1 step; move it" if count == 1 else f"{count} steps; move them"
    return f"“{found.name}” still holds {steps} or merge the lane into another one."


def why_not_add_lane(m: PilotMap, name: str) -> str | None:
    """A new lane with this name."""
    if len(m.lanes) >= MOST_LANES:
        return f"A map holds at most {MOST_LANES} lanes; merge some or make two maps."
    return why_not_name_lane(m, name)


def why_not_name_lane(m: PilotMap, name: str, besides: str | None = None) -> str | None:
    """A name for a lane, where `besides` is the id of the lane itself."""
    return _why_not_name("lane", {lane.id: lane.name for lane in m.lanes}, name, besides)


def why_not_name_system(m: PilotMap, name: str, besides: str | None = None) -> str | None:
    """A name for a system, where `besides` is the id of the system itself."""
    return _why_not_name("system", {s.id: s.name for s in m.systems}, name, besides)


def _why_not_name(word: str, names: dict[str, str], name: str, besides: str | None) -> str | None:
    if not name.strip():
        return f"A {word} needs a name; type one."
    wanted = name.casefold().strip()
    for part, other in names.items():
        if part != besides and other.casefold() == wanted:
            return f"There is already a {word} “{other}”; merge the two or choose another name."
    return None


def why_not_merge(m: PilotMap, part: str, into: str) -> str | None:
    """One lane into another, or one system into another."""
    if part == into:
        return "Merging needs two different ones; choose another one to merge into."
    for parts in (m.lane_by_id, m.system_by_id):
        if part in parts and into in parts:
            return None
    return "Only two lanes, or two systems, of this map can be merged; choose another one."


def _up(text: str) -> str:
    return text[:1].upper() + text[1:]
