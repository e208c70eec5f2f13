"""The chance that a case goes round a loop once more."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from pilotmap.analysis.elimination import Weights, solve, solve_many
from pilotmap.analysis.graph import Graph
from pilotmap.model.process import Flow

_FEW: Final = 20_000
"""Loops times the steps of their component up to which each loop alone costs little."""


def return_chances(graph: Graph, closing: Iterable[Flow]) -> Mapping[str, float]:
    """By closing flow, the chance to come back to the first step without leaving the loop's body.

    The loop begins where its closing flow leads. The body is what reaches that flow without passing
    the first step; loops inside it turn as often as they do.
    """
    together: dict[tuple[str, ...], dict[str, Flow]] = {}
    for flow in closing:
        together.setdefault(graph.structure.component_of[flow.target], {})[flow.id] = flow
    found: dict[str, float] = {}
    for component, flows in together.items():
        many = len(flows) * len(component) > _FEW
        known = _all_at_once(graph, component, tuple(flows.values())) if many else None
        found |= known or {flow.id: _alone(graph, flow) for flow in flows.values()}
    return found


def _alone(graph: Graph, closing: Flow) -> float:
    """With g(i) the chance to take the closing flow next from i inside the body.

    g(i) = weight of the closing flow at i + sum over flows i -> j in the body of weight x g(j).
    """
    first = closing.target
    inner: Weights = {step: {} for step in graph.structure.loop_body(closing.source, first)}
    for step in inner:
        for flow in graph.out[step]:
            if flow.target in inner and flow.target != first and graph.weights[flow.id] > 0:
                inner[flow.target][step] = graph.weights[flow.id]
    own = dict.fromkeys(inner, 0.0)
    own[closing.source] = graph.weights[closing.id]
    found = solve(own, inner, None)
    return 1.0 if found is None else min(1.0, found[first])


def _all_at_once(
    graph: Graph, component: Sequence[str], flows: Sequence[Flow]
) -> Mapping[str, float] | None:
    """The same for many loops of one component; None where parallel work or no way out forbids it.

    With v(f, s) the expected visits to s of a case at f, each visit to f begins anew: between two
    of them s is visited v(f, s) / v(f, f) times, so the chance is that times the flow's weight
    (Kemeny and Snell, "Finite Markov Chains", 1960, 3.3).
    """
    if any(graph.steps[step].kind == "parallel" for step in component):
        return None
    inside = set(component)
    inner: Weights = {step: {} for step in component}
    leaving = dict.fromkeys(component, 0.0)
    for step in component:
        for flow in graph.out[step]:
            weight = graph.weights[flow.id]
            if flow.target not in inside:
                leaving[step] += weight
            elif weight > 0:
                inner[step][flow.target] = inner[step].get(flow.target, 0.0) + weight
    if not any(leaving.values()):
        return None
    firsts = tuple(dict.fromkeys(flow.target for flow in flows))
    visits = solve_many(firsts, inner, leaving)
    if visits is None:
        return None
    at = {first: number for number, first in enumerate(firsts)}
    return {
        flow.id: min(
            1.0,
            graph.weights[flow.id]
            * float(visits[flow.source][at[flow.target]] / visits[flow.target][at[flow.target]]),
        )
        for flow in flows
    }
