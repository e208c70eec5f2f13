"""Shapes a line of text: runs of one face, from left to right, with kerned glyphs.

One engine for every painter. Kerning is on. Optional ligatures of Latin faces are absent from the
bundled files, and so is kerning across a space (`resources/fonts/README.md`): a line is exactly as
wide as its words and spaces, whether a painter draws it in one piece or word by word.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

import uharfbuzz as hb

from pilotmap.glyphs import is_ignorable
from pilotmap.layout.text.direction import levels, visual_order
from pilotmap.layout.text.fonts import (
    REPLACEMENT,
    face_for,
    has_glyph,
    hb_font,
    main_face,
    replacement_face,
    units_per_em,
)
from pilotmap.layout.text.graphemes import graphemes
from pilotmap.layout.text.style import Family, TextStyle, Weight

# Latin letters, digits, punctuation and arrows that every main face has: one run, no bidi.
PLAIN: Final = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u0131\u0134-\u0148\u014a-\u017f\u2013\u2014\u2018-\u201a"
    "\u201c-\u201e\u2022\u2026\u20ac\u2190-\u2193]*"
)
_SPACES: Final = re.compile("[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]")


class Glyph(NamedTuple):
    """One glyph in the face's numbering; lengths in em, y upwards.

    `cluster` is the index in the run's text of the first character that it draws.
    """

    gid: int
    advance: float
    dx: float
    dy: float
    cluster: int


@dataclass(frozen=True, slots=True)
class TextRun:
    """A piece of a line in one face and direction: `x` and `width` in points from the line's left.

    `text` is in reading order, `glyphs` from left to right.
    """

    text: str
    face_key: str
    x: float
    width: float
    rtl: bool = False

    @property
    def glyphs(self) -> tuple[Glyph, ...]:
        """The run's glyphs from left to right; shaped when asked for, as few lines are painted."""
        return _glyphs(self.text, self.face_key, self.rtl)


@dataclass(frozen=True, slots=True)
class ShapedLine:
    """A line of text at one size: width in points, runs from left to right.

    `missing` holds the characters that no bundled face has; they are drawn as U+FFFD.
    """

    text: str
    width: float
    runs: tuple[TextRun, ...]
    missing: frozenset[str] = frozenset()


class Piece(NamedTuple):
    """A stretch of a line in one face and direction, in reading order; width in em."""

    text: str
    face_key: str
    level: int
    width_em: float
    missing: frozenset[str]


@lru_cache(maxsize=32768)
def shape_line(text: str, style: TextStyle) -> ShapedLine:
    """Return the line shaped in the style; a line break in it counts as a space."""
    if PLAIN.fullmatch(text):
        return _plain_line(text, style)
    parts = pieces(text, style.weight, style.family)
    runs: list[TextRun] = []
    x = 0.0
    for index in visual_order(tuple(part.level for part in parts)):
        part = parts[index]
        width = part.width_em * style.size_pt
        runs.append(TextRun(part.text, part.face_key, x, width, part.level % 2 == 1))
        x += width
    missing = frozenset[str]().union(*(part.missing for part in parts))
    return ShapedLine(text, x, tuple(runs), missing)


def _plain_line(text: str, style: TextStyle) -> ShapedLine:
    if not text:
        return ShapedLine("", 0.0, ())
    width = width_em(text, style.weight, style.family) * style.size_pt
    key = main_face(style.family, style.weight).key
    return ShapedLine(text, width, (TextRun(text, key, 0.0, width),))


@lru_cache(maxsize=65536)
def width_em(text: str, weight: Weight, family: Family) -> float:
    """Return the width of one line of text in em."""
    if not PLAIN.fullmatch(text):
        return sum(part.width_em for part in pieces(text, weight, family))
    key = main_face(family, weight).key
    words = text.split(" ")
    units = (len(words) - 1) * _advance(" ", key)
    for word in words:
        units += _advance(word, key)
    return units / units_per_em(key)


@lru_cache(maxsize=65536)
def _advance(word: str, key: str) -> int:
    """Return the width of a plain word in the face's units."""
    # HarfBuzz has no positions at all for an empty buffer.
    if not word:
        return 0
    return sum(position.x_advance for position in _shaped(word, key, False).glyph_positions)


@lru_cache(maxsize=8192)
def pieces(text: str, weight: Weight, family: Family) -> tuple[Piece, ...]:
    """Return the text cut wherever face, direction or script changes, in reading order."""
    items: list[tuple[str, str, int, str]] = []
    unknown: set[str] = set()
    at = 0
    text_levels = levels(text)
    for cluster in graphemes(text):
        for part, key in _faced(cluster, weight, family, unknown):
            _append(items, part, key, text_levels[at])
            at += len(part)
    return tuple(
        Piece(part, key, level, _run_width_em(part, key, level), frozenset(unknown & set(part)))
        for part, key, level, _ in items
    )


def _append(items: list[tuple[str, str, int, str]], part: str, key: str, level: int) -> None:
    script = script_of(part[0])
    if items:
        before, same_key, same_level, same_script = items[-1]
        fits = not script or not same_script or script == same_script
        if same_key == key and same_level == level and fits:
            items[-1] = (before + part, key, level, same_script or script)
            return
    items.append((part, key, level, script))


def _faced(
    cluster: str, weight: Weight, family: Family, unknown: set[str]
) -> list[tuple[str, str]]:
    """Return the cluster with its face; character by character where no face has all of it."""
    shown = _SPACES.sub(" ", cluster)
    found = face_for(shown, family, weight)
    if found is not None:
        return [(cluster, found.key)]
    result: list[tuple[str, str]] = []
    for char in cluster:
        one = face_for(char, family, weight)
        if one is None:
            unknown.add(char)
        result.append((char, (one or replacement_face(weight)).key))
    return result


@lru_cache(maxsize=8192)
def script_of(char: str) -> str:
    """Return the character's script as a four letter tag, empty where it serves many scripts."""
    buffer = hb.Buffer()
    buffer.add_codepoints([ord(char)])
    buffer.guess_segment_properties()
    return buffer.script or ""


def _run_width_em(text: str, key: str, level: int) -> float:
    positions = _shaped(text, key, level % 2 == 1).glyph_positions
    return float(sum(position.x_advance for position in positions) / units_per_em(key))


@lru_cache(maxsize=4096)
def _glyphs(text: str, key: str, rtl: bool) -> tuple[Glyph, ...]:
    buffer = _shaped(text, key, rtl)
    em = units_per_em(key)
    return tuple(
        Glyph(
            info.codepoint,
            position.x_advance / em,
            position.x_offset / em,
            position.y_offset / em,
            info.cluster,
        )
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    )


def _shaped(text: str, key: str, rtl: bool) -> hb.Buffer:
    buffer = hb.Buffer()
    if PLAIN.fullmatch(text):
        buffer.add_str(text)
    else:
        buffer.add_codepoints([ord(_drawn(char, key)) for char in text])
    # Left open, the language would be guessed from the computer's locale.
    buffer.language = "en"
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if rtl else "ltr"
    hb.shape(hb_font(key), buffer)
    return buffer


def _drawn(char: str, key: str) -> str:
    if _SPACES.match(char):
        return " "
    if is_ignorable(char) or has_glyph(key, char):
        return char
    return REPLACEMENT
