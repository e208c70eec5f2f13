"""The map in sentences, for whoever cannot see it: what happens, who does it, where it goes on."""

from collections.abc import Iterable, Iterator

from pilotmap.analysis.wording import listed, percent, quoted, step_words
from pilotmap.language import tr
from pilotmap.model.map import PilotMap
from pilotmap.model.process import Flow, Step
from pilotmap.report.document.words import quantity_short


def narration(pilot_map: PilotMap, steps: Iterable[str]) -> str:
    """These steps of the map, in the order given, each in a sentence or two."""
    names = {each.flow.id: each.name for each in pilot_map.handoffs}
    return " ".join(
        sentence
        for step in steps
        for sentence in _sentences(pilot_map, pilot_map.step_by_id[step], names)
    )


def _sentences(pilot_map: PilotMap, step: Step, names: dict[str, str]) -> Iterator[str]:
    parts = {
        "step": step_words(pilot_map, step.id),
        "lane": pilot_map.lane_by_id[step.lane].name,
        "systems": listed([pilot_map.system_by_id[each].name for each in step.systems]),
    }
    yield _what(step, parts)
    if step.id == pilot_map.pilot.step and pilot_map.pilot.verdict in (None, "ai"):
        yield tr("This is the step that the AI takes over.")
    times = _times(step)
    if times:
        yield times
    yield from _branches(pilot_map, step, names)


def _what(step: Step, parts: dict[str, str]) -> str:
    if step.kind == "start":
        return tr("It starts with {step}, at {lane}.", **parts)
    if step.kind == "end":
        return tr("It ends with {step}, at {lane}.", **parts)
    if step.kind == "decision":
        return tr("{lane} decides {step}.", **parts)
    if step.kind == "parallel":
        return tr("At {step}, {lane} has several things done at the same time.", **parts)
    if step.kind == "wait":
        return tr("{step}: {lane} waits.", **parts)
    if parts["systems"]:
        return tr("{lane} does {step}, in {systems}.", **parts)
    return tr("{lane} does {step}.", **parts)


def _times(step: Step) -> str:
    wait = quantity_short(step.wait) if step.wait else ""
    work = quantity_short(step.work) if step.work else ""
    if wait and work:
        return tr("The case waits {wait} before, and the work takes {work}.", wait=wait, work=work)
    if wait:
        return tr("The case waits {wait} before.", wait=wait)
    return tr("The work takes {work}.", work=work) if work else ""


def _branches(pilot_map: PilotMap, step: Step, names: dict[str, str]) -> Iterator[str]:
    for flow in pilot_map.flows_out(step.id):
        yield _branch(flow, step_words(pilot_map, flow.target), names.get(flow.id, ""))


def _branch(flow: Flow, target: str, handoff: str) -> str:
    shown = (flow.label, percent(flow.share.value) if flow.share is not None else "")
    case = ", ".join(part for part in shown if part)
    if case and handoff:
        return tr(
            "Branch {branch}: it goes on to {step} by handoff {handoff}.",
            branch=quoted(case),
            step=target,
            handoff=handoff,
        )
    if case:
        return tr("Branch {branch}: it goes on to {step}.", branch=quoted(case), step=target)
    if handoff:
        return tr("It goes on to {step} by handoff {handoff}.", step=target, handoff=handoff)
    return tr("It goes on to {step}.", step=target)
