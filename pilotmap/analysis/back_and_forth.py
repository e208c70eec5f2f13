"""Two lanes that pass the same case to one another again and again."""

from collections import Counter
from collections.abc import Iterable, Iterator

from pilotmap.analysis.graph import Graph
from pilotmap.model.process import Flow, Lane

OFTEN = 3


def back_and_forth(graph: Graph, lanes: Iterable[Lane]) -> Iterator[tuple[tuple[str, str], int]]:
    """Pairs of lanes with how often, on the worst way through the map, a case passes between them.

    Only pairs that pass it both ways, three times or more in all; a loop counts as gone once.
    """
    order = {lane.id: at for at, lane in enumerate(lanes)}
    crossing: dict[tuple[str, str], list[Flow]] = {}
    forward = _without_loops(graph)
    for flow in forward:
        one, other = graph.steps[flow.source].lane, graph.steps[flow.target].lane
        if one != other:
            first, second = sorted((one, other), key=lambda lane: order[lane])
            crossing.setdefault((first, second), []).append(flow)
    for pair in sorted(crossing, key=lambda pair: (order[pair[0]], order[pair[1]])):
        ways = Counter(graph.steps[flow.source].lane for flow in crossing[pair])
        if len(ways) == 2 and ways.total() >= OFTEN:
            most = _most_passes(forward, {flow.id for flow in crossing[pair]})
            if most >= OFTEN:
                yield pair, most


def _without_loops(graph: Graph) -> list[Flow]:
    """The flows in topological order of their sources, those that close a loop left out."""
    number = {step: at for at, step in enumerate(_entered(graph))}
    return [
        flow for step in number for flow in graph.out[step] if number[flow.target] > number[step]
    ]


def _entered(graph: Graph) -> Iterator[str]:
    """Topological order; inside a loop, reversed depth-first finish from where it is entered."""
    done: list[str] = []
    seen: set[str] = set()
    for root in (*graph.of_kind("start"), *graph.steps):
        if root in seen:
            continue
        seen.add(root)
        way = [(root, graph.after(root))]
        while way:
            step, others = way[-1]
            following = next((other for other in others if other not in seen), None)
            if following is None:
                done.append(step)
                way.pop()
            else:
                seen.add(following)
                way.append((following, graph.after(following)))
    return reversed(done)


def _most_passes(forward: Iterable[Flow], crossing: set[str]) -> int:
    """The most crossings on one way, as the longest path over flows in topological order."""
    most: dict[str, int] = {}
    for flow in forward:
        passes = most.get(flow.source, 0) + (flow.id in crossing)
        most[flow.target] = max(most.get(flow.target, 0), passes)
    return max(most.values(), default=0)
