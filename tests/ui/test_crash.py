import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from pilotmap.ui.crash import CrashReports
from pilotmap.ui.crash_dialog import CrashDialog
from pilotmap.ui.window import MainWindow
from tests.ui.robot import Robot


@pytest.fixture
def reports(robot: Robot) -> CrashReports:
    window = robot.window
    assert isinstance(window, MainWindow)
    return CrashReports(window, window.session, window.autosave)


def report_of(reports: CrashReports, words: str) -> None:
    try:
        try:
            raise KeyError(words)
        except KeyError as error:
            raise RuntimeError(f"no {words}") from error
    except RuntimeError as error:
        reports.report(type(error), error, error.__traceback__)


def the_dialog(robot: Robot) -> CrashDialog:
    (dialog,) = robot.window.findChildren(CrashDialog)
    return dialog


def copied(dialog: CrashDialog) -> str:
    dialog.copy()
    return QGuiApplication.clipboard().text()


def test_a_bug_shows_a_report_to_copy_and_the_map_stays(
    robot: Robot, reports: CrashReports, capsys: pytest.CaptureFixture[str]
) -> None:
    before = robot.map
    report_of(reports, "first fault")
    report_of(reports, "second fault")
    dialog = the_dialog(robot)
    text = copied(dialog)
    assert text.count("\nRuntimeError\n") == 2
    assert text.count("\nKeyError\n") == 2
    assert "in report_of" in text
    assert "PilotMap" in text
    assert "RuntimeError: no first fault" in capsys.readouterr().err
    assert robot.map is before
    dialog.close()


def test_the_words_of_a_fault_are_told_only_when_ticked(
    robot: Robot, reports: CrashReports
) -> None:
    report_of(reports, "Ada’s salary review")
    dialog = the_dialog(robot)
    assert "salary" not in copied(dialog)
    dialog.with_words.click()
    assert "KeyError: 'Ada’s salary review'" in copied(dialog)
    dialog.with_words.click()
    assert "salary" not in copied(dialog)


def test_it_says_that_work_is_safe_only_where_it_is(
    robot: Robot, reports: CrashReports, tmp_path: Path
) -> None:
    robot.capture_lines("Agent: begin")
    report_of(reports, "one")
    dialog = the_dialog(robot)
    assert "every edit is kept on this computer" in dialog.safe.text()
    file = tmp_path / "kept.pilotmap.json"
    robot.session.file.mark_saved(file)
    report_of(reports, "two")
    assert "it is saved in “kept.pilotmap.json”" in dialog.safe.text()


def test_edits_that_are_not_kept_are_not_called_safe(
    robot: Robot, reports: CrashReports, tmp_path: Path
) -> None:
    window = robot.window
    assert isinstance(window, MainWindow)
    (tmp_path / "file").touch()
    robot.capture_lines("Agent: begin")
    assert not window.autosave.keep_in(tmp_path / "file" / "inside")
    report_of(reports, "one")
    assert "save the map under another name now" in the_dialog(robot).safe.text()


def test_what_nothing_caught_is_reported(
    reports: CrashReports, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    reports.install()
    assert sys.excepthook == reports.report
