"""Numbers with a unit, and how each is known."""

import re
from functools import lru_cache
from math import floor, log10
from typing import Annotated, Final, Literal

from pydantic import Field

from pilotmap.language import Language, in_figures, language, later, tr
from pilotmap.model.value import Amount, Text, Value

Basis = Literal["measured", "estimated", "guessed"]
TimeUnit = Literal["s", "min", "h", "d", "wd"]
VolumeUnit = Literal["per day", "per week", "per month"]

UNIT_SIGNS: Final[dict[TimeUnit, str]] = {
    "s": later("s"),
    "min": later("min"),
    "h": later("h"),
    "d": later("d"),
    "wd": later("wd"),
}
BASIS_WORDS: Final[dict[Basis, str]] = {
    "measured": later("measured"),
    "estimated": later("estimated"),
    "guessed": later("guessed"),
}
VOLUME_WORDS: Final[dict[VolumeUnit, str]] = {
    "per day": later("per day"),
    "per week": later("per week"),
    "per month": later("per month"),
}

HOURS_PER_UNIT: Final[dict[str, float]] = {"s": 1 / 3600, "min": 1 / 60, "h": 1, "d": 24, "wd": 8}
WORKING_DAYS: Final[dict[str, float]] = {"per day": 1, "per week": 5, "per month": 21}

_SPELLINGS: Final[tuple[tuple[TimeUnit, tuple[str, ...]], ...]] = (
    ("s", ("s", "sec", "secs", "second", "seconds", "sek", "sekunde", "sekunden")),
    ("min", ("min", "m", "mins", "minute", "minutes", "minuten")),
    ("h", ("h", "hr", "hrs", "hour", "hours", "std", "stunde", "stunden")),
    ("d", ("d", "day", "days", "tag", "tage", "tagen")),
    (
        "wd",
        (
            *("wd", "working day", "working days", "workday", "workdays"),
            *("at", "arbeitstag", "arbeitstage", "arbeitstagen"),
        ),
    ),
)


class Quantity(Value):
    """A number of the outcome in any unit; text where no number was given yet (PM102)."""

    value: Annotated[float, Field()] | Text | None = None
    unit: Text = ""
    basis: Basis | None = None
    source: Text = ""

    @property
    def number(self) -> float | None:
        """The value where it is a number."""
        return self.value if isinstance(self.value, float) else None

    @property
    def hours(self) -> float | None:
        """The value in hours where the unit is a unit of time, else None."""
        factor = HOURS_PER_UNIT.get(self.unit)
        return None if factor is None or self.number is None else self.number * factor


class Duration(Value):
    """A quantity of time."""

    value: Amount
    unit: TimeUnit
    basis: Basis | None = None
    source: Text = ""

    @property
    def hours(self) -> float:
        """The time in hours; a working day is 8 h, a day 24 h."""
        return self.value * HOURS_PER_UNIT[self.unit]

    def __str__(self) -> str:
        return f"{number_text(self.value)} {self.unit}"


class Volume(Value):
    """Cases per working day, week (5 days) or month (21 days)."""

    value: Amount
    unit: VolumeUnit
    basis: Basis | None = None
    source: Text = ""

    @property
    def per_day(self) -> float:
        """Cases per working day."""
        return self.value / WORKING_DAYS[self.unit]


def duration_text(duration: Duration) -> str:
    """A time as people read it, in the language spoken: 14 h, 2.5 wd."""
    return _duration_text(duration.value, duration.unit, language())


@lru_cache(maxsize=4_096)
def _duration_text(value: float, unit: TimeUnit, _spoken: Language) -> str:
    return f"{in_figures(number_text(value))} {tr(UNIT_SIGNS[unit])}"


@lru_cache(maxsize=4_096)
def number_text(value: float) -> str:
    """A number as people write it: 48, not 48.0; six telling digits, never an exponent."""
    if not 1e-6 <= abs(value) < 1e15:
        return "0" if value == 0 else f"{value:.6g}"
    decimals = max(0, 5 - floor(log10(abs(value))))
    written = f"{value:.{decimals}f}"
    return written.rstrip("0").rstrip(".") if "." in written else written


def parse_duration(text: str) -> Duration | None:
    """Read `5min`, `14 h`, `2.5 days`, `1,5 h`; None where it is no time."""
    match = re.fullmatch(r"\s*(\d+(?:[.,]\d+)?|[.,]\d+)\s*([A-Za-z ]+?)\s*", text)
    if match is None:
        return None
    spelt = " ".join(match[2].lower().split())
    unit = next((unit for unit, spellings in _SPELLINGS if spelt in spellings), None)
    return None if unit is None else Duration(value=float(match[1].replace(",", ".")), unit=unit)
