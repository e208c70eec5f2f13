"""What has changed since a seat signed: from the version that it signed, where that is at hand."""

from contextlib import suppress
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from pilotmap.model.map import PilotMap
from pilotmap.storage.versions import SignedVersions, version_in_git

_NOWHERE: Final[PilotMap | None] = None


class OlderVersions(QObject):
    """Finds signed versions by their meaning: those kept here at once, those in git aside."""

    found = Signal()
    """A search has ended: ask again."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._kept = SignedVersions(folder)
        self._known: dict[str, PilotMap | None] = {}
        self._searching: set[str] = set()
        self._searches: list[_Search] = []
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    def keep(self, pilot_map: PilotMap) -> None:
        """Keep a version because it is being signed."""
        self._kept.keep(pilot_map)

    def forget(self) -> None:
        """Search anew, such as for another file."""
        self._known = {}

    def is_searching(self, wanted: str) -> bool:
        """Whether git is still being asked."""
        return wanted in self._searching

    def version(self, wanted: str, path: Path | None) -> PilotMap | None:
        """The version with this meaning, as far as it is known now."""
        if wanted in self._known:
            return self._known[wanted]
        kept = self._kept.find(wanted)
        self._known[wanted] = kept
        if kept is None and path is not None and wanted not in self._searching:
            self._search(wanted, path)
        return kept

    def wait(self) -> None:
        """Wait until nothing is being searched, such as before the program ends."""
        self._pool.waitForDone()

    def _search(self, wanted: str, path: Path) -> None:
        # kept to the end: the pool of Qt does not keep Python's half alive, and `run` may not
        # have returned when its answer is here
        work = _Search(wanted, path)
        work.setAutoDelete(False)
        work.signals.done.connect(self._take)
        self._searches.append(work)
        self._searching.add(wanted)
        self._pool.start(work)

    def _take(self, wanted: str, version: object) -> None:
        self._searching.discard(wanted)
        self._known[wanted] = version if isinstance(version, PilotMap) else _NOWHERE
        self.found.emit()


class _Signals(QObject):
    done = Signal(str, object)


class _Search(QRunnable):
    def __init__(self, wanted: str, path: Path) -> None:
        super().__init__()
        self._wanted, self._path = wanted, path
        self.signals = _Signals()

    def run(self) -> None:
        version = version_in_git(self._path, self._wanted)
        with suppress(RuntimeError):  # the window is gone: nobody waits for the answer
            self.signals.done.emit(self._wanted, version)
