"""The numbers that a forecast rests on, each with the range that it may lie in."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from pilotmap.analysis.branching import shares
from pilotmap.analysis.outcome_figures import outcome_about, stated_hours
from pilotmap.model.known import Basis, Share
from pilotmap.model.map import PilotMap
from pilotmap.model.process import Flow
from pilotmap.model.quantity import Measured

WIDTH: Final[dict[Basis | None, float]] = {
    "measured": 0.1,
    "estimated": 0.3,
    "guessed": 0.5,
    None: 0.5,
}
"""By which part of itself a number may be off, where nobody said its range."""


class Input(NamedTuple):
    """One number: where it stands in the file, hours or a share, and how it is known."""

    ref: str
    value: float
    low: float
    high: float
    basis: Basis | None


def inputs(pilot_map: PilotMap) -> tuple[Input, ...]:
    """Baseline, times, shares of branches, and the numbers of the pilot, as far as given."""
    return tuple(_all(pilot_map))


def _all(pilot_map: PilotMap) -> Iterator[Input]:
    clock, pilot = pilot_map.clock, pilot_map.pilot
    baseline, (hours, _) = pilot_map.outcome.baseline, stated_hours(pilot_map)
    if baseline is not None and hours is not None and baseline.number:
        yield _timed("outcome.baseline", baseline, hours / baseline.number)
    for step in pilot_map.steps:
        for key, time, count in (
            ("work", step.work, clock.works),
            ("wait", step.wait, clock.waits),
        ):
            if time is not None and time.value > 0:
                yield _timed(f"steps.{step.id}.{key}", time, count(time) / time.value)
    for step in pilot_map.steps:
        if step.kind == "decision":
            yield from _branches(pilot_map.flows_out(step.id))
    for key, time, count in (
        ("ai_time", pilot.ai_time, clock.works),
        ("review", pilot.review, clock.works),
        ("review_wait", pilot.review_wait, clock.waits),
    ):
        if time is not None and time.value > 0:
            yield _timed(f"pilot.{key}", time, count(time) / time.value)
    for key, share in (("unsure", pilot.unsure), ("rejected", pilot.rejected)):
        if share is not None:
            yield _shared(f"pilot.{key}", share, share.value * WIDTH[share.basis])


def _branches(flows: tuple[Flow, ...]) -> Iterator[Input]:
    """Each given share; of two branches one, as yes and no say the same."""
    given = [flow for flow in flows if flow.share is not None]
    if len(flows) < 2 or not given:
        return
    whole = dict(zip((flow.id for flow in flows), shares(flows), strict=True))
    for flow in given[:1] if len(flows) == 2 else given:
        if flow.share is not None:
            part = whole[flow.id]
            by = WIDTH[flow.share.basis] * min(part, 1 - part)
            yield _shared(f"flows.{flow.id}.share", flow.share, by, part)


def _timed(ref: str, quantity: Measured, factor: float) -> Input:
    number = float(quantity.value)
    width = abs(number) * WIDTH[quantity.basis]
    low = number - width if quantity.low is None else quantity.low
    high = number + width if quantity.high is None else quantity.high
    return Input(ref, number * factor, low * factor, high * factor, quantity.basis)


def _shared(ref: str, share: Share, by: float, value: float | None = None) -> Input:
    value = share.value if value is None else value
    low = value - by if share.low is None else share.low
    high = value + by if share.high is None else share.high
    return Input(ref, value, max(0.0, min(low, value)), min(1.0, max(high, value)), share.basis)


def is_reckoned(pilot_map: PilotMap) -> bool:
    """Whether the outcome is one that a forecast can be made for at all."""
    return outcome_about(pilot_map) != "other"
