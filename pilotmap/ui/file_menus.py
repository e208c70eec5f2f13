"""The menus after Open: files opened last, and the sample maps."""

import json
from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from pilotmap.assets import samples
from pilotmap.language import tr
from pilotmap.ui.files import Files
from pilotmap.ui.path_words import path_words


class FileMenus:
    """Filled each time the menu they are in is shown."""

    def __init__(self, whole: QMenu, after: QAction, files: Files) -> None:
        self._files = files
        self.recent = QMenu(tr("Open recent"), whole)
        self.samples = QMenu(tr("Open a sample map"), whole)
        inside = next(m for a in whole.actions() if after in _actions_of(m := a.menu()))
        if isinstance(inside, QMenu):
            actions = inside.actions()
            before = actions[actions.index(after) + 1]
            for menu in (self.recent, self.samples):
                inside.insertMenu(before, menu)
            inside.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        recent = [
            (path_words(f"{path.name}  ({path.parent.name})"), path) for path in self._files.recent
        ]
        _refill(self.recent, recent, self._files.open)
        shipped = [(words_of(path), path) for path in samples()]
        _refill(self.samples, shipped, self._files.open_copy)


def _refill(menu: QMenu, entries: list[tuple[str, Path]], run: Callable[[Path], object]) -> None:
    menu.clear()
    menu.setEnabled(bool(entries))
    for words, path in entries:
        action = menu.addAction(words)
        action.setToolTip(path_words(path))
        action.triggered.connect(lambda _=False, p=path: run(p))


def words_of(path: Path) -> str:
    """What a shipped map is called: its title, in its own language."""
    title: str = json.loads(path.read_bytes())["title"]
    return title


def _actions_of(menu: object) -> list[QAction]:
    return menu.actions() if isinstance(menu, QMenu) else []
