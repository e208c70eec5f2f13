"""What the window does not need for its first paint: made when asked for, or in the pauses after.

A `Later` is made at once for whoever asks. `AfterPaint` goes through its pieces once the window has
been seen, one in each pause, so that a key or a click never waits for more than one of them.
"""

from collections import deque
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

Part = TypeVar("Part")
Piece = Callable[[], object]


class Later(Generic[Part]):
    """A part of the window that is made when it is first asked for."""

    def __init__(self, make: Callable[[], Part]) -> None:
        self._make = make
        self.made: Part | None = None
        """The part, where somebody has asked for it."""

    def __call__(self) -> Part:
        """The part."""
        if self.made is None:
            self.made = self._make()
        return self.made


class AfterPaint(QObject):
    """Does its pieces in turn after a widget's first paint."""

    done = Signal()
    """Nothing is left to do."""

    def __init__(self, seen: QWidget, *pieces: Piece) -> None:
        super().__init__(seen)
        self._pieces = deque(pieces)
        self._pause = QTimer(self)
        self._pause.timeout.connect(self._do_next)
        seen.installEventFilter(self)

    def add(self, *pieces: Piece) -> None:
        """Do these, too, after all others."""
        self._pieces.extend(pieces)

    def add_first(self, piece: Piece) -> None:
        """Do this, too, before all others."""
        self._pieces.appendleft(piece)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._pause.start(0)  # when the rest of the window is painted, too
        return super().eventFilter(watched, event)

    def _do_next(self) -> None:
        if self._pieces:
            self._pieces.popleft()()
        else:
            self._pause.stop()
            self.done.emit()
