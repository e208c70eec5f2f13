import json
import os
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl

from pilotmap.storage.json_file import load
from pilotmap.ui.export_dialog import ExportChoice
from pilotmap.ui.file_reading import read
from pilotmap.ui.files import suggested_name
from pilotmap.ui.settings import Settings
from tests.builders import map_of
from tests.conftest import SAMPLES
from tests.processes import once
from tests.ui.robot import Robot
from tests.ui.scripted_prompts import ScriptedPrompts

SUPPORT = SAMPLES / "tier1-support.pilotmap.json"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    path = tmp_path / "support.pilotmap.json"
    path.write_bytes(SUPPORT.read_bytes())
    return path


def retitle(robot: Robot, title: str) -> None:
    robot.session.commit(robot.map.replace(title=title), "Change the title")


def test_open_and_save_unchanged_gives_the_same_bytes(robot: Robot, copy: Path) -> None:
    files = robot.window.files
    assert files.open(copy)
    assert robot.session.file.path == copy
    assert robot.map.title == "Tier 1 support triage"
    assert files.save()
    assert copy.read_bytes() == SUPPORT.read_bytes()


def test_an_edit_marks_title_and_status_until_saved(robot: Robot, copy: Path) -> None:
    window = robot.window
    window.files.open(copy)
    assert not window.isWindowModified()
    assert window.status.saved.text().startswith("Saved ")
    retitle(robot, "Another title")
    assert window.isWindowModified()
    assert window.header.file.text() == "support.pilotmap.json •"
    assert window.status.saved.text() == "Changes not saved"
    window.bindings.run("save")
    assert not window.isWindowModified()
    assert window.header.file.text() == "support.pilotmap.json"
    assert load(copy).title == "Another title"


def test_undo_back_to_the_saved_map_is_unmodified(robot: Robot, copy: Path) -> None:
    robot.window.files.open(copy)
    retitle(robot, "Another title")
    robot.window.bindings.run("undo")
    assert not robot.window.isWindowModified()


