"""Steps and flows as a directed graph: what reaches what, components, an order.

Written here because importing networkx costs more than every figure of a large map; nothing
recurses, so a chain of 5,000 steps is as good as one of five.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Protocol

from pilotmap.model.process import Flow, Step


class HasProcess(Protocol):
    """Anything with steps and flows: a map, or what is derived from one."""

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps in the order of the file."""

    @property
    def flows(self) -> tuple[Flow, ...]:
        """The flows in the order of the file."""


class Graph:
    """One process, looked at from both ends of each flow; read only."""

    def __init__(self, process: HasProcess) -> None:
        self.steps: Mapping[str, Step] = {step.id: step for step in process.steps}
        out: dict[str, list[Flow]] = {step: [] for step in self.steps}
        into: dict[str, list[Flow]] = {step: [] for step in self.steps}
        for flow in process.flows:
            out[flow.source].append(flow)
            into[flow.target].append(flow)
        self.out: Mapping[str, tuple[Flow, ...]] = {at: tuple(ways) for at, ways in out.items()}
        self.into: Mapping[str, tuple[Flow, ...]] = {at: tuple(ways) for at, ways in into.items()}

    def after(self, step: str) -> Iterator[str]:
        """The steps that directly follow, in file order."""
        return (flow.target for flow in self.out[step])

    def before(self, step: str) -> Iterator[str]:
        """The steps that directly lead here, in file order."""
        return (flow.source for flow in self.into[step])

    def of_kind(self, kind: str) -> tuple[str, ...]:
        """The ids of all steps of a kind, in file order."""
        return tuple(step.id for step in self.steps.values() if step.kind == kind)

    def is_join(self, step: str) -> bool:
        """Whether this parallel node waits for several ways in."""
        return self.steps[step].kind == "parallel" and len(self.into[step]) > 1

    def is_fork(self, step: str) -> bool:
        """Whether this parallel node starts several ways out."""
        return self.steps[step].kind == "parallel" and len(self.out[step]) > 1

    @cached_property
    def reached(self) -> frozenset[str]:
        """Every step that some start leads to, the starts among them."""
        return reach(self.of_kind("start"), self.after)

    @cached_property
    def ending(self) -> frozenset[str]:
        """Every step from which some end can be reached, the ends among them."""
        return reach(self.of_kind("end"), self.before)

    @cached_property
    def parts(self) -> tuple[tuple[str, ...], ...]:
        """The strongly connected components, sources first."""
        return components(self.steps, self.after)


def reach(seeds: Iterable[str], following: Callable[[str], Iterable[str]]) -> frozenset[str]:
    """Everything that can be reached from the seeds, the seeds among it."""
    seen = set(seeds)
    waiting = list(seen)
    while waiting:
        for other in following(waiting.pop()):
            if other not in seen:
                seen.add(other)
                waiting.append(other)
    return frozenset(seen)


def components(
    nodes: Iterable[str], following: Callable[[str], Iterable[str]]
) -> tuple[tuple[str, ...], ...]:
    """The strongly connected components in topological order, sources first.

    Tarjan, "Depth-first search and linear graph algorithms" (1972), with a stack of its own.
    """
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    open_nodes: dict[str, None] = {}
    found: list[tuple[str, ...]] = []
    for root in nodes:
        if root in index:
            continue
        index[root] = low[root] = len(index)
        open_nodes[root] = None
        way = [(root, iter(following(root)))]
        while way:
            node, others = way[-1]
            for other in others:
                if other not in index:
                    index[other] = low[other] = len(index)
                    open_nodes[other] = None
                    way.append((other, iter(following(other))))
                    break
                if other in open_nodes:
                    low[node] = min(low[node], index[other])
            else:
                way.pop()
                if way:
                    low[way[-1][0]] = min(low[way[-1][0]], low[node])
                if low[node] == index[node]:
                    found.append(_close(node, open_nodes))
    return tuple(reversed(found))


def _close(root: str, open_nodes: dict[str, None]) -> tuple[str, ...]:
    """Take the finished component off the open nodes, in the order it was entered."""
    part = []
    while True:
        node, _ = open_nodes.popitem()
        part.append(node)
        if node == root:
            return tuple(reversed(part))
