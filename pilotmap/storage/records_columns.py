"""The columns of a file of cases: what each is called in other tables, and how it is read."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from math import isfinite
from typing import Final, Literal, NamedTuple

from pilotmap.language import N_, tr
from pilotmap.model.gates.gate import SealedGate

Kind = Literal["text", "yes_no", "number", "date"]
Decimal = Literal[".", ","]
DayFirst = bool | None


class Column(NamedTuple):
    """A column: its name in our file, what it holds, its caption, and headings that mean it."""

    key: str
    kind: Kind
    caption: str
    headings: tuple[str, ...]


COLUMNS: Final[Mapping[SealedGate, tuple[Column, ...]]] = {
    2: (
        Column("id", "text", N_("Case"), ("id", "case", "case id", "nr", "no", "number", "nummer",
            "fall", "fall nr", "fallnummer", "vorgang", "ticket", "ticket id", "key")),
        Column("input", "text", N_("Input"), ("input", "prompt", "question", "text", "eingabe",
            "frage", "eingang", "anfrage")),
        Column("expected", "text", N_("Expected"), ("expected", "expected answer", "target",
            "truth", "ground truth", "reference", "label", "gold", "erwartet", "soll",
            "erwartete antwort", "richtig")),
        Column("got", "text", N_("Got"), ("got", "answer", "output", "actual", "prediction",
            "result", "ai", "ai answer", "erhalten", "ist", "antwort", "ausgabe", "ki",
            "antwort der ki", "ergebnis")),
        Column("failed", "yes_no", N_("Failed"), ("failed", "failure", "fail", "wrong", "error",
            "is wrong", "fehler", "falsch", "fehlgeschlagen", "misslungen", "fehlerhaft")),
        Column("kind", "text", N_("Kind"), ("kind", "type", "category", "class", "kind of failure",
            "art", "typ", "kategorie", "klasse", "fehlerart")),
        Column("by", "text", N_("Judged by"), ("by", "judged by", "judge", "reviewer",
            "reviewed by", "von", "beurteilt von", "prüfer", "geprüft von")),
        Column("at", "date", N_("On"), ("at", "on", "date", "day", "time", "timestamp", "datum",
            "am", "tag", "zeit", "zeitpunkt")),
        Column("note", "text", N_("Note"), ("note", "notes", "comment", "remark", "notiz",
            "bemerkung", "kommentar", "anmerkung")),
    ),
    4: (
        Column("case", "text", N_("Case"), ("case", "case id", "id", "nr", "no", "number",
            "nummer", "fall", "fall nr", "fallnummer", "vorgang", "ticket", "ticket id", "key")),
        Column("at", "date", N_("On"), ("at", "on", "date", "day", "time", "timestamp", "datum",
            "am", "tag", "zeit", "zeitpunkt")),
        Column("ai", "text", N_("AI"), ("ai", "ai answer", "output", "prediction", "model", "got",
            "ki", "antwort der ki", "ki antwort")),
        Column("person", "text", N_("Person"), ("person", "human", "agent", "answer",
            "human answer", "mensch", "mitarbeiter", "antwort", "antwort des menschen")),
        Column("agreed", "yes_no", N_("Agreed"), ("agreed", "agree", "agrees", "same", "match",
            "einig", "gleich", "stimmt überein", "übereinstimmung", "übereinstimmend")),
        Column("minutes", "number", N_("Minutes"), ("minutes", "min", "duration",
            "review minutes", "minuten", "dauer")),
        Column("value", "number", N_("Value"), ("value", "measure", "outcome", "hours", "wert",
            "messwert", "stunden")),
        Column("reviewed_by", "text", N_("Reviewed by"), ("reviewed by", "reviewed_by", "reviewer",
            "by", "geprüft von", "prüfer", "von")),
        Column("note", "text", N_("Note"), ("note", "notes", "comment", "remark", "notiz",
            "bemerkung", "kommentar", "anmerkung")),
    ),
}  # fmt: skip
"""By gate; the first column is the one by which a case is found again."""

_YES: Final = {"yes", "y", "true", "t", "1", "x", "ja", "j", "wahr"}
_NO: Final = {"no", "n", "false", "f", "0", "nein"}
_NO_OF_SPREADSHEETS: Final = "FALSCH"
"""In German; written small, people mean “wrong” with it."""
_NEITHER: Final = {"", "-", "–", "?", "n/a", "na", "null", "none"}
_NUMBERS: Final[dict[Decimal, re.Pattern[str]]] = {
    ".": re.compile(r"[+-]?(\d{1,3}(,\d{3})+|\d+)?(\.\d+)?(e[+-]?\d+)?", re.IGNORECASE),
    ",": re.compile(r"[+-]?(\d{1,3}(\.\d{3})+|\d+)?(,\d+)?(e[+-]?\d+)?", re.IGNORECASE),
}
_LENGTH_OF_DAY: Final = len("2027-03-02")
_DAY: Final = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:[ T,]+(\d{1,2}:\d\d(?::\d\d)?))?")


class Unreadable(ValueError):
    """A cell that cannot be read; the message says what was found and what is read."""


class Habits(NamedTuple):
    """How a table writes numbers and days; `day_first` is None where that cannot be told."""

    decimal: Decimal = "."
    day_first: DayFirst = None


def plain(heading: str) -> str:
    """A heading as it is compared."""
    words = re.sub(r"[\s_.:#*-]+", " ", heading.replace("﻿", "").casefold())
    return " ".join(words.split())


def matched(gate: SealedGate, headings: Sequence[str]) -> dict[str, int]:
    """Which heading is which column: place by key; the exact names before the other words."""
    found: dict[str, int] = {}
    told = [plain(heading) for heading in headings]
    names = {plain(column.key): column.key for column in COLUMNS[gate]}
    for at, heading in enumerate(told):
        if heading in names and names[heading] not in found:
            found[names[heading]] = at
    for column in COLUMNS[gate]:
        for word in column.headings:
            at = told.index(word) if word in told else -1
            if column.key not in found and at >= 0 and at not in found.values():
                found[column.key] = at
    return found


def habits_of(cells: Mapping[Kind, Sequence[str]]) -> Habits:
    """How numbers and days are written, from cells of each kind."""
    commas = any(re.search(r"^[^.]*,\d{1,2}$|,\d{4,}$|\.\d{3},", cell) for cell in cells["number"])
    points = any(
        re.search(r"^[^,]*\.\d{1,2}$|\.\d{4,}$|,\d{3}\.", cell) for cell in cells["number"]
    )
    day_first: DayFirst = None
    for cell in cells["date"]:
        match = _DAY.fullmatch(cell)
        if match is None:
            continue
        if match[2] == "." or int(match[1]) > 12:
            day_first = True
        elif int(match[3]) > 12:
            day_first = False
    return Habits("," if commas and not points else ".", day_first)


def reader(kind: Kind, habits: Habits) -> Callable[[str], object]:
    """What reads the cells of a column; it raises Unreadable."""
    if kind == "yes_no":
        return _yes_no
    if kind == "number":
        return lambda cell: _number(cell, habits.decimal)
    if kind == "date":
        return lambda cell: _moment(cell, habits.day_first)
    return str.strip


def written(value: object) -> str:
    """A value as our own file writes it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return repr(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    return str(value)


def _yes_no(cell: str) -> bool | None:
    word = cell.strip().casefold()
    if word in _NEITHER:
        return None
    if word in _YES:
        return True
    if word in _NO or cell.strip() == _NO_OF_SPREADSHEETS:
        return False
    raise Unreadable(tr("“{cell}” is neither yes nor no", cell=_short(cell)))


def _number(cell: str, decimal: Decimal) -> float | None:
    word = cell.strip().replace("\u00a0", "").replace("\u202f", "").replace("−", "-")
    if word.casefold() in _NEITHER:
        return None
    if _NUMBERS[decimal].fullmatch(word) and any(c.isdigit() for c in word):
        other = "," if decimal == "." else "."
        number = float(word.replace(other, "").replace(decimal, "."))
        if isfinite(number):
            return number
    raise Unreadable(tr("“{cell}” is no number", cell=_short(cell)))


def _moment(cell: str, day_first: DayFirst) -> str:
    word = cell.strip()
    if word.casefold() in _NEITHER:
        return ""
    try:
        if _DAY.fullmatch(word):
            return _local(word, day_first)
        if len(word) == _LENGTH_OF_DAY:
            return date.fromisoformat(word).isoformat()
        return datetime.fromisoformat(word).isoformat()
    except Unreadable:
        raise
    except ValueError as error:
        words = tr("“{cell}” is no day such as 2027-03-02", cell=_short(cell))
        raise Unreadable(words) from error


def _local(word: str, day_first: DayFirst) -> str:
    match = _DAY.fullmatch(word)
    assert match is not None
    if day_first is None and match[2] != ".":
        raise Unreadable(
            tr("“{cell}” can be read as two days: write it as 2027-03-02", cell=_short(word))
        )
    first, second = int(match[1]), int(match[3])
    is_day_first = day_first or match[2] == "."
    day, month = (first, second) if is_day_first else (second, first)
    found = date(int(match[4]), month, day)
    if match[5] is None:
        return found.isoformat()
    hours = match[5].rjust(5, "0") if match[5].count(":") == 1 else match[5].rjust(8, "0")
    return datetime.fromisoformat(f"{found.isoformat()}T{hours}").isoformat()


def _short(cell: str) -> str:
    words = " ".join(cell.split())
    return words if len(words) <= 40 else words[:39] + "…"
