"""Reads the map in a file, or the one inside an exported PDF."""

import errno
from datetime import datetime
from pathlib import Path
from typing import Final, NamedTuple

from pilotmap.language import tr
from pilotmap.lazy import lazy_imports
from pilotmap.model.errors import UnreadableFile
from pilotmap.model.map import PilotMap
from pilotmap.storage.json_file import load
from pilotmap.storage.regular import is_other, open_regular
from pilotmap.ui.presence import fingerprint

with lazy_imports():  # opening a PDF is rare, and its libraries are slow to load
    from pilotmap.report import attachment

_LARGEST_PDF: Final = 200_000_000


class Found(NamedTuple):
    """A map that was read, and the file that it is to be saved to."""

    map: PilotMap
    path: Path | None
    digest: str | None = None
    """What the file held just before it was read."""


def read(path: Path) -> Found:
    """Read a map, or the map inside an exported PDF, which then belongs to no file yet.

    Raises PilotMapError with the reason.
    """
    if _is_other(path):
        raise UnreadableFile(
            tr(
                "{path} is no file but a pipe or a device: choose a file that PilotMap saved.",
                path=path,
            )
        )
    if path.suffix.lower() != ".pdf":
        digest = fingerprint(path)
        return Found(load(path), path, digest)
    return Found(attachment.map_of_pdf(_pdf(path), path.name), None)


def _pdf(path: Path) -> bytes:
    try:
        with open_regular(path, _LARGEST_PDF) as file:
            return file.read()
    except OSError as error:
        too_large = tr("it is larger than 200 MB, more than any document of a map")
        reason = too_large if error.errno == errno.EFBIG else error.strerror
        raise UnreadableFile(
            tr("{path} cannot be read: {reason}.", path=path, reason=reason)
        ) from error


def _is_other(path: Path) -> bool:
    try:
        return is_other(path) and not path.is_dir()
    except (OSError, ValueError):
        return False  # who reads it says what is wrong


def changed_at(path: Path) -> datetime | None:
    """When a file was written; None where the system does not say, or names no time there is."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime)
    except (OSError, ValueError, OverflowError):
        return None
