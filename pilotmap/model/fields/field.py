"""What a field of the file is called, wherever a person or a program meets it."""

from typing import Literal, NamedTuple

_Words = Literal["text", "paragraph", "date", "yes_no", "choice"]
_Numbers = Literal["time", "share", "number", "count", "quantity", "volume", "money"]
_References = Literal["lane", "lanes", "step", "system", "systems"]
Kind = _Words | _Numbers | _References | Literal["structure"]
"""What a field holds, which decides how it is read, shown and typed; a structure has a place of
its own instead of a field."""


class Field(NamedTuple):
    """One field of one kind of element; texts are marked for `tr`, not yet said.

    key: the field of the model. words: what it holds, for the JSON Schema (English). caption: over
    its field in a form. example: in the empty field. column: over its column in a table, where that
    is not the caption. changed: the sentence for a change, with {name}, {old} and {new}; none for
    what is told in another way.
    """

    key: str
    words: str
    kind: Kind = "structure"
    caption: str = ""
    example: str = ""
    column: str = ""
    changed: str = ""
