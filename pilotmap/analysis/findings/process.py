"""PM201 to PM209: what makes a process map readable at all."""

from collections.abc import Iterator

from pilotmap.analysis.branching import adds_up
from pilotmap.analysis.findings import process_fixes as fixes
from pilotmap.analysis.findings.finding import Facts, Finding, found
from pilotmap.analysis.graph import Graph, components, reach
from pilotmap.analysis.wording import counted, first_upper, listed, percent, place_words, step_words
from pilotmap.model.map import PilotMap
from pilotmap.model.process import SPLITTING_KINDS, Flow, Step


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
    yield from _several_ways_out(m)


def _start_and_end(m: PilotMap, graph: Graph) -> Iterator[Finding]:
    if not graph.of_kind("start"):
        message = "The map has no start: add where a case comes from"
        yield found("PM201", message, fix=fixes.start_before(m))
    if not graph.of_kind("end"):
        message = "The map has no end: add how a case is done"
        yield found("PM202", message, fix=fixes.end_after(m))


def _never_reached(m: PilotMap, graph: Graph) -> Iterator[Finding]:
    """One finding for each place that lacks a way in, with all that follows from there only."""
    if not graph.of_kind("start"):
        return
    lost = {step: at for at, step in enumerate(graph.steps) if step not in graph.reached}
    told: set[str] = set()
    for part in components(lost, lambda step: (o for o in graph.after(step) if o in lost)):
        if told.isdisjoint(part):
            group = reach(part[:1], lambda s: lost.keys() & set(graph.after(s)) - told)
            told.update(group)
            first = min(part, key=lost.__getitem__)
            others = tuple(sorted(group - {first}, key=lost.__getitem__))
            message = f"No start leads to {step_words(m, first)}"
            if others:
                message += f" and the {counted(len(others), 'step')} after it"
            yield found("PM203", f"{message}: draw the flow that does", (first, *others))


def _decision(m: PilotMap, step: Step) -> Iterator[Finding]:
    flows = m.flows_out(step.id)
    name = f"Decision {step_words(m, step.id)}" if step.name.strip() else _up(m, step)
    for flow in flows:
        if not flow.label.strip():
            to = step_words(m, flow.target)
            message = f"{name} has a branch with no label, to {to}: say when it is taken"
            yield found("PM204", message, (step.id, flow.id), fix=fixes.label(flows, flow))
    if len(flows) < 2:
        ways = "no way out" if not flows else "only one way out"
        message = f"{name} has {ways}: add a branch, or make it a step"
        fix = fixes.make_step(step) if flows else None
        yield found("PM205", message, (step.id,), fix=fix)
    shares = [flow.share for flow in flows]
    if flows and any(share is not None for share in shares) and not adds_up(shares):
        yield _shares(name, step, flows)


def _shares(name: str, step: Step, flows: tuple[Flow, ...]) -> Finding:
    total = sum(flow.share or 0.0 for flow in flows)
    message = f"The branches of {name[:1].lower()}{name[1:]} add up to {percent(total)}, not 100 %"
    refs = (step.id, *(flow.id for flow in flows))
    return found("PM206", f"{message}: correct the shares", refs, fix=fixes.whole_shares(flows))


def _unnamed(m: PilotMap, step: Step) -> Finding:
    kind = "An end" if step.kind == "end" else f"A {step.kind}"
    message = f"{kind} {place_words(m, step)} has no name: say what happens there"
    return found("PM207", message, (step.id,))


def _up(m: PilotMap, step: Step) -> str:
    return first_upper(step_words(m, step.id))


def _dead_ends(m: PilotMap, graph: Graph) -> Iterator[Finding]:
    """One finding for each place where cases get stuck, with all that leads nowhere but there."""
    if not graph.of_kind("end"):
        return
    stuck = {step: at for at, step in enumerate(graph.steps) if step not in graph.ending}
    ends = [graph.steps[end] for end in graph.of_kind("end")]
    told: set[str] = set()
    parts = components(stuck, lambda step: (o for o in graph.after(step) if o in stuck))
    for part in reversed(parts):
        if told.isdisjoint(part):
            last = min(part, key=stuck.__getitem__)
            group = reach(part[:1], lambda s: stuck.keys() & set(graph.before(s)) - told)
            told.update(group)
            others = tuple(sorted(group - {last}, key=stuck.__getitem__))
            message = _dead_end(m, part, last)
            fix = fixes.lead_to_end(graph.steps[last], ends) if len(part) == 1 else None
            yield found("PM208", message, (last, *others), fix=fix)


def _dead_end(m: PilotMap, part: tuple[str, ...], last: str) -> str:
    if len(part) > 1:
        names = listed(step_words(m, step) for step in part)
        return f"Nobody leaves the loop of {names}: add a way to an end"
    name = first_upper(step_words(m, last))
    return f"{name} is a dead end: lead it on, or add an end after it"


def _several_ways_out(m: PilotMap) -> Iterator[Finding]:
    for step in m.steps:
        flows = m.flows_out(step.id)
        if len(flows) > 1 and step.kind not in SPLITTING_KINDS:
            ways = listed(step_words(m, flow.target) for flow in flows)
            message = (
                f"{_up(m, step)} leads to {ways}: put a decision after it, "
                "or a parallel where all of them follow"
            )
            refs = (step.id, *(flow.id for flow in flows))
            yield found("PM209", message, refs, fix=fixes.decide_after(step))
