"""One line of words, strong words, keys and chips: what Enter will do, before it is pressed."""

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


class HintLine(QWidget):
    """Paints its parts one after another; what has no room is left out with an ellipsis."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("capture-hint")
        self._parts: tuple[Part, ...] = ()
        self._colours: Colours = {}
        self._size_px = _SIZE_PX

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

    def sizeHint(self) -> QSize:
        return QSize(300, self._size_px + 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = 0.0
        for part in self._parts:
            x = self._paint_part(painter, part, x)
            if x > self.width():
                break
        painter.end()

    def _paint_part(self, painter: QPainter, part: Part, x: float) -> float:
        font = _font(self._size_px, bold=part.kind in _STRONG)
        measure = QFontMetricsF(font)
        painter.setFont(font)
        chip = part.kind == "system"
        room = self.width() - x - (2 * _CHIP_PAD if chip else 0)
        words = measure.elidedText(part.text, Qt.TextElideMode.ElideRight, max(0.0, room))
        advance = measure.horizontalAdvance(words)
        if not chip:
            painter.setPen(QColor(self._colours[_INKS.get(part.kind, "ink.soft")]))
            self._paint_words(painter, words, x, advance)
            return x + advance
        return self._paint_chip(painter, words, x, advance) + 4

    def _paint_chip(self, painter: QPainter, words: str, x: float, advance: float) -> float:
        fill, line = self._colours["system.fill"], self._colours["system.line"]
        box = QRectF(x + 0.5, 2.5, advance + 2 * _CHIP_PAD, self.height() - 5)
        painter.setPen(QPen(QColor(line), 1))
        painter.setBrush(QBrush(QColor(fill)))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(line))
        self._paint_words(painter, words, x + _CHIP_PAD, advance)
        return x + advance + 2 * _CHIP_PAD

    def _paint_words(self, painter: QPainter, words: str, x: float, advance: float) -> None:
        box = QRectF(x, 0, advance + 2, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)


def _font(size_px: int, *, bold: bool) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(size_px)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font
