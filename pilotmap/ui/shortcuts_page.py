"""The `?` page: every key of the table, by menu, and how the mouse is used."""

from html import escape
from typing import Final

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from pilotmap.ui.action import Action, Menu
from pilotmap.ui.fields.field import LeaveWatch
from pilotmap.ui.palette import key_words
from pilotmap.ui.panels.form import section
from pilotmap.ui.panels.pieces import scrolling
from pilotmap.ui.sheet import Sheet

_COLUMNS: Final[tuple[tuple[Menu, ...], ...]] = (("Map", "View"), ("Edit", "Go"), ("File", "Help"))
_MOUSE: Final = (
    ("Double click in a lane", "a step there"),
    ("Drag from a step’s edge", "a flow"),
    ("Drag a step", "another lane, or a place of its own"),
    ("Drag a lane’s head", "another order of lanes"),
    ("Wheel", "scrolls"),
    ("Ctrl and wheel", "larger or smaller at the pointer"),
    ("Space and drag, or middle button", "moves the view"),
)


class ShortcutsPage(Sheet):
    """Made from the table that binds the keys, so it cannot be out of date."""

    def __init__(self, window: QWidget, actions: tuple[Action, ...]) -> None:
        super().__init__(window, 960, 620)
        content = QWidget()
        columns = QHBoxLayout(content)
        columns.setContentsMargins(10, 4, 10, 10)
        columns.setSpacing(34)
        for menus in _COLUMNS:
            column = QVBoxLayout()
            column.setSpacing(6)
            for menu in menus:
                column.addWidget(section(menu))
                column.addLayout(_table(_rows(actions, menu)))
                column.addSpacing(10)
            if "File" in menus:
                column.addWidget(section("Mouse"))
                column.addLayout(_table(_MOUSE))
            column.addStretch(1)
            columns.addLayout(column, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 16, 10, 12)
        self._area = scrolling(content)
        outer.addWidget(self._area)
        self.setFocusProxy(self._area)
        LeaveWatch(self._area, self.focus_gone)


def _rows(actions: tuple[Action, ...], menu: Menu) -> tuple[tuple[str, str], ...]:
    return tuple(
        (key_words([QKeySequence(key) for key in action.keys]), action.text.removesuffix(" …"))
        for action in actions
        if action.menu == menu and action.keys
    )


def _table(rows: tuple[tuple[str, str], ...]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(5)
    grid.setColumnStretch(1, 1)
    for number, (keys, words) in enumerate(rows):
        key = QLabel(f"<b>{escape(keys)}</b>")
        key.setWordWrap(True)
        text = QLabel(words)
        text.setProperty("kind", "soft")
        text.setWordWrap(True)
        grid.addWidget(key, number, 0)
        grid.addWidget(text, number, 1)
    return grid
