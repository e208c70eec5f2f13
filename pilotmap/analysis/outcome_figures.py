"""The outcome in figures: what the map says of it today, with the AI, and at best."""

from dataclasses import dataclass

from pilotmap.analysis.course import Course, Measured
from pilotmap.analysis.forecast import ANOTHER_VERDICT, Forecast, Ingredients, forecast
from pilotmap.analysis.pilot_figures import Pilot
from pilotmap.analysis.times import longest
from pilotmap.analysis.visits import Unknown
from pilotmap.language import tr
from pilotmap.model.clock import worked_hours
from pilotmap.model.map import PilotMap
from pilotmap.model.outcome import About
from pilotmap.model.quantity import Quantity


@dataclass(frozen=True)
class Outcome:
    """The stated times, the map's own figures for them, and what follows; hours."""

    baseline: float | None
    target: float | None
    today: Measured
    floor: Measured
    with_ai: Measured
    forecast: Forecast
    longest_remaining: str | None
    longest_remaining_hours: float | None

    @property
    def ai_share(self) -> float | None:
        """What the AI step itself takes today, of the cases that the outcome is about."""
        if self.today.value is None or self.floor.value is None:
            return None
        return self.today.value - self.floor.value


def outcome_about(pilot_map: PilotMap) -> About:
    """What the outcome is held against: what is said, else a lead time where its unit is a time."""
    if pilot_map.outcome.about is not None:
        return pilot_map.outcome.about
    baseline = pilot_map.outcome.baseline
    is_time = baseline is None or baseline.time_unit is not None
    return "lead_time" if is_time else "other"


def stated_hours(pilot_map: PilotMap) -> tuple[float | None, float | None]:
    """Baseline and target in hours by the clock of what they are about, where they are times."""
    return _stated(pilot_map, pilot_map.outcome.baseline), _stated(
        pilot_map, pilot_map.outcome.target
    )


def outcome_figures(pilot_map: PilotMap, today: Course, pilot: Pilot) -> Outcome:
    """All of it; the forecast is null where the verdict on the pilot is not an AI."""
    about = outcome_about(pilot_map)
    baseline, target = stated_hours(pilot_map)
    is_ai = pilot_map.pilot.verdict in (None, "ai")
    step = pilot_map.pilot.step if is_ai else None
    if about == "other":
        nothing = Measured(trouble=Unknown(tr("the outcome is no time that the map could tell")))
        now = floor = after = nothing
    else:
        now = today.outcome(about)
        floor = today.outcome(about, step) if step is not None else Measured()
        after = Measured()
        if is_ai and pilot.course is not None:
            after = pilot.course.outcome(about)
    given = Ingredients(
        baseline=baseline,
        target=target,
        change=pilot_map.outcome.change,
        mode=pilot_map.pilot.mode if step is not None else None,
        today=now,
        floor=floor,
        with_ai=after,
        over_capacity=bool(pilot.over_capacity),
    )
    made = forecast(given) if is_ai else _not_asked(given)
    visited = now.visits if now.visits is not None else today.visited
    most = longest(today.graph, visited, pilot_map.pilot.step) if visited is not None else None
    hours = visited[most] * today.graph.hours(most) if most and visited is not None else None
    if about == "other":
        now = Measured()
    return Outcome(baseline, target, now, floor, after, made, most, hours)


def _not_asked(given: Ingredients) -> Forecast:
    explained = None
    if given.baseline and given.today.value is not None:
        explained = given.today.value / given.baseline
    return Forecast(explained=explained, because=ANOTHER_VERDICT)


def _stated(pilot_map: PilotMap, quantity: Quantity | None) -> float | None:
    if outcome_about(pilot_map) == "work":
        return worked_hours(quantity)
    return pilot_map.clock.passes(quantity)
