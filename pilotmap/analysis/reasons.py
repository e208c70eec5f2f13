"""Why a figure is null: for each that is, a reason that a person can read."""

from collections.abc import Iterator, Mapping
from typing import Final

from pilotmap.analysis.figures import (
    ELAPSED,
    PERCENTILES,
    RETURNS,
    TIMES,
    WITH_AI,
    Figures,
)
from pilotmap.analysis.forecast import NO_BASELINE, NO_FIGURE, NO_MODE, NO_PICTURE, NO_STEP
from pilotmap.analysis.lane_load import LaneLoad
from pilotmap.analysis.outcome_figures import outcome_about
from pilotmap.analysis.ranges import Ranges
from pilotmap.language import N_, tr
from pilotmap.model.map import PilotMap

_NOT_SAID: Final = N_("the numbers of the map do not say")
_NO_TIME_THERE: Final = N_("the map accounts for no time at all")
_NO_VOLUME: Final = N_("the number of cases is not given")
_NO_BASELINE: Final = N_("the baseline is not given as a time")
_NO_TARGET: Final = N_("the target is not given as a time")
_NO_TIME_ASKED: Final = N_("the outcome is no time that the map could tell")
_NOTHING_ELSE: Final = N_("no other step takes any time")
_ASIDE: Final = N_("it takes a simulation, which was not asked for")
_ALL_ALIKE: Final = N_("every case goes the same way and takes the same time")
_NOBODY_LOOKS: Final = N_("in this way of working nobody looks at every answer")
_NO_REVIEW: Final = N_("how long a look takes is not given")
_NO_PEOPLE: Final = N_("the people or the hours a day of those who look are not given")
_ENDLESS: Final = N_(
    "those who look have more work than hours: what waits for them never gets less"
)
_NO_MONEY: Final = N_("nothing is said of money or of the number of cases")

_OF_THE_OUTCOME: Final = ("today", "explained", "cases_counted")
_OF_THE_STEP: Final = ("ai_share", "floor", "best_case", "best_case_hopeful")
_OF_THE_PILOT: Final = ("with_ai", "with_ai_elapsed", "with_ai_work", "saving")
_OF_THE_FORECAST: Final = ("forecast", "forecast_hopeful", "verdict")
_OF_RANGES: Final = ("measure_first", "chance", "already_met", "forecast_p10", "forecast_p90")
_OF_TIMES: Final = ("visits", "expected_work", "work_by_lane", "expected_elapsed")
_OF_CASES: Final = ("elapsed_standard_error", "elapsed_p50", "elapsed_p90")


NAMES: Final[Mapping[str, str]] = {
    "visits": N_("Visits of each step"),
    "expected_work": N_("People’s time a case"),
    "work_by_lane": N_("Work of each lane"),
    "expected_elapsed": N_("Time from start to end"),
    "elapsed_standard_error": N_("How exact that time is"),
    "elapsed_p50": N_("Time within which half of the cases are done"),
    "elapsed_p90": N_("Time within which nine of ten are done"),
    "stated_baseline": N_("Baseline in hours"),
    "stated_target": N_("Target in hours"),
    "today": N_("What the map says of the outcome"),
    "explained": N_("What the map explains of the baseline"),
    "cases_counted": N_("Cases that the outcome is about"),
    "ai_share": N_("What the AI step takes today"),
    "floor": N_("The outcome with the step at nothing"),
    "best_case": N_("Best case"),
    "best_case_hopeful": N_("Best case, hopeful reading"),
    "forecast": N_("Forecast"),
    "forecast_hopeful": N_("Forecast, hopeful reading"),
    "verdict": N_("Verdict"),
    "longest_remaining": N_("The longest of what remains"),
    "longest_remaining_hours": N_("Time of the longest of what remains"),
    "with_ai": N_("The outcome with AI, on the map"),
    "with_ai_elapsed": N_("Time from start to end with AI"),
    "with_ai_work": N_("People’s time a case with AI"),
    "saving": N_("What the AI saves a case"),
    "exposure": N_("How far a wrong answer goes"),
    "review_load": N_("Load of reviews"),
    "seen_share": N_("Share of the answers that somebody has time for"),
    "review_queue": N_("Wait for a review at that load"),
    "lane_load": N_("Load of the lanes today"),
    "lane_load_with_ai": N_("Load of the lanes with AI"),
    "money": N_("Money"),
    "returns": N_("What comes back costs"),
    "measure_first": N_("What to measure first"),
    "chance": N_("Chance to meet the target"),
    "already_met": N_("Draws that meet the target already"),
    "forecast_p10": N_("Forecast in the best tenth"),
    "forecast_p90": N_("Forecast in the worst tenth"),
}
"""What each figure that may be null is called."""


