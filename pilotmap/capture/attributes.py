"""What a line says in square brackets beside times, each with a word that says what it is.

The words are those of the table of fields, in either language:

    [gets the ticket]       what is handed over to the step
    [through @Zendesk]      what it is handed over through: a system, or words
    [returned 10%]          the share that is sent back as incomplete
    [rework] [no rework]    whether the flow goes back to do something again
    [label urgent]          words on a flow that is no branch of a decision, and [share 30%]
    [with Lab, QA]          further lanes that take part
    [checks AI] [AI]        a person here checks the AI; the step that the AI takes over
    [pin 3/1]               column and row of a place of its own, counted from 0 as in the file

On a line of a lane: [group Service] [3 people] [7.5 h a day] [38 EUR an hour]; of a system:
[kind ticketing] [owner IT]; after a note: [owner Ann] [due 2027-01-31] [settled]. Numbers may say
how they are known, as in [share 60% from 50 to 70 measured: Zendesk].
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final

from pilotmap.capture.bracket_values import read_bracket
from pilotmap.capture.words import SAID_TWICE
from pilotmap.language import N_, tr
from pilotmap.model.errors import EditRefused
from pilotmap.model.fields.field import Bracket, Field
from pilotmap.model.fields.table import FIELDS


@dataclass(frozen=True, slots=True)
class Attributes:
    """What stands in the brackets of a line, by field: about its step, and the flow to it."""

    given: Mapping[str, Any] = field(default_factory=dict)

    @property
    def of_flow(self) -> Mapping[str, Any]:
        """What is said about the flow."""
        return {key: value for key, value in self.given.items() if key in _OF_FLOW}

    @property
    def of_step(self) -> Mapping[str, Any]:
        """What is said about the step itself."""
        return {key: value for key, value in self.given.items() if key not in _OF_FLOW}

    def and_also(self, other: "Attributes") -> "Attributes":
        """Both together; EditRefused where the two say different things of the same."""
        twice = self.given.keys() & other.given.keys()
        if any(self.given[key] != other.given[key] for key in twice):
            raise EditRefused(tr(SAID_TWICE))
        return Attributes({**self.given, **other.given})


AI: Final = Field(
    "is_ai",
    "Whether the AI takes the step over.",
    kind="yes_no",
    bracket=Bracket(("AI",), ("KI",), N_("the AI takes this step over")),
)
"""The one thing that brackets say of a step and that is no field of it."""
NO_ATTRIBUTES: Final = Attributes()

_BRACKET: Final = re.compile(r"\[([^\[\]]*)\]")
_LAST_BRACKET: Final = re.compile(r"^(.*\S)\s*\[([^\[\]]*)\]$")
_OF_FLOW: Final = frozenset(row.key for row in FIELDS["flow"])


@cache
def bracket_fields(*kinds: str) -> tuple[Field, ...]:
    """The fields of these kinds of elements that brackets say; times are read apart."""
    rows = (row for kind in kinds for row in FIELDS[kind])
    return tuple(row for row in rows if row.bracket is not None and row.kind != "time")


_OF_STEPS: Final = (*bracket_fields("flow", "step"), AI)


def take_attributes(text: str) -> tuple[str, Attributes]:
    """Read what the brackets of a step's line say; the text without those that were read."""
    rest, values = _take(text, _OF_STEPS)
    return rest, Attributes(values)


def take_lane(text: str) -> tuple[str, Mapping[str, Any]]:
    """Read group, people, hours a day and cost off the line of a lane."""
    return _take(text, bracket_fields("lane"))


def take_system(text: str) -> tuple[str, Mapping[str, Any]]:
    """Read kind and owner off the line of a system."""
    return _take(text, bracket_fields("system"))


def take_note(text: str) -> tuple[str, Mapping[str, Any]]:
    """Read owner, day and whether it is settled off the end of a note."""
    values: dict[str, Any] = {}
    while (match := _LAST_BRACKET.match(text)) is not None:
        found = _read(match[2].strip(), bracket_fields("note"))
        if found is None or found[0] in values:
            break
        values[found[0]] = found[1]
        text = match[1]
    return text, values


def _take(text: str, rows: Iterable[Field]) -> tuple[str, dict[str, Any]]:
    values: dict[str, Any] = {}

    def take(match: re.Match[str]) -> str:
        found = _read(match[1].strip(), rows)
        if found is None or found[0] in values:
            return match[0]
        values[found[0]] = found[1]
        return " "

    return _BRACKET.sub(take, text).strip(), values


def _read(inner: str, rows: Iterable[Field]) -> tuple[str, Any] | None:
    for row in rows:
        value = read_bracket(inner, row)
        if value is not None:
            return row.key, value
    return None
