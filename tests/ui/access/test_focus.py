"""Whatever has the keyboard looks different from what has not, in every theme."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from pilotmap.model.map import PilotMap
from pilotmap.ui.tables.lower_area import TABS
from pilotmap.ui.theme import Look, ThemeChoice
from tests.ui.access.test_names import reachable
from tests.ui.robot import Robot


def seen(widget: QWidget) -> QImage:
    """What the window shows where a widget stands, with a little around it."""
    window = widget.window()
    at = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()).adjusted(-3, -3, 3, 3)
    return window.grab(at).toImage()


def unmarked(window: QWidget) -> list[str]:
    elsewhere = window.status  # type: ignore[attr-defined]
    elsewhere.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    wrong = []
    for widget in list(reachable(window)):
        if not widget.isEnabled() or widget.visibleRegion().isEmpty() or widget is elsewhere:
            continue
        elsewhere.setFocus()
        before = seen(widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if QApplication.focusWidget() is widget and seen(widget) == before:
            said = widget.text()[:30] if isinstance(widget, QLabel) else widget.accessibleName()
            wrong.append(f"{type(widget).__name__} {said!r}")
    return wrong


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_the_keyboard_is_always_seen(
    robot: Robot, look: Look, support_map: PilotMap, theme: ThemeChoice
) -> None:
    look.choose(theme)
    window = robot.window
    robot.session.open(support_map)
    window.analyzer.begin()  # type: ignore[attr-defined]
    window.analyzer.wait()  # type: ignore[attr-defined]
    QApplication.processEvents()
    found: dict[str, list[str]] = {}
    window.outline.switch()  # type: ignore[attr-defined]
    for part in range(1, 6):
        window.properties.show_part(part)  # type: ignore[attr-defined]
        QApplication.processEvents()
        found[f"part {part}"] = unmarked(window)
    for name, _ in TABS:
        window.below.show_page(name)  # type: ignore[attr-defined]
        QApplication.processEvents()
        found[name] = unmarked(window)
    robot.select("Known issue?")
    QApplication.processEvents()
    found["decision"] = unmarked(window)
    look.choose("light")
    assert {place: wrong for place, wrong in found.items() if wrong} == {}
