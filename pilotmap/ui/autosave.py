"""Keeps every edit on the disk as it is made, and brings back what a crash left."""

from collections import deque
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from pilotmap.model.history import History
from pilotmap.model.map import PilotMap
from pilotmap.storage.journal import Held, Journal, Settlement, Work
from pilotmap.storage.journal_found import Found, left_behind
from pilotmap.ui.presence import fingerprint, is_there, within_a_moment
from pilotmap.ui.session import Session
from pilotmap.ui.settling import Settling

_AGAIN_MS: Final = 1000
_SELDOM_MS: Final = 60_000
_WATCH_MS: Final = 5000
"""Somebody may clear the folder away while nothing is edited."""


class Autosave(QObject):
    """Writes the session's journal; a disk that fails is tried again until it takes all of it."""

    troubled = Signal()
    """Whether edits are kept is another matter than before; see `trouble`."""
    kept_again = Signal()
    """Edits are kept again."""
    restored = Signal()
    """Work that was left behind is open again."""

    def __init__(self, session: Session, folder: Path, *others: Path) -> None:
        super().__init__()
        self._session = session
        self._folders = deque((folder, *others))
        self._journal = Journal()
        self._history = session.history
        self._file: Path | None = session.file.path
        self._digest: str | None = None
        self._failures = 0
        self._trouble: OSError | None = None
        self._left: list[tuple[Found, Held]] = []
        self._unreadable: list[Path] = []
        self._settling = Settling(self._journal)
        self._listen()
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self._write_all)
        self._watch = QTimer(self)
        self._watch.setInterval(_WATCH_MS)
        self._watch.timeout.connect(lambda: self._settling.watch())
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

    @property
    def trouble(self) -> OSError | None:
        """Why edits are not kept now; None where they are."""
        return self._trouble

    def take_over(self, other: "Autosave") -> None:
        """Go on with another's journal, and with what it found left behind; it keeps nothing."""
        self._journal, other._journal = other._journal, self._journal
        self._left, other._left = other._left, []
        self._unreadable, other._unreadable = other._unreadable, []
        self._file, self._digest = other._file, other._digest
        self._failures, self._trouble = other._failures, other._trouble
        self._settling, other._settling = other._settling, self._settling
        self._settling.settled.disconnect()
        self._settling.failed.disconnect()
        self._listen()
        other._again.stop()
        if self._trouble is not None:
            self._again.start(_AGAIN_MS)
            self.troubled.emit()
        elif self._journal.is_taking_edits:
            self._settling.note()
        other._watch.stop()
        self._watch.start()

    def look_for_work(self) -> None:
        """Find what windows that are gone left behind."""
        near = [f for f in self._folders if within_a_moment(partial(is_there, f))]
        left = left_behind(near, lambda file: within_a_moment(lambda: fingerprint(file)))
        self._left += left.work
        self._unreadable += left.unreadable

    @property
    def unreadable(self) -> tuple[Path, ...]:
        """The journals that cannot be read and have not been said to be so."""
        return tuple(self._unreadable)

    def forget_unreadable(self) -> None:
        """They have been said."""
        self._unreadable = []

    def note_saving(self, file: Path, digest: str) -> None:
        """A file is about to be written: should a crash come between, its digest tells."""
        if self._journal.is_taking_edits:
            self._attempt(lambda: self._journal.saving(file, digest))

    def note_file(self, file: Path, digest: str | None) -> None:
        """The map as it is now is what this file holds."""
        self._file, self._digest = file, digest
        if self._journal.is_taking_edits:
            self._attempt(lambda: self._journal.saved(file, digest))
        else:  # a journal that failed tells of less than the file holds now
            self._journal.end()
            self._again.stop()

    def keep_in(self, folder: Path) -> bool:
        """Keep edits in another folder from now on; False where that takes them no more either."""
        try:
            self._journal.begin(self._work(), folder)
        except OSError as error:
            self._note_trouble(error)
            return False
        self._folders.appendleft(folder)
        self._again.stop()
        self._settling.note()
        self._watch.start()
        return True

    def restore(self, found: Found) -> None:
        """Go on with work that was left behind, in this window."""
        held = self._take(found)
        if held is None:
            return
        history = History.restored(found.states, found.place, found.saved)
        self._session.restore(history, found.file)
        self._file, self._digest = found.file, found.digest
        self._journal.go_on(held._replace(is_whole=found.is_whole))
        self._write_all()
        self.restored.emit()

    def give_up(self, found: Found) -> None:
        """Throw away work that was left behind."""
        held = self._take(found)
        if held is not None:
            held.remove()

    def end(self) -> None:
        """The window closes, and everything in it is saved or was given up."""
        self._again.stop()
        self._watch.stop()
        self._journal.end()
        for _, held in self._left:
            held.lock.release()
        self._left = []

    def leave(self) -> None:
        """The program ends without asking: leave everything to be found."""
        self._again.stop()
        self._watch.stop()
        self._journal.leave()

    def _listen(self) -> None:
        self._settling.setParent(self)
        self._settling.settled.connect(self._note_settled)
        self._settling.failed.connect(self._note_unsettled)

    def _keep(self, old: PilotMap, new: PilotMap) -> None:
        history = self._session.history
        if history is not self._history:
            return  # another map: `opened` follows
        if self._journal.is_taking_edits:
            states, place = history.states, history.place
            label = states[place].label
            self._attempt(lambda: self._journal.edited(old, new, place, len(states), label))
        elif not self._again.isActive():
            self._write_all()

    def _begin_anew(self) -> None:
        self._history = self._session.history
        self._file, self._digest = self._session.file.path, None
        self._journal.end()
        self._again.stop()
        self._watch.stop()
        self._failures = 0
        self._note_trouble(None)

    def _write_all(self) -> None:
        self._attempt(self._begin_in_some_folder)

    def _begin_in_some_folder(self) -> None:
        """Write into the first folder that takes it; the next try begins with another."""
        for _ in range(len(self._folders) - 1):
            with suppress(OSError):
                self._journal.begin(self._work(), self._folders[0])
                return
            self._folders.rotate(-1)
        self._journal.begin(self._work(), self._folders[0])

    def _work(self) -> Work:
        history = self._session.history
        return Work(history.states, history.place, history.saved, self._file, self._digest)

    def _attempt(self, write: Callable[[], None]) -> None:
        try:
            write()
        except OSError as error:
            self._fail(error)
        else:
            self._settling.note()
            if not self._watch.isActive():
                self._watch.start()

    def _fail(self, error: OSError) -> None:
        """Write all of it anew: at once after the first failure, which nobody needs to hear of."""
        self._failures += 1
        if self._failures == 1:
            self._write_all()
            return
        self._again.start(min(_SELDOM_MS, _AGAIN_MS << min(self._failures - 2, 10)))
        self._note_trouble(error)

    def _note_settled(self, settlement: Settlement) -> None:
        if not self._journal.settled(settlement):
            return
        self._failures = 0
        if self._trouble is not None:
            self._note_trouble(None)
            self.kept_again.emit()

    def _note_unsettled(self, settlement: Settlement, error: OSError) -> None:
        if self._journal.doubt(settlement):
            self._folders.rotate(-1)
            self._fail(error)

    def _note_trouble(self, error: OSError | None) -> None:
        was, self._trouble = self._trouble, error
        if (was and was.errno) != (error and error.errno):
            self.troubled.emit()

    def _take(self, found: Found) -> Held | None:
        for entry in self._left:
            if entry[0] is found:
                self._left.remove(entry)
                return entry[1]
        return None
