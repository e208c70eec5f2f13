"""A disk under the journals that fails where a test says, below Python's own calls."""

import errno
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import pytest

Call = Literal["open", "write", "fsync"]


class Disk:
    """Counts what is asked of files that end in `.journal`, and fails those calls it is told to."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.calls: list[Call] = []
        self.fails: Callable[[int, Call], int] = lambda _number, _call: 0
        """The error number for a call, by its place among all; 0 lets it pass."""
        self._ours: set[int] = set()
        self._guard = threading.Lock()
        self._real = {name: getattr(os, name) for name in ("open", "write", "fsync", "dup")}
        for name in self._real:
            monkeypatch.setattr(os, name, getattr(self, f"_{name}"))

    def _fault(self, call: Call) -> int:
        with self._guard:
            self.calls.append(call)
            return self.fails(len(self.calls) - 1, call)

    def _open(self, path: Any, flags: int, *how: Any, **also: Any) -> int:
        ours = os.fspath(path).endswith(".journal") and flags & os.O_WRONLY
        if ours and (fault := self._fault("open")):
            raise OSError(fault, os.strerror(fault), path)
        descriptor: int = self._real["open"](path, flags, *how, **also)
        (self._ours.add if ours else self._ours.discard)(descriptor)
        return descriptor

    def _dup(self, descriptor: int) -> int:
        made: int = self._real["dup"](descriptor)
        (self._ours.add if descriptor in self._ours else self._ours.discard)(made)
        return made

    def _write(self, descriptor: int, data: Any) -> int:
        if descriptor in self._ours and (fault := self._fault("write")):
            self._real["write"](descriptor, bytes(data)[: len(data) // 2])
            raise OSError(fault, os.strerror(fault))
        return int(self._real["write"](descriptor, data))

    def _fsync(self, descriptor: int) -> None:
        if descriptor in self._ours and (fault := self._fault("fsync")):
            raise OSError(fault, os.strerror(fault))
        self._real["fsync"](descriptor)


FULL, FAULT = errno.ENOSPC, errno.EIO
ON_LINUX = sys.platform == "linux"


def litter(folder: Path) -> list[str]:
    """What lies in the folder of journals."""
    return sorted(path.name for path in folder.rglob("*") if path.is_file())
