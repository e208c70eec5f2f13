"""The verdict on the pilot in words: the same in window, document, `check` and `status`."""

import math
from collections.abc import Callable
from typing import Final, Literal

from pilotmap.analysis.figures import Figures
from pilotmap.analysis.forecast import Verdict
from pilotmap.analysis.lane_load import burdened
from pilotmap.analysis.outcome_figures import outcome_about
from pilotmap.analysis.wording import decimal, first_upper, lane_words, listed, percent
from pilotmap.language import N_, in_figures, tr
from pilotmap.model.map import PilotMap
from pilotmap.model.quantity import UNIT_SIGNS, TimeUnit

Tone = Literal["good", "careful", "bad"]

_SAME: Final = 0.01
"""Two readings that differ by no more of the larger one are told as one."""

TITLES: Final[dict[Verdict, str]] = {
    "reaches": N_("The target is reached, as far as the map can tell"),
    "too_close": N_("Too close to call"),
    "no_capacity": N_("The times would do, but the people do not have the hours"),
    "unexplained": N_("It depends on time that the map does not explain"),
    "falls_short": N_("In this way the target is not reached"),
    "out_of_reach": N_("This step alone cannot reach the target"),
    "cannot_tell": N_("The map cannot tell"),
}
TONES: Final[dict[Verdict, Tone]] = {
    "reaches": "good",
    "too_close": "careful",
    "no_capacity": "bad",
    "unexplained": "careful",
    "falls_short": "bad",
    "out_of_reach": "bad",
    "cannot_tell": "careful",
}


def title(numbers: Figures) -> str:
    """The verdict as a heading; where there is none, that."""
    if numbers.verdict is None:
        return tr("No forecast")
    return tr(TITLES[numbers.verdict])


def verdict_words(pilot_map: PilotMap, numbers: Figures) -> str:
    """The verdict, in one sentence that sets no figure of the map beside a measured one."""
    if numbers.verdict is None:
        why = numbers.verdict_because
        return tr("No forecast: {reason}.", reason=tr(why)) if why else ""
    return f"{title(numbers)}: {_REASONS[numbers.verdict](pilot_map, numbers)}"


def scale_words(pilot_map: PilotMap, numbers: Figures) -> str:
    """What is measured, what of it the map accounts for, what is left with the pilot, the target.

    Measured 48 h; the map accounts for 41.8 of them; with this pilot about 37 to 38 h; target 4 h.
    """
    baseline, target, today = numbers.stated_baseline, numbers.stated_target, numbers.today
    if baseline is None or target is None or today is None:
        return ""
    parts = [tr("measured {time}", time=outcome_time(pilot_map, baseline))]
    if today <= baseline:
        parts.append(tr("the map accounts for {time} of it", time=outcome_time(pilot_map, today)))
    else:
        over = percent(round(today / baseline - 1, 2))
        parts.append(tr("the map adds up to {share} more than that", share=over))
    if numbers.forecast is not None:
        parts.append(tr("with this pilot about {time}", time=forecast_words(pilot_map, numbers)))
    elif numbers.best_case is not None:
        parts.append(tr("at best about {time}", time=best_words(pilot_map, numbers)))
    parts.append(tr("target {time}", time=outcome_time(pilot_map, target)))
    return first_upper("; ".join(parts)) + "."


def forecast_words(pilot_map: PilotMap, numbers: Figures) -> str:
    """The forecast, both readings where they differ: 37 to 38 h."""
    return _between(pilot_map, numbers, numbers.forecast_hopeful, numbers.forecast)


def best_words(pilot_map: PilotMap, numbers: Figures) -> str:
    """The best case, both readings where they differ."""
    return _between(pilot_map, numbers, numbers.best_case_hopeful, numbers.best_case)


def not_in_the_forecast(pilot_map: PilotMap, numbers: Figures) -> str:
    """What the forecast leaves out: mistakes that nobody catches, work that comes back."""
    if numbers.forecast is None:
        return ""
    if numbers.returns:
        return tr(
            "Not in it: time lost to wrong answers that nobody catches, and work that comes back "
            "({time} a case today).",
            time=_time(pilot_map, numbers.returns),
        )
    return tr("Not in it: time lost to wrong answers that nobody catches.")


def outcome_time(pilot_map: PilotMap, hours: float) -> str:
    """A time of the outcome's scale, in the unit that the outcome is stated in."""
    return f"{_number(pilot_map, hours)} {tr(UNIT_SIGNS[_unit(pilot_map)])}"


