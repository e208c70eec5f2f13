"""What the pilot does to the outcome: the sentence that people sign, and so the most careful one.

What people measure and what the map adds up to differ, and the pilot can take away only what is on
the map. Where the map explains less than what is measured, nobody knows where the rest lies: the
pilot may not touch it, or it is spread like all else. Both readings are reckoned.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from pilotmap.analysis.course import Measured
from pilotmap.language import N_
from pilotmap.model.pilot import Mode

Verdict = Literal[
    "cannot_tell",
    "too_close",
    "no_capacity",
    "reaches",
    "unexplained",
    "falls_short",
    "out_of_reach",
]
LEAST_EXPLAINED: Final = 0.5
MOST_EXPLAINED: Final = 1.5
_ERRORS: Final = 2
"""How many standard errors a simulated forecast has to be away from the target."""

NO_BASELINE: Final = N_("baseline or target is no time that can be compared")
NO_FIGURE: Final = N_("the map has no figure for this outcome")
NOT_REDUCED: Final = N_("only an outcome that is to fall can be forecast from the map")
NO_TIME: Final = N_("the map accounts for no time at all")
ANOTHER_VERDICT: Final = N_("no AI is to take over a step")
NO_STEP: Final = N_("no step is marked for the AI")
NO_MODE: Final = N_("how people and the AI work together is not chosen yet")
NO_PICTURE: Final = N_("the process with AI cannot be drawn")


@dataclass(frozen=True)
class Forecast:
    """Hours of the measured scale; None where something is missing, which `because` says.

    forecast, best_case: the careful reading; the hopeful ones are the smaller of the two.
    """

    explained: float | None = None
    saving: float | None = None
    forecast: float | None = None
    forecast_hopeful: float | None = None
    best_case: float | None = None
    best_case_hopeful: float | None = None
    verdict: Verdict | None = None
    because: str = ""


@dataclass(frozen=True)
class Ingredients:
    """All that a forecast is made of; hours."""

    baseline: float | None
    target: float | None
    change: str | None
    mode: Mode | None
    today: Measured
    floor: Measured
    with_ai: Measured
    over_capacity: bool


def readings(baseline: float, today: float, after: float) -> tuple[float, float]:
    """The careful and the hopeful reading of what is measured once the map takes `after`.

    B - (T - T') where the pilot does not touch what the map does not explain, B T' / T where that
    is spread like the rest; the latter alone where the map explains more than is measured.
    """
    in_proportion = baseline * after / today
    if today > baseline:
        return in_proportion, in_proportion
    untouched = baseline - (today - after)
    return max(untouched, in_proportion), min(untouched, in_proportion)


def forecast(given: Ingredients) -> Forecast:
    """The forecast and its verdict, the first that holds; None with the reason where none does."""
    baseline, today = given.baseline, given.today.value
    if baseline is None or given.target is None or baseline <= 0:
        return Forecast(because=NO_BASELINE)
    if today is None:
        return Forecast(because=NO_FIGURE)
    if today <= 0:
        return Forecast(explained=0.0, because=NO_TIME)
    made = Forecast(explained=today / baseline)
    if given.floor.value is not None:
        best, best_hopeful = readings(baseline, today, given.floor.value)
        made = _with(made, best_case=best, best_case_hopeful=best_hopeful)
    if given.with_ai.value is not None:
        careful, hopeful = readings(baseline, today, given.with_ai.value)
        saving = today - given.with_ai.value
        made = _with(made, saving=saving, forecast=careful, forecast_hopeful=hopeful)
    if given.change != "reduce":
        return _with(made, because=NOT_REDUCED)
    return _with(made, **_verdict(given, made))


def _verdict(given: Ingredients, made: Forecast) -> Mapping[str, object]:
    explained, goal = made.explained or 0.0, given.target or 0.0
    if not LEAST_EXPLAINED <= explained <= MOST_EXPLAINED:
        return {"verdict": "cannot_tell"}
    if made.forecast is None or made.forecast_hopeful is None:
        if given.mode is None and made.best_case_hopeful is not None:
            far = made.best_case_hopeful > goal
            return {"verdict": "out_of_reach"} if far else {"because": NO_MODE}
        return {"because": NO_STEP if given.floor.value is None else NO_PICTURE}
    if abs(made.forecast - goal) <= _ERRORS * _error(given) and _error(given) > 0:
        return {"verdict": "too_close"}
    if made.forecast <= goal:
        return {"verdict": "no_capacity" if given.over_capacity else "reaches"}
    if made.forecast_hopeful <= goal:
        return {"verdict": "unexplained"}
    best = made.best_case_hopeful
    return {"verdict": "out_of_reach" if best is None or best > goal else "falls_short"}


def _error(given: Ingredients) -> float:
    """The standard error of the forecast, as if the two simulations knew nothing of each other."""
    today, after = given.today, given.with_ai
    baseline = given.baseline or 0.0
    if not today.value or after.value is None:
        return 0.0
    untouched = math.hypot(today.standard_error, after.standard_error)
    slope = baseline / today.value
    spread = slope * math.hypot(
        after.standard_error, after.value / today.value * today.standard_error
    )
    if today.value > baseline:
        return spread
    return untouched if baseline - today.value + after.value >= slope * after.value else spread


def _with(made: Forecast, **changes: object) -> Forecast:
    return Forecast(**{**made.__dict__, **changes})
