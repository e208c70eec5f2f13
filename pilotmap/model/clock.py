"""The one clock of a map: how many hours a time counts where work and waits are added up."""

from collections.abc import Mapping
from typing import Final, NamedTuple, Protocol

from pilotmap.model.quantity import TimeUnit

_SHORT: Final[Mapping[TimeUnit, float]] = {"s": 1 / 3600, "min": 1 / 60, "h": 1}
_WORK: Final[Mapping[TimeUnit, float]] = {**_SHORT, "d": 8, "wd": 8}
_CALENDAR: Final[Mapping[TimeUnit, float]] = {**_SHORT, "d": 24, "wd": 7 * 24 / 5}
_WORKING: Final[Mapping[TimeUnit, float]] = {**_SHORT, "d": 8 * 5 / 7, "wd": 8}


class Timed(Protocol):
    """A number with a unit that may be one of time."""

    @property
    def number(self) -> float | None:
        """The number, where there is one."""

    @property
    def time_unit(self) -> TimeUnit | None:
        """The sign of its unit of time, where it is one."""


class Takes(Protocol):
    """What takes people's time and lies before that: a step."""

    @property
    def work(self) -> Timed | None:
        """The time that somebody works on a case."""

    @property
    def wait(self) -> Timed | None:
        """The time that a case lies before."""


class Clock(NamedTuple):
    """Hours on the calendar, where a day has 24, or working hours, where a working day has 8.

    A day of work is 8 hours on either: nobody works through the night. What waits five working
    days waits a week of the calendar.
    """

    working: bool

    def works(self, time: Timed | None) -> float:
        """Hours of people's time; nothing given is none."""
        return _hours(time, _WORK) or 0.0

    def waits(self, time: Timed | None) -> float:
        """Hours that pass; nothing given is none."""
        return self.passes(time) or 0.0

    def passes(self, time: Timed | None) -> float | None:
        """Hours that pass, or None where nothing or no time is given."""
        return _hours(time, _WORKING if self.working else _CALENDAR)

    def hours(self, step: Takes) -> float:
        """Hours from a case's arrival at a step until it is done there."""
        return self.works(step.work) + self.waits(step.wait)

    def per_unit(self, unit: TimeUnit) -> float:
        """Hours that pass in one of a unit."""
        return (_WORKING if self.working else _CALENDAR)[unit]


def worked_hours(time: Timed | None) -> float | None:
    """Hours of people's time, or None where nothing or no time is given."""
    return _hours(time, _WORK)


def _hours(time: Timed | None, factors: Mapping[TimeUnit, float]) -> float | None:
    if time is None or time.time_unit is None or time.number is None:
        return None
    return time.number * factors[time.time_unit]
