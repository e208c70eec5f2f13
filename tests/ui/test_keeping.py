"""Nothing is lost: a crash, a second window, a disk that is full."""

import errno
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pilotmap.model.map import empty_map
from pilotmap.storage.json_file import load, save
from pilotmap.ui.session import Session
from pilotmap.ui.settings import Settings
from pilotmap.ui.settling import AFTER_MS
from pilotmap.ui.theme import Look
from pilotmap.ui.window import MainWindow
from tests.conftest import PROJECT
from tests.ui.robot import Robot
from tests.ui.scripted_prompts import ScriptedPrompts

Open = Callable[[], MainWindow]


@pytest.fixture
def another(look: Look, tmp_path: Path, prompts: ScriptedPrompts) -> Iterator[Open]:
    """Opens a further window of the same person."""
    made: list[MainWindow] = []

    def open_one() -> MainWindow:
        settings = Settings(tmp_path / "settings.json")
        made.append(MainWindow(Session(empty_map()), look, settings, prompts))
        made[-1].show()
        return made[-1]

    yield open_one
    for window in made:
        window.session.mark_saved(tmp_path / "left.pilotmap.json")
        window.close()
        window.judgement.wait()
        window.deleteLater()
        QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)


def _crash(robot: Robot) -> None:
    """The process is gone: what it held is let go, what it wrote is on the disk."""
    robot.window.keeper.leave()
    robot.window.files.release()


def test_work_that_a_crash_broke_off_comes_back_with_its_undo(robot: Robot, another: Open) -> None:
    robot.capture_lines("Agent: log the ticket @Zendesk", "triage", "? known issue")
    robot.undo()
    wanted, label = robot.map, robot.session.history.undo_label
    _crash(robot)
    window = another()
    window.offer_left_work()
    assert not window.recover.isHidden()
    assert "edits, the last at" in window.recover.words.text()
    QTest.mouseClick(window.recover.restore, Qt.MouseButton.LeftButton)
    assert window.session.map == wanted
    assert window.session.history.undo_label == label
    assert window.session.is_modified
    window.session.redo()
    assert len(window.session.map.steps) == len(wanted.steps) + 1
    while window.session.history.undo_label:
        window.session.undo()
    assert window.session.map.steps == ()
    assert window.recover.isHidden()


def test_restored_work_survives_a_second_crash(robot: Robot, another: Open) -> None:
    robot.capture_lines("one")
    _crash(robot)
    second = another()
    second.offer_left_work()
    second.recover.restore.click()
    second.session.edit("Title", lambda m: m.replace(title="Twice"))
    second.keeper.leave()
    third = another()
    third.offer_left_work()
    third.recover.restore.click()
    assert third.session.map.title == "Twice"
    assert [step.name for step in third.session.map.steps if step.name] != []


def test_bringing_work_back_does_not_lose_what_is_open_now(
    robot: Robot, another: Open, prompts: ScriptedPrompts
) -> None:
    robot.capture_lines("one")
    _crash(robot)
    window = another()
    window.offer_left_work()
    window.session.edit("Title", lambda m: m.replace(title="Newer"))
    prompts.answers.append("cancel")
    window.recover.restore.click()
    assert window.session.map.title == "Newer"
    assert not window.recover.isHidden()
    prompts.answers.append("discard")
    window.recover.restore.click()
    assert window.session.map.title == ""
    assert window.recover.isHidden()


def test_thrown_away_work_is_not_offered_again(robot: Robot, another: Open) -> None:
    robot.capture_lines("one")
    _crash(robot)
    window = another()
    window.offer_left_work()
    window.recover.give_up.click()
    assert window.recover.isHidden()
    later = another()
    later.offer_left_work()
    assert later.recover.isHidden()


def test_saved_work_is_not_offered(robot: Robot, another: Open, tmp_path: Path) -> None:
    robot.capture_lines("one")
    robot.window.files._write(tmp_path / "one.pilotmap.json")
    _crash(robot)
    window = another()
    window.offer_left_work()
    assert window.recover.isHidden()


def test_restored_work_never_writes_over_what_others_saved_since(
    robot: Robot, another: Open, tmp_path: Path, prompts: ScriptedPrompts
) -> None:
    path = tmp_path / "shared.pilotmap.json"
    save(empty_map("Mine"), path)
    robot.window.files.open(path)
    robot.session.edit("Title", lambda m: m.replace(title="Mine, edited"))
    _crash(robot)
    save(empty_map("Theirs"), path)
    window = another()
    window.offer_left_work()
    window.recover.restore.click()
    prompts.answers.append("cancel")
    assert not window.files.save()
    assert prompts.asked == [("outside", "shared.pilotmap.json")]
    assert load(path).title == "Theirs"


def test_a_file_that_another_window_works_on_opens_as_a_copy(
    robot: Robot, another: Open, tmp_path: Path, prompts: ScriptedPrompts
) -> None:
    path = tmp_path / "shared.pilotmap.json"
    save(empty_map("Shared"), path)
    robot.window.files.open(path)
    window = another()
    window.files.open(path)
    assert window.session.map.title == "Shared"
    assert window.session.path is None
    assert "is open in another window" in window.status.said.text()
    prompts.answers.append(path)
    assert not window.files.save()
    assert "is open in another window" in prompts.told[-1]
    robot.window.files.new()
    prompts.answers.append(path)
    assert window.files.save()


def test_a_folder_that_cannot_be_written_is_said_once_and_stops_nobody(
    robot: Robot, tmp_path: Path
) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    robot.capture_lines("one", "two")
    assert "not kept against a crash" in robot.window.status.said.text()
    assert "Two" in [name.capitalize() for name in robot.names()]


_KILLED = """
import os, signal, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from pilotmap.model.map import empty_map
from pilotmap.ui.session import Session
from pilotmap.ui.settings import Settings
from pilotmap.ui.settling import AFTER_MS
from pilotmap.ui.theme import Look
from pilotmap.ui.window import MainWindow
app = QApplication([])
window = MainWindow(Session(empty_map()), Look(app, "light"), Settings(Path(sys.argv[1])))
window.session.edit("Title", lambda m: m.replace(title="Typed just now"))
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_edits_reach_the_disk_together_while_nobody_waits(
    robot: Robot, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[threading.Thread] = []
    monkeypatch.setattr(os, "fsync", lambda _: threads.append(threading.current_thread()))
    robot.capture_lines("Agent: log it", "triage", "? known", "> yes", "send", "close")
    assert threads == []
    qtbot.waitUntil(lambda: len(threads) >= 2)
    qtbot.wait(AFTER_MS // 2)
    assert len(threads) == 2, "the journal and its folder, once for all"
    assert threading.main_thread() not in threads


def test_a_disk_that_fails_later_is_said_once(
    robot: Robot, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    told: list[str] = []
    robot.window.keeper.failed.connect(told.append)
    monkeypatch.setattr(os, "fsync", fails)
    robot.capture_lines("Agent: log it")
    qtbot.waitUntil(lambda: bool(told))
    robot.type("triage")
    robot.press(Qt.Key.Key_Return)
    qtbot.wait(AFTER_MS * 2)
    assert len(told) == 1
    assert "input/output error" in told[0]


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
def test_the_last_edit_before_a_kill_is_there(another: Open, tmp_path: Path) -> None:
    settings = tmp_path / "settings.json"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run(
        [sys.executable, "-c", _KILLED, str(settings)], cwd=PROJECT, env=environment, check=False
    )
    window = another()
    window.offer_left_work()
    window.recover.restore.click()
    assert window.session.map.title == "Typed just now"
