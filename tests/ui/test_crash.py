import sys

import pytest
from PySide6.QtGui import QGuiApplication

from pilotmap.ui.crash import CrashReports
from pilotmap.ui.crash_dialog import CrashDialog
from tests.ui.robot import Robot


def report_of(reports: CrashReports, words: str) -> None:
    try:
        raise RuntimeError(words)
    except RuntimeError as error:
        reports.report(type(error), error, error.__traceback__)


def test_a_bug_shows_a_report_to_copy_and_the_map_stays(
    robot: Robot, capsys: pytest.CaptureFixture[str]
) -> None:
    before = robot.map
    reports = CrashReports(robot.window)
    report_of(reports, "first fault")
    report_of(reports, "second fault")
    dialogs = robot.window.findChildren(CrashDialog)
    assert len(dialogs) == 1
    dialogs[0].copy()
    copied = QGuiApplication.clipboard().text()
    assert "RuntimeError: first fault" in copied
    assert "RuntimeError: second fault" in copied
    assert "PilotMap" in copied
    assert "first fault" in capsys.readouterr().err
    assert robot.map is before
    dialogs[0].close()


def test_what_nothing_caught_is_reported(robot: Robot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    reports = CrashReports(robot.window)
    reports.install()
    assert sys.excepthook == reports.report
