"""What others do to the open file is seen when one comes back to the window."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pilotmap.model.map import empty_map
from pilotmap.storage.journal_found import left_behind
from pilotmap.storage.json_file import load, save
from pilotmap.ui.presence import fingerprint
from tests.ui.robot import Robot
from tests.ui.scripted_prompts import ScriptedPrompts

ComeBack = Callable[[], str]


@pytest.fixture
def file(robot: Robot, tmp_path: Path) -> Path:
    path = tmp_path / "shared.pilotmap.json"
    save(empty_map("As opened"), path)
    robot.window.files.open(path)
    return path


@pytest.fixture
def come_back(robot: Robot, qtbot: QtBot) -> ComeBack:
    """Comes back to the window; what it says."""

    def coming() -> str:
        outside = robot.window.files.outside
        robot.window.status.said.clear()
        outside.look()
        qtbot.waitUntil(lambda: not outside._aside.is_at_work)
        return robot.window.status.said.text()

    return coming


def retitle(robot: Robot, title: str) -> None:
    robot.session.edit("Title", lambda pilot_map: pilot_map.replace(title=title))


def test_a_file_that_only_others_changed_is_loaded_anew_with_undo(
    robot: Robot, file: Path, come_back: ComeBack
) -> None:
    retitle(robot, "Mine")
    assert robot.window.files.save()
    save(empty_map("Theirs"), file)
    assert "“shared.pilotmap.json” was changed by someone else and is loaded anew" in come_back()
    assert robot.map.title == "Theirs"
    assert not robot.window.isWindowModified()
    assert come_back() == ""
    robot.undo()
    assert robot.map.title == "Mine"
    assert robot.window.isWindowModified()
    assert robot.window.files.save(), "and nobody is asked: what they saved was seen"
    assert load(file).title == "Mine"


def test_a_file_that_both_changed_is_said_once_and_stays_theirs(
    robot: Robot, file: Path, come_back: ComeBack, prompts: ScriptedPrompts
) -> None:
    retitle(robot, "Mine")
    save(empty_map("Theirs"), file)
    assert "saving asks what to do" in come_back()
    assert come_back() == "", "it was said"
    assert robot.map.title == "Mine"
    prompts.answers = ["cancel"]
    assert not robot.window.files.save()
    assert load(file).title == "Theirs"
    save(empty_map("Theirs, too"), file)
    assert "saving asks what to do" in come_back()


@pytest.mark.parametrize("modified", [True, False])
def test_a_file_that_is_gone_is_said(
    robot: Robot, file: Path, come_back: ComeBack, modified: bool
) -> None:
    if modified:
        retitle(robot, "Mine")
    file.rename(file.with_name("elsewhere.pilotmap.json"))
    assert "was deleted, renamed or moved" in come_back()
    assert come_back() == ""
    assert robot.session.file.path == file
    file.with_name("elsewhere.pilotmap.json").rename(file)
    assert come_back() == ""


@pytest.mark.parametrize("content", ["{", json.dumps({"format": "other"}), ""])
def test_a_file_that_is_no_map_any_more_is_said_and_the_work_stays(
    robot: Robot, file: Path, come_back: ComeBack, prompts: ScriptedPrompts, content: str
) -> None:
    file.write_text(content, encoding="utf-8")
    assert "changed by someone else" in come_back()
    assert robot.map.title == "As opened"
    prompts.answers = ["cancel"]
    retitle(robot, "Mine")
    assert not robot.window.files.save()
    assert file.read_text(encoding="utf-8") == content


def test_own_saves_are_no_news(robot: Robot, file: Path, come_back: ComeBack) -> None:
    outside = robot.window.files.outside
    retitle(robot, "Mine")
    outside.look()
    assert robot.window.files.save(), "while the disk is still being asked"
    assert come_back() == ""
    assert robot.map.title == "Mine"
    assert file.exists()


def test_coming_back_to_the_window_looks(robot: Robot, file: Path, qtbot: QtBot) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    save(empty_map("Theirs"), file)
    robot.window.activateWindow()
    qtbot.waitUntil(lambda: robot.map.title == "Theirs")


def test_a_reload_survives_a_crash(
    robot: Robot, file: Path, come_back: ComeBack, tmp_path: Path
) -> None:
    retitle(robot, "Mine")
    robot.window.files.save()
    save(empty_map("Theirs"), file)
    come_back()
    retitle(robot, "Both")
    robot.window.autosave.leave()
    ((found, held),) = left_behind([tmp_path / "data" / "journals"], lambda _: None).work
    held.lock.release()
    assert found.saved == empty_map("Theirs")
    assert found.digest == fingerprint(file)
    assert [state.map.title for state in found.states] == ["As opened", "Mine", "Theirs", "Both"]
