"""Whether parallel work that is split comes together again, and only that."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final, Literal, NamedTuple

from pilotmap.analysis.graph import Graph

_ROOT: Final = ""
"""Before the starts or behind the ends; no step has this id."""


Fault = Literal["choice", "starts", "loop", "open"]


class Mismatch(NamedTuple):
    """Branches that are split one way and joined another.

    At `step`, a join waits for branches of which only one comes: of the decision `parting`
    (`choice`), from different starts (`starts`), or for what it sent out itself (`loop`). Or what
    `step` starts never comes together (`open`).
    """

    step: str
    fault: Fault
    parting: str | None = None


def mismatches(graph: Graph) -> Iterator[Mismatch]:
    """Joins that wait for branches of a decision, and parallels that nothing joins.

    Two ways into a join must part at a parallel: their nearest common dominator, seen from the
    starts. What a parallel splits must come together at a join: its nearest post-dominator.
    """
    parallels = [step for step in graph.of_kind("parallel") if step in graph.reached]
    forks = [step for step in parallels if graph.is_fork(step)]
    joins = [step for step in parallels if graph.is_join(step)]
    if joins:
        before = _Dominators(graph.of_kind("start"), graph.after, graph.before)
        for join in joins:
            wrong = _parted(graph, before, join)
            if wrong is not None:
                yield wrong
    if forks:
        behind = _Dominators(graph.of_kind("end"), graph.before, graph.after)
        for fork in forks:
            meeting = behind.parent.get(fork, fork)
            if meeting != fork and not (meeting and graph.is_join(meeting)):
                yield Mismatch(fork, "open")


def _parted(graph: Graph, before: "_Dominators", join: str) -> Mismatch | None:
    """Where two ways into the join part though no parallel stands there; None if all is well."""
    ways = [step for step in graph.before(join) if step in graph.reached]
    if any(before.common(way, join) == join for way in ways):
        return Mismatch(join, "loop")
    for at, way in enumerate(ways):
        for other in ways[at + 1 :]:
            parting = before.common(way, other)
            if not parting:
                return Mismatch(join, "starts")
            if not graph.is_fork(parting):
                return Mismatch(join, "choice", parting)
    return None


class _Dominators:
    """Immediate dominators, by the name of the step.

    Cooper, Harvey and Kennedy, "A Simple, Fast Dominance Algorithm" (2001).
    """

    def __init__(
        self,
        roots: tuple[str, ...],
        after: Callable[[str], Iterable[str]],
        before: Callable[[str], Iterable[str]],
    ) -> None:
        self.roots = roots
        self.after = after
        self.before = before
        order = self._post_order()
        self.number = {step: at for at, step in enumerate(order)}
        self.parent: dict[str, str] = {_ROOT: _ROOT}
        changed = True
        while changed:
            changed = False
            for step in reversed(order[:-1]):
                found = self._nearest(step)
                if self.parent.get(step) != found:
                    self.parent[step] = found
                    changed = True

    def common(self, one: str, other: str) -> str:
        """The nearest step that every way to either comes through; empty for the root."""
        while one != other:
            while self.number[one] < self.number[other]:
                one = self.parent[one]
            while self.number[other] < self.number[one]:
                other = self.parent[other]
        return one

    def _nearest(self, step: str) -> str:
        ways = [_ROOT, *self.before(step)] if step in self.roots else [*self.before(step)]
        known = [way for way in ways if way in self.parent]
        nearest = known[0]
        for way in known[1:]:
            nearest = self.common(nearest, way)
        return nearest

    def _post_order(self) -> list[str]:
        order: list[str] = []
        seen = {_ROOT}
        way = [(_ROOT, iter(self.roots))]
        while way:
            step, others = way[-1]
            for other in others:
                if other not in seen:
                    seen.add(other)
                    way.append((other, iter(self.after(other))))
                    break
            else:
                order.append(step)
                way.pop()
        return order
