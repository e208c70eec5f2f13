"""What stands under Next: `2`, `Check it, Ship`, `Yes: 3, No: 4`, `back to 2`, `3 (yes)`."""

import re
from collections.abc import Callable
from typing import Final, NamedTuple

_SEVERAL: Final = re.compile(r"\s*[,;|\n]\s*|\s+/\s+|\s+(?:or|oder|and|und)\s+(?=\S)")
_GO: Final = re.compile(
    r"^(?:(?:go(?:es)?\s+)?back\s+to|go\s+to|goto|to|zurück\s+(?:zu|nach)|weiter\s+(?:mit|zu)|->|→)\s*",
    re.IGNORECASE,
)
_COUNT: Final = re.compile(r"^(?:step|row|schritt|zeile|nr\.?|no\.?|#)\s*#?(?=\d)", re.IGNORECASE)
_LABELLED: Final = re.compile(
    r"^(?:if\s+|wenn\s+|falls\s+)?(.+?)\s*(?::|=|->|→|=>)\s*(.+)$", re.IGNORECASE
)
_BEHIND: Final = re.compile(r"^(.+?)\s*\(([^()]+)\)$")
_IF: Final = re.compile(r"^(?:if|wenn|falls)\s+(\S+)\s*[:,]?\s+(.+)$", re.IGNORECASE)


class Way(NamedTuple):
    """The name of a row, and what stands on the way to it."""

    name: str
    label: str = ""


def ways(cell: str, is_row: Callable[[str], bool]) -> list[Way]:
    """The ways that a cell names; a name may hold a comma, a colon or a bracket itself."""
    if not cell:
        return []
    whole = _way(cell, is_row)
    if is_row(whole.name):
        return [whole]
    return [_way(part, is_row) for part in _SEVERAL.split(cell) if part]


def _way(text: str, is_row: Callable[[str], bool]) -> Way:
    if is_row(text):
        return Way(text)
    plain = _COUNT.sub("", _GO.sub("", text))
    if is_row(plain):
        return Way(plain)
    for form, name, label in ((_LABELLED, 2, 1), (_BEHIND, 1, 2), (_IF, 2, 1)):
        match = form.match(plain)
        if match is not None:
            target = _COUNT.sub("", _GO.sub("", match[name].strip()))
            return Way(target, match[label].strip())
    return Way(plain)
