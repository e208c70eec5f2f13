"""A sheet that lies over the window without stopping it: Esc or a click elsewhere puts it away."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QWidget

_TOP_PX = 64


class Sheet(QFrame):
    """Placed at the top of its window's middle; the keyboard returns to where it was."""

    def __init__(self, window: QWidget, width: int, height: int) -> None:
        super().__init__(window)
        self.setProperty("kind", "popup")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._wanted = (width, height)
        self._before: QWidget | None = None
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(40)
        shadow.setOffset(0, 8)
        shadow.setColor(QColor(15, 23, 42, 70))
        self.setGraphicsEffect(shadow)
        window.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Show the sheet and give it the keyboard."""
        if self.isHidden():
            self._before = self.window().focusWidget()
        self._place()
        self.show()
        self.raise_()
        self.setFocus()

    def put_away(self) -> None:
        """Hide the sheet; the keyboard goes back to where it was."""
        if self.isHidden():
            return
        self.hide()
        if self._before is not None:
            self._before.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        elif event.type() == QEvent.Type.MouseButtonPress and self.isVisible():
            self.put_away()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
            return
        super().keyPressEvent(event)

    def focus_gone(self) -> None:
        """Called when the keyboard left a control of the sheet for somewhere outside it."""
        focus = self.window().focusWidget()
        if focus is None or not (focus is self or self.isAncestorOf(focus)):
            self.hide()

    def _place(self) -> None:
        window = self.window()
        width = min(self._wanted[0], window.width() - 40)
        height = min(self._wanted[1], window.height() - _TOP_PX - 40)
        self.setGeometry((window.width() - width) // 2, _TOP_PX, width, height)
