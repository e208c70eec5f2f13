"""Words, strong words, keys and chips: what Enter will do, before it is pressed."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from pilotmap.layout.theme import Role
from pilotmap.ui.canvas.inline_editor import FAMILY
from pilotmap.ui.canvas.operations import Colours

_SIZE_PX: Final = 12
_CHIP_PAD: Final = 7.0
_ABOVE: Final = 6
_WORDS: Final = re.compile(r"\s*\S+\s*|\s+")
_STRONG: Final = {"lane", "name", "time", "key"}
_INKS: Final[dict[str, Role]] = {
    "refused": "error",
    "offer": "warning",
    "new": "good",
    "lane": "ink",
    "name": "ink",
    "time": "ink",
    "key": "ink",
}


class Part(NamedTuple):
    """Some words and how they are shown."""

    text: str
    kind: str


class _Placed(NamedTuple):
    """Some words at their place: the line from the top, and the pixels from the left."""

    words: str
    kind: str
    line: int
    x: float


class HintLine(QWidget):
    """Paints its parts one after another, in as many lines as they need: nothing is cut."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("capture-hint")
        self._parts: tuple[Part, ...] = ()
        self._colours: Colours = {}
        self._size_px = _SIZE_PX
        self._lines = 1

    @property
    def text(self) -> str:
        """All words of the hint."""
        return "".join(part.text for part in self._parts)

    def set_colours(self, colours: Colours) -> None:
        """Paint in a theme's colours."""
        self._colours = colours
        self.update()

    def set_size(self, pixels: int) -> None:
        """Write larger or smaller."""
        self._size_px = pixels
        self.updateGeometry()
        self.update()

    def show_parts(self, parts: Sequence[tuple[str, str]]) -> None:
        """Show other words."""
        self._parts = tuple(Part(*part) for part in parts)
        self.setAccessibleName(self.text)
        self.update()

    def shrink(self) -> None:
        """Begin with one line again."""
        self._lines = 1
        self.updateGeometry()

    def fit(self, width: int) -> bool:
        """Take the lines that all parts need in a width, never fewer than before; whether more.

        So the card stays where it is while one types.
        """
        placed = self._placed(width)
        before = self._lines
        self._lines = max(before, placed[-1].line + 1 if placed else 1)
        self.updateGeometry()
        return self._lines > before

    def sizeHint(self) -> QSize:
        return QSize(300, self._lines * self._line_height + _ABOVE)

    @property
    def _line_height(self) -> int:
        return self._size_px + 12 - _ABOVE

    def _placed(self, width: int) -> list[_Placed]:
        x, line = 0.0, 0
        placed = []
        for part in self._parts:
            chip = part.kind == "system"
            measure = QFontMetricsF(_font(self._size_px, bold=part.kind in _STRONG))
            for words in (part.text,) if chip else _WORDS.findall(part.text):
                pad = 2 * _CHIP_PAD + 4 if chip else 0
                if x and x + measure.horizontalAdvance(words.rstrip()) + pad > width:
                    x, line, words = 0.0, line + 1, words.lstrip()
                placed.append(_Placed(words, part.kind, line, x))
                x += measure.horizontalAdvance(words) + pad
        return placed

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for placed in self._placed(self.width()):
            self._paint(painter, placed)
        painter.end()

    def _paint(self, painter: QPainter, placed: _Placed) -> None:
        font = _font(self._size_px, bold=placed.kind in _STRONG)
        painter.setFont(font)
        advance = QFontMetricsF(font).horizontalAdvance(placed.words)
        top = placed.line * self._line_height
        box = QRectF(placed.x, top, advance + 2, self._line_height + _ABOVE)
        if placed.kind == "system":
            box.translate(_CHIP_PAD, 0)
            self._paint_chip(painter, box.adjusted(-_CHIP_PAD + 0.5, 2.5, _CHIP_PAD - 2, -2.5))
        else:
            painter.setPen(QColor(self._colours[_INKS.get(placed.kind, "ink.soft")]))
        painter.drawText(
            box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, placed.words
        )

    def _paint_chip(self, painter: QPainter, box: QRectF) -> None:
        painter.setPen(QPen(QColor(self._colours["system.line"]), 1))
        painter.setBrush(QBrush(QColor(self._colours["system.fill"])))
        painter.drawRoundedRect(box, 4, 4)


def _font(size_px: int, *, bold: bool) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(size_px)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font
