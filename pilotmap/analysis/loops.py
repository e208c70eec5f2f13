"""The cycles of a map, and the chance to go round each once more."""

from typing import Any, Final, NamedTuple

from pilotmap.analysis.graph import Graph
from pilotmap.analysis.return_chance import return_chances
from pilotmap.model.process import Flow

MOST_LOOPS: Final = 200


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
    """The elementary cycles, at most 200, each with the chance of one more round."""
    cycles, complete = graph.structure.cycles(MOST_LOOPS)
    closing = [_closing(graph, steps) for steps in cycles]
    chances = return_chances(graph, closing)
    listed = zip(cycles, closing, strict=True)
    return Loops(tuple(Loop(steps, chances[flow.id]) for steps, flow in listed), complete)


def _closing(graph: Graph, steps: tuple[str, ...]) -> Flow:
    """The flow that leads back to the first step."""
    return next(flow for flow in graph.out[steps[-1]] if flow.target == steps[0])
