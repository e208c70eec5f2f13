"""Keeps every edit on the disk as it is made, and brings back what a crash left."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from pilotmap.language import tr
from pilotmap.model.history import History
from pilotmap.model.map import PilotMap
from pilotmap.storage.journal import Found, Journal, discard, left_behind
from pilotmap.storage.lock import Lock
from pilotmap.ui.session import Session
from pilotmap.ui.settling import Settling


class Keeper(QObject):
    """Writes the session's journal; a disk that takes no more is said once, and stops nobody."""

    failed = Signal(str)
    """Why edits are not kept any more, one sentence."""
    restored = Signal()
    """Work that was left behind is open again."""

    def __init__(self, session: Session, folder: Path) -> None:
        super().__init__()
        self._session = session
        self._folder = folder
        self._journal = Journal(folder)
        self._history = session.history
        self._file: Path | None = session.path
        self._digest: str | None = None
        self._failing = False
        self._left: list[tuple[Found, Lock]] = []
        self._settling = Settling(lambda: self._journal.settling())
        self._settling.failed.connect(self._give_up_keeping)
        session.map_changed.connect(self._keep)
        session.opened.connect(self._begin_anew)

    @property
    def left(self) -> tuple[Found, ...]:
        """The work that was left behind and is neither restored nor given up."""
        return tuple(found for found, _ in self._left)

    @property
    def digest(self) -> str | None:
        """What the file held when it was read or written last."""
        return self._digest

    def take_over(self, other: "Keeper") -> None:
        """Go on with another's journal, and with what it found left behind; it keeps nothing."""
        self._journal, other._journal = other._journal, self._journal
        self._left, other._left = other._left, []
        self._file, self._digest = other._file, other._digest
        self._failing = other._failing
        if self._journal.is_open:
            self._settling.note()

    def look_for_work(self) -> None:
        """Find what windows that are gone left behind."""
        self._left += left_behind(self._folder)

    def note_file(self, file: Path, digest: str | None) -> None:
        """The map as it is now is what this file holds."""
        self._file, self._digest = file, digest
        if self._journal.is_open:
            self._attempt(lambda: self._journal.saved(file, digest))

    def restore(self, found: Found) -> None:
        """Go on with work that was left behind, in this window."""
        lock = self._take(found)
        if lock is None:
            return
        history = History.restored(found.states, found.place, found.saved)
        self._session.restore(history, found.file)
        self._file, self._digest = found.file, found.digest
        self._attempt(lambda: self._journal.go_on(found, lock))
        self.restored.emit()

    def give_up(self, found: Found) -> None:
        """Throw away work that was left behind."""
        lock = self._take(found)
        if lock is not None:
            discard(found, lock)

    def end(self) -> None:
        """The window closes, and everything in it is saved or was given up."""
        self._journal.end()
        for _, lock in self._left:
            lock.release()
        self._left = []

    def leave(self) -> None:
        """The program ends without asking: leave everything to be found."""
        self._journal.leave()

    def _keep(self, old: PilotMap, new: PilotMap) -> None:
        history = self._session.history
        if history is not self._history:
            return  # another map: `opened` follows
        states, place = history.states, history.place

        def write() -> None:
            if not self._journal.is_open:
                self._journal.begin(old, self._file, self._digest)
            self._journal.edited(old, new, place, len(states), states[place].label)

        self._attempt(write)

    def _begin_anew(self) -> None:
        self._history = self._session.history
        self._file, self._digest = self._session.path, None
        self._journal.end()
        self._failing = False

    def _attempt(self, write: Callable[[], None]) -> None:
        try:
            write()
        except OSError as error:
            self._give_up_keeping(error)
        else:
            self._settling.note()

    def _give_up_keeping(self, error: OSError) -> None:
        self._journal.leave()
        if not self._failing:
            self._failing = True
            reason = (error.strerror or type(error).__name__).lower()
            self.failed.emit(
                tr("Your edits are not kept against a crash ({reason}): save often.", reason=reason)
            )

    def _take(self, found: Found) -> Lock | None:
        for entry in self._left:
            if entry[0] is found:
                self._left.remove(entry)
                return entry[1]
        return None
