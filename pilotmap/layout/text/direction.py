"""Order of mixed left-to-right and right-to-left text (Unicode annex 9).

The level rules are python-bidi's; added here are what it lacks: paired brackets (rule N0), isolates
(read as embeddings) and the levels of the invisible characters that rule X9 takes out.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Any, Final

from bidi import algorithm as uba

_RIGHT_TO_LEFT: Final = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_ISOLATES: Final = {"LRI": "LRE", "RLI": "RLE", "FSI": "LRE", "PDI": "PDF"}
_LEFT_TO_RIGHT_MARK: Final = "\u200e"
_RIGHT_TO_LEFT_MARK: Final = "\u200f"
_SPACES: Final = frozenset({"WS", "S", "B"})
_OPENING: Final = {
    chr(code): uba.MIRRORED[chr(code)]
    for code in map(ord, uba.MIRRORED)
    if unicodedata.category(chr(code)) == "Ps"
}
_CLOSING: Final = {closing: opening for opening, closing in _OPENING.items()}
# Annex 9, BD16: beyond this depth brackets are no longer paired.
_DEEPEST_BRACKETS: Final = 63


def has_right_to_left(text: str) -> bool:
    """Whether any character may run right to left, so that levels are needed at all."""
    return _RIGHT_TO_LEFT.search(text) is not None


@lru_cache(maxsize=4096)
def levels(text: str) -> tuple[int, ...]:
    """Return each character's embedding level; odd levels run right to left."""
    if not has_right_to_left(text):
        return (0,) * len(text)
    base = uba.get_base_level(text)
    chars = [_entry(index, char, base) for index, char in enumerate(text)]
    storage: dict[str, Any] = {"base_level": base, "base_dir": "LR"[base], "chars": chars}
    storage["runs"] = uba.deque()
    uba.explicit_embed_and_overrides(storage)
    uba.resolve_weak_types(storage)
    _resolve_brackets(storage)
    uba.resolve_neutral_types(storage, False)
    uba.resolve_implicit_levels(storage, False)
    return _filled(text, base, {entry["index"]: entry["level"] for entry in storage["chars"]})


def runs_left(text: str) -> bool:
    """Whether a paragraph of this text runs from right to left (rules P2 and P3)."""
    return has_right_to_left(text) and uba.get_base_level(text) == 1


def directed(line: str, *, leftwards: bool) -> str:
    """A line of a paragraph in that one's direction, by an invisible mark where it would differ."""
    if not has_right_to_left(line) or runs_left(line) == leftwards:
        return line
    return f"{_RIGHT_TO_LEFT_MARK if leftwards else _LEFT_TO_RIGHT_MARK}{line}"


def directed_alone(part: str, *, leftwards: bool) -> str:
    """A part of a line that runs in one direction: signs without one of their own get the mark."""
    strong = any(_strong(unicodedata.bidirectional(char)) for char in part)
    return f"{_RIGHT_TO_LEFT_MARK}{part}" if leftwards and not strong else part


def visual_order(run_levels: tuple[int, ...]) -> tuple[int, ...]:
    """Return the indices of the runs from left to right (annex 9, rule L2)."""
    order = list(range(len(run_levels)))
    for level in range(max(run_levels, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and run_levels[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = max(end, start + 1)
    return tuple(order)


def _entry(index: int, char: str, base: int) -> dict[str, Any]:
    # A paragraph ends where its line does: a stray separator inside is a space.
    kind = unicodedata.bidirectional(char) or "L"
    kind = "WS" if kind == "B" else _ISOLATES.get(kind, kind)
    return {"index": index, "ch": char, "level": base, "type": kind, "orig": kind}


def _filled(text: str, base: int, found: dict[int, int]) -> tuple[int, ...]:
    """Give invisible characters their neighbour's level, trailing spaces the line's (rule L1)."""
    result: list[int] = []
    for index in range(len(text)):
        result.append(found.get(index, result[-1] if result else base))
    for index in range(len(text) - 1, -1, -1):
        if unicodedata.bidirectional(text[index]) not in _SPACES:
            break
        result[index] = base
    return tuple(result)


def _resolve_brackets(storage: dict[str, Any]) -> None:
    for run in storage["runs"]:
        chars = storage["chars"][run["start"] : run["start"] + run["length"]]
        for opening, closing in _bracket_pairs(chars):
            direction = _bracket_direction(chars, opening, closing, run["sor"])
            if direction:
                chars[opening]["type"] = chars[closing]["type"] = direction


def _bracket_pairs(chars: list[dict[str, Any]]) -> list[tuple[int, int]]:
    stack: list[int] = []
    pairs: list[tuple[int, int]] = []
    for index, entry in enumerate(chars):
        char = entry["ch"]
        if entry["type"] != "ON":
            continue
        if char in _OPENING:
            if len(stack) == _DEEPEST_BRACKETS:
                break
            stack.append(index)
        elif char in _CLOSING:
            for depth in range(len(stack) - 1, -1, -1):
                if chars[stack[depth]]["ch"] == _CLOSING[char]:
                    pairs.append((stack[depth], index))
                    del stack[depth:]
                    break
    return sorted(pairs)


def _bracket_direction(
    chars: list[dict[str, Any]], opening: int, closing: int, before: str
) -> str | None:
    embedding = "LR"[chars[opening]["level"] % 2]
    inside = {_strong(entry["type"]) for entry in chars[opening + 1 : closing]} - {None}
    if embedding in inside:
        return embedding
    if not inside:
        return None
    earlier = (_strong(chars[index]["type"]) for index in range(opening - 1, -1, -1))
    context = next((strong for strong in earlier if strong), before)
    return context if context in inside else embedding


def _strong(kind: str) -> str | None:
    if kind in ("R", "AL", "EN", "AN"):
        return "R"
    return "L" if kind == "L" else None
