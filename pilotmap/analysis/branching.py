"""How many of the cases that leave a step take each of its flows."""

from collections.abc import Iterable, Mapping
from typing import Final

from pilotmap.analysis.graph import Graph
from pilotmap.model.known import number_of
from pilotmap.model.process import SPLITTING_KINDS, Flow

TOLERANCE: Final = 1e-6
"""How far given shares may be from 1 together: 33.3333 % three times is meant as thirds."""


def shares(branches: Iterable[Flow]) -> tuple[float, ...]:
    """The share of each branch of a decision; those not given divide what is left equally."""
    given = [number_of(flow.share) for flow in branches]
    total = sum(share for share in given if share is not None)
    absent = given.count(None)
    if absent == 0 and adds_up(given):
        return tuple((share or 0.0) / total for share in given)
    rest = max(0.0, 1 - total) / absent if absent else 0.0
    return tuple(rest if share is None else share for share in given)


def adds_up(given: Iterable[float | None]) -> bool:
    """Whether shares can be those of one decision: 1 together, or less with some not given."""
    known = list(given)
    total = sum(share for share in known if share is not None)
    if None in known or not known:
        return total <= 1 + TOLERANCE
    return abs(total - 1) <= TOLERANCE


def flow_weights(graph: Graph) -> Mapping[str, float]:
    """By flow id, how often a case takes it each time it leaves the flow's source.

    A parallel starts all its ways out: 1 each. Several ways out of a plain step have no meaning
    (PM209) and are weighed as a decision's; `visits` refuses them.
    """
    weights: dict[str, float] = {}
    for step, flows in graph.out.items():
        if len(flows) == 1 and graph.steps[step].kind != "decision":
            weights[flows[0].id] = 1.0
        elif graph.steps[step].kind == "parallel":
            weights.update((flow.id, 1.0) for flow in flows)
        elif flows:
            weights.update(zip((flow.id for flow in flows), shares(flows), strict=True))
    return weights


def is_unclear(graph: Graph, step: str) -> bool:
    """Whether nobody can say how many cases take each way out (PM206, PM209)."""
    flows = graph.out[step]
    if graph.steps[step].kind == "decision":
        return not adds_up(number_of(flow.share) for flow in flows)
    return len(flows) > 1 and graph.steps[step].kind not in SPLITTING_KINDS
