"""The cycles of a map, and the chance to go round each once more."""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from pilotmap.analysis.branching import flow_weights
from pilotmap.analysis.graph import Graph, components

MOST_LOOPS: Final = 100
MOST_MOVES: Final = 200_000


class Loop(NamedTuple):
    """The steps of a cycle in order, from the one nearest the start, and the chance of a round."""

    steps: tuple[str, ...]
    chance: float

    def as_json(self) -> dict[str, Any]:
        """As `check --format json` prints it."""
        return {"steps": list(self.steps), "chance": self.chance}


class Loops(NamedTuple):
    """The cycles found; `complete` says whether these are all."""

    listed: tuple[Loop, ...]
    complete: bool


def loops(graph: Graph) -> Loops:
    """The elementary cycles, each with the product of its branches' shares.

    Johnson, "Finding all the elementary circuits of a directed graph" (1975). A tangle can have
    more cycles than there are atoms: after 100 of them, or a bounded search, the list ends and
    says so.
    """
    search = _Search(graph)
    found: list[Loop] = []
    for steps in search.cycles():
        if len(found) == MOST_LOOPS:
            return Loops(tuple(found), complete=False)
        found.append(Loop(steps, search.chance(steps)))
    return Loops(tuple(found), complete=search.moves <= MOST_MOVES)


class _Search:
    """One search; it looks at most at MOST_MOVES flows."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.weights = flow_weights(graph)
        self.moves = 0

    def chance(self, steps: tuple[str, ...]) -> float:
        """The chance that a case at the first step goes round and comes back to it."""
        chance = 1.0
        for step, following in zip(steps, (*steps[1:], steps[0]), strict=True):
            flow = next(flow for flow in self.graph.out[step] if flow.target == following)
            chance *= self.weights[flow.id]
        return chance

    def cycles(self) -> Iterator[tuple[str, ...]]:
        """Each cycle once, beginning with its first step in topological order."""
        tangles = [part for part in self.graph.parts if len(part) > 1]
        while tangles and self.moves <= MOST_MOVES:
            part = tangles.pop(0)
            yield from self._through(part[0], frozenset(part))
            rest = frozenset(part[1:])
            inner = components(part[1:], lambda step: self._inside(step, rest))  # noqa: B023
            tangles[:0] = [smaller for smaller in inner if len(smaller) > 1]

    def _inside(self, step: str, part: frozenset[str]) -> list[str]:
        self.moves += len(self.graph.out[step])
        return [other for other in self.graph.after(step) if other in part]

    def _through(self, root: str, part: frozenset[str]) -> Iterator[tuple[str, ...]]:
        way = [root]
        blocked = {root}
        waiting: dict[str, set[str]] = {}
        closed: set[str] = set()
        stack = [iter(self._inside(root, part))]
        while stack and self.moves <= MOST_MOVES:
            for step in stack[-1]:
                if step == root:
                    closed.update(way)
                    yield tuple(way)
                elif step not in blocked:
                    way.append(step)
                    blocked.add(step)
                    closed.discard(step)
                    stack.append(iter(self._inside(step, part)))
                    break
            else:
                step = way.pop()
                stack.pop()
                if step in closed:
                    _unblock(step, blocked, waiting)
                else:
                    for other in self._inside(step, part):
                        waiting.setdefault(other, set()).add(step)


def _unblock(step: str, blocked: set[str], waiting: dict[str, set[str]]) -> None:
    free = [step]
    while free:
        step = free.pop()
        if step in blocked:
            blocked.discard(step)
            free.extend(waiting.pop(step, ()))
