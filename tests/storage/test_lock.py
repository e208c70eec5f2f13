"""A lock keeps a second window out, and nobody from working where locks cannot be had."""

import errno
import os
from pathlib import Path

import pytest

from pilotmap.storage.lock import Lock

fcntl = pytest.importorskip("fcntl")


def test_one_at_a_time(tmp_path: Path) -> None:
    first, second = Lock(tmp_path / "a.lock"), Lock(tmp_path / "a.lock")
    assert first.take()
    assert not second.take()
    first.remove()
    assert second.take()
    assert second.held


@pytest.mark.parametrize("fault", [errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS, errno.EIO])
def test_a_disk_without_locks_is_not_a_lock_that_someone_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: int
) -> None:
    def flock(_descriptor: int, _operation: int) -> None:
        raise OSError(fault, os.strerror(fault))

    monkeypatch.setattr(fcntl, "flock", flock)
    lock = Lock(tmp_path / "a.lock")
    assert lock.take()
    assert not lock.held


def test_a_folder_that_cannot_be_made_keeps_nobody_out(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    lock = Lock(tmp_path / "file" / "a.lock")
    assert lock.take()
    assert not lock.held


def test_a_lock_file_that_others_keep_taking_away_ends_in_no_circle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.lock"
    real = fcntl.flock

    def flock(descriptor: int, operation: int) -> None:
        real(descriptor, operation)
        path.unlink()

    monkeypatch.setattr(fcntl, "flock", flock)
    lock = Lock(path)
    assert lock.take()
    assert not lock.held
    assert not path.exists()
