"""A history with its journal, as the window keeps them, and what is found after a crash."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pilotmap.model.history import History
from pilotmap.model.map import PilotMap
from pilotmap.storage.journal import Held, Journal, Work
from pilotmap.storage.journal_found import Found, left_behind

HEAD: dict[str, Any] = {
    "journal": 1,
    "map": {"format": "pilotmap", "version": 1},
    "file": None,
    "digest": None,
    "at": "2026-01-01T00:00:00",
}
EDIT: dict[str, Any] = {
    "place": 1,
    "count": 2,
    "label": "Title",
    "delta": {"title": "Read"},
    "at": "2026-01-01T00:00:00",
}
DEEP = "[" * 200_000 + "]" * 200_000


class Desk:
    """Work with a journal; `crash` leaves it as the end of a process does."""

    def __init__(self, folder: Path, first: PilotMap, file: Path | None = None) -> None:
        self.folder = folder
        self.file = file
        self.history = History(first)
        self.journal = Journal()
        self.begin()

    def begin(self, digest: str | None = None) -> None:
        history = self.history
        work = Work(history.states, history.place, history.saved, self.file, digest)
        self.journal.begin(work, self.folder)

    def commit(self, new: PilotMap, label: str, merge_key: str | None = None) -> None:
        old = self.history.map
        if self.history.commit(new, label, merge_key):
            self.note(old)

    def go_to(self, place: int) -> None:
        old = self.history.map
        self.history.go_to(place)
        self.note(old)

    def note(self, old: PilotMap) -> None:
        states, place = self.history.states, self.history.place
        self.journal.edited(old, self.history.map, place, len(states), states[place].label)

    def settle(self) -> None:
        settlement = self.journal.settling()
        assert settlement is not None
        settlement.settle()
        assert self.journal.settled(settlement)

    def crash(self) -> Path:
        """The process is gone: the file is there, the lock is not held any more."""
        pen = self.journal._pen
        assert pen is not None
        self.journal.leave()
        return pen.held.path


def journals(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.journal"))


def left(folder: Path, **files: str) -> Sequence[tuple[Found, Held]]:
    """What is offered, where files of these names have these digests."""
    return left_behind([folder], lambda path: files.get(path.name)).work


def told(history: History) -> tuple[list[tuple[PilotMap, str]], int]:
    """What a journal has to bring back of a history."""
    return [(state.map, state.label) for state in history.states], history.place


def found_told(found: Found) -> tuple[list[tuple[PilotMap, str]], int]:
    """What a journal did bring back."""
    return [(state.map, state.label) for state in found.states], found.place


def write(folder: Path, *lines: object, name: str = "a") -> Path:
    path = folder / f"{name}.journal"
    texts = (line if isinstance(line, str) else json.dumps(line) for line in lines)
    path.write_text("".join(f"{text}\n" for text in texts), encoding="utf-8")
    return path


def deep(entry: dict[str, Any], key: str) -> str:
    return json.dumps({**entry, key: "DEEP"}).replace('"DEEP"', DEEP)


def write_bad_journals(folder: Path) -> None:
    """Journals with which nothing can be done, of each kind."""
    write(folder, "", name="empty line")
    write(folder, "{", name="cut")
    write(folder, DEEP, name="deep")
    write(folder, deep(HEAD, "map"), name="deep map")
    write(folder, {**HEAD, "map": {"format": "pilotmap"}}, name="no version")
    write(folder, {**HEAD, "map": 5}, name="no map")
    write(folder, {**HEAD, "journal": "1"}, name="no form")
    write(folder, EDIT, name="no head")
    (folder / "zeros.journal").write_bytes(b"\0" * 4096)
    (folder / "bytes.journal").write_bytes(bytes(range(256)) * 10)
