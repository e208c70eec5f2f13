"""Loads and saves a map; what cannot be read is one sentence that says what to do."""

import errno
import json
import os
from collections.abc import Sequence
from io import FileIO
from typing import Any, Final

from pilotmap.language import N_, tr
from pilotmap.model.errors import InvalidMap, MissingKey, NewerFile, UnknownKey, UnreadableFile
from pilotmap.model.map import FORMAT, PilotMap
from pilotmap.model.reading import map_from_json
from pilotmap.storage.atomic import write_atomically
from pilotmap.storage.canonical import to_bytes
from pilotmap.storage.json_text import Unfit, parsed
from pilotmap.storage.migrations import MIGRATIONS, Migration, migrated

__all__ = ["MOST_BYTES", "from_bytes", "load", "save", "to_bytes"]

MOST_BYTES: Final = 20 * 1024 * 1024
_TOO_BIG: Final = N_("is larger than 20 MB, more than any map: choose a file that PilotMap saved")

_FAULTS: Final[dict[int, str]] = {
    errno.ENOENT: N_("does not exist: check the name and the folder"),
    errno.ENOTDIR: N_(
        "does not exist, as a part of its path is a file: check the name and the folder"
    ),
    errno.EISDIR: N_("is a folder, not a file: name a map in it"),
    errno.EACCES: N_("may not be read by you: ask its owner for the right to read it"),
    errno.EPERM: N_("may not be read by you: ask its owner for the right to read it"),
    errno.ENAMETOOLONG: N_("has a name too long for any file: check the name"),
    errno.ELOOP: N_("is a link that leads round in a circle: name the file itself"),
}


def load(path: str | os.PathLike[str]) -> PilotMap:
    """Read the map in a file.

    Raises UnreadableFile: one sentence with the path, what is wrong (for content that breaks a
    rule: the JSON path, the rule and the value) and what to do.
    """
    name = os.fspath(path)
    try:
        data = _read(name)
    except (OSError, ValueError) as error:
        raise UnreadableFile(_said(name, _fault(error))) from error
    return from_bytes(data, name)


def holds_a_map(path: str | os.PathLike[str]) -> bool:
    """Whether a file is a map that can be read, whatever it is called."""
    try:
        load(path)
    except UnreadableFile:
        return False
    return True


def save(pilot_map: PilotMap, path: str | os.PathLike[str]) -> None:
    """Write a map to a file, whole or not at all; raises UnwritableFile with the reason."""
    write_atomically(path, to_bytes(pilot_map))


def from_bytes(data: bytes, name: str, migrations: Sequence[Migration] = MIGRATIONS) -> PilotMap:
    """Read the map in a file's bytes; `name` is what errors call it. Raises UnreadableFile."""
    try:
        if len(data) > MOST_BYTES:
            raise Unfit(tr(_TOO_BIG))
        text, value = parsed(data)
        current = migrated(_as_map(value), migrations)
        return map_from_json(text if current is value else json.dumps(current))
    except Unfit as error:
        raise UnreadableFile(_said(name, str(error))) from error
    except InvalidMap as error:
        words = tr(
            "{name}: {fault}; {advice}.", name=name, fault=error.message, advice=_advice(error)
        )
        raise UnreadableFile(words) from error


def _read(name: str) -> bytes:
    """The bytes of a file, but of one that is too big only enough to tell that it is."""
    with open(name, "rb", buffering=0) as file:  # noqa: PTH123 (a Path would hide a NUL's error)
        if os.fstat(file.fileno()).st_size > MOST_BYTES:
            raise UnreadableFile(_said(name, tr(_TOO_BIG)))
        return _read_most(file, MOST_BYTES + 1)


def _read_most(file: FileIO, most: int) -> bytes:
    read = bytearray()
    while len(read) < most and (piece := file.read(min(1 << 20, most - len(read)))):
        read += piece
    return bytes(read)


def _fault(error: OSError | ValueError) -> str:
    if isinstance(error, ValueError):
        return tr("is no name that a file can have: check the name")
    if error.errno in _FAULTS:
        return tr(_FAULTS[error.errno])
    fault = (error.strerror or type(error).__name__).lower()
    return tr("cannot be read ({fault}): try another copy of it", fault=fault)


def _said(name: str, fault: str) -> str:
    return tr("{name} {fault}.", name=name, fault=fault)


def _as_map(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        words = tr(
            "is not a PilotMap file (its “format” is not “{format}”): choose a file that PilotMap "
            "saved",
            format=FORMAT,
        )
        raise Unfit(words)
    return value


def _advice(error: InvalidMap) -> str:
    if isinstance(error, NewerFile):
        return tr("update PilotMap, then open it again")
    if isinstance(error, UnknownKey):
        return tr("correct its spelling or take it out")
    if isinstance(error, MissingKey):
        return tr("add it, or take an earlier version of the file")
    return tr("correct it there in a text editor, or take an earlier version of the file")
