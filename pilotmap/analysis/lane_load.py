"""Whether the people named have the hours that the work takes, today and with the AI."""

import math
from collections.abc import Mapping
from typing import Any, NamedTuple

from pilotmap.analysis.course import Course
from pilotmap.model.known import number_of
from pilotmap.model.map import PilotMap
from pilotmap.model.process import Lane


class LaneLoad(NamedTuple):
    """Hours of work a working day, hours that the people have (None: not said), and the ratio."""

    hours: float
    available: float | None
    ratio: float | None

    @property
    def is_over(self) -> bool:
        """Whether there is more work than hours; nobody there at all is over with any work."""
        if self.ratio is not None:
            return self.ratio > 1
        return self.available == 0 and self.hours > 0

    def as_json(self) -> dict[str, Any]:
        """As `check --format json` prints it."""
        return self._asdict()


def available_hours(lane: Lane) -> float | None:
    """People x hours a day; None where either is not said."""
    people = number_of(lane.people)
    if people is None or lane.hours_per_day is None:
        return None
    return people * lane.hours_per_day


def lane_loads(pilot_map: PilotMap, course: Course) -> Mapping[str, LaneLoad] | None:
    """The load of each lane that is neither outside nor AI; None without a number of cases."""
    worked = course.work_by_lane()
    if worked is None or pilot_map.volume is None:
        return None
    cases = pilot_map.volume.per_day
    loads = {}
    for lane in course.own_lanes:
        hours = cases * (worked[lane.id] or 0.0)
        loads[lane.id] = _load(hours, available_hours(lane))
    return loads


def _load(hours: float, available: float | None) -> LaneLoad:
    ratio = hours / available if available else None
    return LaneLoad(hours, available, ratio if ratio is None or math.isfinite(ratio) else None)


def burdened(pilot_map: PilotMap) -> tuple[str, ...]:
    """The lanes to which the AI brings work in the chosen mode, in the order of the file."""
    pilot = pilot_map.pilot
    asked = {pilot.escalates_to}
    if pilot.mode in ("recommendation", "draft"):
        asked.add(pilot.human)
    elif pilot.mode == "autonomous" and pilot.veto is not None and pilot.review is not None:
        asked.add(pilot.stopped_by)
    return tuple(lane.id for lane in pilot_map.lanes if lane.id in asked)
