"""Who stands before a colon or in a cell: one lane, or several that do a step together."""

import re
from collections.abc import Collection, Iterable
from typing import Final, NamedTuple

from pilotmap.capture.escapes import shown
from pilotmap.capture.signs import listed, seen

_SURE: Final = re.compile(r"\s+\+\s+|\s*,\s*|\s*;\s*|\s*/\s*")
_MAYBE: Final = re.compile(r"\s+(?:and|und|&|sowie)\s+|\s*,?\s+(?:and|und|&|sowie)\s+")
_LEADING: Final = re.compile(r"^(?:and|und|&|sowie)\s+", re.IGNORECASE)
_QUOTED: Final = re.compile(r'"([^"]*)"(?:\s*\+\s*"([^"]*)")*$')
_ROLE: Final = re.compile(r"[^\W\d_][\w.'’ -]{1,39}")
_BEFORE_COLON: Final = re.compile(r"^([^:\[\]>?@]{2,60}):\s")


class Names(NamedTuple):
    """The names that a line may mean, casefolded: lanes, systems, roles named anywhere else."""

    lanes: frozenset[str]
    systems: tuple[str, ...]
    roles: frozenset[str] = frozenset()


def split_roles(text: str, lanes: Collection[str], roles: Collection[str]) -> tuple[str, ...]:
    """The lanes that a text names, the one whose step it is first.

    A lane of this whole name wins. `A + B`, `A / B` and `A, B` are two; `A and B` are two where
    one of them is known by itself or more stand in the list, for `Research and Development` is one.
    """
    quoted = _QUOTED.fullmatch(text)
    if quoted is not None:
        return tuple(shown(name) for name in re.findall(r'"([^"]*)"', text))
    whole = shown(text)
    if whole.casefold() in lanes:
        return (whole,)
    sure = [_LEADING.sub("", part) for part in _SURE.split(text.strip())]
    pieces = [piece for part in sure for piece in _MAYBE.split(part)]
    if not all(_ROLE.fullmatch(piece) or piece.casefold() in lanes for piece in pieces):
        return (whole,)
    found: list[str] = []
    for part in sure:
        pieces = _MAYBE.split(part)
        known = any(shown(p).casefold() in lanes or shown(p).casefold() in roles for p in pieces)
        found.extend(pieces if len(sure) > 1 or known else [part])
    return tuple(dict.fromkeys(shown(part) for part in found if part))


def roles_in(lines: Iterable[str]) -> frozenset[str]:
    """Who is named by themselves or in a list, anywhere before a colon."""
    found: set[str] = set()
    for line in lines:
        text = listed(" ".join(seen(line).split())).text
        match = _BEFORE_COLON.match(re.sub(r"^>[^:]*:\s+", "", text))
        if match is not None:
            found |= named(match[1])
    return frozenset(found)


def named(text: str) -> set[str]:
    """Who a text names for sure, casefolded."""
    parts = _SURE.split(text.strip())
    if len(parts) == 1:
        return set() if _MAYBE.search(text) else {shown(text).casefold()}
    return {shown(_LEADING.sub("", p)).casefold() for p in parts if not _MAYBE.search(p)}
