"""The chance that a case goes round a loop once more."""

from pilotmap.analysis.elimination import Weights, solve
from pilotmap.analysis.graph import Graph
from pilotmap.model.process import Flow


def return_chance(graph: Graph, closing: Flow) -> float:
    """The chance to come back to the first step of a loop without leaving the loop's body.

    The loop begins where its closing flow leads. The body is what reaches that flow without passing
    the first step; loops inside it turn as often as they do. With g(i) the chance to take the
    closing flow next from i inside the body, g(i) = weight of the closing flow at i + sum over
    flows i -> j in the body of weight x g(j).
    """
    first = closing.target
    body = graph.structure.before(closing.source, but=(first,)) | {first}
    body &= graph.structure.after(first, but=())
    inner: Weights = {step: {} for step in graph.steps if step in body}
    for step in inner:
        for flow in graph.out[step]:
            if flow.target in body and flow.target != first and graph.weights[flow.id] > 0:
                inner[flow.target][step] = graph.weights[flow.id]
    own = dict.fromkeys(inner, 0.0)
    own[closing.source] = graph.weights[closing.id]
    found = solve(own, inner, None)
    return 1.0 if found is None else min(1.0, found[first])
