"""Nothing is lost: a crash, a second window, a disk that is full."""

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
        window.session.file.mark_saved(tmp_path / "left.pilotmap.json")
        window.close()
        window.analyzer.wait()
        window.deleteLater()
        QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)


def _crash(robot: Robot) -> None:
    """The process is gone: what it held is let go, what it wrote is on the disk."""
    robot.window.autosave.leave()
    robot.window.files.release()


def test_work_that_a_crash_broke_off_comes_back_with_its_undo(robot: Robot, another: Open) -> None:
    robot.capture_lines("Agent: log the ticket @Zendesk", "triage", "? known issue")
    robot.undo()
    wanted, label = robot.map, robot.session.history.undo_label
    _crash(robot)
    window = another()
    window.safety.offer_left_work()
    assert not window.safety.recover.isHidden()
    assert "edits, the last at" in window.safety.recover.words.text()
    QTest.mouseClick(window.safety.recover.restore, Qt.MouseButton.LeftButton)
    assert window.session.map == wanted
    assert window.session.history.undo_label == label
    assert window.session.file.is_modified
    window.session.redo()
    assert len(window.session.map.steps) == len(wanted.steps) + 1
    while window.session.history.undo_label:
        window.session.undo()
    assert window.session.map.steps == ()
    assert window.safety.recover.isHidden()


def test_the_offer_shows_the_work_small(robot: Robot, another: Open, qtbot: QtBot) -> None:
    robot.capture_lines("Agent: log the ticket @Zendesk", "Team lead: triage", "? known issue")
    _crash(robot)
    window = another()
    window.safety.offer_left_work()
    strip = window.safety.recover
    assert strip.picture.isHidden(), "the words come first"
    qtbot.waitUntil(lambda: not strip.picture.isHidden())
    image = strip.picture.pixmap().toImage()
    colours = {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}
    assert len(colours) > 5
    assert 20 < image.height() <= 56
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.mouseClick(strip.restore, Qt.MouseButton.LeftButton)
    assert strip.isHidden()
    assert window.canvas.hasFocus()


def test_the_offer_is_reached_and_answered_by_the_keyboard(
    robot: Robot, another: Open, qtbot: QtBot
) -> None:
    robot.capture_lines("one")
    wanted = robot.map
    _crash(robot)
    window = another()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.safety.offer_left_work()
    strip = window.safety.recover
    window.canvas.setFocus()
    seen = []
    for _ in range(8):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
        seen.append(QApplication.focusWidget())
    assert strip.restore in seen
    strip.restore.setFocus()
    QTest.keyClick(strip.restore, Qt.Key.Key_Tab)
    assert strip.give_up.hasFocus()
    QTest.keyClick(strip.give_up, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(strip.restore, Qt.Key.Key_Space)
    assert window.session.map == wanted
    assert window.canvas.hasFocus()


def test_records_that_cannot_be_read_are_said_once_and_kept(another: Open, tmp_path: Path) -> None:
    journals = tmp_path / "data" / "journals"
    journals.mkdir(parents=True)
    for name in "ab":
        (journals / f"{name}.journal").write_text("{}\n", encoding="utf-8")
    window = another()
    window.safety.offer_left_work()
    strip = window.safety.recover
    assert strip.words.text().startswith("2 records of unsaved work cannot be read")
    assert strip.restore.isHidden()
    assert strip.give_up.isHidden()
    strip.later.click()
    assert strip.isHidden()
    again = another()
    again.safety.offer_left_work()
    assert not again.safety.offers_work
    assert len(list((journals / "unreadable").iterdir())) == 2


def test_a_part_that_cannot_be_read_is_said(robot: Robot, another: Open, tmp_path: Path) -> None:
    for title in ("One", "Two", "Three"):
        robot.session.edit("Title", lambda pilot_map, t=title: pilot_map.replace(title=t))
    _crash(robot)
    (path,) = (tmp_path / "data" / "journals").glob("*.journal")
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join((*lines[:2], b"{\n", *lines[3:])))
    window = another()
    window.safety.offer_left_work()
    assert "A part of the record cannot be read." in window.safety.recover.words.text()
    window.safety.recover.restore.click()
    assert window.session.map.title == "Three"


def test_restored_work_survives_a_second_crash(robot: Robot, another: Open) -> None:
    robot.capture_lines("one")
    _crash(robot)
    second = another()
    second.safety.offer_left_work()
    second.safety.recover.restore.click()
    second.session.edit("Title", lambda pilot_map: pilot_map.replace(title="Twice"))
    second.autosave.leave()
    third = another()
    third.safety.offer_left_work()
    third.safety.recover.restore.click()
    assert third.session.map.title == "Twice"
    assert [step.name for step in third.session.map.steps if step.name] != []


