"""Two lanes that pass the same case to one another again and again."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from pilotmap.analysis.graph import Graph
from pilotmap.model.process import Flow, Lane

OFTEN = 3


def back_and_forth(graph: Graph, lanes: Iterable[Lane]) -> Iterator[tuple[tuple[str, str], int]]:
    """Pairs of lanes with how often, on the worst way through the map, a case passes between them.

    Only pairs that pass it both ways, three times or more in all; a loop counts as gone once.
    """
    order = {lane.id: at for at, lane in enumerate(lanes)}
    forward = _without_loops(graph)
    crossing: dict[tuple[str, str], list[Flow]] = {}
    for flow in forward:
        one, other = graph.steps[flow.source].lane, graph.steps[flow.target].lane
        if one != other:
            first, second = sorted((one, other), key=order.__getitem__)
            crossing.setdefault((first, second), []).append(flow)
    often = [pair for pair, flows in crossing.items() if _may_be_often(graph, flows)]
    leads_to = _leads_to(forward) if often else {}
    for pair in sorted(often, key=lambda pair: (order[pair[0]], order[pair[1]])):
        flows = crossing[pair]
        few = len(flows) ** 2 < len(forward)
        most = _longest_chain(flows, leads_to) if few else _most_passes(forward, flows)
        if most >= OFTEN:
            yield pair, most


def _may_be_often(graph: Graph, flows: Sequence[Flow]) -> bool:
    ways = {graph.steps[flow.source].lane for flow in flows}
    return len(ways) == 2 and len(flows) >= OFTEN


def _without_loops(graph: Graph) -> list[Flow]:
    """The flows in topological order of their sources, those that close a loop left out."""
    number = {step: at for at, step in enumerate(graph.structure.order)}
    return [
        flow for step in number for flow in graph.out[step] if number[flow.target] > number[step]
    ]


def _leads_to(forward: Sequence[Flow]) -> dict[str, tuple[int, int]]:
    """For each step its own bit, and the bits of all steps that it leads to, its own included."""
    own: dict[str, int] = {}
    for flow in forward:
        for step in (flow.source, flow.target):
            own.setdefault(step, 1 << len(own))
    reached = dict(own)
    for flow in reversed(forward):
        reached[flow.source] |= reached[flow.target]
    return {step: (bit, reached[step]) for step, bit in own.items()}


def _longest_chain(flows: Sequence[Flow], leads_to: Mapping[str, tuple[int, int]]) -> int:
    """The most of few flows, in topological order, that one way leads over."""
    most: list[int] = []
    for at, flow in enumerate(flows):
        here, _ = leads_to[flow.source]
        before = (
            passes
            for earlier, passes in zip(flows[:at], most, strict=True)
            if leads_to[earlier.target][1] & here
        )
        most.append(1 + max(before, default=0))
    return max(most)


def _most_passes(forward: Sequence[Flow], flows: Sequence[Flow]) -> int:
    """The same for many flows, as the longest path over the whole map."""
    crossing = {flow.id for flow in flows}
    most: dict[str, int] = {}
    for flow in forward:
        passes = most.get(flow.source, 0) + (flow.id in crossing)
        most[flow.target] = max(most.get(flow.target, 0), passes)
    return max(most.values(), default=0)
