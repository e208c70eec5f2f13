"""A journal of every edit, handed to the system before the next key stroke: a crash loses nothing.

A loss of power would lose what the system still holds; `settling` brings it to the disk itself.

One file for each window, lines of JSON: what the work began with, then each edit, undo and save.
Its lock is held while the window lives; a journal without a holder is what a crash left behind.
A disk that fails once has torn the file or may have: all of the work goes into a new one then.
"""

import contextlib
import errno
import json
import os
import secrets
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Final, NamedTuple

from pilotmap.model.history import State
from pilotmap.model.map import PilotMap
from pilotmap.model.meaning import content
from pilotmap.storage.atomic import flush_folder, write_all
from pilotmap.storage.lock import Lock
from pilotmap.storage.map_delta import delta

ENDING: Final = ".journal"
FORM: Final = 1

_NEW: Final = (
    os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)  # Windows only
)
_ASIDE: Final = "unreadable"


class Work(NamedTuple):
    """All that a window's work is: its states, which of them is shown, what its file holds."""

    states: Sequence[State]
    place: int
    saved: PilotMap | None
    file: Path | None
    digest: str | None


class Held(NamedTuple):
    """A journal that is held against other windows; `is_whole` where all of it can be read."""

    path: Path
    lock: Lock
    is_whole: bool = True

    def remove(self) -> None:
        """Take the journal away, but keep aside what could not be read of it."""
        if not self.is_whole:
            set_aside(self.path)
        else:
            with contextlib.suppress(OSError):
                self.path.unlink()
        self.lock.remove()


class Settlement(NamedTuple):
    """What brings a journal to the disk itself; it may take long, and raises OSError."""

    path: Path
    settle: Callable[[], None]


class Journal:
    """The journal of one window; nothing is written before the first edit."""

    def __init__(self) -> None:
        self._pen: _Pen | None = None
        self._before: Held | None = None

    def begin(self, work: Work, folder: Path) -> None:
        """Write all of the work into a new journal; the one before stays until `settled`.

        Raises OSError, and leaves nothing behind, where the disk does not take it.
        """
        before = self._before or (self._pen.held if self._pen is not None else None)
        new = _Pen(folder, _lines(work, before))
        if self._pen is not None:
            self._pen.close()
            if self._before is not None:  # the oldest has been on the disk; this one may not
                self._pen.held.remove()
        self._pen, self._before = new, before

    def go_on(self, found: Held) -> None:
        """Take the place of a journal that was found, as soon as the work is on the disk."""
        self.end()
        self._before = found

    @property
    def is_taking_edits(self) -> bool:
        """Whether edits are being written."""
        return self._pen is not None and not self._pen.is_torn

    def edited(self, old: PilotMap, new: PilotMap, place: int, count: int, label: str) -> None:
        """Write what led from one map to the next: the state at a place among so many."""
        self._write(_edit(old, new, place, count, label))

    def saving(self, file: Path, digest: str) -> None:
        """Write that a file is about to hold the map as it is now: a crash may come first."""
        self._write({"saving": os.fspath(file.absolute()), "digest": digest})

    def saved(self, file: Path, digest: str | None) -> None:
        """Write that a file holds the map as it is now."""
        self._write({"saved": os.fspath(file.absolute()), "digest": digest})

    def settling(self) -> Settlement | None:
        """What brings all that was written to the disk; None where it is there already.

        It is for another thread, and goes on whatever becomes of the journal. Raises OSError
        where the disk fails, or where somebody has taken the journal away.
        """
        return None if self._pen is None else self._pen.settling()

    def watching(self) -> Settlement | None:
        """What sees whether a journal that is on the disk is still there; None for any other."""
        return None if self._pen is None else self._pen.watching()

    def settled(self, settlement: Settlement) -> bool:
        """Let go of the journal before, where this one is on the disk; False for an old one."""
        if not self._is_of_now(settlement):
            return False
        if self._before is not None:
            self._before.remove()
            self._before = None
        return True

    def doubt(self, settlement: Settlement) -> bool:
        """Trust no more that this journal comes to the disk; False for an old one."""
        if not self._is_of_now(settlement):
            return False
        assert self._pen is not None  # it is the one of now
        self._pen.is_doubted = True
        return True

    def end(self) -> None:
        """Nothing is unsaved, or it was given up knowingly: take the journal away."""
        if self._pen is not None:
            self._pen.empty()
            self._pen.close()
            self._pen.held.remove()
        if self._before is not None:
            self._before.remove()
        self._pen = self._before = None

    def leave(self) -> None:
        """Let go, and leave all that was written to be found."""
        if self._pen is not None:
            self._pen.close()
            self._pen.held.lock.release()
        if self._before is not None:
            self._before.lock.release()
        self._pen = self._before = None

    def _is_of_now(self, settlement: Settlement) -> bool:
        return self._pen is not None and self._pen.held.path == settlement.path

    def _write(self, entry: dict[str, Any]) -> None:
        if self._pen is not None:
            self._pen.write(_line(entry))


