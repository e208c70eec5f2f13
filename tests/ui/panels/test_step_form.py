import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from pilotmap.model.known import number_of
from pilotmap.model.quantity import Duration
from pilotmap.ui.panels.step_form import StepForm
from tests.builders import map_of
from tests.ui.robot import CTRL, Robot

LINES = """
Customer: raised
Agent: log the ticket @Zendesk [5 min measured]
? known issue
> yes 60%: Agent: send the fix
> no 40%: Lead: diagnose
"""


@pytest.fixture
def form(robot: Robot) -> StepForm:
    """The form of the step “log the ticket”."""
    robot.session.open(map_of(LINES))
    robot.capture.close()
    select(robot, "log the ticket")
    form = robot.window.properties.form("step")
    assert isinstance(form, StepForm)
    return form


def select(robot: Robot, name: str) -> None:
    found = [step.id for step in robot.map.steps if step.name.casefold() == name.casefold()]
    robot.session.select(found[0])


def the_step(robot: Robot):  # type: ignore[no-untyped-def]
    return robot.map.step_by_id[robot.session.selection or ""]


def retype(robot: Robot, form: StepForm, key: str, text: str) -> None:
    """Replace what a field holds, by keyboard."""
    form.focus_field(key)
    robot.focused().selectAll()
    robot.type(text)


def test_typing_a_name_is_seen_at_once_and_is_one_undo_step(robot: Robot, form: StepForm) -> None:
    retype(robot, form, "name", "Write it down")
    assert the_step(robot).name == "Write it down"
    assert "Write it down" in robot.drawn_words().replace("\n", " ")
    robot.press(Qt.Key.Key_Z, held=CTRL)
    assert the_step(robot).name.casefold() == "log the ticket"
    assert form.field("name").line.text().casefold() == "log the ticket"


def test_leaving_a_field_begins_a_new_undo_step(robot: Robot, form: StepForm) -> None:
    retype(robot, form, "name", "First")
    form.focus_field("work")
    retype(robot, form, "name", "Second")
    robot.undo()
    assert the_step(robot).name == "First"


def test_the_caret_stays_where_one_types(robot: Robot, form: StepForm) -> None:
    form.focus_field("name")
    line = form.field("name").line
    line.setCursorPosition(3)
    robot.type("ging")
    assert line.text().casefold() == "logging the ticket"
    assert line.cursorPosition() == 7


def test_a_space_at_the_end_is_not_taken_away_while_typing(robot: Robot, form: StepForm) -> None:
    retype(robot, form, "name", "Log ")
    assert form.field("name").line.text() == "Log "
    robot.type("it")
    assert the_step(robot).name == "Log it"


def test_a_time_is_committed_as_soon_as_it_is_one(robot: Robot, form: StepForm) -> None:
    retype(robot, form, "wait", "14 h")
    assert the_step(robot).wait == Duration(value=14, unit="h")
    assert form.field("wait").complaint == ""


def test_a_time_that_is_none_is_marked_and_kept(robot: Robot, form: StepForm) -> None:
    retype(robot, form, "wait", "20 mni")
    wait = form.field("wait")
    assert "20 mni" in wait.complaint
    assert "20 min" in wait.complaint
    assert the_step(robot).wait == Duration(value=20, unit="min")
    form.focus_field("name")
    robot.type("x")
    assert wait.line.text() == "20 mni"
    first = robot.session.selection
    select(robot, "diagnose")
    assert form.field("wait").line.text() == ""
    assert form.field("wait").complaint == ""
    robot.session.select(first)
    assert wait.line.text() == "20 mni"
    assert wait.complaint


def test_an_emptied_time_is_taken_away(robot: Robot, form: StepForm) -> None:
    form.focus_field("work")
    robot.focused().selectAll()
    robot.press(Qt.Key.Key_Delete)
    assert the_step(robot).work is None


def test_another_time_keeps_how_it_is_known(robot: Robot, form: StepForm) -> None:
    retype(robot, form, "work", "7 min")
    assert the_step(robot).work == Duration(value=7, unit="min", basis="measured")


def test_how_a_time_is_known_can_be_said(robot: Robot, form: StepForm) -> None:
    basis = form.field("work.basis")
    basis.box.setCurrentIndex(2)
    basis.box.activated.emit(2)
    assert the_step(robot).work.basis == "estimated"
    retype(robot, form, "work.source", "Zendesk report")
    assert the_step(robot).work.source == "Zendesk report"


