"""Where the time goes: expected work and elapsed time, from visits."""

import math
from collections.abc import Iterable, Mapping

from pilotmap.model.process import Step


def finite(value: float) -> float | None:
    """The value, or None where it is too large for a number."""
    return value if math.isfinite(value) else None


def total(values: Iterable[float]) -> float:
    """The sum without lost digits; infinite where it is too large for a number."""
    try:
        return math.fsum(values)
    except (OverflowError, ValueError):  # infinities among the values
        return math.inf


def expected_work(steps: Iterable[Step], visits: Mapping[str, float]) -> float | None:
    """Hours of work a case costs: the sum of visits x work."""
    return finite(total(visits[step.id] * step.work_hours for step in steps))


def work_by_lane(steps: Iterable[Step], visits: Mapping[str, float]) -> dict[str, float | None]:
    """Hours of work a case costs each lane, by lane id; lanes without work are 0."""
    lanes: dict[str, list[float]] = {}
    for step in steps:
        lanes.setdefault(step.lane, []).append(visits[step.id] * step.work_hours)
    return {lane: finite(total(hours)) for lane, hours in lanes.items()}


def expected_elapsed(
    steps: Iterable[Step], visits: Mapping[str, float], idle: str | None = None
) -> float:
    """Hours from start to end on average, for a map without parallel work.

    The sum of visits x (work + wait); the step `idle` counts as taking no time.
    """
    return total(visits[step.id] * step.hours for step in steps if step.id != idle)


def longest(
    steps: Iterable[Step], visits: Mapping[str, float], but: str | None = None
) -> str | None:
    """The step with the most visits x (work + wait), the first in file order; None if all are 0."""
    most = max(
        (step for step in steps if step.id != but),
        key=lambda step: visits[step.id] * step.hours,
        default=None,
    )
    return most.id if most is not None and visits[most.id] * most.hours > 0 else None
