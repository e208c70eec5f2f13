"""Numbers with a unit, and how each is known."""

from functools import lru_cache
from math import floor, log10
from typing import Annotated, Any, Final, Literal, Self

from pydantic import AfterValidator, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from pilotmap.language import N_, Language, in_figures, language, tr
from pilotmap.model.known import Basis, check_range, in_range
from pilotmap.model.value import Amount, Text, Value

TimeUnit = Literal["s", "min", "h", "d", "wd"]
VolumeUnit = Literal["per day", "per week", "per month"]

UNIT_SIGNS: Final[dict[TimeUnit, str]] = {
    "s": N_("s"),
    "min": N_("min"),
    "h": N_("h"),
    "d": N_("d"),
    "wd": N_("wd"),
}

WORKING_DAYS: Final[dict[str, float]] = {"per day": 1, "per week": 5, "per month": 21}
VOLUME_WORDS: Final[dict[VolumeUnit, str]] = {
    "per day": N_("per day"),
    "per week": N_("per week"),
    "per month": N_("per month"),
}

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
_SIGN_OF: Final = {spelling: unit for unit, spellings in _SPELLINGS for spelling in spellings}


def time_unit(spelt: str) -> TimeUnit | None:
    """The sign of a unit of time in any spelling that PilotMap knows, in either language."""
    return _SIGN_OF.get(" ".join(spelt.casefold().split()))


def _known_time_unit(spelt: str) -> str:
    if time_unit(spelt) is None:
        raise PydanticCustomError("time_unit", "must be a unit of time: s, min, h, d or wd")
    return spelt


def _any_case(spelling: str) -> str:
    letters = (f"[{c}{c.upper()}]" if c.isalpha() else c for c in spelling)
    return "".join(letters).replace(" ", " +")


TimeUnitWord = Annotated[
    Text,
    AfterValidator(_known_time_unit),
    WithJsonSchema({"type": "string", "pattern": f"^ *({'|'.join(map(_any_case, _SIGN_OF))}) *$"}),
]
"""A unit of time in any spelling that PilotMap knows."""


class Measured(Value):
    """A number with a unit, how it is known, and where given the range that it lies in."""

    value: Any = None
    unit: Text = ""
    basis: Basis | None = None
    source: Text = ""
    low: float | None = None
    high: float | None = None

    @model_validator(mode="after")
    def _lies_in_its_range(self) -> Self:
        check_range(self.value, self.low, self.high)
        return self

    def with_number(self, typed: Self) -> Self:
        """Another number that was typed, with what was known of this one and is not said anew.

        The range stays only where the number still lies in it and the unit is the same.
        """
        kept: dict[str, Any] = {
            "basis": typed.basis or self.basis,
            "source": typed.source or self.source,
        }
        fits = typed.sign == self.sign and in_range(typed.value, self.low, self.high)
        if fits and typed.low is None and typed.high is None:
            kept |= {"low": self.low, "high": self.high}
        return typed.replace(**kept)

    @property
    def sign(self) -> str:
        """The unit as it is written: the sign of a unit of time however spelt, else the text."""
        return time_unit(self.unit) or self.unit.strip()

    @property
    def bare(self) -> Self:
        """The number and its unit alone."""
        return self.replace(basis=None, source="", low=None, high=None)


class Quantity(Measured):
    """A number of the outcome in any unit; text where no number was given yet (PM102)."""

    value: float | Text | None = None

    @property
    def number(self) -> float | None:
        """The value where it is a number."""
        return self.value if isinstance(self.value, float) else None

    @property
    def time_unit(self) -> TimeUnit | None:
        """The sign of the unit where it is one of time, however it is spelt."""
        return time_unit(self.unit)


class Duration(Measured):
    """A quantity of time; the unit in any spelling that PilotMap knows, kept as it was given."""

    value: Amount
    unit: TimeUnitWord
    low: Amount | None = None
    high: Amount | None = None

    @property
    def time_unit(self) -> TimeUnit:
        """The sign of the unit: s, min, h, d or wd."""
        unit = time_unit(self.unit)
        assert unit is not None, "no duration has another unit"
        return unit

    @property
    def number(self) -> float:
        """The value."""
        return self.value

    def __str__(self) -> str:
        return f"{number_text(self.value)} {self.time_unit}"


class Volume(Measured):
    """Cases per working day, week (5 days) or month (21 days)."""

    value: Amount
    unit: VolumeUnit
    low: Amount | None = None
    high: Amount | None = None

    @property
    def per_day(self) -> float:
        """Cases per working day."""
        return self.value / WORKING_DAYS[self.unit]


class Money(Measured):
    """An amount of money; its unit is the currency of the map."""

    value: Amount
    unit: Text
    low: Amount | None = None
    high: Amount | None = None


def unit_sign(quantity: Measured) -> str:
    """The unit as it is written in the language spoken: AT for wd; other units as they are."""
    unit = time_unit(quantity.unit)
    return quantity.sign if unit is None else tr(UNIT_SIGNS[unit])


def duration_text(duration: Duration) -> str:
    """A time as people read it, in the language spoken: 14 h, 2.5 wd."""
    return _duration_text(duration.value, duration.time_unit, language())


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
