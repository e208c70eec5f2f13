"""Ids are short, made once from a name, unique over the file, and never change."""

import re
import unicodedata
from typing import Final

from pilotmap.model.map import PilotMap

_FILLERS: Final = {"the", "a", "an", "and", "or", "of", "to", "is", "it", "in", "for", "with"}
_LONGEST: Final = 16
_MOST_DIGITS: Final = 6


def new_id(pilot_map: PilotMap, name: str, fallback: str) -> str:
    """A free id: the first telling word of the name, or the fallback's letter with a number."""
    taken = taken_ids(pilot_map)
    word = _first_word(name)
    if word and word not in taken:
        return word
    stem = word or fallback
    number = 2 if word else 1
    while f"{stem}{number}" in taken:
        number += 1
    return f"{stem}{number}"


def numbered_id(pilot_map: PilotMap, letter: str, *besides: str) -> str:
    """The letter with the number after the highest in use, so that no old id comes back.

    An id that was made from a name and reads like a number out of all proportion does not count.
    `besides` are ids given away in the same edit.
    """
    taken = taken_ids(pilot_map).union(besides)
    rests = (each[len(letter) :] for each in taken if each.startswith(letter))
    number = max((int(r) for r in rests if r.isdecimal() and len(r) <= _MOST_DIGITS), default=0) + 1
    while f"{letter}{number}" in taken:
        number += 1
    return f"{letter}{number}"


def taken_ids(pilot_map: PilotMap) -> set[str]:
    """Every id of the file."""
    pilot_map = pilot_map
    named = (
        pilot_map.lanes,
        pilot_map.systems,
        pilot_map.steps,
        pilot_map.flows,
        pilot_map.phases,
        pilot_map.notes,
    )
    return {part.id for parts in named for part in parts}


def _first_word(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z][a-z0-9]*", plain)
    telling = [word for word in words if word not in _FILLERS] or words
    return telling[0][:_LONGEST] if telling else ""
