"""Writes a file whole or not at all: beside the target, flushed to the disk, then put in place."""

import contextlib
import errno
import os
import re
import secrets
import stat
import sys
import time
from pathlib import Path
from typing import Final

from pilotmap.language import N_, tr
from pilotmap.model.errors import UnwritableFile

_BESIDE: Final = re.compile(r"\.pilotmap-[0-9a-f]{16}\.tmp")
_STALE_S: Final = 3600.0
_PATIENCE_S: Final = 2.0
_PAUSE_S: Final = 0.05
_PASSING: Final = frozenset({errno.EACCES, errno.EPERM, errno.EBUSY, errno.EAGAIN, errno.ETXTBSY})
"""What the system says where somebody else holds a file open for a moment."""
_REASONS: Final[dict[int, str]] = {
    errno.ENOSPC: N_("no space is left on the disk; make room, then save again"),
    errno.EDQUOT: N_("no space is left in your quota; make room, then save again"),
    errno.EFBIG: N_("it is larger than this disk or account allows; save it elsewhere"),
    errno.EACCES: N_("permission is denied; save it elsewhere or ask for the right to write there"),
    errno.EPERM: N_("permission is denied; save it elsewhere or ask for the right to write there"),
    errno.EROFS: N_("the disk is read-only; save it elsewhere"),
    errno.EISDIR: N_("a folder has this name; choose another name"),
    errno.ENOENT: N_("its folder does not exist; make the folder first or choose another"),
    errno.ENOTDIR: N_("a part of its path is a file, not a folder; choose another folder"),
    errno.ENAMETOOLONG: N_("the name is too long; choose a shorter one"),
    errno.ELOOP: N_("its links lead round in a circle; choose another name"),
    errno.EIO: N_("the disk reports a fault; save it elsewhere"),
}


def write_atomically(path: str | os.PathLike[str], data: bytes) -> None:
    """Replace a file's content at once; after any failure the old content is still there.

    Follows symlinks to the real file, keeps its further names, permission bits, owner and extended
    attributes, and flushes file and folder to the disk. Writes straight into what cannot be
    replaced (a device, a pipe).
    Raises UnwritableFile with the reason.
    """
    try:
        _write(os.path.realpath(path), data)
    except (OSError, ValueError) as error:
        raise UnwritableFile(
            tr("{path} cannot be written: {reason}.", path=os.fspath(path), reason=_reason(error))
        ) from error


def _write(target: str, data: bytes) -> None:
    old = _state(target)
    if old is not None and stat.S_ISDIR(old.st_mode):
        raise IsADirectoryError(errno.EISDIR, "is a folder", target)
    if old is not None and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "is read-only", target)
    if old is not None and not stat.S_ISREG(old.st_mode):
        with open(target, "wb", buffering=0) as device:  # noqa: PTH123 (a device, not a path)
            write_all(device.fileno(), data)
        return
    _replace(target, data, old)


def _state(target: str) -> os.stat_result | None:
    try:
        return os.stat(target)  # noqa: PTH116 (a loop of links must be seen as an OSError)
    except FileNotFoundError:
        return None


def _replace(target: str, data: bytes, old: os.stat_result | None) -> None:
    folder = os.path.dirname(target)  # noqa: PTH120 (already resolved)
    beside = Path(folder, f".pilotmap-{secrets.token_hex(8)}.tmp")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)
    try:
        try:
            write_all(descriptor, data)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        if old is not None and old.st_nlink > 1:
            _write_over(target, data)
            beside.unlink()
        else:
            if old is not None:
                _take_over_rights(beside, target, old)
            _put_in_place(beside, target)
    except BaseException:  # an interrupt too must leave nothing behind
        with contextlib.suppress(OSError):
            beside.unlink()
        raise
    flush_folder(folder)
    _clear_stale(folder)


def _put_in_place(beside: Path, target: str) -> None:
    """Swap, and wait for who holds the target for a moment, such as a virus scanner."""
    until = time.monotonic() + _PATIENCE_S
    while True:
        try:
            beside.replace(target)
        except OSError as error:
            if error.errno not in _PASSING or time.monotonic() > until:
                raise
            time.sleep(_PAUSE_S)
        else:
            return


def _write_over(target: str, data: bytes) -> None:
    """Write into a file that has other names, too, which a swap would leave with the old content.

    All of the new content lies beside it on the disk meanwhile.
    """
    before = Path(target).read_bytes()
    descriptor = os.open(target, os.O_WRONLY | _BINARY)
    try:
        try:
            _refill(descriptor, data)
        except BaseException:
            with contextlib.suppress(OSError):
                _refill(descriptor, before)
            raise
    finally:
        os.close(descriptor)


def _refill(descriptor: int, data: bytes) -> None:
    os.lseek(descriptor, 0, os.SEEK_SET)
    write_all(descriptor, data)
    os.ftruncate(descriptor, len(data))
    os.fsync(descriptor)


def _clear_stale(folder: str) -> None:
    """Remove what a killed save left beside its target, long after any save would be done."""
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if not _BESIDE.fullmatch(entry.name):
                continue
            with contextlib.suppress(OSError):  # another save may have cleared it already
                status = entry.stat(follow_symlinks=False)
                if stat.S_ISREG(status.st_mode) and time.time() - status.st_mtime > _STALE_S:
                    Path(entry.path).unlink()


_BINARY: Final = getattr(os, "O_BINARY", 0)  # Windows only; elsewhere every file is binary


def write_all(descriptor: int, data: bytes) -> None:
    """Write all of it, however little the system takes at a time."""
    left = memoryview(data)
    while left:
        left = left[os.write(descriptor, left) :]


def _take_over_rights(beside: Path, target: str, old: os.stat_result) -> None:
    """Owner, rights, what else is noted at a file; what cannot be kept is not worth a failure."""
    if sys.platform != "win32":
        # only the administrator may give a file away
        with contextlib.suppress(PermissionError):
            os.chown(beside, old.st_uid, old.st_gid)
    if sys.platform == "linux":
        with contextlib.suppress(OSError):  # some disks have no room for such notes
            for name in os.listxattr(target):
                with contextlib.suppress(OSError):
                    os.setxattr(beside, name, os.getxattr(target, name))
    with contextlib.suppress(PermissionError):  # some disks have no rights
        beside.chmod(stat.S_IMODE(old.st_mode))


def flush_folder(folder: str) -> None:
    """Bring the names in a folder to the disk, where the system can."""
    if sys.platform == "win32":  # a folder cannot be opened there, and the replace is journalled
        return
    # some network file systems, and folders that may not be listed, cannot be flushed; the file
    # itself is in place by now, so that is no failure
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, ValueError):  # a NUL in the path
        return tr("the name holds a character that no file name may hold; choose another name")
    number = error.errno or 0
    fault = (error.strerror or type(error).__name__).lower()
    if number in _REASONS:
        return tr(_REASONS[number])
    return tr("{fault}; save it elsewhere", fault=fault)
