"""The process with AI in each mode, in figures that can stand side by side."""

from collections.abc import Mapping
from typing import NamedTuple

from pilotmap.analysis.course import course_today
from pilotmap.analysis.exposure import Exposure, exposure
from pilotmap.analysis.forecast import Verdict
from pilotmap.analysis.lane_load import LaneLoad, burdened
from pilotmap.analysis.outcome_figures import outcome_figures
from pilotmap.analysis.pilot_figures import pilot_figures
from pilotmap.analysis.visits import Unknown
from pilotmap.analysis.with_ai import NoPictureWithAi
from pilotmap.language import tr
from pilotmap.model.map import PilotMap
from pilotmap.model.pilot import MODES, Mode


class Variant(NamedTuple):
    """One mode: hours from start to end and of work, the forecast, loads, a wrong answer's reach.

    loads: of the lanes to which the AI brings work. not_given: the fields of the pilot that this
    mode reckons with and that nobody has filled in, so that they count as nothing. because: why
    there is no forecast, to be said.
    """

    mode: Mode
    elapsed: float | None
    work: float | None
    forecast: float | None
    forecast_hopeful: float | None
    verdict: Verdict | None
    because: str
    loads: Mapping[str, LaneLoad]
    exposure: Exposure
    not_given: tuple[str, ...]
    trouble: Unknown | None


def variants(pilot_map: PilotMap) -> tuple[Variant, ...]:
    """All three modes on the marked step, whatever mode is chosen; none where none can be drawn.

    With parallel work the elapsed times are simulated.
    """
    try:
        return tuple(variant(pilot_map, mode, simulating=True) for mode in MODES)
    except NoPictureWithAi:
        return ()


def variant(pilot_map: PilotMap, mode: Mode, *, simulating: bool) -> Variant:
    """The figures of the map with AI in one mode. Raises NoPictureWithAi."""
    reach = exposure(pilot_map, mode)
    pilot_map = pilot_map.replace(pilot=pilot_map.pilot.replace(mode=mode))
    today = course_today(pilot_map, simulating=simulating)
    pilot = pilot_figures(pilot_map, today, simulating=simulating)
    made = outcome_figures(pilot_map, today, pilot).forecast
    loads = pilot.lane_load or {}
    return Variant(
        mode=mode,
        elapsed=pilot.elapsed.mean,
        work=pilot.work,
        forecast=made.forecast,
        forecast_hopeful=made.forecast_hopeful,
        verdict=made.verdict,
        because=tr(made.because) if made.because else "",
        loads={lane: loads[lane] for lane in burdened(pilot_map) if lane in loads},
        exposure=reach,
        not_given=not_given(pilot_map),
        trouble=pilot.trouble,
    )


def not_given(pilot_map: PilotMap) -> tuple[str, ...]:
    """The numbers that the chosen mode reckons with, not given and so counted as zero."""
    pilot = pilot_map.pilot
    asked = ["ai_time"]
    if pilot.escalates_to is not None:
        asked.append("unsure")
    if pilot.mode in ("recommendation", "draft"):
        asked.append("review")
    if pilot.mode == "recommendation":
        asked.append("rejected")
    return tuple(key for key in asked if getattr(pilot, key) is None)
