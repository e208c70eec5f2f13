"""A process with its plain steps folded into edges, numbered for the simulation."""

from collections.abc import Mapping
from itertools import accumulate
from typing import Final, NamedTuple

from pilotmap.analysis.graph import Graph
from pilotmap.model.process import Flow

CHOICE: Final = 0
JOIN: Final = 1
FORK: Final = 2
ROOT: Final = ""
"""The node before the starts, where a case takes one of them by chance."""


class Edge(NamedTuple):
    """A way between two nodes of the network; `steps` are those whose time passes on it."""

    target: str
    steps: tuple[str, ...]
    chance: float
    leaves_by: str
    arrives_by: str


class Network(NamedTuple):
    """Nodes where something is decided, started, awaited or ended; edges in one row by source.

    `first` and `outgoing` give each node's edges; `chance` is the node's number + the cumulative
    chance up to each edge, so that one sorted search chooses for tokens at any node. `slot` numbers
    the ways into joins, -1 elsewhere; `slots_of` are each join's first slot and how many it has;
    `leaves_by` is the flow that each edge begins with, `steps` those whose time passes on it.
    """

    nodes: tuple[str, ...]
    kinds: tuple[int, ...]
    first: tuple[int, ...]
    outgoing: tuple[int, ...]
    target: tuple[int, ...]
    steps: tuple[tuple[str, ...], ...]
    chance: tuple[float, ...]
    slot: tuple[int, ...]
    slots_of: Mapping[int, tuple[int, int]]
    slots: int
    leaves_by: tuple[str, ...]


def network(graph: Graph, kept: frozenset[str] = frozenset(), *, unlikely: bool = False) -> Network:
    """Fold a graph whose visits are known; `kept` stay nodes.

    unlikely: with the branches that no case takes, because they may get a share.
    """
    edges = _Folding(graph, kept, unlikely=unlikely).edges()
    nodes = tuple(edges)
    at = {node: number for number, node in enumerate(nodes)}
    slot_of: dict[str, int] = {}
    slots_of: dict[int, tuple[int, int]] = {}
    for node in nodes[1:]:
        if graph.is_join(node):
            slots_of[at[node]] = (len(slot_of), len(graph.into[node]))
            for flow in graph.into[node]:
                slot_of[flow.id] = len(slot_of)
    row = [edge for outgoing in edges.values() for edge in outgoing]
    count = tuple(len(outgoing) for outgoing in edges.values())
    return Network(
        nodes=nodes,
        kinds=tuple(_kind(graph, node) for node in nodes),
        first=(0, *accumulate(count[:-1])),
        outgoing=count,
        target=tuple(at[edge.target] for edge in row),
        steps=tuple(edge.steps for edge in row),
        chance=_cumulative(edges),
        slot=tuple(slot_of.get(edge.arrives_by, -1) for edge in row),
        slots_of=slots_of,
        slots=len(slot_of),
        leaves_by=tuple(edge.leaves_by for edge in row),
    )


def _kind(graph: Graph, node: str) -> int:
    if node == ROOT:
        return CHOICE
    return (JOIN if graph.is_join(node) else 0) | (FORK if graph.is_fork(node) else 0)


def _cumulative(edges: dict[str, list[Edge]]) -> tuple[float, ...]:
    """The upper end of each edge's part of its node's unit interval."""
    ends: list[float] = []
    for number, outgoing in enumerate(edges.values()):
        total = 0.0
        for edge in outgoing[:-1]:
            total += edge.chance
            ends.append(number + min(total, 1.0))
        ends.extend([number + 1.0] if outgoing else [])
    return tuple(ends)


class _Folding:
    """Walks a graph from its starts and folds chains of plain steps into edges."""

    def __init__(self, graph: Graph, kept: frozenset[str], *, unlikely: bool) -> None:
        self.graph = graph
        self.kept = kept
        self.likely = {
            step: tuple(flow for flow in flows if unlikely or graph.weights[flow.id] > 0)
            for step, flows in graph.out.items()
        }

    def edges(self) -> dict[str, list[Edge]]:
        """The edges out of each node of the network, the root first."""
        starts = self.graph.of_kind("start")
        found = {ROOT: [self._from_start(start, 1 / len(starts)) for start in starts]}
        waiting = [edge.target for edge in found[ROOT]]
        while waiting:
            node = waiting.pop()
            if node not in found:
                found[node] = [self._along(node, flow) for flow in self.likely[node]]
                waiting.extend(edge.target for edge in found[node])
        return found

    def _is_node(self, step: str) -> bool:
        return len(self.likely[step]) != 1 or self.graph.is_join(step) or step in self.kept

    def _from_start(self, start: str, chance: float) -> Edge:
        if self._is_node(start):
            return Edge(start, (start,), chance, "", "")
        edge = self._along(start, self.likely[start][0])
        return edge._replace(steps=(*edge.steps, start), chance=chance)

    def _along(self, source: str, flow: Flow) -> Edge:
        """From a node along one flow to the next node; a join's own time comes after it."""
        steps = [source] if self.graph.is_join(source) else []
        chance, begun = self.graph.weights[flow.id], flow.id
        while True:
            step = flow.target
            if not self.graph.is_join(step):
                steps.append(step)
            if self._is_node(step):
                return Edge(step, tuple(steps), chance, begun, flow.id)
            flow = self.likely[step][0]
