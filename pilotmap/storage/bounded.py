"""Reads files from strangers: never more than so much, and nothing that only looks like a file."""

import os
import stat
from pathlib import Path
from typing import Final

from pilotmap.language import tr
from pilotmap.model.errors import UnreadableFile

SMALL: Final = 1 << 20
"""As many bytes as an identity, a certificate or a list of them may have."""
_NO_WAIT: Final = getattr(os, "O_NONBLOCK", 0)  # else opening a pipe waits for who writes to it


def read_at_most(path: str | os.PathLike[str], most: int) -> bytes:
    """The bytes of a file of at most so many. Raises UnreadableFile."""
    try:
        with open(path, "rb", opener=lambda name, flags: os.open(name, flags | _NO_WAIT)) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise UnreadableFile(
                    tr("{file} is no file but a pipe or a device: name a file.", file=path)
                )
            data = file.read(most + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableFile(
            tr(
                "{file} cannot be read ({reason}): check the name, and that you may read it.",
                file=path,
                reason=reason,
            )
        ) from error
    if len(data) > most:
        raise UnreadableFile(
            tr("{file} is larger than {size} MB.", file=Path(path), size=most >> 20)
        )
    return data
