"""How long a case takes from start to end: exact without parallel work, else simulated."""

import hashlib
import math
from typing import Final, NamedTuple

from pilotmap.analysis.graph import Graph
from pilotmap.analysis.passage import Span
from pilotmap.analysis.times import expected_elapsed
from pilotmap.analysis.visits import Unknown, Visits
from pilotmap.language import tr
from pilotmap.lazy import lazy_imports
from pilotmap.model.known import number_of

with lazy_imports():  # numpy takes 0.1 s to load
    from pilotmap.analysis import simulation

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
    counted: float = 1.0


def _too_large() -> Unknown:
    return Unknown(tr("the times are too large to add up"))


def has_parallel_work(graph: Graph) -> bool:
    """Whether a case can be at two places at once, so that sums over visits are no elapsed time."""
    return any(
        (graph.is_fork(step) or graph.is_join(step)) and step in graph.structure.reached
        for step in graph.of_kind("parallel")
    )


def exact_elapsed(graph: Graph, known: Visits, idle: str | None = None) -> Elapsed:
    """The mean alone, and that only without parallel work; the step `idle` takes no time."""
    if has_parallel_work(graph):
        return Elapsed()
    mean = expected_elapsed(graph, known.steps, idle)
    if not math.isfinite(mean):
        return Elapsed(trouble=_too_large())
    return Elapsed(mean=mean, standard_error=0.0)


def full_elapsed(
    graph: Graph, known: Visits, idle: str | None = None, span: Span | None = None
) -> Elapsed:
    """Mean and percentiles; the choices are seeded from the steps and flows.

    With a span all is simulated. Without any time there is nothing to simulate, and all is 0; and
    where cases are all alike, no percentile says more than the mean.
    """
    exact = exact_elapsed(graph, known, idle) if span is None else Elapsed()
    if exact.trouble is not None:
        return exact
    if not expected_elapsed(graph, known.steps, idle) < _MOST_HOURS:
        return exact._replace(trouble=_too_large())
    if exact.mean is not None and _all_alike(graph):
        return exact
    if span is None and not any(graph.hours(step) for step in graph.steps):
        return Elapsed(0.0, 0.0, 0.0, 0.0)
    found = simulation.simulate(graph, known, _seed(graph), idle=idle, span=span)
    if isinstance(found, Unknown):
        return exact._replace(trouble=found)
    if exact.mean is not None:
        return exact._replace(p50=found.p50, p90=found.p90)
    return Elapsed(*found[:4], counted=found.counted)


def _all_alike(graph: Graph) -> bool:
    """Whether every case goes the same way: one start, nothing decided, nothing at once."""
    one_start = len(graph.of_kind("start")) == 1
    return one_start and all(len(graph.out[step]) < 2 for step in graph.structure.reached)


def _seed(graph: Graph) -> int:
    """From what a case can meet and nothing else: no title, name or owner changes a figure."""
    steps = [(step, s.kind, graph.work(step), graph.wait(step)) for step, s in graph.steps.items()]
    flows = [(f.source, f.target, number_of(f.share)) for out in graph.out.values() for f in out]
    digest = hashlib.sha256(repr((steps, flows)).encode()).hexdigest()
    return int(digest[:16], 16)
