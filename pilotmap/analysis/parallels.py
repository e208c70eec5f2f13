"""Whether parallel work that is split comes together again, and only that."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Literal, NamedTuple

from pilotmap.analysis.graph import Graph

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
    parallels = [step for step in graph.of_kind("parallel") if step in graph.structure.reached]
    if not parallels:
        return
    ways = {
        join: [flow.source for flow in graph.into[join] if flow.source in graph.structure.reached]
        for join in parallels
        if graph.is_join(join)
    }
    partings = graph.structure.partings(
        {pair for join, into in ways.items() for pair in combinations((*into, join), 2)}
    )
    for join, into in ways.items():
        wrong = _parted(graph, partings, join, into)
        if wrong is not None:
            yield wrong
    for fork in parallels:
        if graph.is_fork(fork) and fork in graph.structure.ending:
            meeting = graph.structure.meetings.get(fork)
            if meeting is None or not graph.is_join(meeting):
                yield Mismatch(fork, "open")


def _parted(
    graph: Graph,
    partings: Mapping[tuple[str, str], str | None],
    join: str,
    ways: Sequence[str],
) -> Mismatch | None:
    """Where two ways into the join part though no parallel stands there; None if all is well."""
    if any(partings[way, join] == join for way in ways):
        return Mismatch(join, "loop")
    for pair in combinations(ways, 2):
        parting = partings[pair]
        if parting is None:
            return Mismatch(join, "starts")
        if not graph.is_fork(parting):
            return Mismatch(join, "choice", parting)
    return None
