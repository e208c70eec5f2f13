"""The one reader of times: `1h 30m`, `2-3 Tage`, `ca. 1.200 Min.`, `half an hour`, `1:30 h`.

Both languages are read in either; the number signs are those of the unit's language, where the
unit belongs to one (`1,200 minutes`, `1.200 Minuten`), else of the language spoken.
"""

import re
from collections.abc import Iterable
from decimal import Decimal
from math import isfinite
from typing import Final, Literal, NamedTuple

from pilotmap.language import Language
from pilotmap.model.figures import DIGITS, SPELT, read_figure
from pilotmap.model.known import Basis
from pilotmap.model.quantity import Duration, TimeUnit

Use = Literal["work", "wait"]
_Unit = Literal["s", "min", "h", "d", "wd", "week", "month"]

_SPELLINGS: Final[dict[_Unit, tuple[str, str, str]]] = {
    # in either language, in English, in German
    "s": ("s sec", "secs seconds?", "sek sekunden?"),
    "min": ("min m mins", "minutes?", "minuten?"),
    "h": ("h", "hrs? hours?", "std stdn? stunden?"),
    "d": ("d", "days? calendar_days?", "tage?n? tg kalendertage?n?"),
    "wd": (
        "wd",
        "working_days? work_days? business_days? bd",
        "at arbeitstage?n? werktage?n?",
    ),
    "week": ("w", "weeks? wks?", "wochen? wo"),
    "month": ("", "months? mos?", "monate?n? mon"),
}
_LANGUAGES: Final[tuple[Language | None, ...]] = (None, "en", "de")
_UNITS: Final[tuple[tuple[str, _Unit, Language | None], ...]] = tuple(
    (spelling.replace("_", "[ -]?"), unit, spoken)
    for unit, lists in _SPELLINGS.items()
    for spoken, spellings in zip(_LANGUAGES, lists, strict=True)
    for spelling in spellings.split()
)
_UNIT: Final = (
    rf"(?:{'|'.join(sorted((each for each, _, _ in _UNITS), key=len, reverse=True))})\.?(?!\w)"
)
_LONG_UNIT: Final = (
    r"(?:seconds|sekunden?|minutes?|minuten?|hours?|stunden?|(?:working |business )?days?"
    r"|(?:arbeits|werk)?tage?n?|weeks?|wochen?|months?|monate?n?)(?!\w)"
)
_CLOCK: Final = r"\d{1,3}:[0-5]\d(?::[0-5]\d)?"
_GLUED: Final = r"\d+\s?(?:h|hrs?|std\.?)\s?[0-5]\d(?!\d)(?:\s?(?:m|min)\b\.?)?"
_AMOUNT: Final = (
    rf"(?:{_GLUED}|{_CLOCK}\s?(?:h|hrs?|hours?|std\.?|stunden?)(?!\w)"
    rf"|{SPELT}[\s-]+{_LONG_UNIT}(?:\s+and\s+a\s+half)?|viertelstunden?(?!\w)|halbtags(?!\w)"
    rf"|{DIGITS}\s?-?\s?{_UNIT})"
)
_AND: Final = r"(?:\s*(?:and|und|&|\+)\s*|\s*)"
_COMPOUND: Final = rf"{_AMOUNT}(?:{_AND}{_AMOUNT})*"
_LISTED: Final = rf"{_AMOUNT}(?:(?:\s*,\s*|{_AND}){_AMOUNT})*"
_TO: Final = (
    r"(?:\s*(?:-|\N{EN DASH}|\N{EM DASH}|\N{MINUS SIGN}|\N{NON-BREAKING HYPHEN}|\.\.\.?|…)\s*"
    r"|\s+(?:to|bis|or|oder)\s+)"
)
_ABOUT: Final = (
    r"(?:ca\.?|circa|zirka|about|around|approx\.?|approximately|roughly|some|etwa|ungefähr"
    r"|rund|~|≈|±)"
)
_MOST: Final = (
    r"(?:up\s+to|at\s+most|max\.?|maximum|maximal|no\s+more\s+than|less\s+than|under|bis\s+zu|bis"
    r"|höchstens|weniger\s+als|unter|<=?|≤)"
)
_LEAST: Final = r"(?:at\s+least|minimum|more\s+than|over|mindestens|mind\.|mehr\s+als|>=?|≥|min\.)"
_BETWEEN: Final = r"(?:between|zwischen)"
_EACH: Final = (
    r"(?:\s*(?:per|pro|je|/|a|an)\s*(?:case|order|item|piece|ticket|unit|vorgang|fall|stück"
    r"|auftrag)\b|\s+(?:each|jeweils))"
)
_LEADS: Final = rf"(?P<about>{_ABOUT})|(?P<most>{_MOST})|(?P<least>{_LEAST})|from|von|for|für"


