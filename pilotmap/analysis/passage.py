"""From one step to another: how long the cases take that pass both, without parallel work."""

from collections.abc import Mapping
from typing import NamedTuple

from pilotmap.analysis.elimination import Weights, solve
from pilotmap.analysis.graph import Graph
from pilotmap.analysis.visits import Unknown
from pilotmap.language import tr


class Span(NamedTuple):
    """The part of a case that a lead time is about.

    start: the step at whose first arrival it begins, before its wait; None for the starts.
    leaves: the flows of which the first that is taken ends it. end: a step without a way on at
    which it ends. Neither: it ends where the case ends.
    """

    start: str | None = None
    leaves: frozenset[str] = frozenset()
    end: str | None = None

    @property
    def is_whole(self) -> bool:
        """Whether it is the case from start to end."""
        return self.start is None and not self.leaves and self.end is None


class Passage(NamedTuple):
    """Expected visits between the two, by step id, and the share of cases that pass both."""

    visits: Mapping[str, float]
    counted: float


def passage(graph: Graph, span: Span) -> Passage | Unknown:
    """The chain stopped at the end of the span, conditioned on reaching it.

    With h(i) the chance to reach that end from i, the transition from i to j is weighted by
    h(j) / h(i) (Doob's h-transform; Kemeny and Snell, "Finite Markov Chains", 1960, 3.5).
    """
    chain = _Chain(graph, span)
    starts = graph.of_kind("start")
    begin = {start: 1 / len(starts) for start in starts} if starts else {}
    arriving = 1.0
    if span.start is not None:
        before = _Chain(graph, Span(end=span.start)).chances()
        arriving = sum(part * before.get(step, 0.0) for step, part in begin.items())
        begin = {span.start: 1.0}
    chances = chain.chances()
    passing = sum(part * chances.get(step, 0.0) for step, part in begin.items())
    counted = arriving * passing
    if counted <= 0:
        return Unknown(tr("no case passes both its first and its last step"))
    first = {step: part * chances.get(step, 0.0) / passing for step, part in begin.items()}
    visits = chain.visits(first, chances)
    if visits is None:
        return Unknown(tr("the cases in a loop grow without end"))
    return Passage(visits, counted)


class _Chain:
    """The Markov chain of a map that stops where a span ends."""

    def __init__(self, graph: Graph, span: Span) -> None:
        self.graph = graph
        self.span = span
        self.weights = graph.weights

    def is_end(self, step: str) -> bool:
        """Whether a case that comes here has reached the end."""
        if self.span.end is not None:
            return step == self.span.end
        return not self.span.leaves and self.graph.steps[step].kind == "end"

    def onward(self, step: str) -> Mapping[str, float]:
        """The chance of each step to be next, before the end."""
        found: dict[str, float] = {}
        if not self.is_end(step):
            for flow in self.graph.out[step]:
                if flow.id not in self.span.leaves and self.weights[flow.id] > 0:
                    found[flow.target] = found.get(flow.target, 0.0) + self.weights[flow.id]
        return found

    def leaving(self, step: str) -> float:
        """The chance to reach the end right from here."""
        if self.is_end(step):
            return 1.0
        out = self.graph.out[step]
        return sum(self.weights[flow.id] for flow in out if flow.id in self.span.leaves)

    def chances(self) -> Mapping[str, float]:
        """The chance to reach the end, of every step that some case comes to."""
        nodes = [step for step in self.graph.steps if step in self.graph.likely.reached]
        back: Weights = {step: {} for step in nodes}
        for step in nodes:
            for other, chance in self.onward(step).items():
                back[other][step] = chance
        return self._solved({step: self.leaving(step) for step in nodes}, back) or {}

    def visits(
        self, first: Mapping[str, float], chances: Mapping[str, float]
    ) -> Mapping[str, float] | None:
        """Expected visits of the cases that reach the end."""
        nodes = [step for step in self.graph.steps if chances.get(step, 0.0) > 0]
        inner: Weights = {
            step: {
                other: chance * chances[other] / chances[step]
                for other, chance in self.onward(step).items()
                if chances.get(other, 0.0) > 0
            }
            for step in nodes
        }
        return self._solved({step: first.get(step, 0.0) for step in nodes}, inner)

    def _solved(self, inflow: Mapping[str, float], weights: Weights) -> Mapping[str, float] | None:
        return solve(inflow, weights, None)
