"""Nothing that the program remembers keeps it from starting."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from pilotmap.model.map import empty_map
from pilotmap.storage.json_file import save
from pilotmap.ui.settings import Settings
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
def any_time() -> Iterator[Path]:
    """A file in memory, where the system keeps any time at all."""
    path = Path(f"/dev/shm/pilotmap-test-{os.getpid()}.pilotmap.json")
    try:
        save(empty_map("Old"), path)
    except Exception as error:  # noqa: BLE001 (whatever keeps it away, the test cannot be made)
        pytest.skip(f"no memory disk here: {error}")
    yield path
    path.unlink()


@pytest.mark.parametrize("seconds", [-(10**12), 253_402_300_800, 10**12])
def test_a_file_of_a_time_that_no_calendar_has(robot: Robot, any_time: Path, seconds: int) -> None:
    os.utime(any_time, (seconds, seconds))
    assert robot.window.files.open(any_time)
    assert robot.map.title == "Old"
    assert robot.window.status.saved.text() == "Saved"