def _form(amount: str) -> str:
    low = rf"{amount}|{DIGITS}|{SPELT}"
    ranged = rf"(?:(?P<low>{low}){_TO}(?:{_ABOUT}\s*)?(?P<high>{amount}))"
    between = rf"(?:{_BETWEEN}\s+(?P<above>{low})\s+(?:and|und)\s+(?P<below>{amount}))"
    spread = rf"(?:(?P<middle>{DIGITS})\s*(?:±|\+/-|\+-)\s*(?P<spread>{amount}))"
    return rf"(?:{between}|{ranged}|{spread}|(?P<one>{amount}))"


_WHOLE: Final = re.compile(
    rf"\s*(?:(?:{_LEADS})\s*)*{_form(_LISTED)}{_EACH}?\s*(?:\?|\.)?\s*", re.IGNORECASE
)
_WITHIN: Final = re.compile(
    rf"(?:(?<![\w])(?:{_LEADS})\s*)*(?<![\w.,:/\x00-\x1f\x7f-\x9f-]){_form(_COMPOUND)}(?![\w%])",
    re.IGNORECASE,
)
_FIGURES: Final = ("above", "low", "middle", "one")
_PIECE: Final = re.compile(_AMOUNT, re.IGNORECASE)
_COLON: Final = re.compile(r"(\d{1,3}):([0-5]\d)(?::([0-5]\d))?")
_SHORT: Final[dict[_Unit, Decimal]] = {"s": Decimal(1), "min": Decimal(60), "h": Decimal(3600)}
_DAYS: Final[dict[Use | None, dict[_Unit, tuple[int, TimeUnit]]]] = {
    "work": {"week": (5, "wd"), "month": (21, "wd")},
    "wait": {"week": (7, "d"), "month": (30, "d")},
    None: {"week": (7, "d"), "month": (30, "d")},
}
_ORDER: Final[tuple[_Unit, ...]] = ("month", "week", "wd", "d", "h", "min", "s")


class Found(NamedTuple):
    """A time within a text, and where it stands."""

    start: int
    end: int
    time: Duration
    figure: int
    """Where its first number begins."""


class _Sum(NamedTuple):
    """A number of one unit."""

    value: Decimal
    unit: TimeUnit


def unit_meant(spelt: str) -> str | None:
    """The unit that a word is, its sign or week or month, in any spelling of either language."""
    found = _unit(spelt)
    return found[0] if found else None


def parse_duration(text: str, use: Use | None = None) -> Duration | None:
    """The time that a text is; None where it is none, or could be two.

    `use` says what it is for: a week of work has five working days, a week of waiting seven days,
    and only where it is known can days and hours be added up. A range has its middle as value.
    """
    match = _WHOLE.fullmatch(" ".join(text.split()))
    return _time(match, use) if match else None


def find_duration(text: str, use: Use | None = None) -> Found | None:
    """The last time that stands within a text, with the words that belong to it."""
    last = None
    for match in _WITHIN.finditer(text):
        time = _time(match, use)
        if time is not None and not re.fullmatch(r"an? second", match["one"] or "", re.IGNORECASE):
            figure = min(at for name in _FIGURES if (at := match.start(name)) >= 0)
            last = Found(match.start(), match.end(), time, figure)
    return last


def parse_clock(text: str) -> Duration | None:
    """0:05:00 or 1:30 as a span of hours, minutes and seconds."""
    match = _COLON.fullmatch(text.strip())
    if match is None:
        return None
    hours, minutes, seconds = (int(part or 0) for part in match.groups())
    value = Decimal(hours * 3600 + minutes * 60 + seconds) / 60
    return Duration(value=float(value), unit="min")


def _time(match: re.Match[str], use: Use | None) -> Duration | None:
    named = match.groupdict()
    basis: Basis | None = "estimated" if named["about"] else None
    if named["one"] is not None:
        one = _sum(named["one"], use)
        if one is None:
            return None
        bounds = {"low": one.value if named["least"] else None}
        bounds["high"] = one.value if named["most"] else None
        return _duration(
            one.value, one.unit, "estimated" if any(bounds.values()) else basis, **bounds
        )
    if named["middle"] is not None:
        spread = _sum(named["spread"], use)
        middle = read_figure(named["middle"], _language_of(named["spread"]))
        if spread is None or middle is None or spread.value > middle:
            return None
        ends = (middle - spread.value, middle + spread.value)
        return _duration(middle, spread.unit, basis, low=ends[0], high=ends[1])
    low, high = (named["low"] or named["above"], named["high"] or named["below"])
    return _ranged(low, high, use, basis)


