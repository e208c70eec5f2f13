"""A file whose name is bytes that are no text: the window works with it as a terminal does."""

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl

from pilotmap.model.map import empty_map
from pilotmap.storage.json_file import load, save
from tests.ui.robot import Robot
from tests.ui.scripted_prompts import ScriptedPrompts
from tests.ui.started import State, start

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="such names are Linux's own")
NAME = os.fsdecode(b"gr\xf6\xdfe.pilotmap.json")
SHOWN = "gr\N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}e"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / NAME
    save(empty_map("Größe"), path)
    return path


def test_it_is_opened_edited_saved_and_remembered(robot: Robot, file: Path) -> None:
    window = robot.window
    assert window.files.open(file)
    robot.session.edit("Title", lambda pilot_map: pilot_map.replace(title="Größer"))
    assert window.windowTitle().startswith(f"{SHOWN}.pilotmap.json")
    assert window.header.file.text() == f"{SHOWN}.pilotmap.json •"
    assert window.files.save()
    assert load(file).title == "Größer"
    window.bindings.run("new")
    window.file_menus._fill()
    entry = window.file_menus.recent.actions()[0]
    assert entry.text().startswith(SHOWN)
    entry.trigger()
    assert robot.session.file.path == file
    window.welcome.show()
    assert SHOWN in [button.text() for button in window.welcome.page.buttons]


def test_what_is_told_of_it_names_it(robot: Robot, file: Path, prompts: ScriptedPrompts) -> None:
    robot.window.files.open(file)
    robot.session.edit("Title", lambda pilot_map: pilot_map.replace(title="Größer"))
    save(empty_map("Theirs"), file)
    prompts.answers = ["cancel"]
    assert not robot.window.files.save()
    assert prompts.asked == [("outside", f"{SHOWN}.pilotmap.json")]


def test_it_can_be_dropped_and_chosen(robot: Robot, file: Path, prompts: ScriptedPrompts) -> None:
    escaped = os.fsencode(file).replace(b"\xf6\xdf", b"%F6%DF")
    robot.drop_file(QUrl.fromEncoded(b"file://" + escaped))
    assert robot.session.file.path == file
    robot.window.bindings.run("new")
    prompts.answers = [file.with_name(f"{SHOWN}.pilotmap.json")]
    assert robot.window.files.ask_and_open()
    assert robot.session.file.path == file


def test_it_is_given_on_the_command_line_and_its_edits_survive_a_kill(tmp_path: Path) -> None:
    state = State(tmp_path)
    file = tmp_path / NAME
    save(empty_map("Größe"), file)
    kill = (
        "window.session.edit('Title', lambda m: m.replace(title='Größer'))\n"
        "__import__('os').kill(__import__('os').getpid(), 9)"
    )
    with pytest.raises(AssertionError):
        start(state, str(file), extra=kill)
    bring_back = (
        "window.safety.recover.restore.click()\n"
        "print(json.dumps([window.session.map.title, window.windowTitle()]))\n"
        "window.files.save()"
    )
    seen = start(state, extra=bring_back)
    assert seen["offer"].startswith(f"PilotMap ended before “{SHOWN}.pilotmap.json” was saved")
    assert seen["printed"] == [["Größer", f"{SHOWN}.pilotmap.json[*] – PilotMap"]]
    assert load(file).title == "Größer"
