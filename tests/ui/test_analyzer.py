"""Findings and figures follow in a pause, once, and never outlive the window."""

from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pilotmap.model.edits.fields import edit_map
from pilotmap.ui.session import Session
from pilotmap.ui.settings import Settings
from pilotmap.ui.theme import Look
from pilotmap.ui.window import MainWindow
from tests.benchmarks.generate import swimlanes
from tests.builders import map_of
from tests.ui.robot import Robot

PARALLEL = "Sales: Order in\n& Check the stock [5min]\n& Check the credit [2h]\n&&\n. Done"


def test_the_figures_under_parallel_work_are_computed_once(robot: Robot, qtbot: QtBot) -> None:
    analyzer = robot.window.analyzer
    with qtbot.waitSignal(analyzer.ready):
        robot.session.open(map_of(PARALLEL))
    verdict, derived = analyzer.verdict, robot.session.derived
    assert verdict is not None
    assert verdict.map is robot.map
    assert verdict.figures.elapsed_p90 is not None
    assert verdict.figures is derived.figures
    assert verdict.findings is derived.findings
    assert "quick_figures" not in vars(derived), "the findings rest on the figures that are there"


def test_typing_goes_on_while_a_large_map_is_judged(robot: Robot, qtbot: QtBot) -> None:
    analyzer = robot.window.analyzer
    robot.session.open(swimlanes(300, seed=3))
    QTest.qWait(400)
    for title in ("A", "Ab", "Abc"):
        robot.session.edit(
            "Title", lambda pilot_map, t=title: edit_map(pilot_map, title=t), "title"
        )
    qtbot.waitUntil(lambda: analyzer.verdict is not None and analyzer.verdict.map is robot.map)


def test_a_window_closed_while_its_map_is_judged_leaves_in_peace(
    qtbot: QtBot, look: Look, tmp_path: Path
) -> None:
    session = Session(swimlanes(400, seed=5))
    window = MainWindow(session, look, Settings(tmp_path / "settings.json"))
    window.show()
    window.analyzer.begin()
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
    QTest.qWait(50)
