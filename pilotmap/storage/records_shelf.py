"""Every version of the cases that undo may come back to, found again by its digest.

A map in the history names its cases by their SHA-256; the file beside the map holds only those of
the map as it was saved. So undo, and work that a crash broke off, find all others here.
"""

import contextlib
import time
from pathlib import Path
from typing import Final

from pilotmap.storage.atomic import write_atomically
from pilotmap.storage.records import digest_of

_ENDING: Final = ".csv"
_KEPT_S: Final = 60 * 24 * 3600.0


class RecordsShelf:
    """Keeps files of cases in a folder of its own; what nobody has used for 60 days goes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, data: bytes) -> str:
        """Keep these bytes, and say their digest; raises UnwritableFile, as they would be lost."""
        digest = digest_of(data)
        path = self.path_of(digest)
        if not path.exists():
            self._folder.mkdir(parents=True, exist_ok=True)
            self._clear()
            write_atomically(path, data)
        return digest

    def find(self, digest: str) -> bytes | None:
        """The bytes with this digest, where they were kept and are still what they were."""
        try:
            data = self.path_of(digest).read_bytes()
        except OSError:
            return None
        return data if digest_of(data) == digest else None

    def holds(self, digest: str) -> bool:
        """Whether something was kept under this digest."""
        return self.path_of(digest).exists()

    def path_of(self, digest: str) -> Path:
        """Where something with this digest lies, or would."""
        return self._folder / f"{digest}{_ENDING}"

    def _clear(self) -> None:
        for path in self._folder.glob(f"*{_ENDING}"):
            with contextlib.suppress(OSError):  # another window may have cleared it already
                if time.time() - path.stat().st_mtime > _KEPT_S:
                    path.unlink()
