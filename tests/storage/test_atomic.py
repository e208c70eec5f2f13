"""A file is written whole or not at all, whatever happens meanwhile."""

import contextlib
import errno
import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from pilotmap.model.errors import UnwritableFile
from pilotmap.storage import atomic
from pilotmap.storage.atomic import write_atomically
from tests.conftest import PROJECT
from tests.processes import running

IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


@contextlib.contextmanager
def mounted(folder: Path, options: str) -> Iterator[Path]:
    """A small file system of its own in memory."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    if not IS_ROOT or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only the administrator of a machine can mount a small disk")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def refusal(path: Path | str, data: bytes = b"new") -> str:
    with pytest.raises(UnwritableFile) as caught:
        write_atomically(path, data)
    assert "\n" not in caught.value.message
    return caught.value.message


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_and_a_replaced_one(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    write_atomically(path, b"one")
    write_atomically(path, b"two")
    assert path.read_bytes() == b"two"
    assert names(tmp_path) == ["a.json"]


def test_a_new_file_has_the_usual_rights(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    write_atomically(tmp_path / "a.json", b"one")
    usual = (tmp_path / "usual").stat()
    assert (tmp_path / "a.json").stat().st_mode == usual.st_mode


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755, 0o666])
def test_rights_are_kept(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"one")
    path.chmod(mode)
    write_atomically(path, b"two")
    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_the_owner_is_kept(tmp_path: Path) -> None:
    if not IS_ROOT:
        pytest.skip("only the administrator can give a file away")
    path = tmp_path / "a.json"
    path.write_bytes(b"one")
    os.chown(path, 12345, 23456)
    write_atomically(path, b"two")
    assert (path.stat().st_uid, path.stat().st_gid) == (12345, 23456)


def test_a_link_stays_and_its_file_changes(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    real = tmp_path / "real" / "a.json"
    real.write_bytes(b"one")
    link, second = tmp_path / "link.json", tmp_path / "second.json"
    link.symlink_to("real/a.json")
    second.symlink_to(link)
    write_atomically(second, b"two")
    assert real.read_bytes() == b"two"
    assert link.is_symlink()
    assert second.is_symlink()
    assert names(tmp_path / "real") == ["a.json"]


def test_a_link_to_nothing_makes_its_file(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("a.json")
    write_atomically(tmp_path / "link", b"one")
    assert (tmp_path / "a.json").read_bytes() == b"one"
    assert (tmp_path / "link").is_symlink()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", "a folder has this name"),
        ("missing/a.json", "its folder does not exist"),
        ("file/a.json", "a part of its path is a file"),
        ("x" * 300, "the name is too long"),
        ("round", "links lead round in a circle"),
        ("a\0b", "a character that no file name may hold"),
    ],
)
def test_what_cannot_be_written_says_why(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "round").symlink_to("round")
    assert said in refusal(f"{tmp_path}/{name}")
    assert names(tmp_path) == ["file", "round"]


def test_a_device_that_takes_nothing() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    assert "no space is left on the disk" in refusal("/dev/full")


def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    with mounted(tmp_path / "disk", "size=64k") as disk:
        path = disk / "a.json"
        write_atomically(path, b"old")
        assert "no space is left on the disk" in refusal(path, b"n" * 200_000)
        assert path.read_bytes() == b"old"
        assert names(disk) == ["a.json"]


def test_a_disk_that_is_full_already(tmp_path: Path) -> None:
    with mounted(tmp_path / "disk", "size=64k") as disk:
        path = disk / "a.json"
        write_atomically(path, b"old")
        with contextlib.suppress(OSError), (disk / "filler").open("wb", buffering=0) as filler:
            while True:
                filler.write(b"x" * 4096)
        assert "no space is left on the disk" in refusal(path)
        assert path.read_bytes() == b"old"
        assert names(disk) == ["a.json", "filler"]


def test_a_read_only_disk_leaves_the_old_file(tmp_path: Path) -> None:
    with mounted(tmp_path / "disk", "size=64k") as disk:
        path = disk / "a.json"
        write_atomically(path, b"old")
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        # the kernel says either that permission is denied or that the disk is read-only
        assert "save it elsewhere" in refusal(path)
        assert "the disk is read-only" in refusal(disk / "b.json")
        assert path.read_bytes() == b"old"


def test_a_folder_without_the_right_to_write(tmp_path: Path) -> None:
    if IS_ROOT:
        pytest.skip("the administrator may write everywhere")
    path = tmp_path / "a.json"
    path.write_bytes(b"old")
    tmp_path.chmod(0o500)
    try:
        assert "permission is denied" in refusal(path)
    finally:
        tmp_path.chmod(0o700)
    assert path.read_bytes() == b"old"


def test_a_limit_on_the_size_of_files_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"old")
    code = (
        "import resource, sys\n"
        "from pilotmap.storage.atomic import write_atomically\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "write_atomically(sys.argv[1], b'n' * 100_000)\n"
    )
    ran = python(code, str(path))
    assert "larger than this disk or account allows" in ran.stderr
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.json"]


@pytest.mark.slow
def test_killing_in_the_middle_leaves_one_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    old, new = b"o" * 3_000_000, b"n" * 3_000_000
    path.write_bytes(old)
    code = (
        "import sys\n"
        "from pilotmap.storage.atomic import write_atomically\n"
        "print('ready', flush=True)\n"
        "while True:\n"
        "    write_atomically(sys.argv[1], b'n' * 3_000_000)\n"
        "    write_atomically(sys.argv[1], b'o' * 3_000_000)\n"
    )
    command = [sys.executable, "-c", code, str(path)]
    for delay_ms in (*range(0, 40, 4), *range(400)):
        with running(command, cwd=PROJECT, stdout=subprocess.PIPE) as child:
            assert child.stdout is not None
            child.stdout.readline()
            time.sleep(delay_ms / 1000)
            child.send_signal(signal.SIGKILL)
        assert path.read_bytes() in (old, new)
        interrupted = len(names(tmp_path)) - 1
        if interrupted and delay_ms >= 36:
            return
    raise AssertionError("no kill met a write in progress, so nothing was tested")


def test_an_interrupt_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    (tmp_path / "a.json").write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(tmp_path / "a.json", b"new")
    assert (tmp_path / "a.json").read_bytes() == b"old"
    assert names(tmp_path) == ["a.json"]


def test_file_and_folder_are_flushed_before_and_after_the_swap(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    path, flush = tmp_path / "a.json", os.fsync

    def flushed(descriptor: int) -> None:
        kind = "folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file"
        done.append(f"{kind}, {'swapped' if path.exists() else 'not yet swapped'}")
        flush(descriptor)

    monkeypatch.setattr(os, "fsync", flushed)
    write_atomically(path, b"x")
    assert done == ["file, not yet swapped", "folder, swapped"]


def python(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=PROJECT, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip


def test_what_a_killed_save_left_long_ago_is_cleared(tmp_path: Path) -> None:
    old, fresh = (tmp_path / f".pilotmap-{digit * 16}.tmp" for digit in "0f")
    own = tmp_path / ".pilotmap-notes.tmp"
    for each in (old, fresh, own):
        each.write_bytes(b"half")
    for each in (old, own):
        os.utime(each, (0, 0))
    write_atomically(tmp_path / "a.json", b"one")
    assert names(tmp_path) == sorted([fresh.name, own.name, "a.json"])


def test_all_names_of_a_file_have_the_new_content(tmp_path: Path) -> None:
    path, other = tmp_path / "a.json", tmp_path / "b.json"
    path.write_bytes(b"a long old content")
    os.link(path, other)
    path.chmod(0o640)
    for data in (b"short", b"and a longer one again"):
        write_atomically(path, data)
        assert other.read_bytes() == path.read_bytes() == data
    assert path.stat().st_nlink == 2
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert names(tmp_path) == ["a.json", "b.json"]


@pytest.mark.parametrize("call", ["write", "fsync", "ftruncate"])
def test_a_file_of_several_names_keeps_its_content_when_the_disk_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"old content")
    os.link(path, tmp_path / "b.json")
    real, place = getattr(os, call), path.stat().st_ino
    failed: list[bool] = []

    def fails_once(descriptor: int, *rest: object) -> object:
        if os.fstat(descriptor).st_ino == place and not failed:
            failed.append(True)
            if call == "write":
                real(descriptor, b"half")
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return real(descriptor, *rest)

    monkeypatch.setattr(os, call, fails_once)
    assert "the disk reports a fault" in refusal(path, b"something new")
    assert path.read_bytes() == b"old content"
    assert names(tmp_path) == ["a.json", "b.json"]


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="no such attributes here")
def test_extended_attributes_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"one")
    try:
        os.setxattr(path, "user.origin", b"the workshop")
    except OSError:
        pytest.skip("this disk has no extended attributes")
    write_atomically(path, b"two")
    assert os.getxattr(path, "user.origin") == b"the workshop"


@pytest.mark.parametrize("fault", [errno.EACCES, errno.EBUSY, errno.EPERM])
def test_who_holds_a_file_for_a_moment_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: int
) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"old")
    real, tries = os.replace, []

    def replace(source: object, target: object) -> None:
        tries.append(target)
        if len(tries) < 4:
            raise OSError(fault, os.strerror(fault))
        real(source, target)  # type: ignore[call-overload]

    monkeypatch.setattr(os, "replace", replace)
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert names(tmp_path) == ["a.json"]


def test_who_holds_a_file_for_good_is_told_after_a_while(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"old")
    tries: list[object] = []

    def replace(source: object, target: object) -> None:
        tries.append(target)
        raise OSError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(os, "replace", replace)
    monkeypatch.setattr(atomic, "_PATIENCE_S", 0.1)
    monkeypatch.setattr(atomic, "_PAUSE_S", 0.01)
    assert "permission is denied" in refusal(path)
    assert len(tries) > 1
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.json"]
