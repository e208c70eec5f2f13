"""Every edit is on disk at once, and comes back with its undo history."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pilotmap.model.edits.fields import edit_map
from pilotmap.model.edits.steps import append_step, delete_step, rename
from pilotmap.model.errors import EditRefused
from pilotmap.model.history import History
from pilotmap.model.map import PilotMap, empty_map
from pilotmap.model.meaning import content
from pilotmap.model.reading import map_from_json
from pilotmap.storage.journal import Journal, Work
from pilotmap.storage.journal_found import read_journal
from pilotmap.storage.lock import Lock
from pilotmap.storage.map_delta import applied, changed, delta, keyed, unkeyed
from tests.model.random_edits import random_edit
from tests.processes import running
from tests.storage.journalled import Desk, found_told, journals, left, told


def titled(title: str) -> PilotMap:
    return edit_map(empty_map(), title=title)


def test_edits_undo_and_merged_typing_come_back(tmp_path: Path, support_map: PilotMap) -> None:
    desk = Desk(tmp_path, support_map)
    desk.commit(rename(support_map, "log", "L"), "Rename", "key")
    desk.commit(rename(support_map, "log", "Lo"), "Rename", "key")
    grown, step = append_step(desk.history.map, "log", "New")
    desk.commit(grown, "Append")
    desk.commit(delete_step(grown, step), "Delete")
    desk.go_to(1)
    found = read_journal(desk.crash())
    assert found_told(found) == told(desk.history)
    assert (found.map, found.edits, found.is_whole) == (desk.history.map, 3, True)


def test_what_was_written_is_brought_to_the_disk_once(
    tmp_path: Path, support_map: PilotMap, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[bool] = []
    real = os.fsync

    def fsync(descriptor: int) -> None:
        synced.append(stat.S_ISDIR(os.fstat(descriptor).st_mode))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    desk = Desk(tmp_path, support_map)
    desk.commit(rename(support_map, "log", "L"), "Rename")
    desk.commit(rename(support_map, "log", "Lo"), "Rename")
    assert synced == [], "an edit does not wait for the disk"
    settlement = desk.journal.settling()
    assert settlement is not None
    settlement.settle()
    assert synced == [False, True], "the file, and the folder that it is new in"
    assert desk.journal.settling() is None
    desk.commit(rename(support_map, "log", "Log"), "Rename")
    settlement = desk.journal.settling()
    assert settlement is not None
    desk.journal.leave()
    settlement.settle()
    assert synced == [False, True, False], "it goes on although the window is gone"
    assert not desk.journal.settled(settlement)


@settings(max_examples=40)
@given(data=st.data())
def test_any_change_can_be_made_again(support_map: PilotMap, data: st.DataObject) -> None:
    try:
        _, new = random_edit(support_map, lambda choices: data.draw(st.sampled_from(choices)))
    except EditRefused:
        return
    there, back = delta(support_map, new), delta(new, support_map)
    assert applied(support_map, there) == new
    assert applied(new, back) == support_map
    assert map_from_json(json.dumps(unkeyed(changed(keyed(content(support_map)), there)))) == new


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_work_written_whole_is_what_its_edits_would_have_been(
    tmp_path_factory: pytest.TempPathFactory, support_map: PilotMap, data: st.DataObject
) -> None:
    """Whatever was edited, undone, merged and saved: a new journal in the middle tells it all."""
    folder = tmp_path_factory.mktemp("journals")
    desk = Desk(folder, support_map, folder / "file")
    for _ in range(data.draw(st.integers(1, 8))):
        does = data.draw(st.sampled_from(["edit", "edit", "edit", "go", "save", "anew"]))
        if does == "go":
            desk.go_to(data.draw(st.integers(0, len(desk.history.states) - 1)))
        elif does == "save":
            desk.history.mark_saved()
            desk.journal.saved(folder / "file", "digest")
        elif does == "anew":
            desk.begin("digest")
        else:
            try:
                label, new = random_edit(
                    desk.history.map, lambda choices: data.draw(st.sampled_from(choices))
                )
            except EditRefused:
                continue
            desk.commit(new, label, data.draw(st.sampled_from([None, "key"])))
    found = read_journal(desk.crash())
    assert found_told(found) == told(desk.history)
    assert (found.map, found.saved) == (desk.history.map, desk.history.saved)
    assert found.file == folder / "file"


def test_a_line_that_was_cut_off_loses_only_itself(tmp_path: Path) -> None:
    desk = Desk(tmp_path, empty_map())
    desk.commit(titled("One"), "Title")
    desk.commit(titled("Two"), "Title")
    path = desk.crash()
    whole = path.read_bytes()
    head = whole.index(b"\n")
    for cut in range(head + 1, len(whole)):
        path.write_bytes(whole[:cut])
        found = read_journal(path)
        assert found.map.title in ("", "One", "Two")
        assert found.is_whole, "a line that the crash cut off is no damage"
    path.write_bytes(whole[:-20])
    assert read_journal(path).map.title == "One"


def test_a_journal_in_use_is_not_offered(tmp_path: Path) -> None:
    desk = Desk(tmp_path, empty_map())
    desk.commit(titled("One"), "Title")
    assert left(tmp_path) == ()
    desk.crash()
    ((found, held),) = left(tmp_path)
    assert found.map.title == "One"
    held.lock.release()


def test_what_was_saved_is_not_offered_again(tmp_path: Path) -> None:
    desk = Desk(tmp_path, empty_map())
    desk.commit(titled("One"), "Title")
    desk.journal.saved(tmp_path / "one.pilotmap.json", "digest")
    path = desk.crash()
    assert left(tmp_path) == ()
    assert not path.exists()


def test_an_empty_map_that_was_never_edited_is_not_offered(tmp_path: Path) -> None:
    Desk(tmp_path, empty_map()).crash()
    assert left(tmp_path) == ()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("done", [True, False], ids=["replaced", "not yet"])
def test_a_crash_within_a_save_is_recognised(tmp_path: Path, done: bool) -> None:
    desk = Desk(tmp_path, empty_map(), tmp_path / "file")
    desk.commit(titled("Saved"), "Title")
    desk.journal.saving(tmp_path / "file", "new")
    desk.crash()
    work = left(tmp_path, file="new" if done else "old")
    assert len(work) == (0 if done else 1), "saved before the crash: nothing is to be brought back"
    for found, held in work:
        assert (found.map.title, found.is_unsaved) == ("Saved", True)
        held.lock.release()


def test_edits_after_a_save_that_the_crash_hid_know_what_their_file_holds(tmp_path: Path) -> None:
    desk = Desk(tmp_path, empty_map(), tmp_path / "file")
    desk.commit(titled("Saved"), "Title")
    desk.journal.saving(tmp_path / "other", "new")
    desk.commit(titled("Later"), "Title")
    desk.crash()
    ((found, held),) = left(tmp_path, other="new")
    held.lock.release()
    assert (found.map.title, found.digest, found.file) == ("Later", "new", tmp_path / "other")
    assert found.saved is not None
    assert found.saved.title == "Saved"


def test_a_file_whose_name_is_no_text_is_told(tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode(b"gr\xf6\xdfe.pilotmap.json")
    desk = Desk(tmp_path, empty_map(), file)
    desk.commit(titled("Größe"), "Title")
    desk.journal.saved(file, "digest")
    desk.commit(titled("Größer"), "Title")
    found = read_journal(desk.crash())
    assert (found.file, found.map.title) == (file, "Größer")


def test_work_goes_on_in_a_new_journal(tmp_path: Path) -> None:
    desk = Desk(tmp_path, empty_map())
    desk.commit(titled("One"), "Title")
    path = desk.crash()
    path.write_bytes(path.read_bytes() + b'{"place":2,"cou')
    ((found, held),) = left(tmp_path)
    history = History.restored(found.states, found.place, found.saved)
    again = Journal()
    again.go_on(held)
    again.begin(Work(history.states, history.place, history.saved, None, None), tmp_path)
    old, new = history.map, titled("Two")
    history.commit(new, "Title")
    again.edited(old, new, history.place, len(history.states), "Title")
    assert path.exists(), "the old one stays until the new one is on the disk"
    assert left(tmp_path) == ()
    settlement = again.settling()
    assert settlement is not None
    settlement.settle()
    assert again.settled(settlement)
    (only,) = journals(tmp_path)
    assert [state.map.title for state in read_journal(only).states] == ["", "One", "Two"]
    again.end()
    assert list(tmp_path.iterdir()) == []


def test_of_two_journals_of_one_work_the_later_is_offered(tmp_path: Path) -> None:
    desk = Desk(tmp_path, empty_map())
    desk.commit(titled("One"), "Title")
    desk.begin()
    desk.commit(titled("Two"), "Title")
    desk.crash()
    assert len(journals(tmp_path)) == 2
    ((found, held),) = left(tmp_path)
    assert found.map.title == "Two"
    held.remove()
    assert list(tmp_path.iterdir()) == []


def test_a_lock_is_let_go_when_its_process_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "a.lock"
    code = (
        "import sys, time; from pathlib import Path; from pilotmap.storage.lock import Lock\n"
        f"print(Lock(Path({str(path)!r})).take(), flush=True); time.sleep(60)"
    )
    with running([sys.executable, "-c", code], stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"True\n"
        assert not Lock(path).take()
        other.kill()
        other.wait()
        lock = Lock(path)
        assert lock.take()
        assert lock.held
        lock.release()
