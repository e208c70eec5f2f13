"""Somebody who clicks and types at random meets no fault, and the map is always valid."""

import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from pilotmap.assets import samples
from pilotmap.storage.json_file import load
from tests.ui.robot import Robot

ACTIONS = 25  # `python -m tests.ui.random_hands` goes on for as long as there is time
KEYS = (
    Qt.Key.Key_Tab,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Return,
    Qt.Key.Key_Backspace,
)
TEXTS = ("abc", "20 min", "4", "30 Jun 2027", "-1", "50 %", "x y", "CRM", ": ?!")
LINES = ("a", "step two", "? ok", "> yes", "Agent: do", "/")
ASKING = {
    *("new", "open", "save", "save-as", "export-pdf", "export-picture", "sign-pdf", "check-pdf"),
    *("walk-through", "start-page", "quit"),
}
"""Actions that ask for a file, or about changes that are not saved."""


def select(robot: Robot, chance: random.Random) -> None:
    pilot_map = robot.map
    elements = [
        part.id
        for parts in (pilot_map.steps, pilot_map.flows, pilot_map.lanes, pilot_map.systems)
        for part in parts
    ]
    if elements:
        robot.session.select(chance.choice(elements))


def open_part(robot: Robot, chance: random.Random) -> None:
    robot.window.properties.show_part(chance.randint(1, 5))


def go_in_time(robot: Robot, chance: random.Random) -> None:
    chance.choice((robot.session.undo, robot.session.undo, robot.session.redo))()


def use_a_field(robot: Robot, chance: random.Random) -> None:
    kinds = (QLineEdit, QPlainTextEdit, QComboBox, QCheckBox, QPushButton)
    every = robot.window.properties.findChildren(QWidget)
    fields = [widget for widget in every if widget.isVisible() and isinstance(widget, kinds)]
    if not fields:
        return
    field = chance.choice(fields)
    field.setFocus()
    if isinstance(field, QLineEdit | QPlainTextEdit):
        if chance.random() < 0.5:
            field.selectAll()
        QTest.keyClicks(field, chance.choice(TEXTS))
        QTest.keyClick(field, chance.choice(KEYS))
    elif isinstance(field, QComboBox) and field.count():
        field.setCurrentIndex(chance.randrange(field.count()))
        field.activated.emit(field.currentIndex())
    elif isinstance(field, QCheckBox | QPushButton):
        field.click()


def use_a_finding(robot: Robot, chance: random.Random) -> None:
    rows = robot.window.findings.model.rows
    if rows:
        row = chance.randrange(len(rows))
        robot.window.findings.do(row, chance.choice(rows[row].deeds))


def run_an_action(robot: Robot, chance: random.Random) -> None:
    actions = robot.window.bindings.qt
    possible = [name for name, qt in actions.items() if qt.isEnabled() and name not in ASKING]
    robot.window.bindings.run(chance.choice(possible))


def press_a_key(robot: Robot, chance: random.Random) -> None:
    focus = QApplication.focusWidget()
    if focus is not None and not isinstance(focus, QToolButton):  # a menu would wait for a person
        QTest.keyClick(focus, chance.choice(KEYS))


def type_a_line(robot: Robot, chance: random.Random) -> None:
    focus = QApplication.focusWidget()
    if focus is not None and not isinstance(focus, QToolButton):
        QTest.keyClicks(focus, chance.choice(LINES))


def pause(robot: Robot, chance: random.Random) -> None:
    QTest.qWait(chance.choice((1, 50)))


DEEDS: tuple[tuple[int, Callable[[Robot, random.Random], None]], ...] = (
    (17, select),
    (8, open_part),
    (8, go_in_time),
    (24, use_a_field),
    (6, use_a_finding),
    (14, run_an_action),
    (10, press_a_key),
    (5, type_a_line),
    (5, pause),
)


@pytest.mark.slow
@pytest.mark.parametrize("sample", [path.name for path in samples()])
def test_random_use(robot: Robot, qtbot: QtBot, sample: str) -> None:
    chance = random.Random(sample)
    robot.session.open(load(next(path for path in samples() if path.name == sample)))
    weights, deeds = zip(*DEEDS, strict=True)
    for _ in range(ACTIONS):
        chance.choices(deeds, weights)[0](robot, chance)
    robot.window.analyzer.wait()
    pilot_map = robot.map
    assert type(pilot_map).model_validate(pilot_map.model_dump()) == pilot_map
