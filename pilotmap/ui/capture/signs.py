"""What the hint under the line adds to every explanation: the signs there are, and how to leave."""

from collections.abc import Sequence
from typing import Final

from pilotmap.language import N_, tr

Part = tuple[str, str]

_SIGNS: Final[tuple[Part, ...]] = (
    ("  ·  ", "hint"),
    ("?", "key"),
    (N_(" starts a decision  ·  "), "hint"),
    (N_("> label"), "key"),
    (N_(" starts a branch"), "hint"),
)
_ESC: Final[tuple[Part, ...]] = (
    ("  ·  ", "hint"),
    ("Esc", "key"),
    (N_(" back to the canvas"), "hint"),
)


def with_signs(parts: Sequence[Part]) -> tuple[Part, ...]:
    """An explanation, and the signs after it unless it gives a hint of its own."""
    helped = any(kind in {"hint", "refused"} for _, kind in parts)
    more = _ESC if helped else (*_SIGNS, *_ESC)
    return (*parts, *((tr(words), kind) for words, kind in more))
