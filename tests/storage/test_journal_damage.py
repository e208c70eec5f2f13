"""A journal damaged anywhere brings back what can be read, and hides no other."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pilotmap.model.edits.fields import edit_map
from pilotmap.model.edits.steps import append_step, rename
from pilotmap.model.map import PilotMap, empty_map
from pilotmap.storage.journal_found import Unreadable, left_behind, read_journal
from tests.storage.journalled import (
    DEEP,
    EDIT,
    HEAD,
    Desk,
    deep,
    journals,
    left,
    write,
    write_bad_journals,
)

VALUES = (None, 5, -1, 1e300, True, "x", [], ["title"], {}, {"a": 1}, 10**30, "\ud800", "a\0b")


@pytest.mark.parametrize("value", VALUES, ids=repr)
@pytest.mark.parametrize("key", sorted(EDIT))
def test_a_line_with_another_value_loses_only_itself(
    tmp_path: Path, key: str, value: object
) -> None:
    after = {**EDIT, "place": 2, "count": 3, "delta": {"organisation": "After"}}
    found = read_journal(write(tmp_path, HEAD, {**EDIT, key: value}, after))
    assert found.map.organisation == "After"
    assert found.states[found.place].map == found.map
    assert 0 <= found.edits <= 2


@pytest.mark.parametrize(
    "line",
    [
        "{", "[]", "5", "null", DEEP,
        '{"saved": 5, "digest": null}', '{"saved": null, "digest": null}',
        "\x00" * 50, '{"saved": 5}', '{"saving": null}',
        '{"saved": {"a": 1}, "digest": [1]}', '{"saved": "a", "digest": "b", "delta": 5}',
        deep(EDIT, "delta"), deep(EDIT, "label"), deep(EDIT, "at"),
        '{"place": NaN, "count": Infinity, "delta": {}, "label": ""}',
        json.dumps({**EDIT, "delta": {"steps": 5}}),
        json.dumps({**EDIT, "delta": {"steps": {"put": [5]}}}),
        json.dumps({**EDIT, "delta": {"steps": {"put": [{"id": ["a"]}]}}}),
        json.dumps({**EDIT, "delta": {"steps": {"put": [], "order": ["nobody"]}}}),
        json.dumps({**EDIT, "delta": {"lanes": None}}),
    ],
    ids=lambda line: str(line)[:30],
)  # fmt: skip
def test_a_line_of_any_kind_loses_only_itself(tmp_path: Path, line: str) -> None:
    found = read_journal(write(tmp_path, HEAD, line, EDIT))
    assert found.map.title == "Read"
    assert found.states[-1].map == found.map
    assert found.is_unsaved, "what no file is known to hold is offered"


def test_a_change_that_makes_no_valid_map_is_passed_over(tmp_path: Path) -> None:
    nowhere = {"id": "f", "source": "a", "target": "b"}
    wrong = {**EDIT, "delta": {"flows": {"put": [nowhere], "order": ["f"]}}}
    good = {**EDIT, "place": 2, "count": 3}
    found = read_journal(write(tmp_path, HEAD, wrong, good))
    assert (found.map, found.is_whole) == (empty_map(), False)
    mended = {**EDIT, "place": 3, "count": 4, "delta": {"flows": {"put": [], "order": []}}}
    found = read_journal(write(tmp_path, HEAD, wrong, good, mended))
    assert found.map.title == "Read"
    assert [state.map.title for state in found.states] == ["", "", "", "Read"]
    assert not found.is_whole


@pytest.mark.parametrize("at", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "x", 5])
def test_a_time_that_no_calendar_has_loses_no_line(tmp_path: Path, at: object) -> None:
    path = write(tmp_path, {**HEAD, "at": at}, {**EDIT, "at": at})
    os.utime(path, (1e9, 1e9))
    found = read_journal(path)
    assert found.map.title == "Read"
    assert f"{found.at:%Y-%m-%d}" in ("2001-09-09", "2001-09-08")
    assert found.is_whole


def test_one_bad_journal_hides_no_other_and_is_kept(tmp_path: Path) -> None:
    write_bad_journals(tmp_path)
    write(tmp_path, HEAD, EDIT, name="m")
    (tmp_path / "nothing.journal").touch()
    (tmp_path / "folder.journal").mkdir()
    (tmp_path / "link.journal").symlink_to("nowhere")
    os.mkfifo(tmp_path / "pipe.journal")
    os.utime(tmp_path / "m.journal", (0, 0))
    found = left_behind([tmp_path], lambda _: None)
    assert [one.map.title for one, _ in found.work] == ["Read"]
    assert len(found.unreadable) == 10
    assert {path.parent.name for path in found.unreadable} == {"unreadable"}
    assert all(path.exists() for path in found.unreadable)
    assert not (tmp_path / "nothing.journal").exists()
    found.work[0][1].lock.release()
    again = left_behind([tmp_path], lambda _: None)
    assert (len(again.work), again.unreadable) == (1, [])
    again.work[0][1].lock.release()


def test_the_journal_of_a_later_version_is_left_alone(tmp_path: Path) -> None:
    path = write(tmp_path, {**HEAD, "journal": 99})
    for _ in range(2):
        assert left_behind([tmp_path], lambda _: None) == ((), [path])


def test_a_bad_place_on_the_disk_brings_back_what_is_before_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path, HEAD, EDIT, *[{**EDIT, "label": "x" * 200_000}] * 3)
    real = os.fdopen

    class Bad:
        """A file of which only the beginning can be read."""

        def __init__(self, file: Any) -> None:
            self._file, self._lines = file, 0

        def __enter__(self) -> "Bad":
            return self

        def __exit__(self, *_: object) -> None:
            self._file.close()

        def __iter__(self) -> "Bad":
            return self

        def __next__(self) -> bytes:
            self._lines += 1
            if self._lines > 2:
                raise OSError(5, "Input/output error")
            return self._file.readline()

    monkeypatch.setattr(os, "fdopen", lambda *how: Bad(real(*how)))
    found = read_journal(path)
    assert (found.map.title, found.is_whole) == ("Read", False)


def test_what_could_not_be_read_is_kept_when_the_work_goes_on(tmp_path: Path) -> None:
    path = write(tmp_path, HEAD, "{", EDIT)
    whole = path.read_bytes()
    ((found, held),) = left(tmp_path)
    assert not found.is_whole
    held.remove()
    assert not path.exists()
    assert (tmp_path / "unreadable" / path.name).read_bytes() == whole


def _journal(folder: Path, first: PilotMap) -> bytes:
    desk = Desk(folder, first, folder / "file")
    for number in range(6):
        grown, step = append_step(desk.history.map, "log", f"Step {number}")
        desk.commit(grown, "Append")
        desk.commit(rename(grown, step, f"Name {number}"), "Rename")
    desk.go_to(4)
    desk.commit(edit_map(desk.history.map, title="After undo"), "Title")
    desk.journal.saving(folder / "file", "digest")
    desk.journal.saved(folder / "file", "digest")
    desk.commit(edit_map(desk.history.map, title="Last"), "Title")
    data = desk.crash().read_bytes()
    for path in journals(folder):
        path.unlink()
    return data


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory, support_map: PilotMap) -> bytes:
    return _journal(tmp_path_factory.mktemp("written"), support_map)


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_bytes_changed_anywhere_never_end_the_start(
    tmp_path_factory: pytest.TempPathFactory, written: bytes, data: st.DataObject
) -> None:
    damaged = bytearray(written)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(damaged) - 1))
        end = min(len(damaged), at + data.draw(st.integers(0, 300)))
        damaged[at:end] = data.draw(st.binary(max_size=20) | st.just(damaged[:end]))
    folder = tmp_path_factory.mktemp("damaged")
    (folder / "a.journal").write_bytes(damaged)
    try:
        found = read_journal(folder / "a.journal")
    except Unreadable:
        return
    assert found.states[found.place].map == found.map
    assert found.is_unsaved in (True, False)
    for _, held in left(folder):
        held.remove()


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_values_changed_anywhere_never_end_the_start(
    tmp_path_factory: pytest.TempPathFactory, written: bytes, data: st.DataObject
) -> None:
    entries = [json.loads(line) for line in written.splitlines()]
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(0, len(entries) - 1))
        _change(entries[place], data)
    folder = tmp_path_factory.mktemp("changed")
    path = write(folder, *entries)
    try:
        found = read_journal(path)
    except Unreadable:
        return
    assert found.states[found.place].map == found.map
    assert found.is_unsaved in (True, False)


def _change(value: Any, data: st.DataObject) -> None:
    """Exchange one value somewhere within."""
    while True:
        keys = list(value) if isinstance(value, dict) else list(range(len(value)))
        if not keys:
            return
        key = data.draw(st.sampled_from(keys))
        inner = value[key]
        if not isinstance(inner, dict | list) or data.draw(st.booleans()):
            value[key] = data.draw(st.sampled_from(VALUES))
            return
        value = inner
