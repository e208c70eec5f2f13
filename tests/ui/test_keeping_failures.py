"""Whatever fails under the journal: the last edit comes back after a crash, or that was said."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pilotmap.model.edits.fields import edit_map
from pilotmap.model.map import empty_map
from pilotmap.storage.journal_found import left_behind
from pilotmap.storage.json_file import load
from pilotmap.ui import aside, settling
from pilotmap.ui import autosave as keeping
from pilotmap.ui.autosave import Autosave
from pilotmap.ui.keeping_bar import trouble_words
from pilotmap.ui.session import Session
from tests.ui.failing_disk import FAULT, FULL, Call, Disk, litter
from tests.ui.robot import Robot
from tests.ui.scripted_prompts import ScriptedPrompts


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for a pause here."""
    monkeypatch.setattr(settling, "AFTER_MS", 0)
    monkeypatch.setattr(aside, "_LOOK_MS", 0)
    monkeypatch.setattr(keeping, "_AGAIN_MS", 1)
    monkeypatch.setattr(keeping, "_SELDOM_MS", 5)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(monkeypatch)


class Work:
    """A session with its autosave, worked on without a window."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.folder = folder
        self.session = Session(empty_map())
        self.autosave = Autosave(self.session, folder)
        self._qtbot = qtbot

    def edit(self, title: str) -> None:
        self.session.edit("Title", lambda pilot_map: edit_map(pilot_map, title=title))

    def save(self, path: Path) -> None:
        self.autosave.note_saving(path, "digest")
        self.session.file.mark_saved(path)
        self.autosave.note_file(path, "digest")

    def rest(self) -> None:
        """Let autosave do what it does in the pauses."""
        for _ in range(40):
            self._qtbot.wait(1)
            if self.autosave._settling.is_at_rest and not self.autosave._again.isActive():
                return

    def all_of_it(self) -> None:
        """Edits with and without a pause, undo, a save, and edits after it."""
        for title in ("One", "Two", "Three"):
            self.edit(title)
        self.rest()
        self.session.undo()
        self.edit("Four")
        self.rest()
        self.save(self.folder.parent / "file.pilotmap.json")
        self.edit("Five")
        self.rest()
        self.edit("Six")

    def recovered(self) -> list[str]:
        """What is offered after a crash now, the newest first."""
        self.autosave.leave()
        work = left_behind([self.folder], lambda _: None).work
        titles = [found.map.title for found, _ in work]
        for _, held in work:
            held.lock.release()
        return titles

    def close(self) -> None:
        """Python may search for garbage in any thread, and Qt's timers must not end in another."""
        self.autosave.leave()
        for part in (self.autosave, self.session):
            part.deleteLater()
            QApplication.sendPostedEvents(part, QEvent.Type.DeferredDelete)


Begin = Callable[[Path], Work]


@pytest.fixture
def begin(qtbot: QtBot, qapp: QApplication) -> Iterator[Begin]:
    """Begins work with its journals in a folder."""
    begun: list[Work] = []

    def begin_one(folder: Path) -> Work:
        begun.append(Work(folder, qtbot))
        return begun[-1]

    yield begin_one
    for work in begun:
        work.close()


CASES: dict[str, Callable[[int], Callable[[int, Call], int]]] = {
    "once full": lambda at: lambda number, _: FULL if number == at else 0,
    "once a fault": lambda at: lambda number, _: FAULT if number == at else 0,
    "full for a while": lambda at: lambda number, _: FULL if at <= number < at + 4 else 0,
    "full from then on": lambda at: lambda number, _: FULL if number >= at else 0,
    "syncs fail": lambda at: lambda number, call: FAULT if number >= at and call == "fsync" else 0,
    "sync fails once": lambda at: (
        lambda number, call: FAULT if number in (at, at + 1) and call == "fsync" else 0
    ),
}
CALLS = 16
"""More than the work of this test asks of a disk that never fails."""


def test_the_places_to_fail_at_are_all_there_are(tmp_path: Path, begin: Begin, disk: Disk) -> None:
    work = begin(tmp_path / "journals")
    work.all_of_it()
    assert 8 < len(disk.calls) < CALLS
    assert work.recovered() == ["Six"]


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("at", range(CALLS))
def test_a_failure_at_any_point_loses_nothing_unsaid(
    tmp_path: Path, begin: Begin, disk: Disk, case: str, at: int
) -> None:
    work = begin(tmp_path / "journals")
    disk.fails = CASES[case](at)
    work.all_of_it()
    was_told = work.autosave.trouble is not None
    assert work.recovered()[:1] == ["Six"] or was_told


@pytest.mark.parametrize("case", ["once full", "once a fault", "full for a while", "syncs fail"])
@pytest.mark.parametrize("at", range(CALLS))
def test_a_disk_that_works_again_has_all_of_it_and_no_litter(
    tmp_path: Path, begin: Begin, disk: Disk, case: str, at: int
) -> None:
    work = begin(tmp_path / "journals")
    disk.fails = CASES[case](at)
    work.all_of_it()
    disk.fails = lambda _number, _call: 0
    work.rest()
    work.edit("Seven")
    work.rest()
    assert work.autosave.trouble is None
    assert len(litter(work.folder)) == 2, "one journal and its lock"
    copy = tmp_path / "copy"
    shutil.copytree(work.folder, copy)
    (found,) = left_behind([copy], lambda _: None).work
    assert [state.map for state in found[0].states] == [
        state.map for state in work.session.history.states
    ]
    found[1].lock.release()
    work.autosave.end()
    assert litter(work.folder) == []