def test_another_lane_moves_the_step(robot: Robot, form: StepForm) -> None:
    lane = form.field("lane")
    lane.box.setCurrentText("Lead")
    lane.box.activated.emit(lane.box.currentIndex())
    assert robot.map.lane_by_id[the_step(robot).lane].name == "Lead"
    robot.undo()
    assert lane.box.currentText() == "Agent"


def test_systems_are_added_and_removed_as_chips(robot: Robot, form: StepForm) -> None:
    form.focus_field("systems")
    robot.type("CRM")
    robot.press(Qt.Key.Key_Return)
    names = [robot.map.system_by_id[s].name for s in the_step(robot).systems]
    assert names == ["Zendesk", "CRM"]
    robot.press(Qt.Key.Key_Backspace)
    assert [robot.map.system_by_id[s].name for s in the_step(robot).systems] == ["Zendesk"]


def test_a_known_system_is_not_doubled(robot: Robot, form: StepForm) -> None:
    select(robot, "diagnose")
    form.focus_field("systems")
    robot.type("zendesk")
    robot.press(Qt.Key.Key_Return)
    assert [system.name for system in robot.map.systems] == ["Zendesk"]
    assert the_step(robot).systems == (robot.map.systems[0].id,)


def test_a_branch_gets_its_label_and_share_beside_the_decision(
    robot: Robot, form: StepForm
) -> None:
    select(robot, "known issue?")
    rows = form.ways_on.rows
    assert [row.field("label").line.text() for row in rows] == ["yes", "no"]
    rows[0].focus_field("share")
    robot.focused().selectAll()
    robot.type("75 %")
    flow = robot.map.flows_out(the_step(robot).id)[0]
    assert number_of(flow.share) == 0.75


def test_notes_are_added_settled_and_deleted(robot: Robot, form: StepForm) -> None:
    form.notes.new_text.setFocus()
    robot.type("typed twice")
    robot.press(Qt.Key.Key_Return)
    note = robot.map.notes[0]
    assert (note.kind, note.text, note.about) == ("pain", "typed twice", the_step(robot).id)
    assert robot.session.selection == the_step(robot).id
    row = form.notes.rows[note.id]
    row.field("settled").box.click()
    assert robot.map.notes[0].settled
    row.focus_field("owner")
    robot.type("Ana")
    assert robot.map.notes[0].owner == "Ana"
    robot.session.edit("Delete", lambda pilot_map: pilot_map.replace(notes=()))
    assert form.notes.rows == {}


def test_only_the_ai_step_has_the_violet_card(robot: Robot, form: StepForm) -> None:
    assert form.card.isHidden()
    assert not form._mark.isHidden()
    QTest.mouseClick(form._mark, Qt.MouseButton.LeftButton)
    assert robot.map.pilot.step == the_step(robot).id
    assert not form.card.isHidden()
    select(robot, "diagnose")
    assert form.card.isHidden()


def test_tab_goes_through_the_form_as_it_is_read(robot: Robot, form: StepForm) -> None:
    form.notes.new_text.setFocus()
    robot.type("typed twice")
    robot.press(Qt.Key.Key_Return)
    select(robot, "known issue?")
    form.notes.new_text.setFocus()
    robot.type("who decides")
    robot.press(Qt.Key.Key_Return)
    QTest.qWait(1)  # rows made since are laid out when the window has a moment
    form.focus_field("name")
    visited = []
    for _ in range(23):
        visited.append(robot.focused())
        robot.press(Qt.Key.Key_Tab)
    places = [
        (
            widget.mapTo(form, widget.rect().topLeft()).y() // 12,
            widget.mapTo(form, widget.rect().topLeft()).x(),
        )
        for widget in visited
        if form.isAncestorOf(widget)
    ]
    assert len(places) == 23
    assert places == sorted(places)


def test_a_deleted_step_leaves_no_form_behind(robot: Robot, form: StepForm) -> None:
    robot.go_to_canvas()
    select(robot, "diagnose")
    robot.press(Qt.Key.Key_Delete)
    shown = robot.window.properties.target
    assert shown.element == (robot.session.selection or "")
