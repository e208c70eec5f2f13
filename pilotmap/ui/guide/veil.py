"""Greys an area that the pass does not need; it can still be used."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from pilotmap.ui.theme import Look

_STRENGTH = 150  # of 255


class Veil(QWidget):
    """Lies over an area and lets the mouse through."""

    def __init__(self, area: QWidget, look: Look) -> None:
        super().__init__(area)
        self._area = area
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.installEventFilter(self)
        look.changed.connect(self.update)
        self.hide()

    def set_lowered(self, lowered: bool) -> None:
        """Grey the area, or not."""
        if lowered:
            self.resize(self._area.size())
            self.raise_()
        self.setVisible(lowered)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.resize(self._area.size())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colour = QColor(self._look.colours["panel"])
        colour.setAlpha(_STRENGTH)
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour)
        painter.end()
