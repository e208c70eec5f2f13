"""Where the time goes: sums over visits that lose no digit."""

import math
from collections.abc import Iterable, Mapping

from pilotmap.analysis.graph import Graph


def finite(value: float) -> float | None:
    """The value, or None where it is too large for a number."""
    return value if math.isfinite(value) else None


def total(values: Iterable[float]) -> float:
    """The sum without lost digits; infinite where it is too large for a number."""
    try:
        return math.fsum(values)
    except (OverflowError, ValueError):  # infinities among the values
        return math.inf


def expected_elapsed(graph: Graph, visits: Mapping[str, float], idle: str | None = None) -> float:
    """Hours from start to end on average, for a map without parallel work.

    The sum of visits x (work + wait); the step `idle` counts as taking no time.
    """
    return total(visits[step] * graph.hours(step) for step in graph.steps if step != idle)


def longest(graph: Graph, visits: Mapping[str, float], but: str | None = None) -> str | None:
    """The step with the most visits x (work + wait), the first in file order; None if all are 0."""
    times = {step: visits.get(step, 0.0) * graph.hours(step) for step in graph.steps if step != but}
    most = max(times, key=lambda step: times[step], default=None)
    return most if most is not None and times[most] > 0 else None
