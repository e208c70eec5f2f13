"""What a field of the file is called, wherever a person or a program meets it."""

from collections.abc import Mapping
from typing import Literal, NamedTuple, TypeVar

from pilotmap.model.fields.part import Part

_Words = Literal["text", "paragraph", "date", "yes_no", "choice"]
_Numbers = Literal["time", "share", "number", "count", "quantity", "volume", "money"]
References = Literal["lane", "lanes", "step", "system", "systems", "element"]
Kind = _Words | _Numbers | References | Literal["structure"]
"""What a field holds, which decides how it is read, shown, typed and told; a structure has a place
of its own instead of a field."""

T = TypeVar("T", bound=str)


class Choice(NamedTuple):
    """One of the values that a field may have: how it is offered, and how a sentence names it."""

    value: str
    caption: str
    said: str


class Field(NamedTuple):
    """One field of one kind of element; texts are marked for `tr`, not yet said.

    key: the field of the model. words: what it holds, for the JSON Schema (English). caption: over
    its field in a form. example: in the empty field. column: over its column in a table, where that
    is not the caption. changed: the sentence for a change, with {name}, {old} and {new}; none for
    what is told in another way. choices: all its values, where these are few. nothing: what is
    offered beside them as long as none is chosen. part: of Gate 1, where it is not that of the
    other fields of its kind of element.
    """

    key: str
    words: str
    kind: Kind = "structure"
    caption: str = ""
    example: str = ""
    column: str = ""
    changed: str = ""
    choices: tuple[Choice, ...] = ()
    nothing: str = ""
    part: Part | None = None

    def said(self, value: str) -> str:
        """How a sentence names one of the choices, not yet in the language spoken."""
        return next((choice.said for choice in self.choices if choice.value == value), value)


def choices_of(words: Mapping[T, str]) -> tuple[Choice, ...]:
    """Choices that are offered in the words in which sentences name them."""
    return tuple(Choice(value, said, said) for value, said in words.items())
