"""What a line says in square brackets beside times, each with a word that says what it is.

    [gets the ticket]       what is handed over to the step; also `passes`, `receives`
    [through @Zendesk]      what it is handed over through: a system, made if new; also `via`
    [through e-mail]        words; those that name a system of the map mean that system
    [through "e-mail"]      words, whatever systems there are
    [returned 10%]          the share that is sent back as incomplete
    [rework] [no rework]    whether the flow goes back to do something again
    [label urgent]          words on a flow that is no branch of a decision, and [share 30%]
    [checks AI] [AI]        a person here checks the AI; the step that the AI takes over
    [pin 3/1]               column and row of a place of its own, counted from 0 as in the file

On a line of a lane: [group Service] [3 people] [7.5 h a day]; of a system: [kind ticketing]
[owner IT]; after a note: [owner Ann] [due 2027-01-31] [settled]. German words do the same.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from decimal import Decimal
from typing import Any, Final, NamedTuple

from pilotmap.capture.escapes import shown
from pilotmap.capture.words import SAID_TWICE
from pilotmap.language import tr
from pilotmap.model.errors import EditRefused
from pilotmap.model.process import Pin


class Through(NamedTuple):
    """What something is handed over through: words, or the name of a system."""

    name: str
    is_system: bool | None
    """None: a system where one of the map has this name, else words."""


@dataclass(frozen=True, slots=True)
class Attributes:
    """What stands in the brackets of a line: about its step, and about the flow to it."""

    passes: str = ""
    through: Through | None = None
    label: str = ""
    share: float | None = None
    returned: float | None = None
    rework: bool | None = None
    checks_ai: bool = False
    is_ai: bool = False
    pin: Pin | None = None

    @property
    def of_flow(self) -> bool:
        """Whether anything is said about the flow."""
        return not self.given.keys() <= _OF_STEP

    @property
    def of_step(self) -> bool:
        """Whether anything is said about the step itself."""
        return not self.given.keys().isdisjoint(_OF_STEP)

    def and_also(self, other: "Attributes") -> "Attributes":
        """Both together; EditRefused where the two say different things of the same."""
        new = {key: value for key, value in other.given.items() if value != self.given.get(key)}
        if new.keys() & self.given.keys():
            raise EditRefused(tr(SAID_TWICE))
        return replace(self, **new)

    @property
    def given(self) -> Mapping[str, Any]:
        """What is said, by field."""
        values = {each.name: getattr(self, each.name) for each in fields(self)}
        return {key: value for key, value in values.items() if value != _DEFAULTS[key]}


_DEFAULTS: Final[Mapping[str, Any]] = {field.name: field.default for field in fields(Attributes)}
_OF_STEP: Final = frozenset({"checks_ai", "is_ai", "pin"})
NO_ATTRIBUTES: Final = Attributes()

_Reader = Callable[[str], Any]
_BRACKET: Final = re.compile(r"\[([^\[\]]*)\]")
_LAST_BRACKET: Final = re.compile(r"^(.*\S)\s*\[([^\[\]]*)\]$")
_PERCENT: Final = re.compile(r"(\d+(?:[.,]\d+)?)\s*%")
_NUMBER: Final = r"(\d+(?:[.,]\d+)?)"
_PEOPLE: Final = re.compile(rf"{_NUMBER}\s*(?:people|persons?|personen|leute)", re.IGNORECASE)
_HOURS: Final = re.compile(
    rf"{_NUMBER}\s*(?:h|hours?|std|stunden?)\s*(?:a|per|each|pro|am|je|/)\s*(?:day|tag)",
    re.IGNORECASE,
)


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def _words(text: str) -> str | None:
    return shown(text) or None


def _through(text: str) -> Through | None:
    words = re.fullmatch(r'"([^"]+)"', text)
    if words is not None:
        return Through(shown(words[1]), is_system=False)
    name = shown(text.removeprefix("@"))
    return Through(name, is_system=True if text.startswith("@") else None) if name else None


def _share(text: str) -> float | None:
    match = _PERCENT.fullmatch(text)
    share = float(Decimal(match[1].replace(",", ".")) / 100) if match else None
    return share if share is not None and share <= 1 else None


def _pin(text: str) -> Pin | None:
    match = re.fullmatch(r"(\d{1,5})\s*/\s*(\d{1,4})", text)
    if match is None or int(match[1]) > 20_000 or int(match[2]) > 5_000:
        return None
    return Pin(column=int(match[1]), row=int(match[2]))


def _yes(text: str) -> bool | None:
    return None if text else True


def _no(text: str) -> bool | None:
    return None if text else False


def _date(text: str) -> date | None:
    local = re.fullmatch(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})", text)
    try:
        if local is not None:
            return date(int(local[3]), int(local[2]), int(local[1]))
        return date.fromisoformat(text)
    except ValueError:
        return None


class _Word(NamedTuple):
    """The words that begin a bracket, the field they name, and how its value is read."""

    spellings: tuple[str, ...]
    field: str
    read: _Reader


_OF_STEPS: Final = (
    _Word(("gets", "receives", "passes", "bekommt", "erhält", "übergibt"), "passes", _words),
    _Word(("through", "via", "über"), "through", _through),
    _Word(("returned", "comes back", "zurück"), "returned", _share),
    _Word(("no rework", "keine nacharbeit"), "rework", _no),
    _Word(("rework", "nacharbeit"), "rework", _yes),
    _Word(("label", "beschriftung"), "label", _words),
    _Word(("share", "anteil"), "share", _share),
    _Word(("checks ai", "checks the ai", "prüft ki", "prüft die ki"), "checks_ai", _yes),
    _Word(("ai", "ki"), "is_ai", _yes),
    _Word(("pin", "platz"), "pin", _pin),
)
_OF_LANES: Final = (_Word(("group", "gruppe"), "group", _words),)
_OF_SYSTEMS: Final = (
    _Word(("kind", "art"), "kind", _words),
    _Word(("owner", "verantwortlich"), "owner", _words),
)
_OF_NOTES: Final = (
    _Word(("owner", "verantwortlich"), "owner", _words),
    _Word(("due", "bis"), "due", _date),
    _Word(("settled", "erledigt"), "settled", _yes),
)


def take_attributes(text: str) -> tuple[str, Attributes]:
    """Read what the brackets of a step's line say; the text without those that were read."""
    rest, values = _take(text, lambda inner: _read(inner, _OF_STEPS))
    return rest, Attributes(**values)


