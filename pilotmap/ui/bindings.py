"""Makes Qt's actions from the table: menus, keys, and when each is enabled."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from pilotmap.language import N_, tr
from pilotmap.ui.action import MENU_WORDS, Action
from pilotmap.ui.workbench import Workbench

_UNDO: Final = (N_("Undo"), N_("Undo: {edit}"))
_REDO: Final = (N_("Redo"), N_("Redo: {edit}"))


class Bindings:
    """The table's actions for one window."""

    def __init__(self, window: QWidget, bench: Workbench, table: tuple[Action, ...]) -> None:
        self._bench = bench
        self.table = table
        self.qt: dict[str, QAction] = {
            action.id: QAction(tr(action.text), window) for action in table
        }
        for action in table:
            self._bind(window, action)
        session = bench.session
        session.map_changed.connect(lambda _old, _new: self.refresh())
        session.selection_changed.connect(self.refresh)
        session.view_changed.connect(self.refresh)
        session.opened.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Enable what can be done now, and say what undo and redo would do."""
        for action in self.table:
            qt = self.qt[action.id]
            qt.setEnabled(action.enabled(self._bench))
            if action.mark is not None:
                qt.setChecked(action.mark(self._bench))
        history = self._bench.session.history
        for name, words, label in (
            ("undo", _UNDO, history.undo_label),
            ("redo", _REDO, history.redo_label),
        ):
            self.qt[name].setText(tr(words[1], edit=label) if label else tr(words[0]))

    def run(self, name: str) -> None:
        """Do what an action does, where it is enabled."""
        self.qt[name].trigger()

    def menu(self, parent: QWidget) -> QMenu:
        """One menu with all actions, a submenu for each part of the table."""
        whole = QMenu(parent)
        for name, words in MENU_WORDS.items():
            part = whole.addMenu(tr(words))
            self.fill(part, tuple(action for action in self.table if action.menu == name))
        whole.aboutToShow.connect(self.refresh)
        return whole

    def editing(self) -> tuple[QAction, ...]:
        """What the map's own keys do to the element selected; walking is left to each area."""
        return tuple(
            self.qt[action.id]
            for action in self.table
            if action.place == "canvas" and action.menu in ("Edit", "Map") and action.id != "rename"
        )

    def fill(self, menu: QMenu, actions: tuple[Action, ...]) -> None:
        """Put actions into a menu, with a line between groups."""
        group = actions[0].group if actions else 0
        for action in actions:
            if action.group != group:
                menu.addSeparator()
                group = action.group
            menu.addAction(self.qt[action.id])

    def _bind(self, window: QWidget, action: Action) -> None:
        qt = self.qt[action.id]
        qt.setShortcuts([QKeySequence(key) for key in action.keys])
        qt.setCheckable(action.mark is not None)
        qt.triggered.connect(lambda: self._run(action))
        contexts = Qt.ShortcutContext
        if action.place == "canvas":
            # the line being typed into is a child of the canvas and needs its letters
            qt.setShortcutContext(contexts.WidgetShortcut)
            self._bench.canvas.addAction(qt)
        else:
            qt.setShortcutContext(contexts.WindowShortcut)
            window.addAction(qt)

    def _run(self, action: Action) -> None:
        action.run(self._bench)
        self.refresh()
