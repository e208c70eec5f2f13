"""PM210 and PM212 to PM216: what a finished process map does not leave open."""

from collections.abc import Iterator
from typing import Final

from pilotmap.analysis.back_and_forth import back_and_forth
from pilotmap.analysis.findings.finding import Facts, Finding, Fix, found
from pilotmap.analysis.parallels import mismatches
from pilotmap.analysis.wording import first_upper, lane_words, quoted, step_words
from pilotmap.model.edits.lanes import delete_lane
from pilotmap.model.handoffs import handoffs
from pilotmap.model.map import PilotMap
from pilotmap.model.process import Lane

MOST_STEPS: Final = 50


def check(facts: Facts) -> Iterator[Finding]:
    """Everything that is not wrong, but not finished either."""
    m = facts.map
    yield from _empty_lanes(m)
    yield from _branches(facts)
    yield from _handoffs(m)
    if facts.numbers.steps and not any(step.systems for step in m.steps):
        message = "No step touches any system: say which systems the work is done in"
        yield found("PM214", message)
    for lanes, passes in back_and_forth(facts.graph, m.lanes):
        one, other = (lane_words(m.lane_by_id[lane]) for lane in lanes)
        message = f"{one} and {other} pass the work back and forth {passes} times: could one do it?"
        yield found("PM215", message, lanes)
    if facts.numbers.steps > MOST_STEPS:
        message = f"The map has {facts.numbers.steps:,} steps: consider two maps"
        yield found("PM216", message)


def _empty_lanes(m: PilotMap) -> Iterator[Finding]:
    """A lane counts as used where the AI hands over to it."""
    used = {step.lane for step in m.steps}
    used |= {m.pilot.human or "", m.pilot.escalates_to or ""}
    used |= {m.pilot.watched_by or "", m.pilot.stopped_by or ""}
    for lane in m.lanes:
        if lane.id not in used:
            message = f"Nothing happens in lane {lane_words(lane)}: give it a step, or delete it"
            yield found("PM210", message, (lane.id,), fix=_without(lane))


def _without(lane: Lane) -> Fix:
    return Fix(f"Delete lane {quoted(lane.name)}", lambda m: delete_lane(m, lane.id))


def _branches(facts: Facts) -> Iterator[Finding]:
    m = facts.map
    for step, fault, parting in mismatches(facts.graph):
        name = step_words(m, step)
        refs = (step, parting) if parting else (step,)
        if fault == "open":
            message = f"What {name} starts at the same time never comes together: join it"
        elif fault == "loop":
            message = f"{first_upper(name)} waits for what it starts itself: lead back before it"
        else:
            others = f"branches of {step_words(m, parting)}" if parting else "different starts"
            message = f"{first_upper(name)} waits for {others}, and only one of them comes"
        yield found("PM212", message, refs)


def _handoffs(m: PilotMap) -> Iterator[Finding]:
    for handoff in handoffs(m):
        flow = handoff.flow
        if not flow.passes.strip():
            ways = f"from {step_words(m, flow.source)} to {step_words(m, flow.target)}"
            message = f"Handoff {handoff.name}, {ways}, does not say what is passed"
            yield found("PM213", message, (flow.id,))
