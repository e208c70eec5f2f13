"""Hands on the forms: what the keyboard does there, and what can be seen of it."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from pilotmap.model.map import PilotMap
from pilotmap.ui.fields.choice import TypedField
from pilotmap.ui.panels.form import Form
from pilotmap.ui.panels.keyboard import field_around
from tests.ui.robot import CTRL, NONE, SHIFT, Robot

Key = Qt.Key
PARTS = (Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_4, Key.Key_5)


def open_part(robot: Robot, pilot_map: PilotMap, number: int) -> Form:
    """Press Ctrl and the number of a part."""
    if robot.map is not pilot_map:
        robot.session.open(pilot_map)
    robot.go_to_canvas()
    robot.press(PARTS[number - 1], held=CTRL)
    form = robot.window.properties.form(robot.window.properties.target.page)  # type: ignore[attr-defined]
    assert isinstance(form, Form)
    return form


def said(control: QWidget) -> str:
    """The words that a control shows as typed."""
    if isinstance(control, QLineEdit):
        return control.text()
    if isinstance(control, QPlainTextEdit | QTextEdit):
        return control.toPlainText()
    field = field_around(control)
    return field.typed.words if isinstance(field, TypedField) else ""


def stops_by_tab(robot: Robot, key: Key = Key.Key_Tab) -> list[QWidget]:
    """Everything that the keyboard comes to until it is where it was."""
    first = robot.focused()
    found = [first]
    while True:
        robot.press(key, held=SHIFT if key == Key.Key_Backtab else NONE)
        if robot.focused() is first:
            return found
        assert robot.focused() not in found, f"{robot.focused()} comes twice, {first} never"
        found.append(robot.focused())


def place(control: QWidget) -> QRect:
    return QRect(control.mapTo(control.window(), QPoint(0, 0)), control.size())


def is_read_after(before: QWidget, after: QWidget) -> bool:
    """Whether one stands below another, or to the right of it in the same row."""
    here, there = place(before), place(after)
    same_row = here.top() < there.center().y() < here.bottom() or (
        there.top() < here.center().y() < there.bottom()
    )
    return there.left() > here.left() if same_row else there.top() > here.top()
