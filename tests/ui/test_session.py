from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from pilotmap.model.edits.fields import edit_map
from pilotmap.model.edits.steps import append_step, delete_step, rename
from pilotmap.model.map import PilotMap, empty_map
from pilotmap.ui.session import Session
from tests.builders import map_of


@pytest.fixture
def session(qtbot: QtBot) -> Session:
    return Session(map_of("Agent: Begin\nLook\n. Done"))


def step(session: Session, name: str) -> str:
    return next(step.id for step in session.map.steps if step.name == name)


class Heard:
    """What a session said, in order."""

    def __init__(self, session: Session) -> None:
        self.all: list[tuple[str, Any]] = []
        session.map_changed.connect(lambda old, new: self.all.append(("map", (old, new))))
        session.selection_changed.connect(lambda: self.all.append(("selection", None)))
        session.file.changed.connect(lambda: self.all.append(("file", None)))
        session.refused.connect(lambda why: self.all.append(("refused", why)))

    def names(self) -> list[str]:
        return [name for name, _ in self.all]


def test_an_edit_is_told_once_with_the_map_before_and_after(session: Session) -> None:
    heard, before = Heard(session), session.map
    assert session.edit(
        "Rename", lambda pilot_map: rename(pilot_map, step(session, "Look"), "Read")
    )
    assert heard.all[0] == ("map", (before, session.map))
    assert heard.names() == ["map", "file"]


def test_what_an_edit_makes_is_selected_before_anyone_hears(session: Session) -> None:
    seen: list[str | None] = []
    session.map_changed.connect(lambda _old, _new: seen.append(session.selection))
    session.edit("Add", lambda pilot_map: append_step(pilot_map, step(session, "Look"), "Answer"))
    assert seen == [step(session, "Answer")]


def test_an_edit_that_changes_nothing_is_no_edit(session: Session) -> None:
    heard = Heard(session)
    assert not session.edit(
        "Rename", lambda pilot_map: rename(pilot_map, step(session, "Look"), "Look")
    )
    assert heard.all == []
    assert session.history.labels == ()


def test_a_refusal_says_why_and_leaves_everything(session: Session) -> None:
    heard, before = Heard(session), session.map
    assert not session.edit(
        "Add", lambda pilot_map: append_step(pilot_map, step(session, "Done"), "More")
    )
    assert heard.names() == ["refused"]
    assert "end" in heard.all[0][1]
    assert session.map is before


def test_a_value_that_no_file_may_hold_is_refused_too(session: Session) -> None:
    heard = Heard(session)
    assert not session.edit("Title", lambda pilot_map: pilot_map.replace(title="a\x00b"))
    assert heard.names() == ["refused"]
    assert "title" in heard.all[0][1]


def test_edits_with_one_merge_key_are_one_undo_step(session: Session) -> None:
    for title in ("T", "Ti", "Tit"):
        session.edit("Title", lambda pilot_map, t=title: edit_map(pilot_map, title=t), "title")
    session.close_merge()
    session.edit("Title", lambda pilot_map: edit_map(pilot_map, title="Other"), "title")
    assert session.history.labels == ("Title", "Title")
    session.undo()
    assert session.map.title == "Tit"
    session.undo()
    assert session.map.title == ""
    session.redo()
    assert session.map.title == "Tit"


def test_the_selection_goes_with_the_element(session: Session) -> None:
    look = step(session, "Look")
    session.select(look)
    session.edit("Delete", lambda pilot_map: delete_step(pilot_map, look))
    assert session.selection is None
    session.select("nothing of this map")
    assert session.selection is None


def test_modified_follows_undo_and_saving(session: Session, tmp_path: Path) -> None:
    assert not session.file.is_modified
    session.edit("Title", lambda pilot_map: edit_map(pilot_map, title="T"))
    assert session.file.is_modified
    session.undo()
    assert not session.file.is_modified
    session.redo()
    session.file.mark_saved(tmp_path / "t.pilotmap.json")
    assert not session.file.is_modified
    session.undo()
    assert session.file.is_modified, "undo works past saving"


def test_opening_another_map_begins_anew(session: Session) -> None:
    session.edit("Title", lambda pilot_map: edit_map(pilot_map, title="T"))
    session.select(step(session, "Look"))
    heard, old, other = Heard(session), session.map, empty_map("Other")
    session.open(other)
    assert heard.all[0] == ("map", (old, other))
    assert session.selection is None
    assert session.history.labels == ()
    assert not session.file.is_modified


def test_everything_derived_is_computed_once_a_map(session: Session, support_map: PilotMap) -> None:
    session.open(support_map)
    assert session.drawing is session.drawing
    assert session.derived.findings is session.derived.findings
    assert session.derived.quick_figures is session.derived.quick_figures
    assert session.derived.gate1 is session.derived.gate1
    before = session.drawing
    session.edit("Title", lambda pilot_map: edit_map(pilot_map, title="T"))
    assert session.drawing is not before


def test_the_other_picture_is_shown_where_there_is_one(
    session: Session, support_map: PilotMap
) -> None:
    session.set_view("with-ai")
    assert session.drawing is session.derived.today
    session.open(support_map)
    assert session.drawing is session.derived.with_ai_drawing
    assert len(session.drawing.geometry.steps) > len(session.derived.today.geometry.steps)


def test_judging_waits_for_a_pause(session: Session, qtbot: QtBot) -> None:
    judged: list[int] = []
    session.judged.connect(lambda: judged.append(1))
    for title in "abc":
        session.edit("Title", lambda pilot_map, t=title: edit_map(pilot_map, title=t))
    assert judged == []
    qtbot.waitUntil(lambda: judged == [1])