def in_unit(pilot_map: PilotMap, hours: float) -> float:
    """Hours of the outcome's scale as a number in the unit that the outcome is stated in."""
    unit = _unit(pilot_map)
    per_unit = _WORK_HOURS.get(unit) if outcome_about(pilot_map) == "work" else None
    return hours / (per_unit or pilot_map.clock.per_unit(unit))


def _between(pilot_map: PilotMap, numbers: Figures, low: float | None, high: float | None) -> str:
    if high is None:
        return ""
    target = numbers.stated_target
    end = _number(pilot_map, high, target)
    unit = tr(UNIT_SIGNS[_unit(pilot_map)])
    if low is None or high - low <= _SAME * abs(high) or _number(pilot_map, low, target) == end:
        return f"{end} {unit}"
    return tr("{low} to {high}", low=_number(pilot_map, low, target), high=f"{end} {unit}")


def _number(pilot_map: PilotMap, hours: float, target: float | None = None) -> str:
    """With one decimal, or as many as it takes to be told from a target that it misses."""
    value = in_unit(pilot_map, hours)
    if target is None or math.isclose(hours, target, rel_tol=1e-9):
        return decimal(value)
    goal = in_unit(pilot_map, target)
    if decimal(value) != decimal(goal):
        return decimal(value)
    apart = (places for places in (2, 3) if round(value, places) != round(goal, places))
    places = next(apart, 3)
    return in_figures(f"{value:,.{places}f}")


_WORK_HOURS: Final[dict[TimeUnit, float]] = {"d": 8, "wd": 8}


def _unit(pilot_map: PilotMap) -> TimeUnit:
    baseline = pilot_map.outcome.baseline
    unit = None if baseline is None else baseline.time_unit
    return unit or "h"


def _time(pilot_map: PilotMap, hours: float) -> str:
    """A time of the map's own scale, in hours of its clock."""
    if hours >= 1:
        return tr("{number} h", number=decimal(hours))
    return tr("{number} min", number=decimal(hours * 60))


def _reaches(pilot_map: PilotMap, numbers: Figures) -> str:
    return tr(
        "with this pilot about {time}, the target is {target}.",
        time=forecast_words(pilot_map, numbers),
        target=outcome_time(pilot_map, numbers.stated_target or 0.0),
    )


def _no_capacity(pilot_map: PilotMap, numbers: Figures) -> str:
    loads = numbers.lane_load_with_ai or {}
    over = [lane for lane in burdened(pilot_map) if lane in loads and loads[lane].is_over]
    named = listed(lane_words(pilot_map.lane_by_id[lane]) for lane in over)
    return tr(
        "about {time} if {lanes} had the time; with AI there is more work than hours.",
        time=forecast_words(pilot_map, numbers),
        lanes=named,
    )


def _unexplained(pilot_map: PilotMap, numbers: Figures) -> str:
    gap = max(0.0, (numbers.stated_baseline or 0.0) - (numbers.today or 0.0))
    return tr(
        "{gap} of what is measured are not on the map. If the pilot does not touch them, about "
        "{careful} remain, else about {hopeful}; the target is {target}.",
        gap=outcome_time(pilot_map, gap),
        careful=outcome_time(pilot_map, numbers.forecast or 0.0),
        hopeful=outcome_time(pilot_map, numbers.forecast_hopeful or 0.0),
        target=outcome_time(pilot_map, numbers.stated_target or 0.0),
    )


def _falls_short(pilot_map: PilotMap, numbers: Figures) -> str:
    return tr(
        "about {time} with this pilot; only at best, with the step at nothing, {best}. The target "
        "is {target}.",
        time=forecast_words(pilot_map, numbers),
        best=best_words(pilot_map, numbers),
        target=outcome_time(pilot_map, numbers.stated_target or 0.0),
    )


def _out_of_reach(pilot_map: PilotMap, numbers: Figures) -> str:
    return tr(
        "even with the step at nothing about {best} remain, the target is {target}.",
        best=best_words(pilot_map, numbers),
        target=outcome_time(pilot_map, numbers.stated_target or 0.0),
    )


def _cannot_tell(_: PilotMap, numbers: Figures) -> str:
    explained = numbers.explained or 0.0
    return tr(
        "its times add up to {share} of what is measured. Mend the times or the baseline first.",
        share=percent(round(explained, 2)),
    )


_REASONS: Final[dict[Verdict, Callable[[PilotMap, Figures], str]]] = {
    "reaches": _reaches,
    "too_close": _reaches,
    "no_capacity": _no_capacity,
    "unexplained": _unexplained,
    "falls_short": _falls_short,
    "out_of_reach": _out_of_reach,
    "cannot_tell": _cannot_tell,
}