def test_new_map_asks_where_to_save_and_completes_the_ending(
    robot: Robot, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    retitle(robot, "Claims: first notice")
    prompts.answers = [tmp_path / "claims.json"]
    assert robot.window.files.save()
    question, suggested = prompts.asked[0]
    assert (question, suggested.name) == ("save", "claims-first-notice.pilotmap.json")
    assert robot.session.file.path == tmp_path / "claims.pilotmap.json"
    assert load(robot.session.file.path).title == "Claims: first notice"


def test_cancelled_save_as_writes_nothing(
    robot: Robot, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    retitle(robot, "Draft")
    prompts.answers = [None]
    assert not robot.window.files.save()
    assert robot.window.isWindowModified()
    assert not list(tmp_path.glob("*.pilotmap.json"))


@pytest.mark.parametrize(
    ("answer", "title_on_disk", "closed"),
    [("save", "Mine", True), ("discard", "Tier 1 support triage", True), ("cancel", None, False)],
)
def test_close_asks_about_changes(
    robot: Robot,
    prompts: ScriptedPrompts,
    copy: Path,
    answer: str,
    title_on_disk: str | None,
    closed: bool,
) -> None:
    robot.window.files.open(copy)
    retitle(robot, "Mine")
    prompts.answers = [answer]
    assert robot.window.close() is closed
    assert prompts.asked == [("keep", "support.pilotmap.json")]
    assert load(copy).title == (title_on_disk or "Tier 1 support triage")


def test_close_without_changes_asks_nothing(robot: Robot, copy: Path) -> None:
    robot.window.files.open(copy)
    assert robot.window.close()


def test_opening_another_file_keeps_changes_when_cancelled(
    robot: Robot, prompts: ScriptedPrompts, copy: Path
) -> None:
    retitle(robot, "Unsaved work")
    prompts.answers = ["cancel"]
    assert not robot.window.files.open(copy)
    assert robot.map.title == "Unsaved work"


@pytest.mark.parametrize("answer", ["overwrite", "save-as", "cancel"])
def test_a_file_changed_by_someone_else_is_not_written_over_unasked(
    robot: Robot, prompts: ScriptedPrompts, copy: Path, tmp_path: Path, answer: str
) -> None:
    robot.window.files.open(copy)
    retitle(robot, "Mine")
    theirs = json.loads(copy.read_text(encoding="utf-8"))
    theirs["title"] = "Theirs"
    copy.write_text(json.dumps(theirs), encoding="utf-8")
    elsewhere = tmp_path / "mine.pilotmap.json"
    prompts.answers = [answer, elsewhere]
    saved = robot.window.files.save()
    assert prompts.asked[0] == ("outside", "support.pilotmap.json")
    assert saved is (answer != "cancel")
    assert load(copy).title == ("Mine" if answer == "overwrite" else "Theirs")
    assert elsewhere.exists() is (answer == "save-as")


def test_saving_twice_does_not_ask_about_ones_own_writing(robot: Robot, copy: Path) -> None:
    robot.window.files.open(copy)
    for title in ("One", "Two"):
        retitle(robot, title)
        assert robot.window.files.save()
    assert load(copy).title == "Two"


def test_a_broken_file_is_told_and_the_map_stays(
    robot: Robot, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    retitle(robot, "Still here")
    broken = tmp_path / "broken.pilotmap.json"
    broken.write_text('{"format": "pilotmap", "version": 1, "steps": [', encoding="utf-8")
    assert not robot.window.files.open(broken)
    assert len(prompts.told) == 1
    assert "broken.pilotmap.json" in prompts.told[0]
    assert robot.map.title == "Still here"


def test_a_target_that_cannot_be_written_is_told(
    robot: Robot, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    retitle(robot, "Kept")
    prompts.answers = [tmp_path / "no-such-folder" / "map.pilotmap.json"]
    assert not robot.window.files.save()
    assert "folder does not exist" in prompts.told[0]
    assert robot.window.isWindowModified()


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("round/a", "links lead round in a circle"),
        ("round", "links lead round in a circle"),
        ("x" * 300, "the name is too long"),
        ("a\0b", "no file name may hold"),
        ("file/a", "is a file, not a folder"),
    ],
)
def test_a_name_that_no_file_can_have_is_told(
    robot: Robot, prompts: ScriptedPrompts, tmp_path: Path, name: str, why: str
) -> None:
    (tmp_path / "round.pilotmap.json").symlink_to("round.pilotmap.json")
    (tmp_path / "round").symlink_to("round")
    (tmp_path / "file").touch()
    retitle(robot, "Kept")
    prompts.answers = [tmp_path / name]
    assert not robot.window.files.save()
    assert why in prompts.told[0]
    assert robot.window.isWindowModified()


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("out.svg", b"<svg"),
        ("out.png", b"\x89PNG"),
        ("out.json", b"{"),
        ("out.txt", b""),
        ("out.pdf", b"%PDF-"),
    ],
)
def test_export_by_suffix(
    robot: Robot, prompts: ScriptedPrompts, copy: Path, tmp_path: Path, name: str, start: bytes
) -> None:
    robot.window.files.open(copy)
    target = tmp_path / name
    prompts.answers = [ExportChoice(target, "a4", "today")]
    assert robot.window.files.exports.export(target.suffix), prompts.told
    assert start in target.read_bytes()[:200]
    assert robot.window.status.said.text() == f"Exported to {name}"
    assert not robot.window.isWindowModified()


def test_with_ai_is_exported_as_it_is_seen(
    robot: Robot, prompts: ScriptedPrompts, copy: Path, tmp_path: Path
) -> None:
    robot.window.files.open(copy)
    target = tmp_path / "with-ai.svg"
    prompts.answers = [ExportChoice(target, "a4", "with-ai")]
    assert robot.window.files.exports.export(".svg")
    assert "Approve?" in target.read_text(encoding="utf-8")


def test_the_map_inside_an_exported_pdf_opens_as_a_new_one(
    robot: Robot, prompts: ScriptedPrompts, copy: Path, tmp_path: Path
) -> None:
    robot.window.files.open(copy)
    pdf = tmp_path / "support.pdf"
    prompts.answers = [ExportChoice(pdf, "a4", "today")]
    assert robot.window.files.exports.export(".pdf"), prompts.told
    before = robot.map
    robot.window.bindings.run("new")
    assert robot.map.title == ""
    assert robot.window.files.open(pdf), prompts.told
    assert robot.map == before
    assert robot.session.file.path is None
    assert robot.window.isWindowModified()


