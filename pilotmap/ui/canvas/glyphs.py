"""Shaped text as Qt's glyph runs: the very glyphs at the very places that the measure gave.

Qt shapes nothing here, so that kerning and widths on screen cannot differ from PDF and SVG.
"""

from collections.abc import Iterator
from functools import lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QGlyphRun, QRawFont

from pilotmap.layout.text.fonts import face
from pilotmap.layout.text.shaping import ShapedLine, TextRun


@lru_cache(maxsize=256)
def raw_font(face_key: str, size: float) -> QRawFont:
    """A bundled face at a size in points, unhinted so that widths scale."""
    path = str(face(face_key).path)
    return QRawFont(path, size, QFont.HintingPreference.PreferNoHinting)


@lru_cache(maxsize=8192)
def glyph_runs(line: ShapedLine, size: float) -> tuple[QGlyphRun, ...]:
    """The line as runs to be drawn at its left end on the baseline."""
    return tuple(_glyph_run(run, size) for run in line.runs)


def _glyph_run(run: TextRun, size: float) -> QGlyphRun:
    made = QGlyphRun()
    made.setRawFont(raw_font(run.face_key, size))
    made.setGlyphIndexes([glyph.gid for glyph in run.glyphs])
    made.setPositions(list(_positions(run, size)))
    return made


def _positions(run: TextRun, size: float) -> Iterator[QPointF]:
    x = run.x
    for glyph in run.glyphs:
        yield QPointF(x + glyph.dx * size, -glyph.dy * size)
        x += glyph.advance * size
