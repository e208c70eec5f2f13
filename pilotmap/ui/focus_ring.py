"""The mark of the keyboard on an area that draws itself, such as the map."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from pilotmap.ui.theme import Look

_BY_KEYBOARD: Final = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_WIDTH_PX: Final = 2.0


class FocusRing(QWidget):
    """A line along the edge of an area, from when the keyboard came there by a key.

    A click shows nothing: whoever points knows where.
    """

    def __init__(self, area: QWidget, look: Look) -> None:
        super().__init__(area)
        self._area, self._look = area, look
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        area.installEventFilter(self)
        look.changed.connect(self.update)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.FocusIn and isinstance(event, QFocusEvent):
            self._show(by_keyboard=event.reason() in _BY_KEYBOARD)
        elif kind in (QEvent.Type.FocusOut, QEvent.Type.MouseButtonPress):
            self.hide()
        elif kind == QEvent.Type.Resize and self.isVisible():
            self._show(by_keyboard=True)
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(QColor(self._look.colours["focus"]), _WIDTH_PX))
        half = _WIDTH_PX / 2
        painter.drawRect(QRectF(self.rect()).adjusted(half, half, -half, -half))
        painter.end()

    def _show(self, *, by_keyboard: bool) -> None:
        self.setVisible(by_keyboard)
        if by_keyboard:
            self.setGeometry(self._area.rect())
            self.raise_()
