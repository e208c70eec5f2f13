"""A shaped line of text for reportlab's canvas: the measure's own glyphs at its own places."""

from collections.abc import Iterator
from typing import NamedTuple

from pilotmap.layout.drawing import TextLine
from pilotmap.layout.text.shaping import Glyph, TextRun
from pilotmap.report.numbers import number
from pilotmap.report.pdf.fonts import FaceInUse, FontBook


class Cluster(NamedTuple):
    """The glyphs that stand for a stretch of the text, from left to right."""

    text: str
    glyphs: tuple[Glyph, ...]


class Glyphs:
    """A text object as the canvas draws one, on a page whose y runs downwards."""

    def __init__(self, line: TextLine, letter_space: float, fonts: FontBook) -> None:
        self._line = line
        self._letter_space = letter_space
        self._fonts = fonts

    def getCode(self) -> str:  # noqa: N802 (the name that reportlab asks for)
        """The operators of all runs, each turned upright."""
        return "\n".join(self._operators())

    def _operators(self) -> Iterator[str]:
        line = self._line
        yield "BT"
        if self._letter_space:
            yield f"{number(self._letter_space)} Tc"
        for run in line.shaped.runs:
            face = self._fonts.face(run.face_key)
            yield f"/{face.resource} {number(line.size)} Tf"
            yield f"1 0 0 -1 {number(line.x + run.x)} {number(line.y)} Tm"
            yield from _run_operators(run, _Pen(face, line.size))
        yield "ET"


def clusters(run: TextRun) -> tuple[Cluster, ...]:
    """The run's glyphs with the text each group of them was shaped from."""
    starts = sorted({glyph.cluster for glyph in run.glyphs})
    ends = dict(zip(starts, [*starts[1:], len(run.text)], strict=True))
    groups: list[list[Glyph]] = []
    for glyph in run.glyphs:
        if groups and groups[-1][0].cluster == glyph.cluster:
            groups[-1].append(glyph)
        else:
            groups.append([glyph])
    return tuple(
        Cluster(run.text[group[0].cluster : ends[group[0].cluster]], tuple(group))
        for group in groups
    )


def _run_operators(run: TextRun, pen: "_Pen") -> Iterator[str]:
    for cluster in clusters(run):
        if len(cluster.glyphs) == 1 and not (run.rtl and len(cluster.text) > 1):
            pen.show(cluster.glyphs[0], cluster.text)
        elif run.rtl and len(cluster.glyphs) <= len(cluster.text):
            _show_backwards(pen, cluster)
        else:
            yield from _as_a_whole(pen, cluster)
    yield from pen.written()


def _show_backwards(pen: "_Pen", cluster: Cluster) -> None:
    # Readers put the signs of a right-to-left line in reading order one code at a time, so that a
    # ligature's letters would come out reversed: blanks of no width carry those that are left over.
    letters = cluster.text[::-1]
    for glyph, letter in zip(cluster.glyphs, letters, strict=False):
        pen.show(glyph, letter)
    for letter in letters[len(cluster.glyphs) :]:
        pen.show_blank(letter)


def _as_a_whole(pen: "_Pen", cluster: Cluster) -> Iterator[str]:
    """Several glyphs for one stretch of text: only the whole of them can be read back."""
    yield from pen.written()
    yield f"/Span <</ActualText <FEFF{cluster.text.encode('utf-16-be').hex()}>>> BDC"
    for at, glyph in enumerate(cluster.glyphs):
        pen.show(glyph, "" if at else cluster.text)
    yield from pen.written()
    yield "EMC"


class _Pen:
    """Follows where the reader's pen would stand by the font's widths, and corrects it."""

    def __init__(self, face: FaceInUse, size: float) -> None:
        self._face = face
        self._size = size
        self._stands = 0
        self._wanted = 0.0
        self._rise = 0.0
        self._items: list[str] = []
        self._done: list[str] = []

    def show(self, glyph: Glyph, text: str) -> None:
        """Append a glyph that stands for a text."""
        if glyph.dy != self._rise:
            self._flush()
            self._rise = glyph.dy
            self._done.append(f"{number(glyph.dy * self._size)} Ts")
        off = round((self._wanted + glyph.dx) * 1000) - self._stands
        if off:
            self._items.append(str(-off))
        self._items.append(f"<{self._face.code(glyph.gid, text):04X}>")
        self._stands += off + self._face.width(glyph.gid)
        self._wanted += glyph.advance

    def show_blank(self, text: str) -> None:
        """Append a text without a shape, at the end of the glyph before."""
        blank = self._face.blank
        self.show(Glyph(blank, 0.0, -self._face.width(blank) / 1000, 0.0, 0), text)

    def written(self) -> list[str]:
        """The operators since the last call; the pen is back on the baseline."""
        self._flush()
        if self._rise:
            self._rise = 0.0
            self._done.append("0 Ts")
        done, self._done = self._done, []
        return done

    def _flush(self) -> None:
        if self._items:
            self._done.append(f"[{''.join(self._items).replace('><', '')}] TJ")
            self._items = []
