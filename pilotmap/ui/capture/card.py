"""A rounded card with a soft shadow, painted by itself: no graphics effect, so typing is quick."""

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from pilotmap.ui.canvas.operations import Colours

_SHADOW: Final = 10
_RADIUS: Final = 10.0


class Card(QWidget):
    """The widget is larger than the card by its shadow."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._colours: Colours = {}

    def set_colours(self, colours: Colours) -> None:
        """Paint in a theme's colours."""
        self._colours = colours
        self.update()

    def inner_margins(self, sideways: int, upright: int) -> tuple[int, int, int, int]:
        """Margins that keep what is inside on the card."""
        return (_SHADOW + sideways, _SHADOW // 2 + upright, _SHADOW + sideways, _SHADOW + upright)

    def card_top(self) -> int:
        """Where the card begins below the widget's upper edge."""
        return _SHADOW // 2

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        card = whole.adjusted(_SHADOW, _SHADOW / 2, -_SHADOW, -_SHADOW).adjusted(
            0.5, 0.5, -0.5, -0.5
        )
        painter.setPen(QPen(QColor(0, 0, 0, 0)))
        for step in range(_SHADOW, 0, -1):
            painter.setBrush(QBrush(QColor(0, 0, 0, 4)))
            grown = card.adjusted(-step, -step / 2, step, step)
            painter.drawRoundedRect(grown, _RADIUS + step, _RADIUS + step)
        painter.setPen(QPen(QColor(self._colours["handoff.line"]), 1.3))
        painter.setBrush(QBrush(QColor(self._colours["ground"])))
        painter.drawRoundedRect(card, _RADIUS, _RADIUS)
        painter.end()
