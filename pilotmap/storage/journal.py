"""A journal of every edit, handed to the system before the next key stroke: a crash loses nothing.

A loss of power would lose what the system still holds; `settling` brings it to the disk itself.

One file for each window, lines of JSON: what the work began with, then each edit, undo and save.
Its lock is held while the window lives; a journal without a holder is what a crash left behind.
"""

import contextlib
import json
import os
import secrets
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import IO, Any, Final, NamedTuple

from pilotmap.model.errors import PilotMapError
from pilotmap.model.history import State
from pilotmap.model.map import PilotMap
from pilotmap.model.meaning import content
from pilotmap.model.reading import map_from_json
from pilotmap.storage.atomic import flush_folder
from pilotmap.storage.lock import Lock
from pilotmap.storage.map_delta import applied, delta

_ENDING: Final = ".journal"
_FORM: Final = 1


class Journal:
    """The journal of one window; nothing is written before the first edit."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file: IO[str] | None = None
        self._path: Path | None = None
        self._lock: Lock | None = None
        self._unsettled = False
        self._is_new = False

    def begin(self, first: PilotMap, file: Path | None, digest: str | None) -> None:
        """Start over with this map, which a file with this digest holds, or no file."""
        self.end()
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._folder / f"{secrets.token_hex(8)}{_ENDING}"
        self._hold(path)
        self._file = path.open("w", encoding="utf-8")
        self._is_new = True
        self._write(
            {
                "journal": _FORM,
                "map": content(first),
                "file": None if file is None else str(file),
                "digest": digest,
                "at": _now(),
            }
        )

    @property
    def is_open(self) -> bool:
        """Whether edits are being written."""
        return self._file is not None

    def edited(self, old: PilotMap, new: PilotMap, place: int, count: int, label: str) -> None:
        """Write what led from one map to the next: the state at a place among so many."""
        changed = delta(old, new)
        self._write(
            {"place": place, "count": count, "label": label, "delta": changed, "at": _now()}
        )

    def saved(self, file: Path, digest: str | None) -> None:
        """Write that a file holds the map as it is now."""
        self._write({"saved": str(file), "digest": digest, "at": _now()})

    def go_on(self, found: "Found", lock: Lock) -> None:
        """Write on where a journal that was found ends."""
        self.end()
        self._path, self._lock = found.path, lock
        self._file = found.path.open("a", encoding="utf-8")
        self._file.write("\n")  # a line that was cut off must not swallow the next

    def settling(self) -> Callable[[], None] | None:
        """What brings all that was written to the disk; None where it is there already.

        It may take long, and goes on whatever becomes of the journal: it is for another thread.
        Raises OSError where the disk fails.
        """
        if self._file is None or not self._unsettled:
            return None
        descriptor = os.dup(self._file.fileno())
        folder = str(self._folder) if self._is_new else None
        self._unsettled = self._is_new = False

        def settle() -> None:
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
            if folder is not None:
                flush_folder(folder)

        return settle

    def end(self) -> None:
        """Nothing is unsaved, or it was given up knowingly: take the journal away."""
        path, lock = self._path, self._lock
        self.leave()
        if path is not None:
            with contextlib.suppress(OSError):
                path.unlink()
        if lock is not None:
            lock.remove()

    def leave(self) -> None:
        """Let go, and leave all that was written to be found."""
        if self._file is not None:
            with contextlib.suppress(OSError):
                self._file.close()
        if self._lock is not None:
            self._lock.release()
        self._file = self._path = self._lock = None
        self._unsettled = self._is_new = False

    def _hold(self, path: Path) -> None:
        self._path, self._lock = path, _lock_of(path)
        self._lock.take()

    def _write(self, entry: dict[str, Any]) -> None:
        if self._file is not None:
            self._file.write(json.dumps(entry, ensure_ascii=False, separators=(",", ":")) + "\n")
            self._file.flush()
            self._unsettled = True


class Found(NamedTuple):
    """What a journal tells: every state of the map, where the work stood, and the file."""

    path: Path
    states: tuple[State, ...]
    place: int
    saved: PilotMap | None
    file: Path | None
    digest: str | None
    at: datetime

    @property
    def map(self) -> PilotMap:
        """The map as it was last."""
        return self.states[self.place].map

    @property
    def is_unsaved(self) -> bool:
        """Whether anything would be lost without it."""
        return self.saved is None or self.saved != self.map


def left_behind(folder: Path) -> Iterator[tuple[Found, Lock]]:
    """The journals that no window holds and that have something unsaved, the newest first.

    Each comes with its lock taken. Journals without anything to save are taken away.
    """
    for path in sorted(_journals(folder), key=_changed_at, reverse=True):
        lock = _lock_of(path)
        if not lock.take() or not lock.held:
            continue
        found = read_journal(path)
        if found is not None and found.is_unsaved:
            yield found, lock
            continue
        with contextlib.suppress(OSError):
            if found is not None:
                path.unlink()
        lock.remove()


def discard(found: Found, lock: Lock) -> None:
    """Take a journal away that nobody wants back."""
    with contextlib.suppress(OSError):
        found.path.unlink()
    lock.remove()


def read_journal(path: Path) -> Found | None:
    """What a journal tells as far as it is whole; None where not even its beginning is."""
    entries = _entries(path)
    try:
        head = next(entries)
        first = map_from_json(json.dumps(head["map"]))
        file, digest = head["file"], head["digest"]
        at = datetime.fromisoformat(head["at"])
    except (StopIteration, KeyError, TypeError, ValueError, PilotMapError):
        return None
    states, place = [State(first, "", None)], 0
    saved = None if file is None else first
    for entry in entries:
        try:
            if "saved" in entry:
                file, digest, saved = entry["saved"], entry["digest"], states[place].map
            else:
                states, place = _replayed(states, place, entry)
            at = datetime.fromisoformat(entry["at"])
        except (KeyError, TypeError, ValueError, IndexError, PilotMapError):
            break  # what comes after would stand on what is not there
    return Found(path, tuple(states), place, saved, Path(file) if file else None, digest, at)


def _replayed(
    states: Sequence[State], place: int, entry: dict[str, Any]
) -> tuple[list[State], int]:
    new = applied(states[place].map, entry["delta"])
    goal = int(entry["place"])
    kept = list(states[: int(entry["count"])])
    state = State(new, str(entry["label"]), None)
    if goal == len(kept):
        kept.append(state)
    else:
        kept[goal] = state
    return kept, goal


def _entries(path: Path) -> Iterator[dict[str, Any]]:
    try:
        with path.open(encoding="utf-8", errors="replace") as lines:
            for line in lines:
                if not line.strip():
                    continue
                try:
                    entry = json.loads(line)
                except ValueError:
                    continue  # cut off by the crash
                if isinstance(entry, dict):
                    yield entry
    except OSError:
        return


def _journals(folder: Path) -> tuple[Path, ...]:
    try:
        return tuple(folder.glob(f"*{_ENDING}"))
    except OSError:
        return ()


def _changed_at(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _lock_of(path: Path) -> Lock:
    return Lock(path.with_suffix(".lock"))


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")
