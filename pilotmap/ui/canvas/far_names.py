"""Names that can be read when the map is small: they alone, in letters that do not shrink.

Below 40 % the words of the picture are too small to read; what a step is called is all that the
eye looks for from there, so chips, times and labels give their room to it.
"""

from collections.abc import Iterable
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QStaticText, QTransform

from pilotmap.layout.drawing import Box, Drawing, Group, Rect, TextLine
from pilotmap.layout.theme import Role
from pilotmap.ui.canvas.inline_editor import FAMILY
from pilotmap.ui.canvas.operations import Colours
from pilotmap.ui.canvas.view import View

_SIZE_PX: Final = 9
_LINE_PX: Final = 10.0
_BESIDE_PX: Final = 10.0  # a name may reach as far beyond its box: flows leave this room
_MOST_LINES: Final = 2


class _Name(NamedTuple):
    text: str
    box: Box
    colour: Role
    is_head: bool


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
        self._measure = QFontMetricsF(self._font)

    def paint(self, painter: QPainter, view: View, numbers: Iterable[int], shift: float) -> None:
        """Write the names of these groups; the painter's units are the widget's pixels.

        `shift` is how far, in points, the heads of the lanes stand to the right of their place.
        """
        if view.scale != self._scale:
            self._scale = view.scale
            self._lines.clear()
        painter.setFont(self._font)
        for number in numbers:
            name = self._name(number)
            if name is None:
                continue
            lines = self._lines.get(number) or self._broken(number, name)
            box = name.box
            x, y = view.to_widget(box.x + box.w / 2 + (shift if name.is_head else 0), box.centre[1])
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
        if group.kind not in ("step", "lane"):
            return None
        texts = [part for part in group.primitives if isinstance(part, TextLine)]
        if not texts:
            return None
        size = max(line.size for line in texts)
        lines = [line for line in texts if line.size == size]
        colour = lines[0].colour
        words = " ".join(line.text for line in lines)
        if group.kind == "step":
            box = self._drawing.geometry.step_by_id[group.id].box
            return _Name(words, box, "ink" if colour == "ink.soft" else colour, is_head=False)
        heads = (p.box for p in group.primitives if isinstance(p, Rect) and p.fill == "lane.head")
        return _Name(words, next(heads, group.box), colour, is_head=True)

    def _broken(self, number: int, name: _Name) -> tuple[QStaticText, ...]:
        beside = 0.0 if name.is_head else _BESIDE_PX
        room = name.box.w * self._scale + beside
        lines = _lines(name.text, room, self._measure)
        self._lines[number] = made = tuple(self._prepared(line) for line in lines)
        return made

    def _prepared(self, line: str) -> QStaticText:
        text = QStaticText(line)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.prepare(QTransform(), self._font)
        return text


def _lines(text: str, room: float, measure: QFontMetricsF) -> list[str]:
    """The words on one line or two; what has no room is left out with an ellipsis."""
    words, lines = text.split(), list[str]()
    while words and len(lines) < _MOST_LINES - 1:
        taken = 1
        while (
            taken < len(words) and measure.horizontalAdvance(" ".join(words[: taken + 1])) <= room
        ):
            taken += 1
        lines.append(" ".join(words[:taken]))
        words = words[taken:]
    if words:
        lines.append(" ".join(words))
    return [measure.elidedText(line, Qt.TextElideMode.ElideRight, room) for line in lines]
