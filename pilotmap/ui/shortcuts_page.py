"""The `?` page: every key of the table, by menu, how the mouse is used, and what can be typed."""

from html import escape
from typing import Final

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from pilotmap.language import N_, tr
from pilotmap.ui.action import MENU_WORDS, Action, Menu
from pilotmap.ui.capture.forms import FORMS, KEYWORDS
from pilotmap.ui.fields.field import LeaveWatch
from pilotmap.ui.palette import key_words
from pilotmap.ui.panels.form import section
from pilotmap.ui.panels.pieces import scrolling
from pilotmap.ui.sheet import Sheet

_COLUMNS: Final[tuple[tuple[Menu, ...], ...]] = (("Map", "View"), ("Edit", "Go"), ("File", "Help"))
_MOUSE: Final = (
    (N_("Double click in a lane"), N_("a step there")),
    (N_("Drag from a step’s edge"), N_("a flow")),
    (N_("Drag a step"), N_("another lane, or a place of its own")),
    (N_("Drag a lane’s head"), N_("another order of lanes")),
    (N_("Drag over empty ground"), N_("selects the steps it touches")),
    (N_("Shift or Ctrl and click"), N_("into the selection, or out of it")),
    (N_("Click on a pin"), N_("lets the step find its place")),
    (N_("Wheel"), N_("scrolls")),
    (N_("Ctrl and wheel"), N_("larger or smaller at the pointer")),
    (N_("Space and drag, or middle button"), N_("moves the view")),
)


class ShortcutsPage(Sheet):
    """Made from the table that binds the keys, so it cannot be out of date."""

    def __init__(self, window: QWidget, actions: tuple[Action, ...]) -> None:
        super().__init__(window, 960, 620)
        content = QWidget()
        rows = QVBoxLayout(content)
        rows.setContentsMargins(10, 4, 10, 10)
        columns = QHBoxLayout()
        columns.setSpacing(34)
        rows.addLayout(columns)
        rows.addWidget(section(tr("Typed lines")))
        rows.addLayout(_forms())
        for menus in _COLUMNS:
            column = QVBoxLayout()
            column.setSpacing(6)
            for menu in menus:
                column.addWidget(section(tr(MENU_WORDS[menu]).replace("&", "")))
                column.addLayout(_table(_rows(actions, menu)))
                column.addSpacing(10)
            if "File" in menus:
                column.addWidget(section(tr("Mouse")))
                column.addLayout(_table(tuple((tr(how), tr(does)) for how, does in _MOUSE)))
            column.addStretch(1)
            columns.addLayout(column, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 16, 10, 12)
        self._area = scrolling(content)
        outer.addWidget(self._area)
        self.setFocusProxy(self._area)
        LeaveWatch(self._area, self.focus_gone)


def _forms() -> QHBoxLayout:
    said = tuple((tr(form, **KEYWORDS), tr(does)) for form, does in FORMS)
    halves = QHBoxLayout()
    halves.setSpacing(34)
    for half in (said[: len(said) // 2], said[len(said) // 2 :]):
        column = QVBoxLayout()
        column.addLayout(_table(half))
        column.addStretch(1)
        halves.addLayout(column, 1)
    return halves


def _rows(actions: tuple[Action, ...], menu: Menu) -> tuple[tuple[str, str], ...]:
    return tuple(
        (key_words([QKeySequence(key) for key in action.keys]), tr(action.text).removesuffix(" …"))
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
