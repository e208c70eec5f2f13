"""Room mode: the map alone on the whole screen in large type, and every key goes on editing."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPalette
from PySide6.QtWidgets import QMainWindow, QWidget

from pilotmap.language import tr
from pilotmap.ui.canvas.canvas import Canvas, Stand
from pilotmap.ui.capture.line import CaptureLine
from pilotmap.ui.in_sight import bring_into_sight

LARGEST: Final = 2.0
READABLE: Final = 1.25
"""The scale under which a name cannot be read across a room."""


class Room(QObject):
    """Hides what stands around the map and brings it back as it was."""

    changed = Signal()

    def __init__(self, window: QMainWindow, canvas: Canvas, capture: CaptureLine) -> None:
        super().__init__(window)
        self._window = window
        self._canvas = canvas
        self._capture = capture
        self._around: tuple[QWidget, ...] = ()
        self._hidden: tuple[QWidget, ...] = ()
        self._brought: QWidget | None = None
        self._state = Qt.WindowState.WindowNoState
        self._stand: Stand | None = None
        self._blank: _Blank | None = None
        self.is_on = False

    def surround(self, *around: QWidget) -> None:
        """Say what room mode hides."""
        self._around = around

    @property
    def is_blank(self) -> bool:
        """Whether the screen shows nothing for a while."""
        return self._blank is not None and self._blank.isVisible()

    def switch(self) -> None:
        """Enter room mode, or leave it."""
        if self.is_on:
            self.leave()
        else:
            self._enter()

    def leave(self) -> None:
        """Show everything as it was before."""
        if not self.is_on:
            return
        self.is_on = False
        for part in self._hidden:
            part.show()
        self._window.setWindowState(self._state)
        self._capture.set_large(large=False)
        self._settle()

    def bring(self, part: QWidget) -> None:
        """Show a part that the keyboard goes to; in room mode until it is back on the map."""
        if self.is_on and part.isHidden():
            self._brought = part
            self._canvas.installEventFilter(self)
        bring_into_sight(part)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and self._brought is not None:
            if self.is_on:
                self._brought.hide()
            self._brought = None
            self._canvas.removeEventFilter(self)
        return super().eventFilter(watched, event)

    def blank(self) -> None:
        """Show nothing until a key is pressed."""
        if self._blank is None:
            self._blank = _Blank(self._window)
        self._blank.cover(self._canvas)

    def _enter(self) -> None:
        self.is_on = True
        self._state = self._window.windowState()
        self._stand = self._canvas.stand
        self._hidden = tuple(part for part in self._around if not part.isHidden())
        for part in self._hidden:
            part.hide()
        self._window.setWindowState(self._state | Qt.WindowState.WindowFullScreen)
        self._capture.set_large(large=True)
        self._settle()

    def _settle(self) -> None:
        if not self._capture.entry.hasFocus():
            self._canvas.setFocus()
        self.changed.emit()
        # the window has its new size only when the system gave it one
        QTimer.singleShot(0, self, self._look)

    def _look(self) -> None:
        if self.is_on:
            self._canvas.viewport.fit_largely(READABLE, LARGEST)
        elif self._stand is not None:
            self._canvas.stand_like(self._stand)
        self._canvas.show_id(self._canvas.session.selection)


class _Blank(QWidget):
    """All black; the next key or click brings the map back and does nothing else."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self.setAccessibleName(tr("Blank screen; any key brings the map back"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoFillBackground(True)
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Window, QColor(0, 0, 0))
        self.setPalette(palette)
        self.setStyleSheet("background: #000000;")
        self._back_to: QWidget | None = None
        self.hide()

    def cover(self, back_to: QWidget) -> None:
        self._back_to = back_to
        self.setGeometry(self.window().rect())
        self.show()
        self.raise_()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()
        self._uncover()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self._uncover()

    def _uncover(self) -> None:
        self.hide()
        if self._back_to is not None:
            self._back_to.setFocus()
