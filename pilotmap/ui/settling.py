"""Brings the journal to the disk itself, a moment after an edit and while nobody waits."""

from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from pilotmap.storage.journal import Journal, Settlement

AFTER_MS: Final = 600
_LOOK_MS: Final = 20


class Settling(QObject):
    """Asks for what is unsettled once for many edits, and does it in a thread of its own.

    A disk that takes longer than a moment is not asked again before it has answered. The answer is
    fetched: a signal from a thread that Qt did not make would meet the window as it is taken down.
    """

    settled = Signal(object)
    """What was asked for is on the disk."""
    failed = Signal(object, object)
    """The disk did not take it, and why: an OSError."""

    def __init__(self, journal: Journal) -> None:
        super().__init__()
        self._journal = journal
        self._asked: Settlement | None = None
        self._answer: SimpleQueue[OSError | None] = SimpleQueue()
        self._is_noted = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(AFTER_MS)
        self._soon.timeout.connect(self._begin)
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._take_answer)

    @property
    def is_at_rest(self) -> bool:
        """Whether nothing is asked for, and nothing is about to be."""
        return self._asked is None and not self._soon.isActive()

    def note(self) -> None:
        """Something was written; typing on does not put off what was asked for."""
        if self._asked is not None:
            self._is_noted = True
        elif not self._soon.isActive():
            self._soon.start()

    def watch(self) -> None:
        """See whether what is on the disk is still there; nothing where it is asked for anyway."""
        if self.is_at_rest:
            with suppress(OSError):
                self._ask(self._journal.watching())

    def _begin(self) -> None:
        try:
            self._ask(self._journal.settling())
        except OSError:  # too many files are open in this process: ask again
            self._soon.start()

    def _ask(self, asked: Settlement | None) -> None:
        self._asked = asked
        if asked is not None:
            Thread(target=_settle, args=(asked, self._answer), daemon=True).start()
            self._look.start()

    def _take_answer(self) -> None:
        try:
            error = self._answer.get_nowait()
        except Empty:
            return
        self._look.stop()
        asked, self._asked = self._asked, None
        if self._is_noted:
            self._is_noted = False
            self._soon.start()
        if error is None:
            self.settled.emit(asked)
        else:
            self.failed.emit(asked, error)


def _settle(asked: Settlement, answer: "SimpleQueue[OSError | None]") -> None:
    try:
        asked.settle()
    except OSError as error:
        answer.put(error)
    else:
        answer.put(None)
