"""Linear systems x = inflow + (transposed weights) x, as small and sparse as processes are."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from pilotmap.lazy import lazy_imports

with lazy_imports():  # 0.1 s to load, for large tangles of loops only
    import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

SPARSE_COST: Final = 48
"""Ways in times ways out up to which a node is cheaper to eliminate alone than densely."""
SINGULAR: Final = 1e-12

Weights = dict[str, dict[str, float]]


def solve(
    inflow: Mapping[str, float], weights: Weights, leaving: Mapping[str, float] | None
) -> dict[str, float] | None:
    """Solve x[j] = inflow[j] + sum over i of x[i] * weights[i][j]; None where it has no solution.

    `leaving` is what each node loses to outside the system. Where it is given, the rows are
    stochastic, and 1 - weights[i][i] is computed as a sum, never as a difference (Grassmann,
    Taksar and Heyman, "Regenerative analysis and steady state distributions for Markov chains",
    1985), so that loops left by one case in a million lose no digits. Nodes go in the order of
    least fill-in; what remains of a dense core is solved with numpy.
    """
    return _solved(inflow, weights, leaving)


def solve_many(
    firsts: Sequence[str], weights: Weights, leaving: Mapping[str, float]
) -> "dict[str, NDArray[np.float64]] | None":
    """The same once for each of some nodes with all inflow there: by node, one entry for each.

    All are eliminated together, so that many cost little more than one.
    """
    inflow = {node: np.zeros(len(firsts)) for node in weights}
    for number, node in enumerate(firsts):
        inflow[node][number] = 1.0
    return _solved(inflow, weights, leaving)


def _solved(
    inflow: Mapping[str, Any], weights: Weights, leaving: Mapping[str, float] | None
) -> dict[str, Any] | None:
    system = _System(inflow, weights, leaving)
    while (node := system.cheapest()) is not None:
        if not system.eliminate(node):
            return None
    return system.back_substituted()


class _System:
    """What is not eliminated yet, and the rows of what is."""

    def __init__(
        self, inflow: Mapping[str, Any], weights: Weights, leaving: Mapping[str, float] | None
    ) -> None:
        self.inflow = dict(inflow)
        self.out = {node: dict(weights.get(node, {})) for node in inflow}
        self.into: Weights = {node: {} for node in inflow}
        for source, row in self.out.items():
            for target, weight in row.items():
                self.into[target][source] = weight
        self.leaving = None if leaving is None else dict(leaving)
        self.rows: list[tuple[str, float, dict[str, float]]] = []
        self.buckets: dict[int, dict[str, None]] = {}
        self.cost: dict[str, int] = {}
        for node in self.out:
            self._file(node)

    def _file(self, node: str) -> None:
        cost = len(self.into[node]) * len(self.out[node])
        before = self.cost.get(node)
        if before != cost:
            if before is not None:
                del self.buckets[before][node]
            self.buckets.setdefault(cost, {})[node] = None
            self.cost[node] = cost

    def cheapest(self) -> str | None:
        """A node of least fill-in, or None where only a dense core is left."""
        for cost in range(SPARSE_COST + 1):
            if self.buckets.get(cost):
                return next(iter(self.buckets[cost]))
        return None

    def remaining(self, node: str) -> float:
        """1 - weights[node][node]."""
        if self.leaving is None:
            return 1 - self.out[node].get(node, 0.0)
        others = sum(weight for other, weight in self.out[node].items() if other != node)
        return self.leaving[node] + others

    def eliminate(self, node: str) -> bool:
        """Put the node's equation into all others; False where that is impossible."""
        rest = self.remaining(node)
        if rest <= (SINGULAR if self.leaving is None else 0.0):
            return False
        into, out = self.into.pop(node), self.out.pop(node)
        into.pop(node, None)
        out.pop(node, None)
        del self.buckets[self.cost.pop(node)][node]
        self.rows.append((node, rest, into))
        for target, weight in out.items():
            del self.into[target][node]
            self.inflow[target] = self.inflow[target] + self.inflow[node] * weight / rest
        for source, first in into.items():
            row = self.out[source]
            del row[node]
            for target, second in out.items():
                row[target] = self.into[target][source] = (
                    row.get(target, 0.0) + first * second / rest
                )
            if self.leaving is not None:
                self.leaving[source] += first * self.leaving[node] / rest
        for other in dict.fromkeys((*into, *out)):  # no set: the same map, the same digits
            self._file(other)
        return True

    def back_substituted(self) -> dict[str, Any] | None:
        """The solution, from the dense core out to what was eliminated first."""
        core = self._core()
        if core is None:
            return None
        for node, rest, into in reversed(self.rows):
            gained = sum(core[source] * weight for source, weight in into.items())
            core[node] = (self.inflow[node] + gained) / rest
        return core

    def _core(self) -> dict[str, Any] | None:
        nodes = list(self.out)
        if not nodes:
            return {}
        at = {node: index for index, node in enumerate(nodes)}
        matrix = np.zeros((len(nodes), len(nodes)))
        for source, row in self.out.items():
            for target, weight in row.items():
                matrix[at[target], at[source]] = -weight
            matrix[at[source], at[source]] = self.remaining(source)
        try:
            found = np.linalg.solve(matrix, np.array([self.inflow[node] for node in nodes]))
        except np.linalg.LinAlgError:
            return None
        plain = found.tolist() if found.ndim == 1 else found
        return dict(zip(nodes, plain, strict=True))
