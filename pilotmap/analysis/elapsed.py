"""How long a case takes from start to end: exact without parallel work, else simulated."""

import hashlib
import math
from typing import Final, NamedTuple

from pilotmap.analysis.graph import Graph
from pilotmap.analysis.times import expected_elapsed
from pilotmap.analysis.visits import Unknown, Visits
from pilotmap.language import tr
from pilotmap.model.known import number_of
from pilotmap.model.map import PilotMap

_MOST_HOURS: Final = 1e100
"""Squares of larger ones, which a standard error needs, would be no numbers."""


class Elapsed(NamedTuple):
    """Hours: the mean, exact where its standard error is 0, the median, the 90th percentile.

    None where it was not asked for or, with `trouble`, where it cannot be computed.
    """

    mean: float | None = None
    standard_error: float | None = None
    p50: float | None = None
    p90: float | None = None
    trouble: Unknown | None = None


def _too_large() -> Unknown:
    return Unknown(tr("the times are too large to add up"))


def has_parallel_work(graph: Graph) -> bool:
    """Whether a case can be at two places at once, so that sums over visits are no elapsed time."""
    return any(graph.is_fork(step) or graph.is_join(step) for step in graph.reached)


def exact_elapsed(graph: Graph, known: Visits, idle: str | None = None) -> Elapsed:
    """The mean alone, and that only without parallel work; the step `idle` takes no time."""
    if has_parallel_work(graph):
        return Elapsed()
    mean = expected_elapsed(graph.steps.values(), known.steps, idle)
    if not math.isfinite(mean):
        return Elapsed(trouble=_too_large())
    return Elapsed(mean=mean, standard_error=0.0)


def full_elapsed(graph: Graph, known: Visits, of: PilotMap, idle: str | None = None) -> Elapsed:
    """Mean and percentiles; the choices are seeded from the steps and flows of the map `of`.

    Without any time there is nothing to simulate, and all is 0.
    """
    exact = exact_elapsed(graph, known, idle)
    if exact.trouble is not None:
        return exact
    if not expected_elapsed(graph.steps.values(), known.steps, idle) < _MOST_HOURS:
        return exact._replace(trouble=_too_large())
    if not any(step.hours for step in graph.steps.values()):
        return Elapsed(0.0, 0.0, 0.0, 0.0)
    from pilotmap.analysis.simulation import simulate  # noqa: PLC0415 - numpy is slow to load

    found = simulate(graph, known, _seed(of), idle=idle)
    if isinstance(found, Unknown):
        return exact._replace(trouble=found)
    if exact.mean is not None:
        return exact._replace(p50=found.p50, p90=found.p90)
    return Elapsed(*found)


def _seed(m: PilotMap) -> int:
    """From what a case can meet and nothing else: no title, name or owner changes a figure."""
    steps = [(step.id, step.kind, step.work_hours, step.wait_hours) for step in m.steps]
    flows = [(flow.source, flow.target, number_of(flow.share)) for flow in m.flows]
    digest = hashlib.sha256(repr((steps, flows)).encode()).hexdigest()
    return int(digest[:16], 16)
