"""Holds the file that a window works on, so that a second window does not write over the first."""

import hashlib
import os
from pathlib import Path

from pilotmap.storage.lock import Lock


class FileLocks:
    """One file at a time; the locks lie in a folder of their own, not beside the map."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file: Path | None = None
        self._lock: Lock | None = None

    def take(self, file: Path) -> bool:
        """Hold this file and let go of the last; False, and nothing changes, where it is held."""
        whole = _real(file)
        if whole == self._file:
            return True
        name = hashlib.sha256(str(whole).encode("utf-8", "surrogatepass")).hexdigest()
        lock = Lock(self._folder / f"{name}.lock")
        if not lock.take():
            return False
        self.release()
        self._file, self._lock = whole, lock
        return True

    def release(self) -> None:
        """Hold no file."""
        if self._lock is not None:
            self._lock.remove()
        self._file = self._lock = None


def _real(file: Path) -> Path:
    """The file that a link leads to; a name that no file can have is told when it is written."""
    try:
        return Path(os.path.realpath(file))  # Path.resolve raises where links lead in a circle
    except (OSError, ValueError):
        return file