def take_lane(text: str) -> tuple[str, Mapping[str, Any]]:
    """Read group, people and hours a day off the line of a lane."""
    return _take(text, lambda inner: _amount(inner) or _read(inner, _OF_LANES))


def take_system(text: str) -> tuple[str, Mapping[str, Any]]:
    """Read kind and owner off the line of a system."""
    return _take(text, lambda inner: _read(inner, _OF_SYSTEMS))


def take_note(text: str) -> tuple[str, Mapping[str, Any]]:
    """Read owner, day and whether it is settled off the end of a note."""
    values: dict[str, Any] = {}
    while (match := _LAST_BRACKET.match(text)) is not None:
        found = _read(match[2].strip(), _OF_NOTES)
        if found is None or found[0] in values:
            break
        values[found[0]] = found[1]
        text = match[1]
    return text, values


def _take(text: str, read: Callable[[str], tuple[str, Any] | None]) -> tuple[str, dict[str, Any]]:
    values: dict[str, Any] = {}

    def take(match: re.Match[str]) -> str:
        found = read(match[1].strip())
        if found is None or found[0] in values:
            return match[0]
        values[found[0]] = found[1]
        return " "

    return _BRACKET.sub(take, text).strip(), values


def _read(inner: str, words: tuple[_Word, ...]) -> tuple[str, Any] | None:
    small = inner.lower()
    for spellings, field, read in words:
        for spelling in spellings:
            if small == spelling or small.startswith(f"{spelling} "):
                value = read(inner[len(spelling) :].strip())
                return None if value is None else (field, value)
    return None


def _amount(inner: str) -> tuple[str, float] | None:
    people, hours = _PEOPLE.fullmatch(inner), _HOURS.fullmatch(inner)
    if people is not None:
        return "people", _number(people[1])
    return ("hours_per_day", _number(hours[1])) if hours is not None else None
