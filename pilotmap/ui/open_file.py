"""Which file the open map belongs to, and whether it differs from what that file holds."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from pilotmap.model.history import History


class OpenFile(QObject):
    """The place on the disk of the map that is worked on."""

    changed = Signal()
    """Another path, or saved, or modified since."""

    def __init__(self, history: History, path: Path | None) -> None:
        super().__init__()
        self._history, self._path = history, path
        self._is_modified = history.is_modified

    @property
    def path(self) -> Path | None:
        """The file that the map came from or was saved to."""
        return self._path

    @property
    def is_modified(self) -> bool:
        """Whether the map differs from its file."""
        return self._is_modified

    def begin(self, history: History, path: Path | None) -> None:
        """Belong to other work from now on; whoever calls says so."""
        self._history, self._path = history, path
        self._is_modified = history.is_modified

    def note_edit(self) -> None:
        """The map is another; it may differ from its file now, or no longer."""
        if self._is_modified != self._history.is_modified:
            self._is_modified = self._history.is_modified
            self.changed.emit()

    def mark_saved(self, path: Path) -> None:
        """Remember the map as it is now as what the file at the path holds."""
        self._history.mark_saved()
        self.begin(self._history, path)
        self.changed.emit()

    def mark_unsaved(self) -> None:
        """Say that no file holds this map, such as one that came from a PDF."""
        self._history.mark_unsaved()
        self.note_edit()

    def forget(self) -> None:
        """Say that the map belongs to no file, as its file is held by another window."""
        self._history.mark_unsaved()
        self.begin(self._history, None)
        self.changed.emit()
