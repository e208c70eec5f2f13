"""A lock that the system lets go of when its process ends, however it ends."""

import contextlib
import errno
import os
import sys
from pathlib import Path
from typing import Final

_MOST_TRIES: Final = 100


class Lock:
    """A file that one process at a time holds; it stays on the disk, empty."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    @property
    def held(self) -> bool:
        """Whether this very lock is held."""
        return self._descriptor is not None

    def take(self) -> bool:
        """Take the lock; False where someone else has it.

        True also where locks cannot be had at all (a folder that may not be written): what a lock
        is for is a comfort, and must not keep anyone from working.
        """
        if self.held:
            return True
        with contextlib.suppress(OSError):
            for _ in range(_MOST_TRIES):
                descriptor = self._open()
                if not self._lock(descriptor):
                    return False
                if self._is_there(descriptor):
                    self._descriptor = descriptor
                    break
                os.close(descriptor)  # its last holder took the file away meanwhile
        return True

    def release(self) -> None:
        """Let go."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def remove(self) -> None:
        """Let go, and take the file away."""
        with contextlib.suppress(OSError):
            self._path.unlink()
        self.release()

    def _open(self) -> int:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            return os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError:  # one that is there can be held where nothing may be written
            return os.open(self._path, os.O_RDONLY)

    def _lock(self, descriptor: int) -> bool:
        """Lock an open file, or close it: False where someone else has the lock."""
        try:
            _lock(descriptor)
        except OSError as error:
            os.close(descriptor)
            if error.errno in _TAKEN:
                return False
            raise  # there are no locks on this disk
        return True

    def _is_there(self, descriptor: int) -> bool:
        try:
            return os.path.samestat(os.fstat(descriptor), self._path.stat())
        except OSError:
            return False


if sys.platform == "win32":
    import msvcrt

    _TAKEN = frozenset({errno.EACCES, errno.EDEADLOCK})

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    _TAKEN = frozenset({errno.EWOULDBLOCK, errno.EACCES})

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
