"""Nothing that the program remembers keeps it from starting."""

import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from pilotmap.model.map import empty_map
from pilotmap.storage.json_file import save
from pilotmap.ui.settings import Settings
from tests.storage.journalled import write_bad_journals
from tests.ui.robot import Robot
from tests.ui.started import State, rights_count, start

POISON = (
    '{"journal":1,"map":{"format":"pilotmap","version":1},"file":null,"digest":null,'
    '"at":"2026-01-01T00:00:00"}\n'
    '{"place":1,"count":1,"label":"x","delta":["title"],"at":"2026-01-01T00:00:00"}\n'
)
DEEP = b"[" * 200_000 + b"]" * 200_000


@pytest.fixture
def state(tmp_path: Path) -> State:
    return State(tmp_path)


def remember(state: State, *paths: str) -> None:
    state.settings.write_text(json.dumps({"recent": list(paths)}), encoding="utf-8")


def test_recent_files_that_cannot_be_reached_or_never_be_files(state: State) -> None:
    folder = state.folder
    closed = folder / "closed"
    closed.mkdir()
    save(empty_map("Near"), folder / "near.pilotmap.json")
    (folder / "round").symlink_to("round")
    (folder / "file").touch()
    os.mkfifo(folder / "pipe")
    never = ("x" * 300, "a\0b", "\ud800", "round", "round/a", "file/a", "pipe", "absent")
    names = (*never, "closed/far.pilotmap.json", "near.pilotmap.json")
    remember(state, *(f"{folder}/{name}" for name in names))
    closed.chmod(0)
    try:
        entries = start(state, within=rights_count())["entries"]
    finally:
        closed.chmod(0o700)
    assert entries[entries.index("far") :][:2] == ["far", "near"]
    assert "far" not in entries[: entries.index("far")]
    assert not {Path(name).name for name in never} & set(entries)


def test_settings_too_deep_to_be_read(state: State) -> None:
    state.settings.write_bytes(b'{"recent": ' + DEEP + b"}")
    assert "An empty map" in start(state)["entries"]


def test_settings_that_are_a_pipe(state: State) -> None:
    os.mkfifo(state.settings)
    assert "An empty map" in start(state)["entries"]


@pytest.mark.parametrize(
    "settings",
    [
        b"{",
        b'{"recent": ' + DEEP + b"}",
        b'{"guide": ' + b'{"a":' * 500 + b"1" + b"}" * 500 + b"}",
        b'{"recent": {"a": 1}, "language": ["de"], "theme": 5, "window": null}',
        b'{"recent": "a"}',
        b'{"recent": [1, null, ["a"]], "window": "\\ud800", "areas": "\\ud800,1"}',
        b'{"theme": ' + b"9" * 5000 + b"}",
        b"\xff\xfe\x00",
        b'"recent"',
        b"",
        b" " * 2_000_000,
    ],
    ids=["cut", "deep", "deeper than can be written", "other kinds", "a text for a list",
         "half characters", "a huge number", "no text", "no object", "empty", "huge"],
)  # fmt: skip
def test_damaged_settings_count_as_empty(robot: Robot, tmp_path: Path, settings: bytes) -> None:
    path = tmp_path / "damaged.json"
    path.write_bytes(settings)
    kept = Settings(path)
    assert (kept.recent, kept.text("theme"), kept.text("language")) == ((), "", "")
    kept.remember("theme", "dark")
    kept.remember_file(tmp_path / "one.pilotmap.json")
    again = Settings(path)
    assert (again.text("theme"), again.recent) == ("dark", (tmp_path / "one.pilotmap.json",))


def test_settings_that_never_end(tmp_path: Path) -> None:
    (tmp_path / "settings.json").symlink_to("/dev/zero")
    assert Settings(tmp_path / "settings.json").recent == ()