class _Pen:
    """Writes on at the end of one file, until that fails once."""

    def __init__(self, folder: Path, lines: Iterator[bytes]) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{secrets.token_hex(8)}{ENDING}"
        self.held = Held(path, lock_of(path))
        self.is_torn = self.is_doubted = False
        self._is_unsettled = self._is_new = True
        self.held.lock.take()
        try:
            self._descriptor = os.open(path, _NEW, 0o600)
        except OSError:
            self.held.lock.remove()
            raise
        try:
            self.write(next(lines))  # a disk that takes none is found out before all are made
            self.write(b"".join(lines))
        except OSError:
            self.close()
            self.held.remove()
            raise

    def write(self, lines: bytes) -> None:
        try:
            write_all(self._descriptor, lines)
        except OSError:
            self.is_torn = True
            raise
        self._is_unsettled = True

    def settling(self) -> Settlement | None:
        if not self._is_unsettled or self._is_bad:
            return None
        descriptor, path = os.dup(self._descriptor), self.held.path
        folder = path.parent if self._is_new else None
        self._is_unsettled = self._is_new = False
        return Settlement(path, lambda: _settle(descriptor, path, folder))

    def watching(self) -> Settlement | None:
        if self._is_unsettled or self._is_bad:
            return None
        descriptor, path = os.dup(self._descriptor), self.held.path
        return Settlement(path, lambda: _look(descriptor, path))

    @property
    def _is_bad(self) -> bool:
        return self.is_torn or self.is_doubted

    def empty(self) -> None:
        """Claim nothing any more, should the file be in a folder that nothing can be taken from."""
        with contextlib.suppress(OSError):
            os.ftruncate(self._descriptor, 0)

    def close(self) -> None:
        with contextlib.suppress(OSError):
            os.close(self._descriptor)


def _settle(descriptor: int, path: Path, folder: Path | None) -> None:
    try:
        os.fsync(descriptor)
    except OSError:
        os.close(descriptor)
        raise
    _look(descriptor, path)
    if folder is not None:
        flush_folder(os.fspath(folder))


def _look(descriptor: int, path: Path) -> None:
    """Raise FileNotFoundError where an open file is not the one at the path any more."""
    try:
        if not os.path.samestat(os.fstat(descriptor), path.stat()):
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), os.fspath(path))
    finally:
        os.close(descriptor)


def _lines(work: Work, before: Held | None) -> Iterator[bytes]:
    """The work as a journal: its first state, what led to each other, what its file holds."""
    return (_line(entry) for entry in _entries(work, before))


def _entries(work: Work, before: Held | None) -> Iterator[dict[str, Any]]:
    states, place = work.states, work.place
    yield {
        "journal": FORM,
        "map": content(states[0].map),
        "file": None,
        "digest": None,
        "instead_of": before and before.path.name,
    }
    for at in range(1, len(states)):
        yield _edit(states[at - 1].map, states[at].map, at, at + 1, states[at].label)
    if place != len(states) - 1:
        yield _edit(states[-1].map, states[place].map, place, len(states), states[place].label)
    if work.file is not None and work.saved is not None:
        yield {
            "saved": os.fspath(work.file.absolute()),
            "digest": work.digest,
            "delta": delta(states[place].map, work.saved),
        }


def _edit(old: PilotMap, new: PilotMap, place: int, count: int, label: str) -> dict[str, Any]:
    return {"place": place, "count": count, "label": label, "delta": delta(old, new)}


def _line(entry: dict[str, Any]) -> bytes:
    """One line; all beyond ASCII is escaped, as a file's name may be no text in UTF-8."""
    timed = {**entry, "at": datetime.now().astimezone().isoformat(timespec="seconds")}
    return json.dumps(timed, separators=(",", ":")).encode("ascii") + b"\n"


def lock_of(path: Path) -> Lock:
    """What a window holds while it writes the journal at a path."""
    return Lock(path.with_suffix(".lock"))


def set_aside(path: Path) -> Path:
    """Put a journal that cannot be read where nobody takes it for one; where it is now."""
    aside = path.parent / _ASIDE / path.name
    try:
        aside.parent.mkdir(exist_ok=True)
        return path.replace(aside)
    except OSError:
        return path
