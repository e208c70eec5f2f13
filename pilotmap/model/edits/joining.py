"""How flows are split when a step comes between, and joined when it goes."""

from typing import NamedTuple

from pilotmap.model.map import PilotMap
from pilotmap.model.process import Flow, Step


class Joined(NamedTuple):
    """The flows without a step, and what became of the flows that ended at it."""

    flows: tuple[Flow, ...]
    heirs: dict[str, str]
    """For a flow that is gone, the flow that now stands in its place."""


def split(pilot_map: PilotMap, flow: Flow, step: Step, new_id: str) -> tuple[Flow, Flow]:
    """A flow as two, to a step in between and on from it.

    Label, share and id stay with the first, the mark of rework goes with the one that leads back.
    What is handed over stays with the half on which the work still changes hands.
    """
    lanes = (pilot_map.step_by_id[flow.source].lane, pilot_map.step_by_id[flow.target].lane)
    first = flow.replace(target=step.id, rework=False)
    second = Flow(id=new_id, source=step.id, target=flow.target, rework=flow.rework)
    if step.lane == lanes[0] != lanes[1]:
        first = first.replace(**second.handed_over)
        second = second.replace(**flow.handed_over)
    return first, second


def join_around(pilot_map: PilotMap, step: str) -> Joined:
    """The flows without a step: its ways in lead where its one way out led.

    With several ways out, or none, nothing is joined. No flow is doubled or leads to its own
    source.
    """
    ways_in, ways_out = pilot_map.flows_in(step), pilot_map.flows_out(step)
    onward = ways_out[0] if len(ways_out) == 1 else None
    replaced: dict[str, Flow] = {}
    if onward is not None:
        for flow in ways_in:
            if flow.source != onward.target and not pilot_map.flow_between(
                flow.source, onward.target
            ):
                replaced[flow.id] = _joined(pilot_map, flow, onward)
    gone = {flow.id for flow in (*ways_in, *ways_out)} - replaced.keys()
    flows = tuple(replaced.get(flow.id, flow) for flow in pilot_map.flows if flow.id not in gone)
    heir = next(iter(replaced), None)
    return Joined(flows, {onward.id: heir} if onward is not None and heir is not None else {})


def _joined(pilot_map: PilotMap, flow: Flow, onward: Flow) -> Flow:
    """Label and share of the first; handed over is what the first handoff of the two hands over."""
    donor = onward if pilot_map.is_handoff(onward) and not pilot_map.is_handoff(flow) else flow
    return flow.replace(
        target=onward.target,
        rework=flow.rework or onward.rework,
        **donor.handed_over,
    )
