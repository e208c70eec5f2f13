"""Why an edit cannot be done: one function a rule, None where it can.

Edits refuse by these reasons, and the window asks them for feedback while a person points.
"""

from typing import Final

from pilotmap.language import N_, in_figures, tr, trn
from pilotmap.model.invariants import MOST_FLOWS, MOST_LANES, MOST_STEPS
from pilotmap.model.map import PilotMap
from pilotmap.model.process import Step, StepKind

_UNNAMED: Final[dict[StepKind, str]] = {
    "start": N_("this start"),
    "step": N_("this step"),
    "decision": N_("this decision"),
    "parallel": N_("this parallel"),
    "wait": N_("this wait"),
    "end": N_("this end"),
}
_NO_BRANCHES: Final[dict[StepKind, str]] = {
    "start": N_(
        "{step} is a start, and only a decision or a parallel has branches; make it a decision "
        "first."
    ),
    "step": N_(
        "{step} is a step, and only a decision or a parallel has branches; make it a decision "
        "first."
    ),
    "wait": N_(
        "{step} is a wait, and only a decision or a parallel has branches; make it a decision "
        "first."
    ),
    "end": N_(
        "{step} is an end, and only a decision or a parallel has branches; make it a decision "
        "first."
    ),
}
_NOT_FOR_AI: Final[dict[StepKind, str]] = {
    "start": N_("The AI can take over a step or a decision, and {step} is a start."),
    "parallel": N_("The AI can take over a step or a decision, and {step} is a parallel."),
    "wait": N_("The AI can take over a step or a decision, and {step} is a wait."),
    "end": N_("The AI can take over a step or a decision, and {step} is an end."),
}


def called(step: Step) -> str:
    """A step as a sentence names it."""
    return tr("“{name}”", name=step.name) if step.name else tr(_UNNAMED[step.kind])


def why_not_connect(
    pilot_map: PilotMap, source: str, target: str, besides: str | None = None
) -> str | None:
    """A flow from source to target, where `besides` is a flow that it takes the place of."""
    first, last = pilot_map.step_by_id.get(source), pilot_map.step_by_id.get(target)
    if first is None or last is None:
        return tr("One of the two steps is no longer in the map; select another one.")
    return _why_not_ends(first, last) or _why_not_another_flow(pilot_map, first, last, besides)


def _why_not_ends(source: Step, target: Step) -> str | None:
    if source.id == target.id:
        return tr("{step} cannot lead to itself; put a step in between.", step=_up(called(source)))
    if target.kind == "start":
        return tr(
            "{step} is a start and nothing leads to it; choose the step after.",
            step=_up(called(target)),
        )
    if source.kind == "end":
        return tr(
            "{step} is an end and leads nowhere; choose the step before it.",
            step=_up(called(source)),
        )
    return None


def _why_not_another_flow(
    pilot_map: PilotMap, source: Step, target: Step, besides: str | None
) -> str | None:
    existing = pilot_map.flow_between(source.id, target.id)
    if existing is not None and existing.id != besides:
        return tr(
            "{source} already leads to {target}; select that flow instead.",
            source=_up(called(source)),
            target=called(target),
        )
    return None if besides else why_not_more_flows(pilot_map)


def why_not_more_flows(pilot_map: PilotMap, more: int = 1) -> str | None:
    """The limit of flows."""
    if len(pilot_map.flows) + more <= MOST_FLOWS:
        return None
    most = in_figures(f"{MOST_FLOWS:,}")
    return tr("A map holds at most {most} flows; make two maps of this one.", most=most)


def why_not_add_step(pilot_map: PilotMap) -> str | None:
    """The limit of steps."""
    if len(pilot_map.steps) < MOST_STEPS:
        return None
    most = in_figures(f"{MOST_STEPS:,}")
    return tr("A map holds at most {most} steps; make two maps of this one.", most=most)


def why_not_append(pilot_map: PilotMap, after: str, kind: StepKind = "step") -> str | None:
    """A new step of this kind after an existing one."""
    step = pilot_map.step_by_id.get(after)
    if step is None:
        return tr("The step before is no longer in the map; select another one.")
    if step.kind == "end":
        return tr(
            "{step} is an end and nothing follows it; select the step before it.",
            step=_up(called(step)),
        )
    if kind == "end" and leads_on(pilot_map, step):
        following = pilot_map.step_by_id[pilot_map.flows_out(after)[0].target]
        return tr(
            "{step} already leads to {following}; make it a decision first, then add the end as a "
            "branch.",
            step=_up(called(step)),
            following=called(following),
        )
    return _why_not_new(pilot_map, kind)


def _why_not_new(pilot_map: PilotMap, kind: StepKind) -> str | None:
    """A new step of this kind with a flow to it."""
    if kind == "start":
        return tr("Nothing comes before a start; make it without a step before it.")
    return why_not_add_step(pilot_map) or why_not_more_flows(pilot_map)


