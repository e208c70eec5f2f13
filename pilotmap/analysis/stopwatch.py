"""Times simulated cases from one step to another, also where they are at several places at once."""

import math

import numpy as np

from pilotmap.analysis.graph import Graph
from pilotmap.analysis.network import JOIN, Network
from pilotmap.analysis.passage import Span
from pilotmap.analysis.tokens import Floats, Ints


class Stopwatch:
    """Begins at a case's first arrival, stops at its first leaving after that.

    Parts of a case are simulated one beside the other and not in the order of time, so a run that
    finds the arrivals comes before one with the same choices that finds the leavings.
    """

    def __init__(
        self, graph: Graph, net: Network, span: Span, cases: int, idle: str | None
    ) -> None:
        at = {node: number for number, node in enumerate(net.nodes)}
        self.begun: Floats = np.full(cases, math.inf if span.start else 0.0)
        self.stopped: Floats = np.full(cases, math.inf)
        self.seeks_arrivals = span.start is not None
        self._begin = at.get(span.start or "", -1)
        self._begin_h = _spent_on_arrival(graph, span.start, idle)
        self._end = -1 if span.end is None else at.get(span.end, -1)
        self._leaves = np.array([flow in span.leaves for flow in net.leaves_by], dtype=bool)
        self._after_h = np.array(
            [
                graph.hours(node) if net.kinds[number] & JOIN and node != idle else 0.0
                for number, node in enumerate(net.nodes)
                for _ in range(net.outgoing[number])
            ]
        )

    def arrived(self, case: Ints, node: Ints, time: Floats) -> None:
        """First arrivals at the start of the span; arrivals at an end on which nothing follows."""
        if self.seeks_arrivals:
            here = node == self._begin
            np.minimum.at(self.begun, case[here], time[here] - self._begin_h)
        else:
            here = node == self._end
            self._stop(case[here], time[here])

    def left(self, case: Ints, edge: Ints, time: Floats) -> None:
        """Leavings of the end of the span; a join's own time comes after its branches."""
        if not self.seeks_arrivals:
            here = self._leaves[edge]
            self._stop(case[here], (time + self._after_h[edge])[here])

    def _stop(self, case: Ints, time: Floats) -> None:
        after = time >= self.begun[case] - 1e-12
        np.minimum.at(self.stopped, case[after], time[after])

    def hours(self, stopped: Floats | None = None) -> Floats:
        """The hours of the cases that passed both; `stopped` where they stop with the case."""
        ended = self.stopped if stopped is None else stopped
        both = np.isfinite(self.begun) & np.isfinite(ended)
        found: Floats = (ended - self.begun)[both]
        return found


def _spent_on_arrival(graph: Graph, step: str | None, idle: str | None) -> float:
    """Hours that a token at a node has spent there already: none at a join, which still waits."""
    if step is None or graph.is_join(step) or step == idle:
        return 0.0
    return graph.hours(step)
