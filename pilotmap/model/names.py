"""Names that people take for one another: `Team Lead` and `team lead`."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from pilotmap.lazy import lazy_imports

with lazy_imports():  # 20 ms that start-up can do without
    from rapidfuzz import distance

_SHORTEST_SLIP: Final = 4
_LONG_WORD: Final = 8


class _Reading(NamedTuple):
    """A name as it is compared: its words without plural, and all letters run together."""

    words: tuple[str, ...]
    together: str


def look_alike(name: str, others: Iterable[str]) -> tuple[str, ...]:
    """The other names that a reader could take for this one, the same name included.

    Alike are names that differ only in case, accents, blanks, punctuation, plural or the order of
    words, or by a slip of the finger: one letter in a word of four, two in a word of eight (optimal
    string alignment distance), never the first letter, never in a number.
    """
    read = _read(name)
    return tuple(other for other in others if read.words and _alike(read, _read(other)))


def look_alike_pairs(names: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """The pairs of indices whose names look alike, each once, the smaller index first."""
    groups: dict[tuple[str, ...], list[int]] = {}
    for index, name in enumerate(names):
        for key in _keys(_read(name)):
            groups.setdefault(key, []).append(index)
    pairs = {
        (one, other)
        for group in groups.values()
        for at, one in enumerate(group)
        for other in group[at + 1 :]
        if _alike(_read(names[one]), _read(names[other]))
    }
    return tuple(sorted(pairs))


def _keys(read: _Reading) -> set[tuple[str, ...]]:
    """Names that look alike share one of these: their initials, or all letters run together."""
    if not read.words:
        return set()
    return {("=", read.together), tuple(sorted(word[0] for word in read.words))}


def _alike(one: _Reading, other: _Reading) -> bool:
    if one.together == other.together:
        return True
    if len(one.words) != len(other.words) or not one.words:
        return False
    in_order = _slips(one.words, other.words)
    return in_order or _slips(tuple(sorted(one.words)), tuple(sorted(other.words)))


def _slips(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    return all(map(_slip, words, others))


def _slip(word: str, other: str) -> bool:
    if word == other:
        return True
    length = min(len(word), len(other))
    if length < _SHORTEST_SLIP or word[0] != other[0] or not (word + other).isalpha():
        return False
    return distance.OSA.distance(word, other, score_cutoff=2) <= (2 if length >= _LONG_WORD else 1)


@lru_cache(maxsize=20_000)
def _read(name: str) -> _Reading:
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    words = re.findall(r"[^\W_]+", plain)
    return _Reading(tuple(map(_singular, words)), _singular("".join(words)))


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