def leads_on(pilot_map: PilotMap, step: Step) -> bool:
    """Whether a step put after this one goes between it and what follows, not beside it.

    So it does after everything that leads on already, except where the paths part.
    """
    ways_out = len(pilot_map.flows_out(step.id))
    if step.kind == "decision" or not ways_out:
        return False
    is_join = ways_out == 1 and len(pilot_map.flows_in(step.id)) > 1
    return step.kind != "parallel" or is_join


def why_not_insert(pilot_map: PilotMap, flow: str, kind: StepKind = "step") -> str | None:
    """A new step of this kind in the middle of a flow."""
    if flow not in pilot_map.flow_by_id:
        return tr("That flow is no longer in the map; select another one.")
    if kind == "start":
        return tr("A start cannot stand in the middle of a flow; add a step there.")
    if kind == "end":
        return tr("An end cannot stand in the middle of a flow; add a step there.")
    return why_not_add_step(pilot_map) or why_not_more_flows(pilot_map)


def why_not_branch(pilot_map: PilotMap, node: str, kind: StepKind = "step") -> str | None:
    """One more way out of a decision or a parallel."""
    step = pilot_map.step_by_id.get(node)
    if step is None:
        return tr("That decision is no longer in the map; select another one.")
    if step.kind in _NO_BRANCHES:
        return tr(_NO_BRANCHES[step.kind], step=_up(called(step)))
    return _why_not_new(pilot_map, kind)


def why_not_change_kind(pilot_map: PilotMap, step: str, kind: StepKind) -> str | None:
    """Another kind for a step that may already have ways in and out."""
    old = pilot_map.step_by_id.get(step)
    if old is None:
        return tr("That step is no longer in the map; select another one.")
    if kind == "start" and pilot_map.flows_in(step):
        return tr(
            "Something leads to {step}, so it cannot be a start; delete that flow first.",
            step=called(old),
        )
    if kind == "end" and pilot_map.flows_out(step):
        return tr(
            "{step} leads on, so it cannot be an end; delete that flow first.",
            step=_up(called(old)),
        )
    if step == pilot_map.pilot.step:
        return why_not_ai(pilot_map, step, kind)
    return None


def why_not_ai(pilot_map: PilotMap, step: str, kind: StepKind | None = None) -> str | None:
    """The AI in the place of this step (were it of another kind)."""
    found = pilot_map.step_by_id.get(step)
    if found is None:
        return tr("That step is no longer in the map; select another one.")
    kind = kind or found.kind
    if kind not in _NOT_FOR_AI:
        return None
    return tr(_NOT_FOR_AI[kind], step=called(found))


def why_not_delete_lane(pilot_map: PilotMap, lane: str) -> str | None:
    """A lane goes only when nothing happens in it."""
    found = pilot_map.lane_by_id.get(lane)
    if found is None:
        return tr("That lane is no longer in the map; select another one.")
    count = sum(step.lane == lane for step in pilot_map.steps)
    if not count:
        return None
    return trn(
        "“{lane}” still holds {number} step; move it or merge the lane into another one.",
        "“{lane}” still holds {number} steps; move them or merge the lane into another one.",
        count,
        lane=found.name,
    )


def why_not_add_lane(pilot_map: PilotMap, name: str) -> str | None:
    """A new lane with this name."""
    if len(pilot_map.lanes) >= MOST_LANES:
        return tr("A map holds at most {most} lanes; merge some or make two maps.", most=MOST_LANES)
    return why_not_name_lane(pilot_map, name)


def why_not_name_lane(pilot_map: PilotMap, name: str, besides: str | None = None) -> str | None:
    """A name for a lane, where `besides` is the id of the lane itself."""
    if not name.strip():
        return tr("A lane needs a name; type one.")
    other = _same_name({lane.id: lane.name for lane in pilot_map.lanes}, name, besides)
    if other is None:
        return None
    return tr("There is already a lane “{name}”; merge the two or choose another name.", name=other)


def why_not_name_system(pilot_map: PilotMap, name: str, besides: str | None = None) -> str | None:
    """A name for a system, where `besides` is the id of the system itself."""
    if not name.strip():
        return tr("A system needs a name; type one.")
    other = _same_name({s.id: s.name for s in pilot_map.systems}, name, besides)
    if other is None:
        return None
    return tr(
        "There is already a system “{name}”; merge the two or choose another name.", name=other
    )


def _same_name(names: dict[str, str], name: str, besides: str | None) -> str | None:
    wanted = name.casefold().strip()
    others = (other for part, other in names.items() if part != besides)
    return next((other for other in others if other.casefold() == wanted), None)


def why_not_merge(pilot_map: PilotMap, part: str, into: str) -> str | None:
    """One lane into another, or one system into another."""
    if part == into:
        return tr("Merging needs two different ones; choose another one to merge into.")
    for parts in (pilot_map.lane_by_id, pilot_map.system_by_id):
        if part in parts and into in parts:
            return None
    return tr("Only two lanes, or two systems, of this map can be merged; choose another one.")


def _up(text: str) -> str:
    return text[:1].upper() + text[1:]
