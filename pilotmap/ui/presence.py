"""Asks whether files are there without ever waiting long: a dead drive answers after minutes."""

import errno
import hashlib
import os
import stat
import time
from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Condition, Thread
from typing import Final, TypeVar

from pilotmap.storage.json_file import MOST_BYTES
from pilotmap.storage.regular import open_regular

Answer = TypeVar("Answer")

_PATIENCE_S: Final = 0.05
_PATIENCE_ONCE_S: Final = 0.5
_STUCK_S: Final = 0.01
_NEVER: Final = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENAMETOOLONG})


class Presence:
    """Remembers what the system said; each file that it is silent about holds one thread, no more.

    What cannot be reached (a folder that may not be entered, a drive with a fault) may be there.
    """

    def __init__(self) -> None:
        self._answers: dict[Path, bool] = {}
        self._open: set[Path] = set()
        self._queue: deque[Path] = deque()
        self._news = Condition()

    def there(self, paths: Sequence[Path]) -> tuple[Path, ...]:
        """Those that are files, as far as that is known within a moment, in their order."""
        with self._news:
            asked = [path for path in paths if path not in self._open]
            self._open.update(asked)
            self._queue.extend(asked)
            self._wait_for(frozenset(paths))
            return tuple(path for path in paths if self._answers.get(path, True))

    def seen(self, paths: Sequence[Path]) -> tuple[Path, ...]:
        """Those of which the system has said that they are there, and does not keep silent now."""
        there = self.there(paths)
        with self._news:
            return tuple(path for path in there if path not in self._open)

    def _wait_for(self, paths: frozenset[Path]) -> None:
        until = time.monotonic() + _PATIENCE_S
        while self._open & paths and time.monotonic() < until:
            if self._queue:  # nobody is at it, or who is waits for a drive that does not answer
                Thread(target=self._ask, daemon=True).start()
            self._news.wait_for(lambda: not self._open & paths, timeout=_STUCK_S)

    def _ask(self) -> None:
        while True:
            with self._news:
                if not self._queue:
                    return
                path = self._queue.popleft()
            answer = _may_be_there(path)
            with self._news:
                self._answers[path] = answer
                self._open.discard(path)
                self._news.notify_all()


def within_a_moment(ask: Callable[[], Answer]) -> Answer | None:
    """What the disk answers; None where it takes longer than a moment."""
    answers: list[Answer] = []
    asking = Thread(target=lambda: answers.append(ask()), daemon=True)
    asking.start()
    asking.join(_PATIENCE_ONCE_S)
    return answers[0] if answers else None


def fingerprint(path: Path) -> str | None:
    """A digest of what a file holds now; None where it cannot be read, or is larger than a map."""
    try:
        with open_regular(path, MOST_BYTES) as file:
            return hashlib.sha256(file.read()).hexdigest()
    except (OSError, ValueError):
        return None


def is_there(path: Path) -> bool:
    """Whether something has this name; what cannot be asked about counts as not there."""
    try:
        os.stat(path)  # noqa: PTH116 (Path.exists raises for some of what may go wrong)
    except (OSError, ValueError):
        return False
    return True


def _may_be_there(path: Path) -> bool:
    try:
        return stat.S_ISREG(os.stat(path).st_mode)  # noqa: PTH116 (likewise)
    except OSError as error:
        return error.errno not in _NEVER
    except ValueError:
        return False
