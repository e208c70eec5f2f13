"""How often a case comes to each step: the absorbing Markov chain of the map."""

import math
from collections.abc import Mapping
from typing import NamedTuple

from pilotmap.analysis.branching import adds_up
from pilotmap.analysis.elimination import Weights, solve
from pilotmap.analysis.graph import Graph
from pilotmap.analysis.parallels import mismatches
from pilotmap.language import tr
from pilotmap.model.known import number_of
from pilotmap.model.process import SPLITTING_KINDS


class Unknown(NamedTuple):
    """Why a figure cannot be computed, and the steps that are the reason."""

    reason: str
    refs: tuple[str, ...] = ()


class Visits(NamedTuple):
    """Expected visits a case, by step id, and expected passes a case, by flow id."""

    steps: Mapping[str, float]
    flows: Mapping[str, float]


def visits(graph: Graph) -> Visits | Unknown:
    """Expected visits of each step and flow per case, or why nobody can say.

    Solves x[v] = start[v] + sum over flows u -> v of x[u] * weight, where a join divides what
    comes in by its number of ways in (Kemeny and Snell, "Finite Markov Chains", 1960, 3.2).
    Component after component in topological order, so only loops cost more than a sum.
    """
    starts = graph.of_kind("start")
    trouble = _trouble(graph, starts)
    if trouble is not None:
        return trouble
    inflow = dict.fromkeys(graph.steps, 0.0)
    for start in starts:
        inflow[start] = 1 / len(starts)
    for part in graph.likely.parts:
        found = _solve_part(graph, part, inflow)
        if found is None or not all(0 <= x < math.inf for x in found.values()):
            return Unknown(tr("the cases in a loop grow without end"), part)
        inflow.update(found)
        _pass_on(graph, part, inflow)
    passes = {
        flow.id: inflow[step] * graph.weights[flow.id]
        for step in graph.out
        for flow in graph.out[step]
    }
    return _waiting_for_ever(graph, passes) or Visits(inflow, passes)


def _waiting_for_ever(graph: Graph, passes: Mapping[str, float]) -> Unknown | None:
    """Joins whose ways in do not bring one part of the same case each, so no figure holds."""
    joins = [step for step in graph.of_kind("parallel") if graph.is_join(step)]
    uneven = [
        join
        for join in joins
        if not all(
            math.isclose(passes[flow.id], passes[graph.into[join][0].id], rel_tol=1e-9)
            for flow in graph.into[join]
        )
    ]
    stuck = uneven or [wrong.step for wrong in mismatches(graph) if wrong.fault != "open"]
    if not stuck:
        return None
    return Unknown(tr("work waits for a branch that never comes"), tuple(dict.fromkeys(stuck)))


def _trouble(graph: Graph, starts: tuple[str, ...]) -> Unknown | None:
    if not starts:
        return Unknown(tr("the map has no start"))
    reached = [step for step in graph.steps if step in graph.likely.reached]
    unclear = tuple(step for step in reached if _is_unclear(graph, step))
    if unclear:
        return Unknown(tr("it is not clear how many cases take each way out"), unclear)
    if graph.likely.reached.isdisjoint(graph.of_kind("end")):
        return Unknown(tr("no end is reached"))
    lost = tuple(step for step in reached if step not in graph.likely.ending)
    if not lost:
        return None
    stops = tuple(step for step in lost if not graph.out[step])
    if stops:
        return Unknown(tr("cases stop before an end is reached"), stops)
    return Unknown(tr("nobody leaves a loop"), lost)


def _is_unclear(graph: Graph, step: str) -> bool:
    """Whether nobody can say how many cases take each way out (PM206, PM209)."""
    flows = graph.out[step]
    if graph.steps[step].kind == "decision":
        return not adds_up(number_of(flow.share) for flow in flows)
    return len(flows) > 1 and graph.steps[step].kind not in SPLITTING_KINDS


def _solve_part(
    graph: Graph, part: tuple[str, ...], inflow: Mapping[str, float]
) -> dict[str, float] | None:
    own = {step: inflow[step] for step in part}
    if len(part) == 1 or not any(own.values()):
        return own
    inner: Weights = {step: {} for step in part}
    leaving = dict.fromkeys(part, 0.0)
    for step in part:
        for flow in graph.out[step]:
            weight = graph.weights[flow.id]
            if flow.target not in own:
                leaving[step] += weight
            elif weight > 0:
                inner[step][flow.target] = weight / _ways_in(graph, flow.target)
    stochastic = not any(graph.steps[step].kind == "parallel" for step in part)
    return solve(own, inner, leaving if stochastic else None)


def _pass_on(graph: Graph, part: tuple[str, ...], inflow: dict[str, float]) -> None:
    inside = set(part)
    for step in part:
        for flow in graph.out[step]:
            if flow.target not in inside:
                share = graph.weights[flow.id] / _ways_in(graph, flow.target)
                inflow[flow.target] += inflow[step] * share


def _ways_in(graph: Graph, step: str) -> int:
    return len(graph.into[step]) if graph.is_join(step) else 1
