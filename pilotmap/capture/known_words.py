"""What is said of a number beside it: how it is known, from where, and between which bounds.

14 h from 10 to 20 measured: the log of May
60 % ab 50 bis 70 geschätzt: Ann
"""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final, NamedTuple

from pilotmap.capture.escapes import in_brackets, shown
from pilotmap.model.known import Basis, Known
from pilotmap.model.quantity import Measured

BASES: Final[dict[str, Basis]] = {
    "measured": "measured",
    "estimated": "estimated",
    "guessed": "guessed",
    "gemessen": "measured",
    "geschätzt": "estimated",
    "vermutet": "guessed",
}
_SOURCE: Final = re.compile(r"(.*?):(?:\s+(.*\S))?\s*$")
_BOUND: Final = r"\s+(?:{words})\s+((?:\d+(?:[.,]\d+)?|[.,]\d+)\s*(?:%|[^\W\d_]+)?)$"
_LOW: Final = re.compile(_BOUND.format(words="from|ab|von"), re.IGNORECASE)
_HIGH: Final = re.compile(_BOUND.format(words="to|bis"), re.IGNORECASE)


class Said(NamedTuple):
    """The words for a number, and those for what is known of it."""

    number: str
    basis: Basis | None = None
    source: str = ""
    low: str = ""
    high: str = ""

    def known(self, read: Callable[[str], float | None]) -> dict[str, Any] | None:
        """Basis, source and bounds as fields; None where a bound is no number."""
        bounds = {key: read(words) for key, words in (("low", self.low), ("high", self.high))}
        if any(bounds[key] is None for key in bounds if getattr(self, key)):
            return None
        return {"basis": self.basis, "source": self.source, **bounds}


def sourced(text: str) -> tuple[str, str]:
    """What stands before a colon, and the source after it."""
    match = _SOURCE.match(text)
    return (match[1], shown(match[2] or "")) if match else (text, "")


def split_known(text: str) -> Said:
    """A number told apart from what is said of it; the source only after a colon."""
    text, source = sourced(text)
    words = text.split()
    basis: Basis | None = None
    for at in (-1, 0):
        if words and words[at].lower() in BASES:
            basis = BASES[words.pop(at).lower()]
    rest, high = _cut(" ".join(words), _HIGH)
    rest, low = _cut(rest, _LOW)
    return Said(rest, basis, source, low, high)


def known_text(number: Known | Measured, write: Callable[[float], str]) -> str:
    """What is known of a number, as it reads back; empty where nothing is."""
    low = "" if number.low is None else f" from {write(number.low)}"
    high = "" if number.high is None else f" to {write(number.high)}"
    basis = f" {number.basis}" if number.basis else ""
    source = f": {in_brackets(number.source)}" if number.source.split() else ""
    return f"{low}{high}{basis}{source}"


def decimal(text: str) -> float | None:
    """A number with a point or a comma."""
    plain = text.strip().replace(",", ".")
    return float(Decimal(plain)) if re.fullmatch(r"\d+(\.\d+)?|\.\d+", plain) else None


def percent(text: str) -> float | None:
    """A share of 0 to 1, said in percent with or without the sign."""
    plain = text.strip().removesuffix("%").strip().replace(",", ".")
    if re.fullmatch(r"\d+(\.\d+)?|\.\d+", plain) is None:
        return None
    share = float(Decimal(plain) / 100)
    return share if share <= 1 else None


def _cut(text: str, bound: re.Pattern[str]) -> tuple[str, str]:
    match = bound.search(text)
    return (text[: match.start()], match[1].strip()) if match else (text, "")
