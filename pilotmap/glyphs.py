"""Which characters the bundled fonts can draw, told from their table without opening a font."""

import json
import re
from bisect import bisect_right
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from pilotmap.assets import resource

Range = tuple[int, int]
# Latin letters, digits and punctuation, which most texts are made of, need no table.
_COMMON: Final = re.compile("[\t\n\r -~\u00a0-\u017f\u2013\u2014\u2018-\u201e\u2022\u2026\u20ac]*")


@lru_cache(maxsize=1)
def coverage() -> Mapping[str, tuple[Range, ...]]:
    """The characters of each font file as ranges of codes, in their order.

    Raises FileNotFoundError, with a sentence for a user, when the installation lacks the table.
    """
    table: dict[str, str] = json.loads(resource("fonts/coverage.json").read_text(encoding="utf-8"))
    return {file: tuple(map(_range, codes.split())) for file, codes in table.items()}


def _range(text: str) -> Range:
    low, _, high = text.partition("-")
    return int(low, 16), int(high or low, 16)


def within(code: int, ranges: tuple[Range, ...]) -> bool:
    """Whether a code lies in one of the ranges, which are in order and apart."""
    index = bisect_right(ranges, (code, 0x110000)) - 1
    return index >= 0 and code <= ranges[index][1]


@lru_cache(maxsize=4096)
def undrawable(text: str) -> str:
    """The visible characters of a text that no bundled font has, each once; mostly none."""
    if _COMMON.fullmatch(text):
        return ""
    return "".join(
        char
        for char in dict.fromkeys(text)
        if not (_COMMON.fullmatch(char) or char.isspace() or is_ignorable(char) or _drawn(char))
    )


def _drawn(char: str) -> bool:
    return any(within(ord(char), ranges) for ranges in coverage().values())


def is_ignorable(char: str) -> bool:
    """Whether the character is invisible by nature, so that no font needs to have it."""
    code = ord(char)
    return (
        code in (0xAD, 0x34F, 0x61C, 0xFEFF, 0x180E)
        or 0x200B <= code <= 0x200F
        or 0x202A <= code <= 0x202E
        or 0x2060 <= code <= 0x206F
        or 0xFE00 <= code <= 0xFE0F
        or 0xE0000 <= code <= 0xE0FFF
    )
