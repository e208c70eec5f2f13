"""Which decision or parallel a line belongs to, seen from where the cursor is."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, Protocol

from pilotmap.model.known import Share, number_of
from pilotmap.model.map import PilotMap
from pilotmap.model.process import StepKind


class Edge(Protocol):
    """As much of a flow as is asked here; it has no target before a line brought it."""

    @property
    def source(self) -> str: ...
    @property
    def target(self) -> str | None: ...
    @property
    def share(self) -> Share | float | None: ...


class Graph(NamedTuple):
    """Steps and what leads where: a map, or one that is still being written or read."""

    kind: Callable[[str], StepKind]
    into: Callable[[str], Sequence[Edge]]
    out: Callable[[str], Sequence[Edge]]


def graph_of(pilot_map: PilotMap, promised: Sequence[Edge] = ()) -> Graph:
    """A map, with the promised flows, whose target a later line of an outline will bring."""

    def out(step: str) -> Sequence[Edge]:
        return (*pilot_map.flows_out(step), *(edge for edge in promised if edge.source == step))

    return Graph(lambda step: pilot_map.step_by_id[step].kind, pilot_map.flows_in, out)


def decision_for(graph: Graph, step: str) -> str | None:
    """The decision that a new branch belongs to: this one, else the innermost open one above.

    Open is a decision with fewer than two branches, or whose shares leave some cases over. Where
    none is open it is the innermost one.
    """
    if graph.kind(step) == "decision":
        return step
    decisions = [s for s, _ in _above(graph, step) if graph.kind(s) == "decision"]
    return next((s for s in decisions if is_open(graph, s)), next(iter(decisions), None))


def is_open(graph: Graph, decision: str) -> bool:
    """Whether a decision still waits for a branch."""
    branches = graph.out(decision)
    shares = [number_of(branch.share) for branch in branches]
    given = [share for share in shares if share is not None]
    return len(shares) < 2 or (len(given) == len(shares) and sum(given) < 1 - 1e-9)


def parallel_for(graph: Graph, step: str) -> str | None:
    """The parallel that a new branch belongs to: the innermost above that has not been joined."""
    if graph.kind(step) == "parallel" and not is_join(graph, step):
        return step
    found = (s for s, joined in _above(graph, step) if graph.kind(s) == "parallel" and not joined)
    return next((s for s in found if not is_join(graph, s)), None)


def is_join(graph: Graph, step: str) -> bool:
    """Whether a parallel waits for several branches rather than starting them."""
    return graph.kind(step) == "parallel" and len(graph.into(step)) > 1 and len(graph.out(step)) < 2


def open_ends(graph: Graph, parallel: str) -> tuple[str, ...]:
    """The steps after a parallel on which nothing follows yet, ends left out; branch by branch."""
    seen: set[str] = set()
    found = []
    waiting = [parallel]
    while waiting:
        step = waiting.pop()
        if step in seen:
            continue
        seen.add(step)
        onward = graph.out(step)
        if not onward and step != parallel and graph.kind(step) != "end":
            found.append(step)
        waiting.extend(edge.target for edge in reversed(onward) if edge.target is not None)
    return tuple(found)


def leads_to(graph: Graph, source: str, target: str) -> bool:
    """Whether one step can come after another."""
    return source == target or any(step == source for step, _ in _above(graph, target, plain=True))


def _above(graph: Graph, step: str, *, plain: bool = False) -> Iterator[tuple[str, int]]:
    """The steps before one, nearest first, each with how many joins lie between unmatched.

    Of the flows into a step the one typed first counts as the nearest, into an end the last one.
    """
    seen = {step}
    waiting = deque([(step, int(is_join(graph, step)))])
    while waiting:
        here, joined = waiting.popleft()
        if here != step:
            yield here, joined
        if here != step and graph.kind(here) == "parallel":
            joined = joined + 1 if is_join(graph, here) else max(0, joined - 1)
        into = graph.into(here)
        for edge in into[-1:] if graph.kind(here) == "end" and not plain else into:
            if edge.source not in seen:
                seen.add(edge.source)
                waiting.append((edge.source, joined))
