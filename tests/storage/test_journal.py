"""Every edit is on disk at once, and comes back with its undo history."""

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
from pilotmap.storage.journal import Journal, left_behind, read_journal
from pilotmap.storage.lock import Lock
from pilotmap.storage.map_delta import applied, delta
from tests.model.random_edits import random_edit
from tests.processes import running


class Work:
    """A history with its journal, as the window keeps them."""

    def __init__(self, folder: Path, first: PilotMap) -> None:
        self.history = History(first)
        self.journal = Journal(folder)
        self.journal.begin(first, None, None)

    def commit(self, new: PilotMap, label: str, merge_key: str | None = None) -> None:
        old = self.history.map
        if self.history.commit(new, label, merge_key):
            self.note(old)

    def go_to(self, place: int) -> None:
        old = self.history.map
        self.history.go_to(place)
        self.note(old)

    def note(self, old: PilotMap) -> None:
        states, place = self.history.states, self.history.place
        self.journal.edited(old, self.history.map, place, len(states), states[place].label)

    def crash(self) -> Path:
        """The process is gone: the file is there, the lock is not held any more."""
        path = self.journal._path
        assert path is not None
        self.journal.leave()
        return path


def same(work: Work, path: Path) -> None:
    found = read_journal(path)
    assert found is not None
    now = [(state.map, state.label) for state in work.history.states]
    assert [(state.map, state.label) for state in found.states] == now
    assert found.place == work.history.place


def test_edits_undo_and_merged_typing_come_back(tmp_path: Path, support_map: PilotMap) -> None:
    work = Work(tmp_path, support_map)
    work.commit(rename(support_map, "log", "L"), "Rename", "key")
    work.commit(rename(support_map, "log", "Lo"), "Rename", "key")
    grown, step = append_step(work.history.map, "log", "New")
    work.commit(grown, "Append")
    work.commit(delete_step(grown, step), "Delete")
    work.go_to(1)
    same(work, work.crash())


def test_what_was_written_is_brought_to_the_disk_once(
    tmp_path: Path, support_map: PilotMap, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[bool] = []
    real = os.fsync

    def fsync(descriptor: int) -> None:
        synced.append(stat.S_ISDIR(os.fstat(descriptor).st_mode))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    work = Work(tmp_path, support_map)
    work.commit(rename(support_map, "log", "L"), "Rename")
    work.commit(rename(support_map, "log", "Lo"), "Rename")
    assert synced == [], "an edit does not wait for the disk"
    settle = work.journal.settling()
    assert settle is not None
    settle()
    assert synced == [False, True], "the file, and the folder that it is new in"
    assert work.journal.settling() is None
    work.commit(rename(support_map, "log", "Log"), "Rename")
    settle = work.journal.settling()
    assert settle is not None
    work.journal.end()
    settle()
    assert synced == [False, True, False], "it goes on although the journal is gone"


@settings(max_examples=40)
@given(data=st.data())
def test_any_change_can_be_made_again(support_map: PilotMap, data: st.DataObject) -> None:
    try:
        _, new = random_edit(support_map, lambda choices: data.draw(st.sampled_from(choices)))
    except EditRefused:
        return
    assert applied(support_map, delta(support_map, new)) == new
    assert applied(new, delta(new, support_map)) == support_map


def test_a_line_that_was_cut_off_loses_only_itself(tmp_path: Path) -> None:
    work = Work(tmp_path, empty_map())
    work.commit(edit_map(empty_map(), title="One"), "Title")
    work.commit(edit_map(empty_map(), title="Two"), "Title")
    path = work.crash()
    whole = path.read_bytes()
    for cut in range(1, len(whole)):
        path.write_bytes(whole[:cut])
        found = read_journal(path)
        assert found is None or found.map.title in ("", "One", "Two")
    path.write_bytes(whole[:-20])
    found = read_journal(path)
    assert found is not None
    assert found.map.title == "One"


def test_a_journal_in_use_is_not_offered(tmp_path: Path) -> None:
    work = Work(tmp_path, empty_map())
    work.commit(edit_map(empty_map(), title="One"), "Title")
    assert list(left_behind(tmp_path)) == []
    work.crash()
    ((found, lock),) = left_behind(tmp_path)
    assert found.map.title == "One"
    lock.release()


def test_what_was_saved_is_not_offered_again(tmp_path: Path) -> None:
    work = Work(tmp_path, empty_map())
    work.commit(edit_map(empty_map(), title="One"), "Title")
    work.journal.saved(tmp_path / "one.pilotmap.json", "digest")
    path = work.crash()
    assert list(left_behind(tmp_path)) == []
    assert not path.exists()


def test_a_journal_is_written_on_after_it_was_found(tmp_path: Path) -> None:
    work = Work(tmp_path, empty_map())
    work.commit(edit_map(empty_map(), title="One"), "Title")
    path = work.crash()
    path.write_bytes(path.read_bytes() + b'{"place":2,"cou')
    ((found, lock),) = left_behind(tmp_path)
    history = History.restored(found.states, found.place, found.saved)
    again = Journal(tmp_path)
    again.go_on(found, lock)
    new = edit_map(history.map, title="Two")
    old = history.map
    history.commit(new, "Title")
    again.edited(old, new, history.place, len(history.states), "Title")
    later = read_journal(path)
    assert later is not None
    assert [state.map.title for state in later.states] == ["", "One", "Two"]
    again.end()
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
