"""Keeps what a file held before it was saved over: five dated copies of each, some time apart."""

import hashlib
import os
import secrets
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from pilotmap.storage.json_file import MOST_BYTES
from pilotmap.storage.regular import open_regular

_MOST: Final = 5
_APART: Final = timedelta(minutes=10)
_DATED: Final = "%Y-%m-%d %H-%M-%S"
_ENDING: Final = ".pilotmap.json"


class Backups:
    """Copies in a folder of the user's own, so that nobody else's folder fills up."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, path: Path, now: datetime) -> None:
        """Copy what the file holds, unless a copy is hardly older; it must not stop a save."""
        with suppress(OSError, ValueError):
            kept = self.of(path)
            if kept and abs(now - _date_of(kept[0])) < _APART:
                return
            with open_regular(path, MOST_BYTES) as file:
                data = file.read()
            if kept and kept[0].read_bytes() == data:
                return
            place = self.place(path)
            place.mkdir(parents=True, exist_ok=True)
            _write(place / f"{now:{_DATED}}{_ENDING}", data)
            for old in self.of(path)[_MOST:]:
                old.unlink()

    def of(self, path: Path) -> tuple[Path, ...]:
        """The copies of a file, the newest first."""
        try:
            names = os.listdir(self.place(path))  # noqa: PTH208 (a folder that is not there raises)
        except OSError:
            return ()
        dated = [self.place(path) / name for name in names if _is_dated(name)]
        return tuple(sorted(dated, reverse=True))

    def place(self, path: Path) -> Path:
        """The folder with the copies of a file."""
        whole = os.fspath(path.absolute())
        digest = hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()
        name = path.name.removesuffix(_ENDING).encode("ascii", "replace").decode().replace("?", "_")
        return self._folder / f"{name[:60]}-{digest[:12]}"


def _write(path: Path, data: bytes) -> None:
    beside = path.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise


def _is_dated(name: str) -> bool:
    try:
        return bool(_date_of(Path(name)))
    except ValueError:
        return False


def _date_of(path: Path) -> datetime:
    return datetime.strptime(path.name.removesuffix(_ENDING), _DATED)
