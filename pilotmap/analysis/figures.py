"""Every figure of a map under the names of `check --format json`; times in hours."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Final, NamedTuple

from pilotmap.analysis.course import Course, course_today
from pilotmap.analysis.exposure import Exposure
from pilotmap.analysis.forecast import Verdict
from pilotmap.analysis.graph import Graph
from pilotmap.analysis.lane_load import LaneLoad, lane_loads
from pilotmap.analysis.ledger import LedgerRow, handoff_ledger, returns
from pilotmap.analysis.loops import Loop, Loops, loops
from pilotmap.analysis.money import Money
from pilotmap.analysis.outcome_figures import Outcome, outcome_figures
from pilotmap.analysis.pilot_figures import Pilot, pilot_figures
from pilotmap.analysis.review_load import ReviewLoad
from pilotmap.analysis.visits import Unknown
from pilotmap.language import N_, tr, trn
from pilotmap.model.map import PilotMap
from pilotmap.model.pilot import Mode

TIMES: Final = N_("Visits and times")
ELAPSED: Final = N_("The time from start to end")
WITH_AI: Final = N_("The figures with AI")
RETURNS: Final = N_("The time lost to work that comes back")
PERCENTILES: Final = N_("Median and 90th percentile")
_NOT_PRINTED: Final = {"loops_complete", "missing", "verdict_because", "today_error", "graph"}


class Missing(NamedTuple):
    """Figures that cannot be computed though the map calls for them, and why (PM502)."""

    what: str
    why: Unknown


@dataclass(frozen=True)
class Figures:
    """All figures; None where one cannot be computed, has no meaning here, or was not asked for.

    visits, visits_counted: per case, and per case that the outcome is about. today: the map's own
    figure for the outcome, with_ai and floor the same with the AI and with its step at nothing.
    verdict_because: why there is no verdict, to be said. graph: what they were computed on, for
    those who look at the same map next.
    """

    steps: int
    decisions: int
    lanes: int
    systems: int
    handoffs: int
    visits: Mapping[str, float] | None
    expected_work: float | None
    work_by_lane: Mapping[str, float | None] | None
    expected_elapsed: float | None
    elapsed_standard_error: float | None
    elapsed_p50: float | None
    elapsed_p90: float | None
    stated_baseline: float | None
    stated_target: float | None
    today: float | None
    today_error: float
    explained: float | None
    cases_counted: float | None
    ai_share: float | None
    floor: float | None
    longest_remaining: str | None
    longest_remaining_hours: float | None
    with_ai: float | None
    with_ai_elapsed: float | None
    with_ai_work: float | None
    saving: float | None
    forecast: float | None
    forecast_hopeful: float | None
    best_case: float | None
    best_case_hopeful: float | None
    verdict: Verdict | None
    verdict_because: str
    exposure: Mapping[Mode, Exposure] | None
    review_load: ReviewLoad | None
    seen_share: float | None
    review_queue: float | None
    lane_load: Mapping[str, LaneLoad] | None
    lane_load_with_ai: Mapping[str, LaneLoad] | None
    handoff_ledger: tuple[LedgerRow, ...]
    returns: float | None
    loops: tuple[Loop, ...]
    loops_complete: bool
    money: Money | None
    missing: tuple[Missing, ...]
    graph: Graph = field(compare=False, repr=False)

    def as_json(self) -> dict[str, Any]:
        """As `check --format json` prints it."""
        names = (field.name for field in fields(self) if field.name not in _NOT_PRINTED)
        return {name: _plain(getattr(self, name)) for name in names}


def figures(pilot_map: PilotMap) -> Figures:
    """Every figure of a map, the simulated ones too."""
    return _reckoned(pilot_map, simulating=True)


def quick_figures(pilot_map: PilotMap) -> Figures:
    """The figures that need no simulation, for the window on each key stroke.

    The percentiles are None, and with parallel work every elapsed time is.
    """
    return _reckoned(pilot_map, simulating=False)


def needed_figures(pilot_map: PilotMap) -> Figures:
    """What findings rest on: the simulated figures only where parallel work needs them."""
    return _reckoned(pilot_map, simulating=None)


def _reckoned(pilot_map: PilotMap, *, simulating: bool | None) -> Figures:
    today = course_today(pilot_map, simulating=simulating)
    simulating = today.simulating
    time = today.elapsed()
    pilot = pilot_figures(pilot_map, today, simulating=simulating)
    outcome = outcome_figures(pilot_map, today, pilot)
    cycles = loops(today.graph)
    ledger = handoff_ledger(pilot_map, today)
    return Figures(
        steps=len(today.graph.of_kind("step")),
        decisions=len(today.graph.of_kind("decision")),
        lanes=len(pilot_map.lanes),
        systems=len(pilot_map.systems),
        handoffs=len(ledger),
        visits=today.visited,
        expected_work=today.work(),
        work_by_lane=today.work_by_lane(),
        expected_elapsed=time.mean,
        elapsed_standard_error=time.standard_error,
        elapsed_p50=time.p50,
        elapsed_p90=time.p90,
        lane_load=lane_loads(pilot_map, today),
        handoff_ledger=ledger,
        returns=returns(ledger),
        loops=cycles.listed,
        loops_complete=cycles.complete,
        missing=tuple(
            dict.fromkeys(
                (
                    *_uncomputable(pilot_map, today, outcome, pilot),
                    *_endless(pilot_map, cycles, ledger),
                )
            )
        ),
        graph=today.graph,
        **_of_outcome(outcome),
        **_of_pilot(pilot),
    )


def _of_outcome(outcome: Outcome) -> dict[str, Any]:
    made = outcome.forecast
    return {
        "stated_baseline": outcome.baseline,
        "stated_target": outcome.target,
        "today": outcome.today.value,
        "today_error": outcome.today.standard_error,
        "explained": made.explained,
        "cases_counted": outcome.today.counted,
        "ai_share": outcome.ai_share,
        "floor": outcome.floor.value,
        "longest_remaining": outcome.longest_remaining,
        "longest_remaining_hours": outcome.longest_remaining_hours,
        "with_ai": outcome.with_ai.value,
        "saving": made.saving,
        "forecast": made.forecast,
        "forecast_hopeful": made.forecast_hopeful,
        "best_case": made.best_case,
        "best_case_hopeful": made.best_case_hopeful,
        "verdict": made.verdict,
        "verdict_because": made.because,
    }


def _of_pilot(pilot: Pilot) -> dict[str, Any]:
    load = pilot.review_load
    return {
        "with_ai_elapsed": pilot.elapsed.mean,
        "with_ai_work": pilot.work,
        "exposure": pilot.exposure,
        "review_load": load if isinstance(load, ReviewLoad) else None,
        "seen_share": pilot.seen_share,
        "review_queue": pilot.review_queue,
        "lane_load_with_ai": pilot.lane_load,
        "money": pilot.money,
    }


def _uncomputable(
    pilot_map: PilotMap, today: Course, outcome: Outcome, pilot: Pilot
) -> Iterator[Missing]:
    """What cannot be computed though the map calls for it, and why."""
    if isinstance(today.known, Unknown):
        if pilot_map.steps:
            yield Missing(tr(TIMES), today.known)
        return
    time, asked = today.elapsed(), outcome.today.trouble
    if time.trouble is not None:
        named = tr(ELAPSED) if time.mean is None else tr(PERCENTILES)
        yield Missing(named, time.trouble)
    if asked is not None and asked != time.trouble:
        yield Missing(tr("The figure for the outcome"), asked)
    if pilot.trouble is not None:
        yield Missing(tr(WITH_AI), pilot.trouble)
    if isinstance(pilot.review_load, Unknown):
        yield Missing(tr("The review load"), pilot.review_load)


def _endless(
    pilot_map: PilotMap, cycles: Loops, ledger: tuple[LedgerRow, ...]
) -> Iterator[Missing]:
    """What has no end: more loops than anybody lists, work that comes back every time."""
    if not cycles.complete:
        most = trn(
            "there are too many: the first {number} is listed",
            "there are too many: the first {number} are listed",
            len(cycles.listed),
        )
        yield Missing(tr("All loops"), Unknown(most))
    for row in ledger:
        if row.returned == 1:
            reason = tr("what goes by {handoff} comes back every time", handoff=row.number)
            at = (pilot_map.flow_by_id[row.flow].target,)
            yield Missing(tr(RETURNS), Unknown(reason, at))


def _plain(value: Any) -> Any:
    """Values as JSON data: mappings, rows, numbers."""
    if hasattr(value, "as_json"):
        return value.as_json()
    if isinstance(value, Mapping):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value
