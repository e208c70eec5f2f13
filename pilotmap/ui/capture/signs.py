"""What the hint under the line adds to every explanation: the signs there are, and how to leave."""

from collections.abc import Sequence
from typing import Final

from pilotmap.language import later, tr, trn

Part = tuple[str, str]

_SIGNS: Final[tuple[Part, ...]] = (
    ("  ·  ", "hint"),
    ("?", "key"),
    (later(" starts a decision  ·  "), "hint"),
    (later("> label"), "key"),
    (later(" starts a branch"), "hint"),
)
_ESC: Final[tuple[Part, ...]] = (
    ("  ·  ", "hint"),
    ("Esc", "key"),
    (later(" back to the canvas"), "hint"),
)


def with_signs(parts: Sequence[Part]) -> tuple[Part, ...]:
    """An explanation, and the signs after it unless it gives a hint of its own."""
    helped = any(kind in {"hint", "refused"} for _, kind in parts)
    more = _ESC if helped else (*_SIGNS, *_ESC)
    return (*parts, *((tr(words), kind) for words, kind in more))


def waiting_words(number: int) -> str:
    """How many lines of a pasted outline wait; nothing where none does."""
    if not number:
        return ""
    return "  " + trn(
        "{number} more line waits for this one.",
        "{number} more lines wait for this one.",
        number,
    )
