"""The verdict on the pilot in words: the same in window, document, `check` and `status`."""

from collections.abc import Callable
from typing import Final, Literal

from pilotmap.analysis.figures import Figures
from pilotmap.analysis.forecast import Verdict
from pilotmap.analysis.lane_load import burdened
from pilotmap.analysis.outcome_figures import outcome_about
from pilotmap.analysis.wording import decimal, first_upper, lane_words, listed, percent
from pilotmap.language import later, tr
from pilotmap.model.map import PilotMap
from pilotmap.model.quantity import UNIT_SIGNS, TimeUnit

Tone = Literal["good", "careful", "bad"]

_SAME: Final = 0.01
"""Two readings that differ by no more of the larger one are told as one."""

TITLES: Final[dict[Verdict, str]] = {
    "reaches": later("The target is reached, as far as the map can tell"),
    "too_close": later("Too close to call"),
    "no_capacity": later("The times would do, but the people do not have the hours"),
    "unexplained": later("It depends on hours that the map does not explain"),
    "falls_short": later("In this way the target is not reached"),
    "out_of_reach": later("This step alone cannot reach the target"),
    "cannot_tell": later("The map cannot tell"),
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


def verdict_words(m: PilotMap, numbers: Figures) -> str:
    """The verdict, in one sentence that sets no figure of the map beside a measured one."""
    if numbers.verdict is None:
        why = numbers.verdict_because
        return tr("No forecast: {reason}.", reason=tr(why)) if why else ""
    return f"{title(numbers)}: {_REASONS[numbers.verdict](m, numbers)}"


def scale_words(m: PilotMap, numbers: Figures) -> str:
    """What is measured, what of it the map accounts for, what is left with the pilot, the target.

    Measured 48 h; the map accounts for 41.8 of them; with this pilot about 37 to 38 h; target 4 h.
    """
    baseline, target, today = numbers.stated_baseline, numbers.stated_target, numbers.today
    if baseline is None or target is None or today is None:
        return ""
    parts = [tr("measured {time}", time=outcome_time(m, baseline))]
    if today <= baseline:
        parts.append(tr("the map accounts for {time} of it", time=outcome_time(m, today)))
    else:
        over = percent(round(today / baseline - 1, 2))
        parts.append(tr("the map adds up to {share} more than that", share=over))
    if numbers.forecast is not None:
        parts.append(tr("with this pilot about {time}", time=forecast_words(m, numbers)))
    elif numbers.best_case is not None:
        parts.append(tr("at best about {time}", time=best_words(m, numbers)))
    parts.append(tr("target {time}", time=outcome_time(m, target)))
    return first_upper("; ".join(parts)) + "."


def forecast_words(m: PilotMap, numbers: Figures) -> str:
    """The forecast, both readings where they differ: 37 to 38 h."""
    return _between(m, numbers.forecast_hopeful, numbers.forecast)


def best_words(m: PilotMap, numbers: Figures) -> str:
    """The best case, both readings where they differ."""
    return _between(m, numbers.best_case_hopeful, numbers.best_case)


def not_in_the_forecast(m: PilotMap, numbers: Figures) -> str:
    """What the forecast leaves out: mistakes that nobody catches, work that comes back."""
    if numbers.forecast is None:
        return ""
    if numbers.returns:
        return tr(
            "Not in it: time lost to wrong answers that nobody catches, and work that comes back "
            "({time} a case today).",
            time=_time(m, numbers.returns),
        )
    return tr("Not in it: time lost to wrong answers that nobody catches.")


def outcome_time(m: PilotMap, hours: float) -> str:
    """A time of the outcome's scale, in the unit that the outcome is stated in."""
    return f"{_number(m, hours)} {tr(UNIT_SIGNS[_unit(m)])}"


def _between(m: PilotMap, low: float | None, high: float | None) -> str:
    if high is None:
        return ""
    if low is None or high - low <= _SAME * abs(high) or _number(m, low) == _number(m, high):
        return outcome_time(m, high)
    return tr("{low} to {high}", low=_number(m, low), high=outcome_time(m, high))


def _number(m: PilotMap, hours: float) -> str:
    work = outcome_about(m) == "work"
    per_unit = _WORK_HOURS.get(_unit(m)) if work else None
    return decimal(hours / (per_unit or m.clock.per_unit(_unit(m))))


_WORK_HOURS: Final[dict[TimeUnit, float]] = {"d": 8, "wd": 8}


def _unit(m: PilotMap) -> TimeUnit:
    baseline = m.outcome.baseline
    unit = None if baseline is None else baseline.time_unit
    return unit or "h"


def _time(m: PilotMap, hours: float) -> str:
    """A time of the map's own scale, in hours of its clock."""
    if hours >= 1:
        return tr("{number} h", number=decimal(hours))
    return tr("{number} min", number=decimal(hours * 60))


def _reaches(m: PilotMap, numbers: Figures) -> str:
    return tr(
        "with this pilot about {time}, the target is {target}.",
        time=forecast_words(m, numbers),
        target=outcome_time(m, numbers.stated_target or 0.0),
    )


def _no_capacity(m: PilotMap, numbers: Figures) -> str:
    loads = numbers.lane_load_with_ai or {}
    over = [lane for lane in burdened(m) if lane in loads and loads[lane].is_over]
    named = listed(lane_words(m.lane_by_id[lane]) for lane in over)
    return tr(
        "about {time} if {lanes} had the time; with AI there is more work than hours.",
        time=forecast_words(m, numbers),
        lanes=named,
    )


def _unexplained(m: PilotMap, numbers: Figures) -> str:
    gap = max(0.0, (numbers.stated_baseline or 0.0) - (numbers.today or 0.0))
    return tr(
        "{gap} of what is measured are not on the map. If the pilot does not touch them, about "
        "{careful} remain, else about {hopeful}; the target is {target}.",
        gap=outcome_time(m, gap),
        careful=outcome_time(m, numbers.forecast or 0.0),
        hopeful=outcome_time(m, numbers.forecast_hopeful or 0.0),
        target=outcome_time(m, numbers.stated_target or 0.0),
    )


def _falls_short(m: PilotMap, numbers: Figures) -> str:
    return tr(
        "about {time} with this pilot; only at best, with the step at nothing, {best}. The target "
        "is {target}.",
        time=forecast_words(m, numbers),
        best=best_words(m, numbers),
        target=outcome_time(m, numbers.stated_target or 0.0),
    )


def _out_of_reach(m: PilotMap, numbers: Figures) -> str:
    return tr(
        "even with the step at nothing about {best} remain, the target is {target}.",
        best=best_words(m, numbers),
        target=outcome_time(m, numbers.stated_target or 0.0),
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
