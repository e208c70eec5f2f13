"""A drive that does not answer keeps nobody waiting, and hides no other file."""

import errno
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from pilotmap.model.map import empty_map
from pilotmap.storage.json_file import save
from pilotmap.ui.presence import Presence
from tests.processes import once
from tests.ui.robot import Robot


class Drive:
    """A folder whose drive is silent until it is woken, or answers with a fault."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.fault = 0
        self.asked: list[str] = []
        self._awake = threading.Event()
        self._real = os.stat
        monkeypatch.setattr(os, "stat", self._stat)

    def wake(self) -> None:
        self._awake.set()

    def _stat(self, path: object, **how: object) -> os.stat_result:
        if str(path).startswith(str(self.folder)):
            self.asked.append(str(path))
            if not self.fault:
                self._awake.wait()
            else:
                raise OSError(self.fault, os.strerror(self.fault))
        return self._real(path, **how)  # type: ignore[arg-type]


@pytest.fixture
def drive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Drive]:
    folder = tmp_path / "drive"
    folder.mkdir()
    drive = Drive(folder, monkeypatch)
    yield drive
    drive.wake()


@pytest.fixture
def near(tmp_path: Path) -> Path:
    path = tmp_path / "near.pilotmap.json"
    save(empty_map("Near"), path)
    return path


def test_files_behind_a_silent_one_are_known(drive: Drive, near: Path, tmp_path: Path) -> None:
    far, gone = drive.folder / "far", tmp_path / "gone"
    presence = Presence()
    once(lambda: presence.there((far, gone, near)) == (far, near))
    once(lambda: presence.seen((far, gone, near)) == (near,))
    for _ in range(5):
        presence.there((far, gone, near))
    assert drive.asked == [str(far)], "one question, and one thread, for each silent file"
    drive.wake()
    once(lambda: presence.there((far, gone, near)) == (near,))


@pytest.mark.parametrize("fault", [errno.EIO, errno.ESTALE, errno.EACCES, errno.ETIMEDOUT])
def test_a_fault_of_the_drive_does_not_mean_that_the_file_is_gone(
    drive: Drive, near: Path, fault: int
) -> None:
    drive.fault = fault
    far = drive.folder / "far"
    assert Presence().there((far, near)) == (far, near)


def test_menu_page_and_saving_do_not_wait_for_a_silent_drive(
    robot: Robot, drive: Drive, near: Path
) -> None:
    window = robot.window
    far = drive.folder / "far.pilotmap.json"
    window.bench.settings.remember_file(far)
    window.files.open(near)
    window.bench.settings.remember_file(far)
    window.file_menus._fill()
    assert [action.toolTip() for action in window.file_menus.recent.actions()] == [
        str(far),
        str(near),
    ]
    window.welcome.show()
    assert {"far", "near"} <= {button.text() for button in window.welcome.page.buttons}
    robot.session.edit("Title", lambda pilot_map: pilot_map.replace(title="Saved"))
    assert window.files.save()
    assert window.bench.settings.recent == (near, far)
