"""The edits that take away what is wrong with a process map."""

from collections.abc import Sequence
from typing import Final

from pilotmap.analysis.findings.finding import Fix
from pilotmap.analysis.wording import quoted
from pilotmap.language import tr
from pilotmap.model.edits.fields import edit_flow
from pilotmap.model.edits.flows import connect, reconnect
from pilotmap.model.edits.steps import add_step, append_step, change_kind
from pilotmap.model.known import number_of
from pilotmap.model.map import PilotMap
from pilotmap.model.process import Flow, Step

_OPPOSITES: Final = {
    "yes": "no",
    "no": "yes",
    "ok": "not ok",
    "true": "false",
    "false": "true",
    "ja": "nein",
    "nein": "ja",
}


def start_before(pilot_map: PilotMap) -> Fix | None:
    """A start before the one step that nothing leads to."""
    first = [step for step in pilot_map.steps if not pilot_map.flows_in(step.id)]
    if len(first) != 1:
        return None
    step = first[0]

    def edit(pilot_map: PilotMap) -> PilotMap:
        made = add_step(pilot_map, step.lane, tr("Start"), kind="start")
        return connect(made.map, made.id, step.id).map

    return Fix(tr("Add a start before {step}", step=quoted(step.name)), edit)


def end_after(pilot_map: PilotMap) -> Fix | None:
    """An end after the one step that leads nowhere."""
    last = [step for step in pilot_map.steps if not pilot_map.flows_out(step.id)]
    if len(last) != 1:
        return None
    return _new_end(last[0])


def _new_end(step: Step) -> Fix:
    label = tr("Add an end after {step}", step=quoted(step.name))
    return Fix(label, lambda pilot_map: append_step(pilot_map, step.id, tr("Done"), kind="end").map)


def lead_to_end(stuck: Step, ends: Sequence[Step]) -> Fix:
    """A flow to the only end, or an end of its own where there are several."""
    if len(ends) != 1:
        return _new_end(stuck)
    label = tr("Lead it to {end}", end=quoted(ends[0].name))
    return Fix(label, lambda pilot_map: connect(pilot_map, stuck.id, ends[0].id).map)


def label(flows: Sequence[Flow], unlabelled: Flow) -> Fix | None:
    """A label for a branch where the others leave only one: no beside yes, otherwise beside all."""
    others = [flow.label.strip() for flow in flows if flow.id != unlabelled.id]
    if not others or not all(others):
        return None
    opposite = _OPPOSITES.get(others[0].lower()) if len(others) == 1 else None
    word = opposite or tr("otherwise")
    if word in others:
        return None
    return Fix(
        tr("Label it {word}", word=quoted(word)),
        lambda pilot_map: edit_flow(pilot_map, unlabelled.id, label=word),
    )


def make_step(decision: Step) -> Fix:
    """A plain step in the place of a decision that decides nothing."""
    return Fix(tr("Make it a step"), lambda pilot_map: change_kind(pilot_map, decision.id, "step"))


def whole_shares(flows: Sequence[Flow]) -> Fix | None:
    """The same shares in proportion, so that they make 100 % together."""
    total = sum(number_of(flow.share) or 0.0 for flow in flows)
    if total == 0:
        return None
    shares = {flow.id: flow.share.value / total for flow in flows if flow.share is not None}

    def edit(pilot_map: PilotMap) -> PilotMap:
        for flow, share in shares.items():
            pilot_map = edit_flow(pilot_map, flow, share=round(share, 4))
        rest = sum(number_of(pilot_map.flow_by_id[flow].share) or 0.0 for flow in shares) - 1
        largest = max(shares, key=lambda flow: shares[flow])
        share = (number_of(pilot_map.flow_by_id[largest].share) or 0.0) - rest
        return edit_flow(pilot_map, largest, share=round(share, 4))

    return Fix(tr("Make them 100 % in proportion"), edit)


def decide_after(step: Step) -> Fix:
    """A decision behind a step, which takes over its ways out."""

    def edit(pilot_map: PilotMap) -> PilotMap:
        flows = pilot_map.flows_out(step.id)
        made = add_step(pilot_map, step.lane, tr("Which way?"), kind="decision")
        changed = made.map
        for flow in flows:
            changed = reconnect(changed, flow.id, source=made.id)
        return connect(changed, step.id, made.id).map

    return Fix(tr("Put a decision after {step}", step=quoted(step.name)), edit)
