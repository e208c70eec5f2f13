"""What was saved over is kept: five dated copies, some time apart."""

import os
from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from pilotmap.storage.backups import Backups
from tests.ui.failing_disk import litter

NOW = datetime(2027, 3, 2, 9, 0, 0)


def minutes(number: float) -> datetime:
    return NOW + timedelta(minutes=number)


def test_five_copies_reach_back_in_time(tmp_path: Path) -> None:
    backups, path = Backups(tmp_path / "backups"), tmp_path / "a.pilotmap.json"
    for number in range(60):
        path.write_text(f"state {number}", encoding="utf-8")
        backups.keep(path, minutes(number * 3))
    kept = backups.of(path)
    assert [copy.read_text(encoding="utf-8") for copy in kept] == [
        f"state {number}" for number in (56, 52, 48, 44, 40)
    ]
    assert kept[0].name == "2027-03-02 11-48-00.pilotmap.json"
    assert kept[0].parent.name.startswith("a-")


@given(steps=st.lists(st.floats(0, 60), max_size=40))
def test_there_are_never_more_than_five_nor_two_within_ten_minutes(
    tmp_path_factory: object, steps: list[float]
) -> None:
    folder: Path = tmp_path_factory.mktemp("kept")  # type: ignore[attr-defined]
    backups, path = Backups(folder / "backups"), folder / "a"
    at = 0.0
    for number, step in enumerate(steps):
        at += step
        path.write_text(str(number), encoding="utf-8")
        backups.keep(path, minutes(at))
    dates = [copy.name for copy in backups.of(path)]
    assert len(dates) <= 5
    assert bool(dates) is bool(steps)


def test_the_same_content_is_kept_once(tmp_path: Path) -> None:
    backups, path = Backups(tmp_path / "backups"), tmp_path / "a"
    path.write_text("same", encoding="utf-8")
    for number in range(5):
        backups.keep(path, minutes(number * 20))
    assert len(backups.of(path)) == 1


def test_files_of_one_name_are_kept_apart(tmp_path: Path) -> None:
    backups = Backups(tmp_path / "backups")
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        path = tmp_path / name / os.fsdecode(b"gr\xf6\xdfe.pilotmap.json")
        path.write_text(name, encoding="utf-8")
        backups.keep(path, NOW)
        assert [copy.read_text(encoding="utf-8") for copy in backups.of(path)] == [name]


def test_nothing_that_goes_wrong_stops_a_save(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.touch()
    (tmp_path / "file").touch()
    Backups(tmp_path / "file").keep(path, NOW)
    backups = Backups(tmp_path / "backups")
    os.mkfifo(tmp_path / "pipe")
    for name in ("absent", "pipe", ".", "a\0b"):
        backups.keep(tmp_path / name, NOW)
    assert not litter(tmp_path / "backups") if (tmp_path / "backups").exists() else True
    backups.place(path).mkdir(parents=True)
    (backups.place(path) / "a stranger.txt").touch()
    backups.keep(path, NOW)
    assert len(backups.of(path)) == 1
