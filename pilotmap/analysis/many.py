"""The figure of the outcome for many versions of a map's numbers at once, without parallel times.

One array holds a number's value in each version. Component after component of the graph, the last
first: what a case still takes from a step is its own time and, by the chance of each way on, what
it takes from there; only loops need a linear system each, and numpy solves those of all versions.
"""

from collections.abc import Callable, Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray

from pilotmap.analysis.graph import Graph
from pilotmap.analysis.passage import Span
from pilotmap.model.process import Flow

Floats = NDArray[np.float64]
_LEAST_CHANCE: Final = 1e-15
_MOST_NUMBERS: Final = 8_000_000
"""In the matrices that are solved at once, so that a large loop does not fill the memory."""


class Many:
    """The structure of one process, to be filled with numbers."""

    def __init__(self, graph: Graph, span: Span) -> None:
        self.graph = graph
        self.span = span
        self.last_first = tuple(reversed(graph.structure.parts))

    def mean(
        self,
        versions: int,
        weight: Callable[[Flow], Floats | float],
        gain: Mapping[str, Floats | float],
    ) -> Floats:
        """What the cases that pass the span gather in it on average, in each version.

        `gain` is what a step gives at each visit. NaN where no case passes.
        """
        chance = self._gathered(versions, weight, self._leaving(weight))
        own = {step: chance[step] * gain.get(step, 0.0) for step in chance}
        gathered = self._gathered(versions, weight, own)
        begin = (self.span.start,) if self.span.start else self.graph.of_kind("start")
        passing = sum((chance[step] for step in begin), np.zeros(versions))
        total = sum((gathered[step] for step in begin), np.zeros(versions))
        found: Floats = np.where(
            passing > _LEAST_CHANCE, total / np.maximum(passing, 1e-300), np.nan
        )
        return found

    def _is_end(self, step: str) -> bool:
        if self.span.end is not None:
            return step == self.span.end
        return not self.span.leaves and self.graph.steps[step].kind == "end"

    def _leaving(self, weight: Callable[[Flow], Floats | float]) -> dict[str, Floats | float]:
        """The chance to reach the end of the span right from each step."""
        if not self.span.leaves:
            return {step: float(self._is_end(step)) for step in self.graph.steps}
        return {
            step: sum((weight(flow) for flow in flows if flow.id in self.span.leaves), 0.0)
            for step, flows in self.graph.out.items()
        }

    def _onward(self, step: str) -> tuple[Flow, ...]:
        if self._is_end(step):
            return ()
        return tuple(flow for flow in self.graph.out[step] if flow.id not in self.span.leaves)

    def _gathered(
        self,
        versions: int,
        weight: Callable[[Flow], Floats | float],
        own: Mapping[str, Floats | float],
    ) -> dict[str, Floats]:
        """Solve x[i] = own[i] + sum over flows i -> j of weight x x[j] in each version."""
        found: dict[str, Floats] = {}
        for part in self.last_first:
            inside = set(part)
            known = {step: np.full(versions, 0.0) + own[step] for step in part}
            for step in part:
                for flow in self._onward(step):
                    if flow.target not in inside:
                        known[step] = known[step] + weight(flow) * found[flow.target]
            found.update(self._solved(part, known, weight, versions))
        return found

    def _solved(
        self,
        part: tuple[str, ...],
        known: dict[str, Floats],
        weight: Callable[[Flow], Floats | float],
        versions: int,
    ) -> dict[str, Floats]:
        if len(part) == 1:
            return known
        at = {step: number for number, step in enumerate(part)}
        right = np.stack([known[step] for step in part], axis=1)[:, :, None]
        solved = np.empty((versions, len(part)))
        at_once = max(1, _MOST_NUMBERS // len(part) ** 2)
        for first in range(0, versions, at_once):
            some = slice(first, min(first + at_once, versions))
            matrix = np.zeros((some.stop - first, len(part), len(part)))
            matrix[:, range(len(part)), range(len(part))] = 1.0
            for step in part:
                for flow in self._onward(step):
                    if flow.target in at:
                        by = np.broadcast_to(weight(flow), versions)
                        matrix[:, at[step], at[flow.target]] -= by[some]
            solved[some] = np.linalg.solve(matrix, right[some])[:, :, 0]
        return {step: solved[:, number] for step, number in at.items()}
