"""PM201 to PM209: what makes a process map readable at all."""

from collections.abc import Iterator
from typing import Final

from pilotmap.analysis.branching import adds_up, is_scaled
from pilotmap.analysis.findings import process_fixes as fixes
from pilotmap.analysis.findings.finding import Facts, Finding, found
from pilotmap.analysis.graph import Graph
from pilotmap.analysis.wording import (
    first_upper,
    listed,
    percent,
    place_words,
    quoted,
    step_words,
)
from pilotmap.language import N_, tr, trn
from pilotmap.model.known import number_of
from pilotmap.model.map import PilotMap
from pilotmap.model.process import SPLITTING_KINDS, Flow, Step

_NO_WAY: Final = N_("{decision} has no way out: add a branch, or make it a step")
_ONE_WAY: Final = N_("{decision} has only one way out: add a branch, or make it a step")
_UNNAMED: Final = {
    "start": N_("A start {place} has no name: say what happens there"),
    "step": N_("A step {place} has no name: say what happens there"),
    "decision": N_("A decision {place} has no name: say what happens there"),
    "wait": N_("A wait {place} has no name: say what happens there"),
    "end": N_("An end {place} has no name: say what happens there"),
}


def check(facts: Facts) -> Iterator[Finding]:
    """Everything that can be wrong with how steps follow one another."""
    m, graph = facts.map, facts.graph
    yield from _start_and_end(m, graph)
    yield from _never_reached(m, graph)
    for step in m.steps:
        if step.kind == "decision":
            yield from _decision(m, step)
        if not step.name.strip() and step.kind != "parallel":
            yield _unnamed(m, step)
    yield from _dead_ends(m, graph)
    yield from _all_sent_back(m, facts.graph)
    yield from _several_ways_out(m)


def _start_and_end(pilot_map: PilotMap, graph: Graph) -> Iterator[Finding]:
    if not graph.of_kind("start"):
        message = tr("The map has no start: add where a case comes from")
        yield found("PM201", message, fix=fixes.start_before(pilot_map))
    if not graph.of_kind("end"):
        message = tr("The map has no end: add how a case is done")
        yield found("PM202", message, fix=fixes.end_after(pilot_map))


def _never_reached(pilot_map: PilotMap, graph: Graph) -> Iterator[Finding]:
    """One finding for each place that lacks a way in, with all that follows from there only."""
    if not graph.of_kind("start"):
        return
    lost = [step for step in graph.steps if step not in graph.structure.reached]
    for part, group in graph.structure.first_of(lost):
        first = next(step for step in group if step in part)
        others = tuple(step for step in group if step != first)
        yield found("PM203", _lost(step_words(pilot_map, first), len(others)), (first, *others))


def _lost(step: str, others: int) -> str:
    if not others:
        return tr("No start leads to {step}: draw the flow that does", step=step)
    return trn(
        "No start leads to {step} and the {number} step after it: draw the flow that does",
        "No start leads to {step} and the {number} steps after it: draw the flow that does",
        others,
        step=step,
    )


def _decision(pilot_map: PilotMap, step: Step) -> Iterator[Finding]:
    flows = pilot_map.flows_out(step.id)
    name = step_words(pilot_map, step.id)
    if step.name.strip():
        name = tr("decision {name}", name=name)
    for flow in flows:
        if not flow.label.strip():
            to = step_words(pilot_map, flow.target)
            message = tr(
                "{decision} has a branch with no label, to {step}: say when it is taken",
                decision=first_upper(name),
                step=to,
            )
            yield found("PM204", message, (step.id, flow.id), fix=fixes.label(flows, flow))
    if len(flows) < 2:
        words = _ONE_WAY if flows else _NO_WAY
        message = tr(words, decision=first_upper(name))
        fix = fixes.make_step(step) if flows else None
        yield found("PM205", message, (step.id,), fix=fix)
    shares = [number_of(flow.share) for flow in flows]
    if flows and any(share is not None for share in shares):
        if not adds_up(shares):
            yield _shares(name, step, flows)
        elif is_scaled(shares):
            yield _scaled(name, step, flows)
    yield from _same_labels(pilot_map, name, step)