@pytest.fixture
def any_time(tmp_path: Path) -> Iterator[Path]:
    """A file in memory, where most systems keep any time, or on the disk if that is missing."""
    memory = Path("/dev/shm")
    folder = memory if os.access(memory, os.W_OK) else tmp_path
    path = folder / f"pilotmap-test-{os.getpid()}.pilotmap.json"
    save(empty_map("Old"), path)
    yield path
    path.unlink()


@pytest.mark.parametrize("seconds", [-(10**12), 253_402_300_800, 10**12])
def test_a_file_of_a_time_that_no_calendar_has(robot: Robot, any_time: Path, seconds: int) -> None:
    os.utime(any_time, (seconds, seconds))
    assert robot.window.files.open(any_time)
    assert robot.map.title == "Old"
    if any_time.stat().st_mtime == seconds:  # a disk turns such a time into one of a calendar
        assert robot.window.status.saved.text() == "Saved"


def test_journals_of_every_bad_kind_hide_no_good_one(state: State) -> None:
    write_bad_journals(state.journals)
    (state.journals / "poison.journal").write_text(POISON, encoding="utf-8")
    head = {"journal": 1, "map": {"format": "pilotmap", "version": 1}, "file": None}
    edit = {"place": 1, "count": 2, "label": "Title", "delta": {"title": "Kept"}}
    lines = (json.dumps(entry) for entry in ({**head, "digest": None}, edit))
    (state.journals / "good.journal").write_text("\n".join(lines), encoding="utf-8")
    os.utime(state.journals / "good.journal", (0, 0))
    seen = start(state)
    assert seen["left"] == ["", "Kept"], "what is left of the poisoned one, and the good one"
    assert "A part of the record cannot be read" in seen["offer"]


TOLD = """
strip = window.safety.keeping
def edit(title):
    window.session.edit("Title", lambda m: m.replace(title=title))
def wait(until):
    while not until():
        QApplication.processEvents()
edit("One")
wait(lambda: not strip.isHidden())
print(json.dumps(strip.words.text()))
"""
AGAIN = """
wait(strip.isHidden)
print(json.dumps(window.status.said.text()))
window.session.file.mark_saved(__import__("pathlib").Path("saved.pilotmap.json"))
"""


def after_start(state: State, extra: str, within: Sequence[str] = ()) -> list[str]:
    """What a start prints further."""
    printed: list[str] = start(state, extra=extra, within=within)["printed"]
    return printed


def test_a_state_folder_that_is_read_only_is_said_until_it_is_not(state: State) -> None:
    state.journals.chmod(0o500)
    mend = f"__import__('os').chmod({str(state.journals)!r}, 0o700)"
    told, again = after_start(state, TOLD + mend + AGAIN, rights_count())
    assert told.startswith("Your edits are not kept against a crash (permission is denied)")
    assert again == "Your edits are kept against a crash again."
    assert list(state.journals.iterdir()) == [], "and nothing is left after a clean close"


def test_a_state_folder_that_is_absent_is_made(state: State) -> None:
    state.journals.rmdir()
    extra = (
        "window.session.edit('Title', lambda m: m.replace(title='One'))\n"
        f"print(json.dumps(str(len(list(__import__('pathlib').Path({str(state.journals)!r})"
        ".glob('*.journal'))))))\n"
        "window.session.file.mark_saved(__import__('pathlib').Path('saved.pilotmap.json'))"
    )
    assert after_start(state, extra) == ["1"]


@pytest.mark.skipif(sys.platform == "win32", reason="no such limits there")
def test_a_limit_on_the_size_of_files_is_said_until_it_is_gone(state: State) -> None:
    limit = "import resource\nhard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]\n"
    set_to = "resource.setrlimit(resource.RLIMIT_FSIZE, ({}, hard))\n"
    extra = limit + set_to.format(50) + TOLD + set_to.format("hard") + AGAIN
    told, again = after_start(state, extra)
    assert told.startswith("Your edits are not kept against a crash (a file is larger than")
    assert again == "Your edits are kept against a crash again."
    assert list(state.journals.iterdir()) == []
