"""Names that can be read when the map is small: they alone, in letters that do not shrink.

Where the words of the picture are too small to read, what a step is called is all that the eye
looks for, so chips, times and labels give their room to it. First words stand for long names.
"""

from collections.abc import Iterable
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QStaticText, QTransform

from pilotmap.layout.drawing import Box, Drawing, Group, TextLine
from pilotmap.layout.theme import Role
from pilotmap.ui.canvas.inline_editor import FAMILY
from pilotmap.ui.canvas.operations import Colours
from pilotmap.ui.canvas.view import View

_SIZE_PX: Final = 9
_LINE_PX: Final = 10.0
_BESIDE_PX: Final = 10.0  # a name may reach as far beyond its box: flows leave this room
_MOST_LINES: Final = 3
_LEAST_CUT: Final = 4  # letters; less of a word says nothing


class _Name(NamedTuple):
    text: str
    box: Box
    colour: Role
    beside: float
    """How many pixels wider than its box it may be: not where it could be read only within."""


class FarNames:
    """The names of one Drawing, broken into lines once for each scale."""

    def __init__(self, drawing: Drawing, colours: Colours) -> None:
        self._drawing = drawing
        self._colours = colours
        self._names: dict[int, _Name | None] = {}
        self._lines: dict[int, tuple[QStaticText, ...]] = {}
        self._scale = 0.0
        self._font = QFont(FAMILY)
        self._font.setPixelSize(_SIZE_PX)
        self._font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        self._measure = QFontMetricsF(self._font)

    def paint(self, painter: QPainter, view: View, numbers: Iterable[int]) -> None:
        """Write the names of these groups; the painter's units are the widget's pixels."""
        if view.scale != self._scale:
            self._scale = view.scale
            self._lines.clear()
        painter.setFont(self._font)
        for number in numbers:
            name = self._name(number)
            if name is None:
                continue
            lines = self._lines.get(number)
            if lines is None:
                lines = self._broken(number, name)
            x, y = view.to_widget(*name.box.centre)
            painter.setPen(QColor(self._colours[name.colour]))
            top = y - len(lines) * _LINE_PX / 2 - 1
            for at, line in enumerate(lines):
                left = x - self._measure.horizontalAdvance(line.text()) / 2
                painter.drawStaticText(QPointF(left, top + at * _LINE_PX), line)

    def _name(self, number: int) -> _Name | None:
        if number not in self._names:
            self._names[number] = self._found(self._drawing.groups[number])
        return self._names[number]

    def _found(self, group: Group) -> _Name | None:
        if group.kind != "step":
            return None
        texts = [part for part in group.primitives if isinstance(part, TextLine)]
        if not texts:
            return None
        size = max(line.size for line in texts)
        lines = [line for line in texts if line.size == size]
        colour = lines[0].colour
        words = " ".join(line.text for line in lines)
        box = self._drawing.geometry.step_by_id[group.id].box
        is_ink = colour in ("ink", "ink.soft")
        return _Name(words, box, "ink" if is_ink else colour, _BESIDE_PX if is_ink else 0.0)

    def _broken(self, number: int, name: _Name) -> tuple[QStaticText, ...]:
        room = name.box.w * self._scale + name.beside
        most = min(_MOST_LINES, max(1, int(name.box.h * self._scale / _LINE_PX)))
        lines = _lines(name.text, room, most, self._measure)
        self._lines[number] = made = tuple(self._prepared(line) for line in lines)
        return made

    def _prepared(self, line: str) -> QStaticText:
        text = QStaticText(line)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.prepare(QTransform(), self._font)
        return text


def _lines(text: str, room: float, most: int, measure: QFontMetricsF) -> list[str]:
    """The first words, as many as so many lines take; none where not even a part of one has room.

    An ellipsis stands for what is left out where there is room for it.
    """
    words, lines = text.split(), list[str]()
    while words and len(lines) < most:
        taken = 1
        while (
            taken < len(words) and measure.horizontalAdvance(" ".join(words[: taken + 1])) <= room
        ):
            taken += 1
        line = " ".join(words[:taken])
        if measure.horizontalAdvance(line) > room:
            line = measure.elidedText(line, Qt.TextElideMode.ElideRight, room)
            if len(line) <= _LEAST_CUT:
                return lines
            return [*lines, line]
        lines.append(line)
        words = words[taken:]
    if words and lines and measure.horizontalAdvance(lines[-1] + "…") <= room:
        lines[-1] += "…"
    return lines
