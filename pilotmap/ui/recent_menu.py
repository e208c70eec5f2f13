"""The files opened last, as a menu after Open."""

from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from pilotmap.ui.files import Files


class RecentMenu:
    """Filled each time it is shown."""

    def __init__(self, whole: QMenu, after: QAction, files: Files) -> None:
        self._files = files
        self._menu = QMenu("Open recent", whole)
        file_menu = next(a.menu() for a in whole.actions() if after in _actions_of(a.menu()))
        if isinstance(file_menu, QMenu):
            actions = file_menu.actions()
            file_menu.insertMenu(actions[actions.index(after) + 1], self._menu)
            file_menu.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self._menu.clear()
        recent = self._files.recent
        self._menu.setEnabled(bool(recent))
        for path in recent:
            action = self._menu.addAction(f"{path.name}  ({path.parent.name})")
            action.setToolTip(str(path))
            action.triggered.connect(lambda _=False, p=path: self._open(p))

    def _open(self, path: Path) -> None:
        self._files.open(path)


def _actions_of(menu: object) -> list[QAction]:
    return menu.actions() if isinstance(menu, QMenu) else []
