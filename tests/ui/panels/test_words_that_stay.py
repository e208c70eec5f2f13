"""What is typed where no field is, or while the map changes, stays with what it is about."""

from PySide6.QtWidgets import QAbstractButton

from pilotmap.model.edits.fields import edit_outcome, edit_pilot
from pilotmap.model.edits.lanes import move_lane
from pilotmap.model.map import PilotMap
from tests.builders import map_of
from tests.ui.panels.hands import Key, open_part, place
from tests.ui.robot import Robot


def test_words_at_a_button_go_on_in_a_field_and_press_nothing(
    robot: Robot, answered: PilotMap
) -> None:
    form = open_part(robot, answered, 2)
    lanes = form.lanes  # type: ignore[attr-defined]
    row = lanes.rows[answered.lanes[1].id]
    up = next(b for b in row.findChildren(QAbstractButton) if b.toolTip())
    up.setFocus()
    robot.type("the night shift")
    assert lanes.new_name.text() == "the night shift"
    assert lanes.new_name.hasFocus()
    assert robot.map == answered


def test_words_at_the_link_of_a_seat_open_its_form(robot: Robot, answered: PilotMap) -> None:
    form = open_part(robot, answered, 5)
    seat = form.seats["business"]  # type: ignore[attr-defined]
    seat.decide.setFocus()
    robot.type("Joan Clarke")
    assert seat.form.name.line.text() == "Joan Clarke"


def test_where_nothing_can_be_typed_it_is_said_and_no_space_presses_a_button(
    robot: Robot, answered: PilotMap
) -> None:
    form = open_part(robot, edit_outcome(answered, owner=""), 5)
    assert robot.focused() in form.blockers.links  # type: ignore[attr-defined]
    robot.type("go on with it")
    assert robot.refusals
    assert robot.window.properties.target.page == "signoff"  # type: ignore[attr-defined]
    robot.press(Key.Key_Tab)
    assert robot.focused() in form.blockers.links  # type: ignore[attr-defined]


def test_errors_that_come_meanwhile_close_the_record_and_not_the_form(
    robot: Robot, answered: PilotMap
) -> None:
    form = open_part(robot, answered, 5)
    seat = form.seats["operations"]  # type: ignore[attr-defined]
    robot.type("Ada ")
    robot.session.edit("x", lambda pilot_map: edit_outcome(pilot_map, owner=""))
    robot.window.analyzer.begin()  # type: ignore[attr-defined]
    robot.type("Byron")
    assert seat.form.name.line.text() == "Ada Byron"
    seat.form.choice.buttons["approved"].click()
    seat.form.record.click()
    assert robot.map.signoffs == ()
    assert "errors" in seat.form.missing.text()
    robot.undo()
    robot.window.analyzer.begin()  # type: ignore[attr-defined]
    seat.form.record.click()
    assert [record.name for record in robot.map.signoffs] == ["Ada Byron"]


def test_the_keyboard_stays_with_its_lane(robot: Robot) -> None:
    m = map_of("Agent: work\nLead: check\nCustomer: wait")
    form = open_part(robot, m, 2)
    lanes = form.lanes  # type: ignore[attr-defined]
    lead = m.lanes[1].id
    row = lanes.rows[lead]
    row.focus_field("name")
    robot.press(Key.Key_End)
    robot.type(" of")
    robot.session.edit("x", lambda now: move_lane(now, lead, 0))
    robot.type(" shift")
    assert [lane.name for lane in robot.map.lanes] == ["Lead of shift", "Agent", "Customer"]
    assert place(lanes.rows[lead].field("name")).top() <= place(row).bottom()


def test_a_lane_is_moved_twice_by_the_same_button(robot: Robot) -> None:
    form = open_part(robot, map_of("Agent: work\nLead: check\nCustomer: wait"), 2)
    rows = form.lanes.rows  # type: ignore[attr-defined]
    last = list(rows.values())[-1]
    up = next(button for button in last.findChildren(QAbstractButton) if button.toolTip())
    up.setFocus()
    robot.press(Key.Key_Space, Key.Key_Space)
    assert [lane.name for lane in robot.map.lanes] == ["Customer", "Agent", "Lead"]
    assert up.hasFocus()


def test_half_a_note_waits_for_its_step(robot: Robot) -> None:
    robot.session.open(map_of("Agent: work\nLead: check"))
    robot.select("work")
    notes = robot.window.properties.form("step").notes  # type: ignore[attr-defined]
    notes.new_text.setFocus()
    robot.type("typed twice, and")
    robot.select("check")
    assert notes.new_text.text() == ""
    robot.select("work")
    assert notes.new_text.text() == "typed twice, and"


def test_the_keyboard_stays_in_the_panel_when_its_form_makes_room(
    robot: Robot, answered: PilotMap
) -> None:
    panel = robot.window.properties  # type: ignore[attr-defined]
    open_part(robot, answered, 1)
    robot.session.select("diagnose")
    assert panel.form("step").isAncestorOf(robot.focused())
    robot.session.select(None)
    assert panel.form("map").isAncestorOf(robot.focused())


def test_an_answer_in_writing_keeps_its_words_from_the_table_over_it(
    robot: Robot, answered: PilotMap
) -> None:
    risky = edit_pilot(answered, mode="autonomous")
    robot.session.open(risky)
    window = robot.window
    window.analyzer.begin()  # type: ignore[attr-defined]
    panel = window.findings  # type: ignore[attr-defined]
    places = [row.finding.rule for row in panel.model.rows]
    panel.do(places.index("PM305"), "Answer in writing")
    for words in ("Only the order", "Ana"):
        robot.type(words)
        robot.press(Key.Key_Tab)
    robot.type("of the queue if fed")
    assert panel.waive.by.text() == "Ana of the queue if fed"
    for _ in range(5):
        robot.press(Key.Key_Tab)
        assert panel.waive.isAncestorOf(robot.focused())
    robot.press(Key.Key_Escape)
    panel.do(places.index("PM305"), "Answer in writing")
    assert panel.waive.reason.text() == "Only the order"
    assert robot.map == risky
