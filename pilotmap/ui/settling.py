"""Brings the journal to the disk itself, a moment after an edit and while nobody waits."""

from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

AFTER_MS: Final = 600

Settle = Callable[[], None]


class Settling(QObject):
    """Asks for what is unsettled once for many edits, and does it in a thread of its own.

    A disk that takes longer than a moment is not asked again before it has answered.
    """

    failed = Signal(OSError)
    """The disk did not take what was written."""

    def __init__(self, work: Callable[[], Settle | None]) -> None:
        super().__init__()
        self._work = work
        self._thread: Thread | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(AFTER_MS)
        self._soon.timeout.connect(self._begin)

    def note(self) -> None:
        """Something was written; typing on does not put off what was asked for."""
        if not self._soon.isActive():
            self._soon.start()

    def _begin(self) -> None:
        if self._thread is not None and self._thread.is_alive():
            self._soon.start()
            return
        settle = self._work()
        if settle is not None:
            self._thread = Thread(target=self._run, args=(settle,), daemon=True)
            self._thread.start()

    def _run(self, settle: Settle) -> None:
        with suppress(RuntimeError):  # the window is gone: nobody waits for the answer
            try:
                settle()
            except OSError as error:
                self.failed.emit(error)
