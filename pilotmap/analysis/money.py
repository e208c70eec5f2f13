"""What the pilot saves and costs, where people say what an hour and a mistake cost."""

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from pilotmap.analysis.course import Course
from pilotmap.analysis.review_load import unsure_share
from pilotmap.analysis.veto import is_looked_at
from pilotmap.language import N_
from pilotmap.model.known import number_of
from pilotmap.model.map import PilotMap
from pilotmap.model.quantity import Money as Amount

WORKING_DAYS: Final = 250
"""A year."""
HOURS_OF_ONE: Final = 1_600
"""That one full-time person works a year."""

_NO_VOLUME: Final = N_("the number of cases is not given")
_NO_TIMES: Final = N_("the times cannot be computed")
_NO_RATE: Final = N_("what an hour costs is not given for each lane whose work changes")
_NO_COST_PER_CASE: Final = N_("what a case costs with the AI is not given")
_NO_ERRORS: Final = N_("the share of wrong answers is not given")
_NO_COST: Final = N_("what a wrong answer costs is not given")
_NO_MISSED: Final = N_("the share of wrong answers that are let through is not given")
_NOTHING_SAVED: Final = N_("nothing is saved in a year")
_NO_COST_ONCE: Final = N_("what the pilot costs once is not given")
_NEVER_PAYS: Final = N_("it costs more than it saves even without a wrong answer")
_ALWAYS_PAYS: Final = N_("it saves even where every answer is wrong")


class Money(NamedTuple):
    """A year with the pilot; None where an input is missing, which `because` says by name."""

    hours_freed_per_year: float | None = None
    full_time_equivalents: float | None = None
    saving_per_year: float | None = None
    payback_months: float | None = None
    break_even_error_share: float | None = None
    because: Mapping[str, str] = {}

    def as_json(self) -> dict[str, Any]:
        """As `check --format json` prints it."""
        return {name: value for name, value in self._asdict().items() if name != "because"}


def money(pilot_map: PilotMap, today: Course, with_ai: Course | None) -> Money:
    """250 working days a year of what changes in each lane's work, and of what mistakes cost."""
    before, after = today.work(), with_ai.work() if with_ai is not None else None
    if pilot_map.volume is None or before is None or after is None or with_ai is None:
        why = _NO_VOLUME if pilot_map.volume is None else _NO_TIMES
        return Money(because=dict.fromkeys(_NAMES, why))
    yearly = WORKING_DAYS * pilot_map.volume.per_day
    freed = yearly * (before - after)
    known = Money(freed, freed / HOURS_OF_ONE)
    a_case = _saved_by_work(pilot_map, today, with_ai)
    if a_case is None:
        return known._replace(because=dict.fromkeys(_NAMES[2:], _NO_RATE))
    if pilot_map.pilot.cost_per_case is None:
        return known._replace(because=dict.fromkeys(_NAMES[2:], _NO_COST_PER_CASE))
    return _of_mistakes(
        pilot_map, known, a_case - pilot_map.pilot.cost_per_case.value, yearly, today
    )


def is_asked(pilot_map: PilotMap) -> bool:
    """Whether anybody has said anything about money."""
    pilot = pilot_map.pilot
    costs = (pilot.cost_once, pilot.cost_per_case, pilot.cost_of_error)
    return any(costs) or any(lane.rate is not None for lane in pilot_map.lanes)


_NAMES: Final = Money._fields[:-1]


def _saved_by_work(pilot_map: PilotMap, today: Course, with_ai: Course) -> float | None:
    """Money a case: sum over lanes of rate x (work before - work after)."""
    before, after = today.work_by_lane() or {}, with_ai.work_by_lane() or {}
    saved = 0.0
    for lane in today.own_lanes:
        change = (before[lane.id] or 0.0) - (after[lane.id] or 0.0)
        if abs(change) < 1e-12:
            continue
        if lane.rate is None:
            return None
        saved += lane.rate.value * change
    return saved


def _of_mistakes(
    pilot_map: PilotMap, known: Money, a_case: float, yearly: float, today: Course
) -> Money:
    because: dict[str, str] = {}
    error, cost, missed = (
        number_of(pilot_map.pilot.error_share),
        pilot_map.pilot.cost_of_error,
        _missed(pilot_map),
    )
    answers = (today.visited or {}).get(pilot_map.pilot.step or "", 0.0) * (
        1 - unsure_share(pilot_map)
    )
    mistakes = None
    if cost is not None and missed is not None:
        mistakes = answers * missed * cost.value
    if mistakes is None:
        because["break_even_error_share"] = _NO_COST if cost is None else _NO_MISSED
    elif mistakes > 0:
        share = a_case / mistakes
        if 0 <= share <= 1:
            known = known._replace(break_even_error_share=share)
        else:
            because["break_even_error_share"] = _NEVER_PAYS if share < 0 else _ALWAYS_PAYS
    else:
        because["break_even_error_share"] = _NEVER_PAYS if a_case < 0 else _ALWAYS_PAYS
    why_not = _why_no_saving(error, cost, missed)
    if why_not:
        because |= dict.fromkeys(("saving_per_year", "payback_months"), why_not)
        return known._replace(because=because)
    saving = yearly * (a_case - (mistakes or 0.0) * (error or 0.0))
    known = known._replace(saving_per_year=saving)
    if pilot_map.pilot.cost_once is None or saving <= 0:
        because["payback_months"] = _NOTHING_SAVED if saving <= 0 else _NO_COST_ONCE
        return known._replace(because=because)
    months = 12 * pilot_map.pilot.cost_once.value / saving
    return known._replace(payback_months=months, because=because)


def _why_no_saving(error: float | None, cost: Amount | None, missed: float | None) -> str:
    """What is missing of the mistakes; nothing of them matters where none is made or costs."""
    if error == 0 or (cost is not None and cost.value == 0) or missed == 0:
        return ""
    if error is None:
        return _NO_ERRORS
    return _NO_COST if cost is None else _NO_MISSED if missed is None else ""


def _missed(pilot_map: PilotMap) -> float | None:
    """The share of wrong answers that nobody catches: all where nobody looks."""
    pilot = pilot_map.pilot
    if pilot.mode == "autonomous" and not is_looked_at(pilot_map):
        return 1.0
    return number_of(pilot.missed_share)
