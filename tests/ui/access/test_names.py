"""Whatever the keyboard can reach says what it is to a screen reader."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QScrollBar,
    QTabBar,
    QWidget,
)

from pilotmap.model.map import PilotMap
from pilotmap.ui.tables.lower_area import TABS
from tests.ui.robot import Robot


def reachable(whole: QWidget) -> Iterator[QWidget]:
    """What can have the keyboard, the inner parts of Qt's own widgets left out."""
    for widget in (whole, *whole.findChildren(QWidget)):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or widget.focusProxy() is not None:
            continue
        if not widget.isVisible():
            continue
        parent = widget.parent()
        if widget.window() is not whole.window():
            continue  # lists that a field pops up, named by the field
        if isinstance(widget, QScrollBar) or (
            isinstance(parent, QAbstractScrollArea) and widget is parent.viewport()
        ):
            continue
        yield widget


def name_of(widget: QWidget) -> str:
    told = QAccessible.queryAccessibleInterface(widget)
    return str(told.text(QAccessible.Text.Name)).strip()


def nameless(whole: QWidget) -> list[str]:
    return [
        f"{type(widget).__name__} {widget.objectName()} in {type(widget.parent()).__name__}"
        for widget in reachable(whole)
        if not name_of(widget) and not isinstance(widget, QTabBar)
    ]


@pytest.fixture
def window(robot: Robot, support_map: PilotMap) -> QWidget:
    robot.session.open(support_map)
    robot.window.analyzer.begin()  # type: ignore[attr-defined]
    robot.window.analyzer.wait()  # type: ignore[attr-defined]
    QApplication.processEvents()
    return robot.window


def test_every_part_of_gate_1_has_names(window: QWidget) -> None:
    wrong = {}
    for part in range(1, 6):
        window.properties.show_part(part)  # type: ignore[attr-defined]
        QApplication.processEvents()
        if found := nameless(window):
            wrong[part] = found
    assert wrong == {}


def test_the_forms_of_elements_have_names(window: QWidget, robot: Robot) -> None:
    wrong = {}
    pilot_map = robot.map
    for element in (
        *(step.id for step in pilot_map.steps),
        pilot_map.flows[0].id,
        pilot_map.lanes[0].id,
    ):
        robot.session.select(element)
        QApplication.processEvents()
        if found := nameless(window):
            wrong[element] = found
    assert wrong == {}


def test_what_lies_under_the_map_and_over_the_window_has_names(
    window: QWidget, robot: Robot
) -> None:
    below = window.below  # type: ignore[attr-defined]
    wrong = {}
    for name, _ in TABS:
        below.show_page(name)
        QApplication.processEvents()
        if found := nameless(window):
            wrong[name] = found
    sheets = window.sheets  # type: ignore[attr-defined]
    for show in (sheets.show_palette, sheets.show_shortcuts, sheets.show_find):
        show()
        QApplication.processEvents()
        if found := nameless(window):
            wrong[show.__name__] = found
    robot.capture.open()
    window.outline.switch()  # type: ignore[attr-defined]
    QApplication.processEvents()
    if found := nameless(window):
        wrong["capture line and outline"] = found
    assert wrong == {}
