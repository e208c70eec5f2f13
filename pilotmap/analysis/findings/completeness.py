"""PM210 and PM212 to PM216: what a finished process map does not leave open."""

from collections.abc import Iterator
from typing import Final

from pilotmap.analysis.back_and_forth import back_and_forth
from pilotmap.analysis.findings.finding import Facts, Finding, Fix, found
from pilotmap.analysis.parallels import mismatches
from pilotmap.analysis.wording import first_upper, lane_words, quoted, step_words
from pilotmap.language import tr, trn
from pilotmap.model.edits.lanes import delete_lane
from pilotmap.model.map import PilotMap
from pilotmap.model.process import Lane

MOST_STEPS: Final = 50


def check(facts: Facts) -> Iterator[Finding]:
    """Everything that is not wrong, but not finished either."""
    pilot_map = facts.map
    yield from _empty_lanes(pilot_map)
    yield from _branches(facts)
    yield from _handoffs(pilot_map)
    if facts.numbers.steps and not any(step.systems for step in pilot_map.steps):
        message = tr("No step touches any system: say which systems the work is done in")
        yield found("PM214", message)
    for lanes, passes in back_and_forth(facts.graph, pilot_map.lanes):
        one, other = (lane_words(pilot_map.lane_by_id[lane]) for lane in lanes)
        message = tr(
            "{one} and {other} pass the work back and forth {passes} times: could one do it?",
            one=one,
            other=other,
            passes=passes,
        )
        yield found("PM215", message, lanes)
    if facts.numbers.steps > MOST_STEPS:
        message = trn(
            "The map has {number} step: consider two maps",
            "The map has {number} steps: consider two maps",
            facts.numbers.steps,
        )
        yield found("PM216", message)


def _empty_lanes(pilot_map: PilotMap) -> Iterator[Finding]:
    """A lane counts as used where the AI hands over to it."""
    used = {step.lane for step in pilot_map.steps}
    used |= {pilot_map.pilot.human or "", pilot_map.pilot.escalates_to or ""}
    used |= {pilot_map.pilot.watched_by or "", pilot_map.pilot.stopped_by or ""}
    for lane in pilot_map.lanes:
        if lane.id not in used:
            message = tr(
                "Nothing happens in lane {lane}: give it a step, or delete it",
                lane=lane_words(lane),
            )
            yield found("PM210", message, (lane.id,), fix=_without(lane))


def _without(lane: Lane) -> Fix:
    return Fix(
        tr("Delete lane {lane}", lane=quoted(lane.name)),
        lambda pilot_map: delete_lane(pilot_map, lane.id),
    )


def _branches(facts: Facts) -> Iterator[Finding]:
    pilot_map = facts.map
    for step, fault, parting in mismatches(facts.graph):
        name = step_words(pilot_map, step)
        refs = (step, parting) if parting else (step,)
        if fault == "open":
            message = tr(
                "What {step} starts at the same time never comes together: join it", step=name
            )
        elif fault == "loop":
            message = tr(
                "{step} waits for what it starts itself: lead back before it",
                step=first_upper(name),
            )
        elif parting:
            message = tr(
                "{step} waits for branches of {decision}, and only one of them comes",
                step=first_upper(name),
                decision=step_words(pilot_map, parting),
            )
        else:
            message = tr(
                "{step} waits for different starts, and only one of them comes",
                step=first_upper(name),
            )
        yield found("PM212", message, refs)


def _handoffs(pilot_map: PilotMap) -> Iterator[Finding]:
    for handoff in pilot_map.handoffs:
        flow = handoff.flow
        if not flow.passes.strip():
            message = tr(
                "Handoff {name}, from {source} to {target}, does not say what is passed",
                name=handoff.name,
                source=step_words(pilot_map, flow.source),
                target=step_words(pilot_map, flow.target),
            )
            yield found("PM213", message, (flow.id,))
