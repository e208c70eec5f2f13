"""What the window remembers between two runs: theme, size, files opened last."""

import json
from pathlib import Path
from typing import Any, Final

from pilotmap.model.errors import UnwritableFile
from pilotmap.storage.atomic import write_atomically
from pilotmap.storage.regular import is_other, open_regular

_MOST_RECENT: Final = 12
_MOST_BYTES: Final = 1 << 20
_RECENT: Final = "recent"
_KEPT_IN: Final = "kept_in"


class Settings:
    """One small JSON file; a missing or damaged one counts as empty."""

    def __init__(self, path: Path, data: Path | None = None) -> None:
        self._path = path
        self._data = data or path.parent / "data"
        self._values = _read(path)

    def text(self, key: str, otherwise: str = "") -> str:
        """A remembered text."""
        value = self._values.get(key)
        return value if isinstance(value, str) else otherwise

    def read_anew(self, key: str) -> None:
        """Take what another window of the same person has remembered since."""
        values = _read(self._path)
        if key in values:
            self._values[key] = values[key]

    def remember(self, key: str, value: str) -> None:
        """Keep a text for the next run."""
        if self._values.get(key) != value:
            self._values[key] = value
            self._write()

    @property
    def data(self) -> Path:
        """The folder for what is kept besides: journals, and versions that were signed."""
        return self._data

    @property
    def journals(self) -> tuple[Path, ...]:
        """The folders for journals: the usual one, and one that was chosen as that failed."""
        chosen = self.text(_KEPT_IN)
        return (self._data / "journals", *((Path(chosen),) if chosen else ()))

    def keep_also_in(self, folder: Path) -> None:
        """Look for journals in this folder, too, from the next run on."""
        self.remember(_KEPT_IN, str(folder))

    @property
    def recent(self) -> tuple[Path, ...]:
        """The files opened or saved last, the newest first.

        The disk is not asked whether they are there: a drive that is gone may not answer for long.
        """
        return tuple(Path(name) for name in self._values.get(_RECENT, ()))

    def remember_file(self, path: Path) -> None:
        """Put a file at the head of the list."""
        newest = path.absolute()
        others = [known for known in self.recent if known != newest]
        self._values[_RECENT] = [str(p) for p in (newest, *others)][:_MOST_RECENT]
        self._write()

    def _write(self) -> None:
        try:
            if is_other(self._path):
                return
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self._path, json.dumps(self._values, indent=2).encode())
        except (OSError, UnwritableFile):
            return  # what is remembered is a comfort: a home that cannot be written must not stop


def _read(path: Path) -> dict[str, Any]:
    try:
        with open_regular(path, _MOST_BYTES) as file:
            values = json.loads(file.read(_MOST_BYTES))
    except (OSError, ValueError, RecursionError):
        return {}
    return _fitting(values) if isinstance(values, dict) else {}


def _fitting(values: dict[str, Any]) -> dict[str, Any]:
    """Texts, and the list of files: all that a settings file holds."""
    fitting: dict[str, Any] = {key: text for key, text in values.items() if isinstance(text, str)}
    recent = values.get(_RECENT)
    if isinstance(recent, list):
        fitting[_RECENT] = [name for name in recent if isinstance(name, str)]
    else:
        fitting.pop(_RECENT, None)
    return fitting