def _ranged(low: str, high: str, use: Use | None, basis: Basis | None) -> Duration | None:
    above = _sum(high, use)
    below = _sum(low, use) or _sum(f"{low} {_unit_of(high)}", use)
    if above is None or below is None:
        return None
    if below.unit != above.unit:
        if not {below.unit, above.unit} <= _SHORT.keys():
            return None
        below = _Sum(below.value * _SHORT[below.unit] / _SHORT[above.unit], above.unit)
    if below.value > above.value:
        return None
    middle = (below.value + above.value) / 2
    return _duration(middle, above.unit, basis, low=below.value, high=above.value)


def _duration(
    value: Decimal,
    unit: TimeUnit,
    basis: Basis | None,
    low: Decimal | None = None,
    high: Decimal | None = None,
) -> Duration | None:
    ends = [None if each is None else float(each) for each in (low, high)]
    if not isfinite(float(value)) or any(each is not None and not isfinite(each) for each in ends):
        return None
    return Duration(value=float(value), unit=unit, basis=basis, low=ends[0], high=ends[1])


def _sum(text: str, use: Use | None) -> _Sum | None:
    """What the amounts of a text come to, None where one is none or they are not in order."""
    amounts = [amount for piece in _PIECE.findall(text) for amount in _amounts(piece)]
    units = [unit for _, unit in amounts]
    if not amounts or None in units or sorted(set(units), key=_ORDER.index) != units:
        return None
    days = _DAYS[use]
    sums = [(value * days[u][0], days[u][1]) if u in days else (value, u) for value, u in amounts]
    return _together(sums, use)


def _together(sums: list[tuple[Decimal, _Unit]], use: Use | None) -> _Sum | None:
    units: set[_Unit] = {unit for _, unit in sums}
    if units <= {"d", "wd"}:
        return _Sum(sum(value for value, _ in sums), sums[-1][1]) if len(units) == 1 else None  # type: ignore[arg-type]
    if units <= _SHORT.keys():
        smallest = sums[-1][1]
        total = sum((value * _SHORT[unit] for value, unit in sums), Decimal(0))
        return _Sum(total / _SHORT[smallest], smallest)  # type: ignore[arg-type]
    if use is None:
        return None
    hours = {"d": 8 if use == "work" else 24, "wd": 8}
    whole = sums[0][1]
    total = sum((v * (hours[u] if u in hours else _SHORT[u] / 3600) for v, u in sums), Decimal(0))
    return _Sum(total, "h") if whole == "d" else _Sum(total / 8, "wd")


def _amounts(piece: str) -> Iterable[tuple[Decimal, _Unit]]:
    plain = piece.casefold().strip()
    glued = re.fullmatch(r"(\d+)\s?(?:h|hrs?|std\.?)\s?([0-5]\d)(?:\s?(?:m|min)\.?)?", plain)
    clock = _COLON.match(plain)
    if glued is not None:
        return ((Decimal(glued[1]), "h"), (Decimal(glued[2]), "min"))
    if clock is not None:
        return ((Decimal(clock[1]), "h"), (Decimal(clock[2]), "min"))
    if plain.startswith("viertelstunde"):
        return ((Decimal(15), "min"),)
    half = re.fullmatch(r"(.*\S)\s+and\s+a\s+half", plain)
    match = re.fullmatch(rf"({DIGITS}|{SPELT})[\s-]*({_UNIT})", half[1] if half else plain)
    found = _unit(match[2]) if match else None
    if match is None or found is None:
        return ((Decimal(0), None),)  # type: ignore[return-value]
    number = read_figure(match[1], found[1])
    if number is None:
        return ((Decimal(0), None),)  # type: ignore[return-value]
    return ((number + Decimal("0.5" if half else 0), found[0]),)


def _unit(spelt: str) -> tuple[_Unit, Language | None] | None:
    plain = spelt.casefold().strip().rstrip(".")
    for form, unit, spoken in _UNITS:
        if re.fullmatch(form, plain):
            return unit, spoken
    return None


def _unit_of(text: str) -> str:
    """The word that the first amount of a text ends with."""
    match = re.search(rf"{_UNIT}", text, re.IGNORECASE)
    return match[0] if match else ""


def _language_of(text: str) -> Language | None:
    found = _unit(_unit_of(text))
    return found[1] if found else None