def test_twenty_edits_after_a_failed_sync_come_back(
    tmp_path: Path, begin: Begin, disk: Disk
) -> None:
    work = begin(tmp_path / "journals")
    work.edit("First")
    disk.fails = lambda number, call: FAULT if call == "fsync" and number < 3 else 0
    work.rest()
    for number in range(20):
        work.edit(f"Edit {number}")
    assert work.recovered() == ["Edit 19"]


def test_a_folder_taken_away_while_working(tmp_path: Path, begin: Begin) -> None:
    work = begin(tmp_path / "state" / "journals")
    work.edit("One")
    work.rest()
    shutil.rmtree(tmp_path / "state")
    work.edit("Two")
    work.rest()
    assert work.autosave.trouble is None
    assert work.recovered() == ["Two"]


def test_a_folder_taken_away_while_nobody_edits(
    tmp_path: Path, begin: Begin, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "_WATCH_MS", 5)
    work = begin(tmp_path / "state" / "journals")
    work.edit("One")
    work.rest()
    shutil.rmtree(tmp_path / "state")
    qtbot.waitUntil(lambda: bool(litter(tmp_path / "state")))
    work.rest()
    assert work.recovered() == ["One"]


def test_a_folder_moved_away_while_working(tmp_path: Path, begin: Begin) -> None:
    work = begin(tmp_path / "state" / "journals")
    work.edit("One")
    work.rest()
    (tmp_path / "state").rename(tmp_path / "away")
    work.edit("Two")
    work.rest()
    assert work.recovered() == ["Two"]


def test_the_failure_of_a_journal_of_before_does_not_matter(
    tmp_path: Path, begin: Begin, disk: Disk
) -> None:
    work = begin(tmp_path / "journals")
    work.edit("One")
    settlement = work.autosave._journal.settling()
    assert settlement is not None
    work.session.open(empty_map())
    work.edit("Two")
    work.autosave._settling.failed.emit(settlement, OSError(FAULT, "late"))
    assert work.autosave._failures == 0
    assert work.recovered() == ["Two"]


def test_a_folder_that_cannot_be_written_is_said_until_it_can(
    robot: Robot, qtbot: QtBot, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    data.write_text("a file where the folder should be")
    robot.capture_lines("one", "two")
    strip = robot.window.safety.keeping
    assert not strip.isHidden()
    assert "not kept against a crash (a file stands where their folder" in strip.words.text()
    assert "Two" in [name.capitalize() for name in robot.names()]
    robot.window.status.said.clear()
    data.unlink()
    qtbot.waitUntil(strip.isHidden)
    assert "kept against a crash again" in robot.window.status.said.text()
    assert len(litter(data / "journals")) == 2


def test_what_to_do_is_offered_where_edits_are_not_kept(
    robot: Robot, qtbot: QtBot, tmp_path: Path, prompts: ScriptedPrompts
) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    other = tmp_path / "stick"
    other.mkdir()
    robot.capture_lines("one")
    strip = robot.window.safety.keeping
    prompts.answers = [None, tmp_path / "data", other, tmp_path / "mine.pilotmap.json"]
    for _ in range(2):
        strip.elsewhere.click()
        qtbot.wait(20)
        assert not strip.isHidden()
    strip.elsewhere.click()
    qtbot.waitUntil(strip.isHidden)
    robot.capture_lines("two")
    assert robot.window.bench.settings.journals[1:] == (other,)
    wanted = robot.map
    ((found, held),) = left_behind([_copied(other, tmp_path)], lambda _: None).work
    held.lock.release()
    assert found.map == wanted
    strip.show()
    strip.save.click()
    assert load(tmp_path / "mine.pilotmap.json") == wanted


def _copied(folder: Path, to: Path) -> Path:
    """As a crash would leave it: nobody holds it."""
    shutil.copytree(folder, to / "copied")
    return to / "copied"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device is always full here")
def test_the_words_for_a_full_disk(robot: Robot) -> None:
    with pytest.raises(OSError) as caught, Path("/dev/full").open("wb", buffering=0) as full:
        os.write(full.fileno(), b"x")
    assert trouble_words(caught.value) == (
        "Your edits are not kept against a crash (no space is left on the disk): save often, or "
        "keep them in another folder."
    )


def test_restoring_onto_a_disk_that_fails_keeps_what_was_found(
    tmp_path: Path, begin: Begin, disk: Disk
) -> None:
    before = begin(tmp_path / "journals")
    before.edit("One")
    before.autosave.leave()
    work = begin(tmp_path / "journals")
    work.autosave.look_for_work()
    disk.fails = lambda _number, _call: FULL
    work.autosave.restore(work.autosave.left[0])
    assert work.session.map.title == "One"
    assert work.autosave.trouble is not None
    work.edit("Two")
    assert work.recovered() == ["One"]
