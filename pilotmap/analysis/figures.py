"""Every figure of a map under the names of `check --format json`; times in hours."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Final, NamedTuple

from pilotmap.analysis.elapsed import Elapsed, exact_elapsed, full_elapsed, has_parallel_work
from pilotmap.analysis.exposure import Exposure, exposure
from pilotmap.analysis.graph import Graph
from pilotmap.analysis.ledger import LedgerRow, handoff_ledger
from pilotmap.analysis.loops import Loop, loops
from pilotmap.analysis.review_load import ReviewLoad, review_load
from pilotmap.analysis.times import expected_work, finite, longest, work_by_lane
from pilotmap.analysis.variants import variant
from pilotmap.analysis.visits import Unknown, Visits, visits
from pilotmap.analysis.with_ai import NoPictureWithAi, why_not_with_ai
from pilotmap.language import later, tr, trn
from pilotmap.model.map import PilotMap
from pilotmap.model.pilot import MODES, Mode

_PERCENTILES: Final = later("Median and 90th percentile")
_NOT_PRINTED: Final = {"loops_complete", "missing"}


class Missing(NamedTuple):
    """Figures that cannot be computed though the map calls for them, and why (PM502)."""

    what: str
    why: Unknown


@dataclass(frozen=True)
class Figures:
    """All figures; None where one cannot be computed, has no meaning here, or was not asked for."""

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
    explained: float | None
    ai_share: float | None
    floor: float | None
    reachable: bool | None
    longest_remaining: str | None
    with_ai_elapsed: float | None
    with_ai_work: float | None
    exposure: Mapping[Mode, Exposure] | None
    review_load: ReviewLoad | None
    handoff_ledger: tuple[LedgerRow, ...]
    loops: tuple[Loop, ...]
    loops_complete: bool
    missing: tuple[Missing, ...]

    def as_json(self) -> dict[str, Any]:
        """As the `numbers` of `check --format json`."""
        names = (field.name for field in fields(self) if field.name not in _NOT_PRINTED)
        return {name: _plain(getattr(self, name)) for name in names}


def figures(m: PilotMap) -> Figures:
    """Every figure of a map, the simulated ones too."""
    return _measured(m, simulating=True)


def quick_figures(m: PilotMap) -> Figures:
    """The figures that need no simulation, for the window on each key stroke.

    The percentiles are None, and with parallel work every elapsed time is.
    """
    return _measured(m, simulating=False)


def _measured(m: PilotMap, *, simulating: bool) -> Figures:
    graph = Graph(m)
    found = visits(graph)
    known = found if isinstance(found, Visits) else None
    missing: list[Missing] = []
    if isinstance(found, Unknown) and m.steps:
        missing.append(Missing(tr("Visits and times"), found))
    cycles = loops(graph)
    if not cycles.complete:
        most = trn(
            "there are too many: the first {number} is listed",
            "there are too many: the first {number} are listed",
            len(cycles.listed),
        )
        missing.append(Missing(tr("All loops"), Unknown(most)))
    ledger = handoff_ledger(m, known)
    numbers = {
        **_times(m, graph, known, missing, simulating=simulating),
        **_pilot(m, known, missing, simulating=simulating),
    }
    return Figures(
        steps=len(graph.of_kind("step")),
        decisions=len(graph.of_kind("decision")),
        lanes=len(m.lanes),
        systems=len(m.systems),
        handoffs=len(ledger),
        visits=known.steps if known else None,
        **numbers,
        handoff_ledger=ledger,
        loops=cycles.listed,
        loops_complete=cycles.complete,
        missing=tuple(dict.fromkeys(missing)),
    )


def _times(
    m: PilotMap, graph: Graph, known: Visits | None, missing: list[Missing], *, simulating: bool
) -> dict[str, Any]:
    """Today's times, and what remains of them without the AI step."""
    now, floor, share = Elapsed(), Elapsed(), None
    if known is not None:
        now = _elapsed(m, graph, known, None, simulating=simulating)
        if m.pilot.step is not None:
            only_parallel = simulating and has_parallel_work(graph)
            floor = _elapsed(m, graph, known, m.pilot.step, simulating=only_parallel)
            share = finite(known.steps[m.pilot.step] * m.step_by_id[m.pilot.step].hours)
    if now.trouble is not None:
        named = tr("The time from start to end") if now.mean is None else tr(_PERCENTILES)
        missing.append(Missing(named, now.trouble))
    baseline, target = stated_hours(m)
    visited = known.steps if known else {}
    return {
        "expected_work": expected_work(m.steps, visited) if known else None,
        "work_by_lane": _work_by_lane(m, visited) if known else None,
        "expected_elapsed": now.mean,
        "elapsed_standard_error": now.standard_error,
        "elapsed_p50": now.p50,
        "elapsed_p90": now.p90,
        "stated_baseline": baseline,
        "stated_target": target,
        "explained": finite(now.mean / baseline) if now.mean is not None and baseline else None,
        "ai_share": share,
        "floor": floor.mean,
        "reachable": _reachable(m, floor.mean, target),
        "longest_remaining": longest(m.steps, visited, m.pilot.step) if known else None,
    }


def _elapsed(
    m: PilotMap, graph: Graph, known: Visits, idle: str | None, *, simulating: bool
) -> Elapsed:
    if simulating:
        return full_elapsed(graph, known, m, idle)
    return exact_elapsed(graph, known, idle)


def _work_by_lane(m: PilotMap, visited: Mapping[str, float]) -> dict[str, float | None]:
    worked = work_by_lane(m.steps, visited)
    return {lane.id: worked.get(lane.id, 0.0) for lane in m.lanes}


def stated_hours(m: PilotMap) -> tuple[float | None, float | None]:
    """Baseline and target in hours, where the outcome is a time."""
    baseline, target = m.outcome.baseline, m.outcome.target
    return (baseline.hours if baseline else None, target.hours if target else None)


def _reachable(m: PilotMap, floor: float | None, target: float | None) -> bool | None:
    if floor is None or target is None or m.outcome.change != "reduce":
        return None
    return floor <= target


def _pilot(
    m: PilotMap, known: Visits | None, missing: list[Missing], *, simulating: bool
) -> dict[str, Any]:
    """What the AI step changes, in the chosen mode; the exposure in all three."""
    numbers: dict[str, Any] = {
        "with_ai_elapsed": None,
        "with_ai_work": None,
        "exposure": None,
        "review_load": None,
    }
    if why_not_with_ai(m, "autonomous") is None:
        numbers["exposure"] = {mode: exposure(m, mode) for mode in MODES}
    if m.pilot.step is None or m.pilot.mode is None:
        return numbers
    try:
        found = variant(m, m.pilot.mode, simulating=simulating)
        numbers["with_ai_elapsed"], numbers["with_ai_work"] = found.elapsed, found.work
        if found.trouble is not None and known is not None:
            missing.append(Missing(tr("The times with AI"), found.trouble))
    except NoPictureWithAi as error:
        missing.append(Missing(tr("The figures with AI"), Unknown(error.message, (m.pilot.step,))))
    if known is not None and m.pilot.mode != "autonomous":
        load = review_load(m, known.steps)
        numbers["review_load"] = load if isinstance(load, ReviewLoad) else None
        if isinstance(load, Unknown):
            missing.append(Missing(tr("The review load"), load))
    return numbers


def _plain(value: Any) -> Any:
    """Values as JSON data: mappings, rows, numbers."""
    if hasattr(value, "as_json"):
        return value.as_json()
    if isinstance(value, Mapping):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value
