"""Handoffs are never drawn: a flow between lanes is one, numbered H1, H2 and on."""

from collections import deque
from typing import NamedTuple

from pilotmap.model.map import PilotMap
from pilotmap.model.process import Flow


class Handoff(NamedTuple):
    """A flow on which the work changes hands, and its number on the map."""

    number: int
    flow: Flow

    @property
    def name(self) -> str:
        """H1, H2 ..."""
        return f"H{self.number}"


def breadth_first(pilot_map: PilotMap) -> tuple[str, ...]:
    """All step ids breadth first from the starts, in file order; unreachable ones last."""
    order: dict[str, None] = {}
    starts = [step.id for step in pilot_map.steps if step.kind == "start"]
    for root in starts + [step.id for step in pilot_map.steps]:
        waiting = deque([root] if root not in order else [])
        if root in starts:
            waiting.extend(other for other in starts if other != root)
        while waiting:
            step = waiting.popleft()
            if step in order:
                continue
            order[step] = None
            waiting.extend(flow.target for flow in pilot_map.flows_out(step))
    return tuple(order)


def handoffs(pilot_map: PilotMap) -> tuple[Handoff, ...]:
    """The numbered handoffs, breadth first from the starts, in file order."""
    crossing = (
        flow
        for step in breadth_first(pilot_map)
        for flow in pilot_map.flows_out(step)
        if pilot_map.is_handoff(flow)
    )
    return tuple(Handoff(number, flow) for number, flow in enumerate(crossing, start=1))
