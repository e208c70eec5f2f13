"""Whether the people named have the hours that looking at every answer takes."""

import math
from collections.abc import Mapping
from typing import Any, NamedTuple

from pilotmap.analysis.visits import Unknown
from pilotmap.analysis.wording import listed, quoted
from pilotmap.language import tr
from pilotmap.model.known import number_of
from pilotmap.model.map import PilotMap


class ReviewLoad(NamedTuple):
    """Hours of review a working day, hours that the people named have, and their ratio."""

    hours_per_day: float
    available: float
    ratio: float

    def as_json(self) -> dict[str, Any]:
        """As `check --format json` prints it."""
        return dict(self._asdict())


def review_load(m: PilotMap, visits: Mapping[str, float]) -> ReviewLoad | Unknown:
    """Cases a day x visits of the AI step x (1 - unsure) x review time, against the lane `human`.

    Unknown where the mode has no review, or with what is missing.
    """
    pilot, volume = m.pilot, m.volume
    human = m.lane_by_id.get(pilot.human or "")
    missing = _missing(m)
    if missing:
        if len(missing) == 1:
            return Unknown(tr("{answer} is not given", answer=missing[0]))
        return Unknown(tr("{answers} are not given", answers=listed(missing)))
    if pilot.step is None or volume is None or pilot.review is None or human is None:
        return Unknown(tr("nobody reviews"))
    available = (number_of(human.people) or 0.0) * (human.hours_per_day or 0.0)
    if available == 0:
        reason = tr("nobody in {lane} has an hour a day", lane=quoted(human.name))
        return Unknown(reason, (human.id,))
    cases = volume.per_day * visits[pilot.step] * (1 - (number_of(pilot.unsure) or 0.0))
    hours = cases * pilot.review.hours
    if not math.isfinite(hours / available):
        return Unknown(tr("the numbers are too large"))
    return ReviewLoad(hours, available, hours / available)


def _missing(m: PilotMap) -> list[str]:
    human = m.lane_by_id.get(m.pilot.human or "")
    name = quoted(human.name) if human else ""
    wanted = (
        (m.pilot.step, tr("the AI step")),
        (m.volume, tr("the number of cases")),
        (human, tr("who approves or edits")),
        (m.pilot.review, tr("the time of a review")),
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
