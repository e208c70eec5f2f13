"""Words typed at drop-downs and buttons choose, with their spaces, and none is lost."""

import pytest
from PySide6.QtTest import QTest

from pilotmap.language import speaking
from pilotmap.model.edits.fields import edit_pilot
from pilotmap.model.map import PilotMap
from tests.builders import map_of
from tests.ui.panels.hands import Key, open_part, said
from tests.ui.robot import Robot


def test_drop_downs_take_words_with_spaces(robot: Robot, answered: PilotMap) -> None:
    form = open_part(robot, answered, 3)
    robot.type("change the process")
    assert robot.map.pilot.verdict == "change"
    assert said(robot.focused()) == "change the process"
    robot.press(Key.Key_Tab)
    assert form.field("verdict").box.currentText() == "Change the process, no AI"
    assert robot.focused() is form.field("why_not").stop
    form.focus_field("verdict")
    robot.type("an ai takes over")
    robot.press(Key.Key_Tab)
    assert robot.map.pilot.verdict == "ai"
    robot.type("fix and verify")
    robot.press(Key.Key_Tab)
    robot.type("a ticket")
    assert robot.map.step_by_id[robot.map.pilot.step or ""].name == "Fix and verify"
    assert robot.map.pilot.takes_in.endswith("recorda ticket")


def test_words_that_mean_none_stay_and_leave_the_answer_as_it_was(
    robot: Robot, answered: PilotMap
) -> None:
    form = open_part(robot, answered, 1)
    robot.type("increase it twofold")
    assert robot.map.outcome.change == "reduce"
    robot.press(Key.Key_Tab)
    field = form.field("change")
    assert (field.draft, robot.map.outcome.change) == ("increase it twofold", "reduce")
    assert "“increase it twofold”" in field.complaint
    robot.window.properties.show_part(2)  # type: ignore[attr-defined]
    open_part(robot, robot.map, 1)
    assert robot.focused() is field.stop
    robot.type("incr")
    robot.press(Key.Key_Tab)
    assert (field.complaint, robot.map.outcome.change) == ("", "increase")


def test_of_several_that_fit_the_one_shown_is_taken(robot: Robot) -> None:
    m = map_of("Agent: work\nAgent lead: check\nCustomer: wait")
    robot.session.open(m)
    robot.select("wait")
    form = robot.window.properties.form("step")  # type: ignore[attr-defined]
    form.focus_field("lane")
    robot.type("age")
    assert robot.lane_of("wait") == "Customer"
    assert form.field("lane").box.currentText() == "Agent"
    robot.press(Key.Key_Backspace, Key.Key_Backspace, Key.Key_Backspace)
    assert form.field("lane").box.currentText() == "Customer"
    robot.type("agent l")
    assert robot.lane_of("wait") == "Agent lead"


def test_delete_empties_a_choice_that_may_be_empty(robot: Robot, answered: PilotMap) -> None:
    form = open_part(robot, answered, 4)
    form.focus_field("escalates_to")
    robot.press(Key.Key_Delete)
    assert robot.map.pilot.escalates_to is None


def test_yes_and_no_are_typed(robot: Robot, answered: PilotMap) -> None:
    form = open_part(robot, answered, 4)
    form.focus_field("irreversible")
    robot.type("yes")
    assert robot.map.pilot.irreversible
    robot.press(Key.Key_Tab, Key.Key_Backtab)
    robot.type("no idea")
    assert robot.map.pilot.irreversible
    assert "“no idea”" in form.card.field("irreversible").complaint  # type: ignore[attr-defined]


def test_words_are_typed_in_the_language_of_the_window(robot: Robot, answered: PilotMap) -> None:
    with speaking("de"):
        form = open_part(robot, answered, 1)
        form.focus_field("change")
        robot.type("erh")
        assert robot.map.outcome.change == "increase"


def test_a_field_is_not_taken_away_from_under_the_hands(robot: Robot, answered: PilotMap) -> None:
    m = edit_pilot(answered, step=None)
    form = open_part(robot, m, 4)
    step = form.field("step")
    robot.type("diag")
    assert robot.map.pilot.step == "diagnose"
    assert step.isVisible()
    robot.type("nose")
    assert step.complaint == ""
    robot.press(Key.Key_Tab)
    assert not step.isVisible()
    assert form.card.isAncestorOf(robot.focused())  # type: ignore[attr-defined]


def test_what_an_answer_brings_comes_next(robot: Robot, answered: PilotMap) -> None:
    m = edit_pilot(answered, verdict="leave", step=None)
    form = open_part(robot, m, 3)
    assert robot.focused() is form.field("why_not").stop
    form.focus_field("verdict")
    robot.type("an ai")
    robot.press(Key.Key_Tab)
    assert robot.focused() is form.field("step").stop
    form = open_part(robot, edit_pilot(answered, mode=None), 4)
    robot.type("on its own")
    robot.press(Key.Key_Tab)
    assert robot.focused() is form.card.field("watched_by").stop  # type: ignore[attr-defined]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_completion_that_was_walked_to_is_taken_along_by_tab(
    robot: Robot, answered: PilotMap
) -> None:
    handoff = answered.handoffs[0].flow.id
    robot.session.open(answered)
    robot.session.select(handoff)
    form = robot.window.properties.form("flow")  # type: ignore[attr-defined]
    form.focus_field("through")
    robot.focused().selectAll()  # type: ignore[attr-defined]
    robot.type("ji")
    for key in (Key.Key_Down, Key.Key_Tab):
        # an open list has the keys of a screen, and hands them to its line
        QTest.keyClick(form.field("through").line.completer().popup(), key)
    assert form.field("through").line.text() == "Jira"
    assert robot.map.flow_by_id[handoff].through_system == "jira"
