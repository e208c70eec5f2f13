"""Opens only what is a file: a pipe, a device or a folder of that name would wait or never end."""

import errno
import os
import stat
from pathlib import Path
from typing import IO, Final

_PLAIN: Final = getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)


def open_regular(path: Path, most_bytes: int) -> IO[bytes]:
    """Open a file of at most this size for reading.

    Raises OSError for anything else, ValueError for a name that no file can have.
    """
    descriptor = os.open(path, os.O_RDONLY | _PLAIN)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(errno.EINVAL, "not a file", os.fspath(path))
        if status.st_size > most_bytes:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), os.fspath(path))
        return os.fdopen(descriptor, "rb")
    except BaseException:
        os.close(descriptor)
        raise


def is_other(path: Path) -> bool:
    """Whether something is there that is no file; raises OSError where that cannot be known."""
    try:
        return not stat.S_ISREG(path.stat().st_mode)
    except FileNotFoundError:
        return False
