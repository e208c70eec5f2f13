"""Times simulated cases from one step to another, also where they are at several places at once."""

import math
from collections.abc import Callable

import numpy as np

from pilotmap.analysis.graph import Graph
from pilotmap.analysis.network import JOIN, Network
from pilotmap.analysis.passage import Span
from pilotmap.analysis.tokens import Batch, Floats, Ints
from pilotmap.analysis.visits import Unknown

Own = Callable[[str], Floats | float]


class Stopwatch:
    """Begins at a case's first arrival, stops at its first leaving after that.

    Parts of a case are simulated one beside the other and not in the order of time, so a run that
    finds the arrivals comes before one with the same choices that finds the leavings.
    """

    def __init__(self, graph: Graph, net: Network, span: Span, cases: int, own: Own) -> None:
        at = {node: number for number, node in enumerate(net.nodes)}
        self.begun: Floats = np.full(cases, math.inf if span.start else 0.0)
        self.stopped: Floats = np.full(cases, math.inf)
        self.seeks_arrivals = span.start is not None
        self._begin = at.get(span.start or "", -1)
        self._spent: Floats = np.zeros(cases)
        if span.start is not None and not graph.is_join(span.start):
            self._spent += own(span.start)
        self._end = -1 if span.end is None else at.get(span.end, -1)
        self._leaves = np.array([flow in span.leaves for flow in net.leaves_by], dtype=bool)
        self._after = {
            number: np.zeros(cases) + own(node)
            for number, node in enumerate(net.nodes)
            if net.kinds[number] & JOIN
        }
        self._from = np.repeat(np.arange(len(net.nodes)), net.outgoing)

    def arrived(self, case: Ints, node: Ints, time: Floats) -> None:
        """First arrivals at the start of the span; arrivals at an end on which nothing follows."""
        if self.seeks_arrivals:
            here = node == self._begin
            np.minimum.at(self.begun, case[here], time[here] - self._spent[case[here]])
        else:
            here = node == self._end
            self._stop(case[here], time[here])

    def left(self, case: Ints, edge: Ints, time: Floats) -> None:
        """Leavings of the end of the span; a join's own time comes after its branches."""
        if not self.seeks_arrivals:
            here = self._leaves[edge]
            case, node, time = case[here], self._from[edge[here]], time[here].copy()
            for join, own in self._after.items():
                time[node == join] += own[case[node == join]]
            self._stop(case, time)

    def _stop(self, case: Ints, time: Floats) -> None:
        after = time >= self.begun[case] - 1e-12
        np.minimum.at(self.stopped, case[after], time[after])

    def hours(self, stopped: Floats | None = None) -> Floats:
        """The hours of each case, NaN where it does not pass both; `stopped` with the case."""
        ended = self.stopped if stopped is None else stopped
        both = np.isfinite(self.begun) & np.isfinite(ended)
        return np.where(both, ended - np.where(both, self.begun, 0.0), np.nan)


def passed(
    graph: Graph,
    net: Network,
    span: Span | None,
    cases: int,
    batch: Callable[[Stopwatch | None], Batch],
    own: Own,
) -> Floats | Unknown:
    """The hours of each case over a span, NaN where it does not pass it.

    batch: makes the same cases anew, with the same choices. own: a step's hours, in all cases or
    one entry a case.
    """
    if span is None or span.is_whole:
        return batch(None).run()
    watch = Stopwatch(graph, net, span, cases, own)
    if span.start is not None:
        done = batch(watch).run()
        if isinstance(done, Unknown):
            return done
        if not span.leaves and span.end is None:
            return watch.hours(done)
    watch.seeks_arrivals = False
    done = batch(watch).run()
    return done if isinstance(done, Unknown) else watch.hours()
