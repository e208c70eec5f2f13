"""Whether the people named have the hours that looking at every answer takes."""

import math
from typing import Any, NamedTuple

from pilotmap.analysis.course import Course
from pilotmap.analysis.lane_load import LaneLoad, available_hours
from pilotmap.analysis.visits import Unknown
from pilotmap.analysis.wording import listed, quoted
from pilotmap.language import tr
from pilotmap.model.known import number_of
from pilotmap.model.map import PilotMap


class ReviewLoad(NamedTuple):
    """Hours of review a working day, hours that the people named have, and their ratio."""

    hours_per_day: float
    available: float | None
    ratio: float | None

    def as_json(self) -> dict[str, Any]:
        """As `check --format json` prints it."""
        return self._asdict()


def unsure_share(pilot_map: PilotMap) -> float:
    """The share of cases that the AI passes on, 0 where nobody is there to take them."""
    return (
        (number_of(pilot_map.pilot.unsure) or 0.0)
        if pilot_map.pilot.escalates_to is not None
        else 0.0
    )


def review_load(pilot_map: PilotMap, today: Course) -> ReviewLoad | Unknown | None:
    """Cases a day x visits of the AI step x (1 - unsure) x review time, against the lane `human`.

    None where the mode has no review or its time is not said; Unknown with what else is missing.
    """
    pilot, visited = pilot_map.pilot, today.visited
    if pilot.mode not in ("recommendation", "draft") or pilot.review is None:
        return None
    human = pilot_map.lane_by_id.get(pilot.human or "")
    missing = _missing(pilot_map)
    if missing:
        return Unknown(_not_given(missing))
    if pilot.step is None or pilot_map.volume is None or human is None or visited is None:
        return Unknown(tr("nobody reviews"))
    cases = pilot_map.volume.per_day * visited[pilot.step] * (1 - unsure_share(pilot_map))
    hours = cases * pilot_map.clock.works(pilot.review)
    if not math.isfinite(hours):
        return Unknown(tr("the numbers are too large"))
    available = available_hours(human)
    return ReviewLoad(hours, available, hours / available if available else None)


def seen_share(load: ReviewLoad, lane: LaneLoad) -> float | None:
    """The part of the answers that the people named have the time to look at.

    Room is what their hours leave after their other work with AI, at least none.
    """
    if lane.available is None or load.hours_per_day <= 0:
        return None
    room = max(0.0, lane.available - (lane.hours - load.hours_per_day))
    return min(1.0, room / load.hours_per_day)


def review_queue(pilot_map: PilotMap, with_ai: Course, load: LaneLoad) -> float | None:
    """Hours that a review waits at that load, None where the queue grows without end.

    Sakasegawa, "An approximation formula L_q = a rho^b / (1 - rho)" (1977), for several servers:
    W = tau r^(sqrt(2 (m + 1)) - 1) / (m (1 - r)), in hours of the lane's own day, turned to hours
    of the map's clock.
    """
    human = pilot_map.lane_by_id[pilot_map.pilot.human or ""]
    people, hours_per_day = number_of(human.people), human.hours_per_day
    ratio, tau = load.ratio, _mean_work(with_ai, human.id)
    if not people or not hours_per_day or ratio is None or ratio >= 1 or tau is None:
        return None
    crowded = math.pow(ratio, math.sqrt(2 * (people + 1)) - 1)
    own = tau * crowded / (people * (1 - ratio))
    return own * (8 / hours_per_day if pilot_map.clock.working else 24 * 7 / (5 * hours_per_day))


def _mean_work(course: Course, lane: str) -> float | None:
    """Hours of a lane's work a visit, over its visits that have work."""
    visited = course.visited or {}
    working = [
        (visited[step.id], course.graph.work(step.id))
        for step in course.graph.steps.values()
        if lane in step.lanes and course.graph.work(step.id) > 0
    ]
    often = sum(visits for visits, _ in working)
    return sum(visits * work for visits, work in working) / often if often > 0 else None


def _not_given(missing: list[str]) -> str:
    if len(missing) == 1:
        return tr("{answer} is not given", answer=missing[0])
    return tr("{answers} are not given", answers=listed(missing))


def _missing(pilot_map: PilotMap) -> list[str]:
    human = pilot_map.lane_by_id.get(pilot_map.pilot.human or "")
    name = quoted(human.name) if human else ""
    wanted = (
        (pilot_map.pilot.step, tr("the AI step")),
        (pilot_map.volume, tr("the number of cases")),
        (human, tr("who approves or edits")),
        (
            human is None or human.people is not None,
            tr("the number of people in {lane}", lane=name),
        ),
        (
            human is None or human.hours_per_day is not None,
            tr("the hours a day of {lane}", lane=name),
        ),
    )
    return [words for value, words in wanted if value is None or value is False]
