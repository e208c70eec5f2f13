"""Reads what a crash left behind, as far as it can be read: one bad line or file hides no other."""

import json
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any, Final, NamedTuple

from pilotmap.model.errors import PilotMapError
from pilotmap.model.history import State
from pilotmap.model.map import VERSION, PilotMap, empty_map
from pilotmap.storage.journal import ENDING, FORM, Held, lock_of, set_aside
from pilotmap.storage.json_file import from_bytes
from pilotmap.storage.map_delta import applied, changed, judge, keyed, unkeyed
from pilotmap.storage.regular import open_regular

_MOST_BYTES: Final = 1 << 30
_MALFORMED: Final = (
    KeyError,
    TypeError,
    ValueError,
    AttributeError,
    OverflowError,
    RecursionError,
    PilotMapError,
)
_NO_TIME: Final = (ValueError, OverflowError, OSError)
_OLDEST: Final = datetime(1970, 1, 2).astimezone()

DigestOf = Callable[[Path], str | None]


class Unreadable(Exception):
    """A journal whose very beginning cannot be read; `is_damaged` where that will not change."""

    def __init__(self, *, is_damaged: bool) -> None:
        super().__init__()
        self.is_damaged = is_damaged


class _Step(NamedTuple):
    """One line that changed the map: the change, and all of the map after it as plain data."""

    change: dict[str, Any]
    after: dict[str, Any]


class _Saved(NamedTuple):
    """What a file holds, or was about to hold when the crash came."""

    file: str | None
    digest: str | None
    data: dict[str, Any] | None


class Found:
    """What a journal tells: the map as it was last, its file, and every state on the way there.

    The map is made of plain data at once; the states are judged one by one, and only when asked.
    """

    def __init__(self, path: Path, head: dict[str, Any]) -> None:
        first = keyed(head["map"])
        file = head["file"] if isinstance(head["file"], str) else None
        self.path = path
        self.is_whole = True
        self.instead_of = _text(head.get("instead_of"))
        self._steps = [_Step({}, first)]
        self._first = _map(first)
        self._states = [(0, "")]
        self.place = 0
        self._saved = _Saved(file, _text(head["digest"]), first if file else None)
        self._saving: _Saved | None = None
        self._time = head.get("at")

    @property
    def edits(self) -> int:
        """How many edits led here, those taken back by undo too."""
        return len(self._states) - 1

    @cached_property
    def map(self) -> PilotMap:
        """The map as it was last."""
        return self._last or self._maps[-1]

    @cached_property
    def at(self) -> datetime:
        """When the last edit was made, as far as that is known."""
        with suppress(*_NO_TIME):
            return datetime.fromisoformat(str(self._time)).astimezone()
        with suppress(*_NO_TIME):
            return datetime.fromtimestamp(_changed_at(self.path)).astimezone()
        return _OLDEST

    @cached_property
    def states(self) -> tuple[State, ...]:
        """Every state of the map."""
        return tuple(State(self._maps[step], label, None) for step, label in self._states)

    @cached_property
    def saved(self) -> PilotMap | None:
        """What the file held last, None where there is no file."""
        if self._saved.data is None:
            return None
        try:
            return _map(self._saved.data)
        except _MALFORMED:
            return None

    @property
    def file(self) -> Path | None:
        """The file of the map."""
        return None if self._saved.file is None else Path(self._saved.file)

    @property
    def digest(self) -> str | None:
        """What the file held when it was read or written last."""
        return self._saved.digest

    @property
    def is_unsaved(self) -> bool:
        """Whether anything would be lost without it."""
        if self._saved.data is None:
            return bool(self.edits) or not self.is_whole or self.map != empty_map()
        return not self.is_whole or self.saved != self.map

    def settle_saving(self, digest_of: DigestOf) -> None:
        """See whether a save that the crash met was done: its file tells."""
        saving, self._saving = self._saving, None
        if saving is None or saving.file is None or saving.digest is None:
            return
        if digest_of(Path(saving.file)) == saving.digest:
            self._saved = saving
            self.__dict__.pop("saved", None)

    def take(self, entry: dict[str, Any] | None) -> None:
        """Follow one more line; one that cannot be followed is passed over."""
        try:
            if entry is None:
                raise TypeError
            if "saved" in entry:
                self._saved, self._saving = self._told(entry, "saved"), None
            elif "saving" in entry:
                self._saving = self._told(entry, "saving")
            else:
                self._take_edit(entry)
            self._time = entry.get("at")
        except _MALFORMED:
            self.is_whole = False

    def _told(self, entry: dict[str, Any], key: str) -> _Saved:
        now, file = self._steps[-1].after, entry[key]
        if not isinstance(file, str):
            raise TypeError
        data = changed(now, entry["delta"]) if "delta" in entry else now
        return _Saved(file, _text(entry["digest"]), data)

    def _take_edit(self, entry: dict[str, Any]) -> None:
        place, count = _number(entry["place"]), _number(entry["count"])
        change = entry["delta"]
        step = _Step(change, changed(self._steps[-1].after, change))
        self._steps.append(step)
        kept = self._states[:count]
        place = min(place, len(kept))  # a line that could not be read leaves a gap
        kept[place:] = [(len(self._steps) - 1, str(entry["label"])), *kept[place + 1 :]]
        self._states, self.place = kept, place

    @cached_property
    def _last(self) -> PilotMap | None:
        """The map after the last step, None where that makes none even without what is amiss."""
        with suppress(*_MALFORMED):
            return _map(self._steps[-1].after)
        self._leave_out_what_is_amiss()
        with suppress(*_MALFORMED):
            return _map(self._steps[-1].after)
        return None

    def _leave_out_what_is_amiss(self) -> None:
        """Judge each change by itself, and follow only those that can be part of a map."""
        self.is_whole = False
        steps = self._steps[:1]
        for change, _ in self._steps[1:]:
            now = steps[-1].after
            with suppress(*_MALFORMED):
                judge(change)
                now = changed(now, change)
            steps.append(_Step(change, now))
        self._steps = steps

    @cached_property
    def _maps(self) -> list[PilotMap]:
        """The map after each step; one that makes no map leaves it as it was."""
        last, maps = self._last, [self._first]
        is_of_now = self._steps[0].after.get("version") == VERSION
        follows = is_of_now
        for step in self._steps[1:]:
            try:
                maps.append(applied(maps[-1], step.change) if follows else _map(step.after))
                follows = is_of_now
            except _MALFORMED:
                maps.append(maps[-1])
                follows = self.is_whole = False
        return maps if last is None else [*maps[:-1], last]


