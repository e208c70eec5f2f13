"""Systems named with @ in a line."""

import re
from collections.abc import Sequence
from typing import Final

from pilotmap.capture.escapes import shown

_AT: Final = re.compile(
    r"(?:(?<!\S)|(?<=[(/]))@(?=[^\s@])(?!\d{1,2}[:.]\d\d)(?!\d{1,2}\s?(?:am|pm|h|uhr)\b)"
)
_AFTER: Final = ".,;:!?)/"
_EMPTY: Final = re.compile(r"\(\s*(?:[,/;]\s*)*\)|\s/(?=\s|$)")


def take_systems(text: str, known: Sequence[str]) -> tuple[tuple[str, ...], str]:
    """The systems named with @, each once, and the text without them.

    A full stop or a bracket after a name is none of it; `@10:30` is a time of day and stays.
    """
    systems: dict[str, str] = {}
    rest, at = "", 0
    for match in _AT.finditer(text):
        if match.start() < at:
            continue
        name, end = _system_at(text, match.end(), known)
        if not name:
            continue
        systems.setdefault(name.casefold(), name)
        rest, at = rest + text[at : match.start()], end
    rest += text[at:]
    return tuple(systems.values()), _EMPTY.sub(" ", rest) if systems else rest


def _system_at(text: str, at: int, known: Sequence[str]) -> tuple[str, int]:
    quoted = re.compile(r'"([^"]*)"').match(text, at)
    if quoted is not None and quoted[1].strip():
        return shown(quoted[1]), quoted.end()
    for name in known:
        end = at + len(name)
        if text[at:end].casefold() == name.casefold() and not text[end : end + 1].isalnum():
            return name, _past(text, end)
    word = re.compile(r"[^\s,;]+").match(text, at)
    if word is None:
        return "", at
    name = word[0].split("/@")[0].rstrip(_AFTER)
    return shown(name), _past(text, at + len(name))


def _past(text: str, end: int) -> int:
    """After the one sign that parts a name from what follows."""
    return end + (1 if text[end : end + 1] in {",", ";", ".", ":", "!"} else 0)
