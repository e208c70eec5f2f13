"""Handoffs are never drawn: a flow between lanes is one, numbered H1, H2 and on."""

from collections import deque
from collections.abc import Callable, Iterable
from typing import NamedTuple

from pilotmap.model.process import Flow, Step

FlowsOut = Callable[[str], tuple[Flow, ...]]


class Handoff(NamedTuple):
    """A flow on which the work changes hands, and its number on the map."""

    number: int
    flow: Flow

    @property
    def name(self) -> str:
        """H1, H2 ..."""
        return f"H{self.number}"


def breadth_first(steps: tuple[Step, ...], flows_out: FlowsOut) -> tuple[str, ...]:
    """All step ids breadth first from the starts, in file order; unreachable ones last."""
    order: dict[str, None] = {}
    starts = [step.id for step in steps if step.kind == "start"]
    _walk(starts, flows_out, order)
    for step in steps:
        if step.id not in order:
            _walk([step.id], flows_out, order)
    return tuple(order)


def _walk(roots: list[str], flows_out: FlowsOut, order: dict[str, None]) -> None:
    waiting = deque(roots)
    while waiting:
        step = waiting.popleft()
        if step not in order:
            order[step] = None
            waiting.extend(flow.target for flow in flows_out(step))


def numbered(crossing: Iterable[Flow]) -> tuple[Handoff, ...]:
    """The handoffs, from the flows that cross lanes in the order of the walk."""
    return tuple(Handoff(number, flow) for number, flow in enumerate(crossing, start=1))
