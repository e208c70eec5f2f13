"""What the window works on: the open map with its history, its path, the selection, the view."""

from collections.abc import Callable
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal

from pilotmap.model.errors import EditRefused
from pilotmap.model.history import History
from pilotmap.model.map import PilotMap

View = Literal["today", "with-ai"]


class Session(QObject):
    """One open map. Panels and canvas listen here and compare old and new by id."""

    map_changed = Signal(object, object)
    """The map before and the map now; selection is already valid for the new one."""
    selection_changed = Signal()
    view_changed = Signal()
    file_changed = Signal()
    """Another path, or saved, or modified since."""
    refused = Signal(str)
    """An edit could not be done; the reason is one sentence for the user."""

    def __init__(self, first: PilotMap, path: Path | None = None) -> None:
        super().__init__()
        self._history = History(first)
        self._path = path
        self._selection: str | None = None
        self._view: View = "today"

    @property
    def map(self) -> PilotMap:
        """The map as it is now."""
        return self._history.map

    @property
    def path(self) -> Path | None:
        """The file that the map came from or was saved to."""
        return self._path

    @property
    def history(self) -> History:
        """The undo history, to be read; edits go through `commit` and `edit`."""
        return self._history

    @property
    def selection(self) -> str | None:
        """The id of the selected step, flow or lane."""
        return self._selection

    @property
    def view(self) -> View:
        """Which of the two pictures the canvas shows."""
        return self._view