def _same_labels(pilot_map: PilotMap, name: str, step: Step) -> Iterator[Finding]:
    """Two branches that nobody can tell apart."""
    by_label: dict[str, list[Flow]] = {}
    for flow in pilot_map.flows_out(step.id):
        if flow.label.strip():
            by_label.setdefault(" ".join(flow.label.split()).casefold(), []).append(flow)
    for flows in by_label.values():
        if len(flows) > 1:
            message = tr(
                "{decision} has {number} branches called {label}: say what tells them apart",
                decision=first_upper(name),
                number=len(flows),
                label=quoted(flows[0].label),
            )
            yield found("PM204", message, (step.id, *(flow.id for flow in flows)))


def _scaled(name: str, step: Step, flows: tuple[Flow, ...]) -> Finding:
    total = sum(number_of(flow.share) or 0.0 for flow in flows)
    message = tr(
        "The branches of {decision} add up to {share}; they were scaled to 100 %",
        decision=name,
        share=percent(round(total, 4)),
    )
    refs = (step.id, *(flow.id for flow in flows))
    return found("PM206", message, refs, fix=fixes.whole_shares(flows), severity="note")


def _shares(name: str, step: Step, flows: tuple[Flow, ...]) -> Finding:
    total = sum(number_of(flow.share) or 0.0 for flow in flows)
    message = tr(
        "The branches of {decision} add up to {share}, not 100 %: correct the shares",
        decision=name,
        share=percent(total),
    )
    refs = (step.id, *(flow.id for flow in flows))
    return found("PM206", message, refs, fix=fixes.whole_shares(flows))


def _unnamed(pilot_map: PilotMap, step: Step) -> Finding:
    message = tr(_UNNAMED[step.kind], place=place_words(pilot_map, step))
    return found("PM207", message, (step.id,))


def _up(pilot_map: PilotMap, step: Step) -> str:
    return first_upper(step_words(pilot_map, step.id))


def _dead_ends(pilot_map: PilotMap, graph: Graph) -> Iterator[Finding]:
    """One finding for each place where cases get stuck, with all that leads nowhere but there."""
    if not graph.of_kind("end"):
        return
    stuck = [step for step in graph.steps if step not in graph.structure.ending]
    ends = [graph.steps[end] for end in graph.of_kind("end")]
    for part, group in graph.structure.last_of(stuck):
        last = next(step for step in group if step in part)
        others = tuple(step for step in group if step != last)
        fix = fixes.lead_to_end(graph.steps[last], ends) if len(part) == 1 else None
        yield found("PM208", _dead_end(pilot_map, part, last), (last, *others), fix=fix)


def _dead_end(pilot_map: PilotMap, part: tuple[str, ...], last: str) -> str:
    sender = next((step for step in part if pilot_map.step_by_id[step].kind == "decision"), None)
    if len(part) > 1 and sender is not None:
        name = first_upper(step_words(pilot_map, sender))
        return tr("{decision} sends every case back: add a way to an end", decision=name)
    if len(part) > 1:
        names = listed(step_words(pilot_map, step) for step in part)
        return tr("Nobody leaves the loop of {steps}: add a way to an end", steps=names)
    name = first_upper(step_words(pilot_map, last))
    return tr("{step} is a dead end: lead it on, or add an end after it", step=name)


def _several_ways_out(pilot_map: PilotMap) -> Iterator[Finding]:
    for step in pilot_map.steps:
        flows = pilot_map.flows_out(step.id)
        if len(flows) > 1 and step.kind not in SPLITTING_KINDS:
            ways = listed(step_words(pilot_map, flow.target) for flow in flows)
            message = tr(
                "{step} leads to {ways}: put a decision after it, or a parallel where all of them "
                "follow",
                step=_up(pilot_map, step),
                ways=ways,
            )
            refs = (step.id, *(flow.id for flow in flows))
            yield found("PM209", message, refs, fix=fixes.decide_after(step))


def _all_sent_back(pilot_map: PilotMap, graph: Graph) -> Iterator[Finding]:
    """Decisions that have a way to an end, which no case takes."""
    weights, leaves = graph.weights, graph.likely.ending
    for step in graph.of_kind("decision"):
        if step not in graph.structure.ending or step in leaves:
            continue
        if any(weights[flow.id] == 0 and flow.target in leaves for flow in graph.out[step]):
            name = first_upper(step_words(pilot_map, step))
            message = tr(
                "{decision} sends every case back, as its other ways have 0 %: correct the shares",
                decision=name,
            )
            yield found("PM208", message, (step,))
