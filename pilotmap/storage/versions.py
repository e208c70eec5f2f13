"""Older versions of a map: those that were signed here, and those in the file's git history."""

import contextlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

from pilotmap.lazy import lazy_imports
from pilotmap.model.errors import PilotMapError
from pilotmap.model.map import PilotMap
from pilotmap.model.meaning import meaning, meanings
from pilotmap.storage.json_file import MOST_BYTES, from_bytes, load, save

with lazy_imports():  # git is asked once in a while
    import subprocess

_ENDING: Final = ".pilotmap.json"
_MOST_REVISIONS: Final = 300
_GIT_S: Final = 10.0


class SignedVersions:
    """Keeps each version that was signed in a folder of its own, found again by its meaning."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, pilot_map: PilotMap) -> None:
        """Keep this version; a folder that cannot be written must not stop a sign-off."""
        path = self._path(meaning(pilot_map))
        if path.exists():
            return
        with contextlib.suppress(OSError, PilotMapError):
            self._folder.mkdir(parents=True, exist_ok=True)
            save(pilot_map, path)

    def find(self, wanted: str) -> PilotMap | None:
        """The version with this meaning, where it was kept and is still what it was."""
        try:
            found = load(self._path(wanted))
        except PilotMapError:
            return None
        return found if wanted in meanings(found) else None

    def _path(self, wanted: str) -> Path:
        return self._folder / f"{wanted}{_ENDING}"


def version_in_git(path: Path, wanted: str) -> PilotMap | None:
    """The newest version with this meaning in the git history of a file; None without git."""
    for data in _versions(path):
        try:
            found = from_bytes(data, path.name)
        except PilotMapError:
            continue
        if wanted in meanings(found):
            return found
    return None


def last_change(path: Path) -> date | None:
    """The day a file changed last: of git's last commit where there is one, else the file's own."""
    if any((folder / ".git").exists() for folder in path.absolute().parents):
        told = _git(path.parent, "log", "-1", "--format=%cs", "--", path.name)
        with contextlib.suppress(ValueError):
            return date.fromisoformat(told.decode("ascii", "replace").strip())
    try:
        return date.fromtimestamp(path.stat().st_mtime)
    except (OSError, OverflowError):
        return None


def _versions(path: Path) -> Iterator[bytes]:
    listed = _git(path.parent, "log", "--format=%H", f"-n{_MOST_REVISIONS}", "--", path.name)
    for revision in listed.decode("ascii", "replace").split():
        data = _git(path.parent, "show", f"{revision}:./{path.name}")
        if 0 < len(data) <= MOST_BYTES:
            yield data


def _git(folder: Path, *words: str) -> bytes:
    """What git prints, nothing where there is no git, no repository, or no answer in time."""
    try:
        ran = subprocess.run(
            ["git", "-C", str(folder), "--literal-pathspecs", *words],
            capture_output=True,
            timeout=_GIT_S,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return b""
    return ran.stdout if ran.returncode == 0 else b""