def null_reasons(
    pilot_map: PilotMap, numbers: Figures, sure: Ranges | None = None
) -> Mapping[str, str]:
    """By name, why each figure that is null is; those of ranges only where these are given."""
    found = dict(_reasons(pilot_map, numbers))
    given = {name: getattr(numbers, name) for name in found}
    if sure is not None:
        given |= {name: getattr(sure, name) for name in _OF_RANGES}
        found |= dict.fromkeys(_OF_RANGES, sure.because or _NOT_SAID)
    return {name: tr(found[name]) for name, value in given.items() if value is None}


def figure_name(name: str) -> str:
    """A figure as people call it."""
    return tr(NAMES[name])


def load_reason(load: LaneLoad) -> str:
    """Why a lane's load is no share of its hours; nothing where it is one."""
    if load.ratio is not None:
        return ""
    if load.available is None:
        return tr("people or hours a day are not given")
    return tr("nobody is there")


def _reasons(pilot_map: PilotMap, numbers: Figures) -> Iterator[tuple[str, str]]:
    times = _times(numbers)
    for name in _OF_TIMES:
        yield name, times
    for name in _OF_CASES:
        yield name, times if numbers.expected_elapsed is None else _alike(numbers)
    yield "stated_baseline", _NO_BASELINE
    yield "stated_target", _NO_TARGET
    yield from _of_the_outcome(pilot_map, numbers, times)
    for name in ("longest_remaining", "longest_remaining_hours"):
        yield name, times if numbers.visits is None else _NOTHING_ELSE
    yield from _of_the_pilot(pilot_map, numbers, times)
    yield "returns", _missing(numbers, RETURNS, times)


def _of_the_outcome(pilot_map: PilotMap, numbers: Figures, times: str) -> Iterator[tuple[str, str]]:
    asked = _NO_TIME_ASKED if outcome_about(pilot_map) == "other" else times
    for name in _OF_THE_OUTCOME:
        yield name, asked if numbers.today is None else NO_BASELINE
    step = NO_STEP if pilot_map.pilot.step is None else asked
    for name in _OF_THE_STEP:
        yield name, step if numbers.floor is None else numbers.verdict_because or NO_FIGURE
    for name in _OF_THE_FORECAST:
        yield name, numbers.verdict_because or (asked if numbers.today is None else NO_PICTURE)


def _of_the_pilot(pilot_map: PilotMap, numbers: Figures, times: str) -> Iterator[tuple[str, str]]:
    pilot = pilot_map.pilot
    drawn = NO_STEP if pilot.step is None else NO_MODE if pilot.mode is None else ""
    for name in _OF_THE_PILOT:
        yield name, drawn or _missing(numbers, WITH_AI, NO_PICTURE)
    yield "exposure", NO_STEP if pilot.step is None else NO_PICTURE
    review = drawn or _review(pilot_map, numbers, times)
    yield "review_load", review
    yield "seen_share", review or _NO_PEOPLE
    yield "review_queue", review or _queue(pilot_map, numbers)
    volume = _NO_VOLUME if pilot_map.volume is None else times
    yield "lane_load", volume
    yield "lane_load_with_ai", volume if pilot_map.volume is None else drawn or NO_PICTURE
    yield "money", drawn or (_NO_MONEY if pilot_map.volume is None else NO_PICTURE)


def _times(numbers: Figures) -> str:
    if numbers.visits is None:
        return _missing(numbers, TIMES, _NOT_SAID)
    return _missing(numbers, ELAPSED, _NO_TIME_THERE)


def _missing(numbers: Figures, what: str, otherwise: str) -> str:
    """The reason that was found while computing."""
    reasons = (missing.why.reason for missing in numbers.missing if missing.what == tr(what))
    return next(reasons, otherwise)


def _alike(numbers: Figures) -> str:
    one_start = len(numbers.graph.of_kind("start")) == 1
    plain = all(len(out) < 2 for out in numbers.graph.out.values())
    return _ALL_ALIKE if one_start and plain else _missing(numbers, PERCENTILES, _ASIDE)


def _review(pilot_map: PilotMap, numbers: Figures, times: str) -> str:
    """Why there is no load of reviews; nothing where there is one."""
    if numbers.review_load is not None:
        return ""
    if pilot_map.pilot.mode == "autonomous":
        return _NOBODY_LOOKS
    return _NO_REVIEW if pilot_map.pilot.review is None else times


def _queue(pilot_map: PilotMap, numbers: Figures) -> str:
    load = (numbers.lane_load_with_ai or {}).get(pilot_map.pilot.human or "")
    if load is None or load.ratio is None:
        return _NO_PEOPLE
    return _ENDLESS if load.ratio >= 1 else _NOT_SAID