def test_bringing_work_back_does_not_lose_what_is_open_now(
    robot: Robot, another: Open, prompts: ScriptedPrompts
) -> None:
    robot.capture_lines("one")
    _crash(robot)
    window = another()
    window.safety.offer_left_work()
    window.session.edit("Title", lambda pilot_map: pilot_map.replace(title="Newer"))
    prompts.answers.append("cancel")
    window.safety.recover.restore.click()
    assert window.session.map.title == "Newer"
    assert not window.safety.recover.isHidden()
    prompts.answers.append("discard")
    window.safety.recover.restore.click()
    assert window.session.map.title == ""
    assert window.safety.recover.isHidden()


def test_thrown_away_work_is_not_offered_again(robot: Robot, another: Open) -> None:
    robot.capture_lines("one")
    _crash(robot)
    window = another()
    window.safety.offer_left_work()
    window.safety.recover.give_up.click()
    assert window.safety.recover.isHidden()
    later = another()
    later.safety.offer_left_work()
    assert later.safety.recover.isHidden()


def test_saved_work_is_not_offered(robot: Robot, another: Open, tmp_path: Path) -> None:
    robot.capture_lines("one")
    robot.window.files._write(tmp_path / "one.pilotmap.json")
    _crash(robot)
    window = another()
    window.safety.offer_left_work()
    assert window.safety.recover.isHidden()


def test_restored_work_never_writes_over_what_others_saved_since(
    robot: Robot, another: Open, tmp_path: Path, prompts: ScriptedPrompts
) -> None:
    path = tmp_path / "shared.pilotmap.json"
    save(empty_map("Mine"), path)
    robot.window.files.open(path)
    robot.session.edit("Title", lambda pilot_map: pilot_map.replace(title="Mine, edited"))
    _crash(robot)
    save(empty_map("Theirs"), path)
    window = another()
    window.safety.offer_left_work()
    window.safety.recover.restore.click()
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
    assert window.session.file.path is None
    assert "is open in another window" in window.status.said.text()
    prompts.answers.append(path)
    assert not window.files.save()
    assert "is open in another window" in prompts.told[-1]
    robot.window.files.new()
    prompts.answers.append(path)
    assert window.files.save()


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


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
def test_the_last_edit_before_a_kill_is_there(another: Open, tmp_path: Path) -> None:
    settings = tmp_path / "settings.json"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run(
        [sys.executable, "-c", _KILLED, str(settings)], cwd=PROJECT, env=environment, check=False
    )
    window = another()
    window.safety.offer_left_work()
    window.safety.recover.restore.click()
    assert window.session.map.title == "Typed just now"


_KILLED_WITHIN_A_SAVE = """
import os, signal, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from pilotmap.model.map import empty_map
from pilotmap.ui.session import Session
from pilotmap.ui.settings import Settings
from pilotmap.ui.theme import Look
from pilotmap.ui.window import MainWindow
app = QApplication([])
window = MainWindow(Session(empty_map()), Look(app, "light"), Settings(Path(sys.argv[1])))
window.files.open(Path(sys.argv[2]))
window.session.edit("Title", lambda m: m.replace(title="Being saved"))
real = Path.replace
def replace(path, target):
    is_map = str(target) == sys.argv[2]
    if sys.argv[3] == "after" or not is_map:
        real(path, target)
    if is_map:
        os.kill(os.getpid(), signal.SIGKILL)
Path.replace = replace
window.files.save()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_kill_within_a_save_raises_no_false_alarm(
    another: Open, tmp_path: Path, prompts: ScriptedPrompts, moment: str
) -> None:
    path = tmp_path / "mine.pilotmap.json"
    save(empty_map("As it was"), path)
    ended = subprocess.run(
        [
            sys.executable, "-c", _KILLED_WITHIN_A_SAVE,
            str(tmp_path / "settings.json"), str(path), moment,
        ],
        cwd=PROJECT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=False,
    )  # fmt: skip
    assert ended.returncode == -9
    window = another()
    window.safety.offer_left_work()
    assert window.safety.offers_work is (moment == "before"), "what was saved is not offered"
    if moment == "before":
        assert load(path).title == "As it was"
        window.safety.recover.restore.click()
    else:
        assert load(path).title == "Being saved"
        window.files.open(path)
    window.session.edit("Title", lambda pilot_map: pilot_map.replace(title="Later"))
    assert window.files.save()
    assert prompts.asked == [], "nobody else has changed the file"
    assert load(path).title == "Later"
