"""Brings the journal to the disk itself, a moment after an edit and while nobody waits."""

from contextlib import suppress
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from pilotmap.storage.journal import Journal, Settlement
from pilotmap.ui.aside import Aside

AFTER_MS: Final = 600


class Settling(QObject):
    """Asks for what is unsettled once for many edits.

    A disk that takes longer than a moment is not asked again before it has answered.
    """

    settled = Signal(object)
    """What was asked for is on the disk."""
    failed = Signal(object, object)
    """The disk did not take it, and why: an OSError."""

    def __init__(self, journal: Journal) -> None:
        super().__init__()
        self._journal = journal
        self._asked: Settlement | None = None
        self._is_noted = False
        self._aside = Aside()
        self._aside.setParent(self)
        self._aside.done.connect(self._take)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(AFTER_MS)
        self._soon.timeout.connect(self._begin)

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
            self._aside.do(lambda: _fault_of(asked))

    def _take(self, error: object) -> None:
        asked, self._asked = self._asked, None
        if self._is_noted:
            self._is_noted = False
            self._soon.start()
        if error is None:
            self.settled.emit(asked)
        else:
            self.failed.emit(asked, error)


def _fault_of(asked: Settlement) -> OSError | None:
    try:
        asked.settle()
    except OSError as error:
        return error
    return None