class LeftBehind(NamedTuple):
    """What windows that are gone left: work with its lock, and journals that cannot be read."""

    work: Sequence[tuple[Found, Held]]
    unreadable: Sequence[Path]


def left_behind(folders: Sequence[Path], digest_of: DigestOf) -> LeftBehind:
    """The journals that no window holds and that have something unsaved, the newest first.

    Journals without anything to save, and those whose work went into another, are taken away.
    `digest_of` says what a file holds now, None where it does not answer.
    """
    found: list[tuple[Found, Held]] = []
    unreadable: list[Path] = []
    for path in sorted(_journals(folders), key=_changed_at, reverse=True):
        lock = lock_of(path)
        if not lock.take():
            continue
        try:
            one = read_journal(path)
        except Unreadable as error:
            unreadable += _without(path, error)
            lock.remove()
        else:
            one.settle_saving(digest_of)
            found.append((one, Held(path, lock)))
    return LeftBehind(tuple(_unsaved(found)), unreadable)


def _unsaved(found: Sequence[tuple[Found, Held]]) -> Iterator[tuple[Found, Held]]:
    gone_on = {one.instead_of for one, _ in found if one.is_whole}
    for one, held in found:
        unsaved = one.is_unsaved  # looks at the map: whether all can be read is known after it
        held = held._replace(is_whole=one.is_whole)
        if unsaved and one.path.name not in gone_on:
            yield one, held
        else:
            held.remove()


def _without(path: Path, error: Unreadable) -> list[Path]:
    """Where the journal is now, in a list; an empty list where there is nothing in it."""
    try:
        if path.stat().st_size == 0:
            path.unlink()
            return []
    except OSError:
        return [path]
    return [set_aside(path) if error.is_damaged else path]


def read_journal(path: Path) -> Found:
    """What a journal tells; raises Unreadable where not even its beginning can be read."""
    try:
        with open_regular(path, _MOST_BYTES) as file:
            lines = _entries(file)
            found = _begun(path, next(lines, None))
            _follow(found, lines)
    except (OSError, ValueError) as error:
        raise Unreadable(is_damaged=False) from error
    return found


def _follow(found: Found, lines: Iterator[dict[str, Any] | None]) -> None:
    try:
        for entry in lines:
            found.take(entry)
    except OSError:  # a bad place on the disk: what comes after it is not lost, but not had either
        found.is_whole = False


def _begun(path: Path, head: dict[str, Any] | None) -> Found:
    try:
        if head is None:
            raise TypeError
        if _number(head["journal"]) > FORM:  # a later PilotMap will read it
            raise Unreadable(is_damaged=False)
        return Found(path, head)
    except _MALFORMED as error:
        raise Unreadable(is_damaged=True) from error


def _entries(lines: Iterator[bytes]) -> Iterator[dict[str, Any] | None]:
    """Each line's data, None for one that cannot be read; the last may be cut off by the crash."""
    for line in lines:
        if not line.strip():
            continue
        try:
            entry = json.loads(line.decode("utf-8"))
        except (ValueError, RecursionError):
            entry = None
        if isinstance(entry, dict):
            yield entry
        elif line.endswith(b"\n"):
            yield None


def _map(data: dict[str, Any]) -> PilotMap:
    return from_bytes(json.dumps(unkeyed(data)).encode(), "")


def _number(value: object) -> int:
    if type(value) is not int or value < 0:
        raise TypeError
    return value


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _journals(folders: Sequence[Path]) -> Iterator[Path]:
    for folder in folders:
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    if entry.name.endswith(ENDING) and entry.is_file(follow_symlinks=False):
                        yield Path(entry.path)
        except OSError:
            continue


def _changed_at(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
