"""What the AI step changes, in the chosen mode; how far a wrong answer reaches, in all three."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pilotmap.analysis.course import Course, course_with_ai
from pilotmap.analysis.elapsed import Elapsed
from pilotmap.analysis.exposure import Exposure, exposure
from pilotmap.analysis.lane_load import LaneLoad, burdened, lane_loads
from pilotmap.analysis.money import Money, is_asked, money
from pilotmap.analysis.review_load import ReviewLoad, review_load, review_queue, seen_share
from pilotmap.analysis.visits import Unknown
from pilotmap.analysis.with_ai import NoPictureWithAi, derive, why_not_with_ai
from pilotmap.model.map import PilotMap
from pilotmap.model.pilot import MODES, Mode


@dataclass(frozen=True)
class Pilot:
    """The process with AI in figures; `course` is None, with `trouble`, where none can be drawn."""

    course: Course | None = None
    trouble: Unknown | None = None
    elapsed: Elapsed = field(default_factory=Elapsed)
    work: float | None = None
    exposure: Mapping[Mode, Exposure] | None = None
    lane_load: Mapping[str, LaneLoad] | None = None
    review_load: ReviewLoad | Unknown | None = None
    seen_share: float | None = None
    review_queue: float | None = None
    money: Money | None = None
    over_capacity: tuple[str, ...] = ()
    """The lanes to which the AI brings work and that have no hours for it."""


def pilot_figures(pilot_map: PilotMap, today: Course, *, simulating: bool) -> Pilot:
    """The figures of the chosen mode, as far as there are any."""
    reach = None
    if why_not_with_ai(pilot_map, "autonomous") is None:
        reach = {mode: exposure(pilot_map, mode) for mode in MODES}
    if pilot_map.pilot.step is None or pilot_map.pilot.mode is None:
        return Pilot(exposure=reach)
    load = review_load(pilot_map, today)
    try:
        course = course_with_ai(pilot_map, derive(pilot_map), simulating=simulating)
    except NoPictureWithAi as error:
        why = Unknown(error.message, (pilot_map.pilot.step,))
        return Pilot(exposure=reach, trouble=why, review_load=load)
    if isinstance(course.known, Unknown):
        return Pilot(exposure=reach, trouble=course.known, review_load=load)
    time = course.elapsed()
    loads = lane_loads(pilot_map, course)
    return Pilot(
        course=course,
        trouble=time.trouble,
        elapsed=time,
        work=course.work(),
        exposure=reach,
        lane_load=loads,
        review_load=load,
        seen_share=_seen(pilot_map, load, loads),
        review_queue=_queue(pilot_map, load, loads, course),
        money=money(pilot_map, today, course)
        if pilot_map.volume is not None or is_asked(pilot_map)
        else None,
        over_capacity=tuple(lane for lane in burdened(pilot_map) if loads and loads[lane].is_over),
    )


def _seen(
    pilot_map: PilotMap, load: ReviewLoad | Unknown | None, loads: Mapping[str, LaneLoad] | None
) -> float | None:
    own = (loads or {}).get(pilot_map.pilot.human or "")
    if not isinstance(load, ReviewLoad) or own is None:
        return None
    return seen_share(load, own)


def _queue(
    pilot_map: PilotMap,
    load: ReviewLoad | Unknown | None,
    loads: Mapping[str, LaneLoad] | None,
    course: Course,
) -> float | None:
    own = (loads or {}).get(pilot_map.pilot.human or "")
    if not isinstance(load, ReviewLoad) or own is None:
        return None
    return review_queue(pilot_map, course, own)
