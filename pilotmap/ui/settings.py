"""What the window remembers between two runs: theme, size, files opened last."""

import json
from pathlib import Path
from typing import Any, Final

from pilotmap.model.errors import UnwritableFile
from pilotmap.storage.atomic import write_atomically

_MOST_RECENT: Final = 12


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
    def recent(self) -> tuple[Path, ...]:
        """The files opened or saved last, the newest first; those gone since are left out."""
        listed = self._values.get("recent")
        paths = [Path(p) for p in listed if isinstance(p, str)] if isinstance(listed, list) else []
        return tuple(path for path in paths if path.is_file())

    def remember_file(self, path: Path) -> None:
        """Put a file at the head of the list."""
        newest = path.absolute()
        others = [known for known in self.recent if known != newest]
        self._values["recent"] = [str(p) for p in (newest, *others)][:_MOST_RECENT]
        self._write()

    def _write(self) -> None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self._path, json.dumps(self._values, indent=2).encode())
        except (OSError, UnwritableFile):
            return  # what is remembered is a comfort: a home that cannot be written must not stop


def _read(path: Path) -> dict[str, Any]:
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return values if isinstance(values, dict) else {}