def test_files_opened_last_are_remembered_newest_first(
    robot: Robot, copy: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.pilotmap.json"
    other.write_bytes(copy.read_bytes())
    robot.window.files.open(copy)
    robot.window.files.open(other)
    robot.window.files.open(copy)
    assert Settings(tmp_path / "settings.json").recent == (copy, other)
    assert robot.window.files.recent == (copy, other)
    other.rename(tmp_path / "away")
    once(lambda: robot.window.files.recent == (copy,))  # known within a moment, and no longer
    retitle(robot, "Saved while the other is away, such as on a stick")
    assert robot.window.files.save()
    (tmp_path / "away").rename(other)
    once(lambda: robot.window.files.recent == (copy, other))


def test_damaged_settings_count_as_empty(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text("{", encoding="utf-8")
    settings = Settings(path)
    assert settings.recent == ()
    settings.remember("theme", "dark")
    assert Settings(path).text("theme") == "dark"


def test_a_dropped_file_opens(robot: Robot, copy: Path) -> None:
    robot.drop_file(QUrl.fromLocalFile(str(copy)))
    assert robot.session.file.path == copy


def test_names_for_files_come_from_the_title() -> None:
    named = map_of("Team: work").replace(title="Größe / Überblick?")
    assert suggested_name(named) == "größe-überblick.pilotmap.json"
    assert suggested_name(named.replace(title="")) == "map.pilotmap.json"


def test_a_sample_opens_as_a_new_map(robot: Robot, tmp_path: Path) -> None:
    menus = robot.window.file_menus
    menus._fill()
    names = [action.text() for action in menus.samples.actions()]
    assert "Tier 1 support triage" in names
    menus.samples.actions()[names.index("Tier 1 support triage")].trigger()
    assert robot.map.title == "Tier 1 support triage"
    assert robot.session.file.path is None
    assert robot.window.isWindowModified()


def test_the_recent_menu_opens_again(robot: Robot, copy: Path) -> None:
    robot.window.files.open(copy)
    robot.window.bindings.run("new")
    robot.window.file_menus._fill()
    robot.window.file_menus.recent.actions()[0].trigger()
    assert robot.session.file.path == copy


@pytest.mark.parametrize("answer", [True, False])
def test_a_completed_name_does_not_replace_another_map_unasked(
    robot: Robot, prompts: ScriptedPrompts, copy: Path, answer: bool
) -> None:
    retitle(robot, "Mine")
    prompts.answers = [copy.with_name("support"), answer]
    assert robot.window.files.save() is answer
    assert prompts.asked[1] == ("replace", "support.pilotmap.json")
    assert load(copy).title == ("Mine" if answer else "Tier 1 support triage")


def test_an_export_replaces_another_file_only_when_told(
    robot: Robot, prompts: ScriptedPrompts, copy: Path, tmp_path: Path
) -> None:
    robot.window.files.open(copy)
    target = tmp_path / "map.txt"
    target.write_text("a diary", encoding="utf-8")
    choice = ExportChoice(target, "a4", "today")
    prompts.answers = [choice, False]
    assert not robot.window.files.exports.export(".txt")
    assert target.read_text(encoding="utf-8") == "a diary"
    prompts.answers = [choice, True, choice]
    assert robot.window.files.exports.export(".txt")
    assert robot.window.files.exports.export(".txt"), "exported here before: no need to ask again"
    assert "Log the ticket" in target.read_text(encoding="utf-8")


def test_an_export_never_takes_the_place_of_a_map(
    robot: Robot, prompts: ScriptedPrompts, copy: Path
) -> None:
    robot.window.files.open(copy)
    prompts.answers = [ExportChoice(copy, "a4", "today")]
    assert not robot.window.files.exports.export(".json")
    assert "is the name of a map" in prompts.told[0]
    assert copy.read_bytes() == SUPPORT.read_bytes()
    plain = copy.rename(copy.with_name("plain.json"))
    prompts.answers = [ExportChoice(plain, "a4", "today")]
    assert not robot.window.files.exports.export(".json")
    assert "holds a map" in prompts.told[1]
    assert plain.read_bytes() == SUPPORT.read_bytes()


def test_what_cannot_be_saved_there_is_saved_elsewhere(
    robot: Robot, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    retitle(robot, "Kept")
    other = tmp_path / "other.pilotmap.json"
    prompts.answers = [tmp_path / "absent" / "map.pilotmap.json", "elsewhere", other]
    assert robot.window.files.save()
    assert "folder does not exist" in prompts.told[0]
    assert load(other).title == "Kept"
    assert robot.session.file.path == other
    assert not robot.window.isWindowModified()


def test_what_was_saved_over_is_kept_and_told_when_the_file_is_broken(
    robot: Robot, prompts: ScriptedPrompts, copy: Path, tmp_path: Path
) -> None:
    robot.window.files.open(copy)
    retitle(robot, "Saved over")
    assert robot.window.files.save()
    copy.write_text("{", encoding="utf-8")
    robot.window.bindings.run("new")
    assert not robot.window.files.open(copy)
    place = prompts.told[0].partition("Earlier versions of it are in ")[2].removesuffix(".")
    (kept,) = Path(place).iterdir()
    assert kept.read_bytes() == SUPPORT.read_bytes()
    assert tmp_path / "data" in kept.parents


@pytest.mark.parametrize("becomes", ["too large", "a folder", "closed"])
@pytest.mark.parametrize("answer", ["save-as", "cancel"])
def test_what_a_file_became_is_never_written_over_unasked(
    robot: Robot, prompts: ScriptedPrompts, copy: Path, tmp_path: Path, answer: str, becomes: str
) -> None:
    robot.window.files.open(copy)
    retitle(robot, "Mine")
    if becomes == "a folder":
        copy.unlink()
        copy.mkdir()
    elif becomes == "too large":
        with copy.open("r+b") as file:
            file.truncate(30_000_000)
    else:
        copy.unlink()
        copy.symlink_to("/dev/null")
    before = copy.stat()
    elsewhere = tmp_path / "mine.pilotmap.json"
    prompts.answers = [answer, elsewhere]
    assert robot.window.files.save() is (answer == "save-as")
    assert prompts.asked[0] == ("outside", "support.pilotmap.json")
    assert (copy.stat().st_ino, copy.stat().st_size) == (before.st_ino, before.st_size)
    assert elsewhere.exists() is (answer == "save-as")


def test_a_file_that_was_deleted_is_saved_anew_and_said(robot: Robot, copy: Path) -> None:
    robot.window.files.open(copy)
    retitle(robot, "Mine")
    copy.rename(copy.with_name("renamed.pilotmap.json"))
    assert robot.window.files.save()
    assert load(copy).title == "Mine"
    assert "was not there any more: it was saved there anew" in robot.window.status.said.text()
    assert copy.with_name("renamed.pilotmap.json").read_bytes() == SUPPORT.read_bytes()


@pytest.mark.parametrize("name", ["pipe", "pipe.pdf", "device.pdf", "device.pilotmap.json"])
def test_a_pipe_or_a_device_is_refused_without_waiting(
    robot: Robot, prompts: ScriptedPrompts, tmp_path: Path, name: str
) -> None:
    os.mkfifo(tmp_path / "pipe")
    os.mkfifo(tmp_path / "pipe.pdf")
    for device in ("device.pdf", "device.pilotmap.json"):
        (tmp_path / device).symlink_to("/dev/zero")
    assert not robot.window.files.open(tmp_path / name)
    assert "is no file but a pipe or a device" in prompts.told[0]


def test_a_huge_pdf_is_refused_before_it_is_read(
    robot: Robot, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    with (tmp_path / "huge.pdf").open("wb") as file:
        file.truncate(50_000_000_000)
    assert not robot.window.files.open(tmp_path / "huge.pdf")
    assert "larger than 200 MB" in prompts.told[0]


def test_what_others_save_while_a_file_is_opened_is_not_written_over(
    robot: Robot, prompts: ScriptedPrompts, copy: Path
) -> None:
    found = read(copy)
    copy.write_text(copy.read_text(encoding="utf-8").replace("Tier 1", "Their"), encoding="utf-8")
    robot.window.files.show(found)
    retitle(robot, "Mine")
    prompts.answers = ["cancel"]
    assert not robot.window.files.save()
    assert load(copy).title == "Their support triage"
