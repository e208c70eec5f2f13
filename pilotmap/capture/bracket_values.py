"""A field in square brackets, by what it holds: how its value is read, and how written."""

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import cache
from typing import Any, Final, NamedTuple

from pydantic import ValidationError

from pilotmap.capture.amounts import number_words, share_text
from pilotmap.capture.escapes import in_brackets, shown
from pilotmap.capture.known_words import Said, decimal, known_text, percent, split_known
from pilotmap.language import language
from pilotmap.model.edits.references import Name
from pilotmap.model.fields.field import Bracket, Field, Kind
from pilotmap.model.known import Count, Known, Share
from pilotmap.model.process import Pin
from pilotmap.model.quantity import Measured, Money

KNOWN: Final = frozenset({"share", "count", "money"})
_NEGATED: Final = re.compile(r"(?:no|not|keine?|nicht)\s+", re.IGNORECASE)
_MONEY: Final = re.compile(r"(\d+(?:[.,]\d+)?|[.,]\d+)\s*(.*)")
_NAME: Final = re.compile(r'\s*(?:"([^"]*)"|([^",]+))\s*(?:,|$)')


def read_bracket(inner: str, field: Field) -> Any:
    """The value of a field out of the words in brackets; None where they do not say it."""
    assert field.bracket is not None  # the caller looks through those that have one
    small = inner.lower()
    if not any(spelling in small for spelling in _spellings(field.bracket)):
        return None
    said = split_known(inner) if field.kind in KNOWN else Said(inner)
    if field.kind == "yes_no":
        negated = _NEGATED.match(inner)
        plain = inner[negated.end() :] if negated else inner
        return negated is None if _without_words(plain, field.bracket) == "" else None
    rest = _without_words(said.number, field.bracket)
    if rest is None:
        return None
    with suppress(ValidationError):  # a number that is none, or lies outside of its bounds
        return _READ[field.kind](said._replace(number=rest))
    return None


def written(field: Field, value: Any) -> str:
    """The words in brackets for a value that says something; as they read back."""
    assert field.bracket is not None
    word = field.bracket.english[0]
    if field.kind == "yes_no":
        return word
    number, more = _WRITE[field.kind](value)
    word = field.bracket.one if number == "1" and field.bracket.one else word
    said = f"{number} {word}" if field.bracket.behind else f"{word} {number}"
    return f"{said}{more}" if number else ""


def offered(field: Field) -> str:
    """How the words begin in the language spoken, to be typed on."""
    assert field.bracket is not None
    word = (field.bracket.german if language() == "de" else field.bracket.english)[0]
    if field.kind == "yes_no":
        return f"{word}] "
    if field.bracket.behind:
        example = field.bracket.example
        return f"{example.replace('.', ',') if language() == 'de' else example} {word}] "
    return f"{word} "


@cache
def _spellings(bracket: Bracket) -> tuple[str, ...]:
    """In small letters, the longest first, so that none is taken for the beginning of another."""
    return tuple(sorted(map(str.lower, (*bracket.english, *bracket.german)), key=len, reverse=True))


def _without_words(text: str, bracket: Bracket) -> str | None:
    small = text.lower()
    for spelling in _spellings(bracket):
        if bracket.behind and small.endswith(spelling):
            return text[: -len(spelling)].strip()
        if not bracket.behind and (small == spelling or small.startswith(f"{spelling} ")):
            return text[len(spelling) :].strip()
    return None


class Through(NamedTuple):
    """What something is handed over through: words, or the name of a system.

    `is_system` where a sign says so, not where the words stand in quotation marks; else None.
    """

    name: str
    is_system: bool | None


def _words(said: Said) -> str | None:
    return shown(said.number) or None


def _through(said: Said) -> Through | None:
    words = re.fullmatch(r'"([^"]+)"', said.number)
    if words is not None:
        return Through(shown(words[1]), is_system=False)
    name = shown(said.number.removeprefix("@"))
    return Through(name, True if said.number.startswith("@") else None) if name else None


def _share(said: Said) -> Share | None:
    share, known = percent(said.number), said.known(percent)
    if share is None or known is None or "%" not in said.number:
        return None
    return Share(value=share, **known)


def _count(said: Said) -> Count | None:
    number, known = decimal(said.number), said.known(decimal)
    return None if number is None or known is None else Count(value=number, **known)


def _money(said: Said) -> Money | None:
    match, known = _MONEY.fullmatch(said.number), said.known(decimal)
    number = decimal(match[1]) if match else None
    if match is None or number is None or known is None:
        return None
    return Money(value=number, unit=shown(match[2]), **known)


def _names(said: Said) -> tuple[Name, ...] | None:
    found = (shown(match[1] or match[2] or "") for match in _NAME.finditer(said.number))
    return tuple(dict.fromkeys(Name(name) for name in found if name)) or None


def _date(said: Said) -> date | None:
    local = re.fullmatch(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})", said.number)
    with suppress(ValueError):
        if local is not None:
            return date(int(local[3]), int(local[2]), int(local[1]))
        return date.fromisoformat(said.number)
    return None


def _pin(said: Said) -> Pin | None:
    match = re.fullmatch(r"(\d{1,5})\s*/\s*(\d{1,4})", said.number)
    return Pin(column=int(match[1]), row=int(match[2])) if match else None


_READ: Final[dict[Kind, Callable[[Said], Any]]] = {
    "text": _words,
    "paragraph": _words,
    "through": _through,
    "share": _share,
    "count": _count,
    "number": lambda said: decimal(said.number),
    "money": _money,
    "date": _date,
    "lanes": _names,
    "structure": _pin,
}


def _known(
    number: Known | Measured, write: Callable[[float], str], unit: str = ""
) -> tuple[str, str]:
    return f"{write(number.value)}{unit}", known_text(number, write)


_WRITE: Final[dict[Kind, Callable[[Any], tuple[str, str]]]] = {
    "text": lambda text: (in_brackets(text), ""),
    "paragraph": lambda text: (in_brackets(text), ""),
    "through": lambda words: (words, ""),
    "share": lambda share: _known(share, share_text),
    "count": lambda count: _known(count, number_words),
    "number": lambda number: (number_words(number), ""),
    "money": lambda money: _known(money, number_words, f" {in_brackets(money.unit)}".rstrip()),
    "date": lambda day: (day.isoformat(), ""),
    "lanes": lambda names: (", ".join(_listed(name) for name in names), ""),
    "structure": lambda pin: (f"{pin.column}/{pin.row}", ""),
}


def _listed(name: str) -> str:
    plain = in_brackets(name)
    return plain if re.fullmatch(r"[\w .&/-]*", plain) else f'"{plain}"'
