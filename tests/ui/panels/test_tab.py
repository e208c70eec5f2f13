"""Tab, Enter and Esc in the panel: field by field, and never onto the map by accident."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget

from pilotmap.model.edits.fields import edit_outcome
from pilotmap.model.map import PilotMap
from pilotmap.ui.panels.form import Form
from pilotmap.ui.tab_order import tab_stops
from tests.builders import map_of
from tests.ui.access.test_names import reachable
from tests.ui.panels.hands import Key, is_read_after, open_part, stops_by_tab
from tests.ui.robot import Robot


def meant_for_tab(form: Form) -> set[QWidget]:
    """Whatever in a form can have the keyboard by Tab, found without its layouts."""
    return {w for w in reachable(form) if w.focusPolicy() & Qt.FocusPolicy.TabFocus}


def forms(robot: Robot, pilot_map: PilotMap) -> Iterator[tuple[str, Form]]:
    """Every form of the panel, open and with the keyboard in it."""
    panel = robot.window.properties  # type: ignore[attr-defined]
    for number in range(1, 6):
        yield f"part {number}", open_part(robot, pilot_map, number)
    elements = (
        "triage",
        "known",
        pilot_map.handoffs[0].flow.id,
        pilot_map.lanes[1].id,
        pilot_map.systems[0].id,
    )
    for element in elements:
        panel.show_element(element)
        panel.first_field().setFocus()
        yield element, panel.form(panel.target.page)


def test_tab_comes_to_every_field_in_the_order_of_reading(robot: Robot, answered: PilotMap) -> None:
    robot.window.resize(1400, 2600)
    for name, form in forms(robot, answered):
        QApplication.processEvents()
        walked = stops_by_tab(robot)
        assert {*walked} == meant_for_tab(form), name
        first = next(tab_stops(form))
        walked = walked[walked.index(first) :] + walked[: walked.index(first)]
        for before, after in pairwise(walked):
            assert is_read_after(before, after), f"{name}: {before} {after}"
        back = stops_by_tab(robot, Key.Key_Backtab)
        assert [back[0], *reversed(back[1:])] == stops_by_tab(robot), name


@pytest.mark.parametrize("key", [Key.Key_Tab, Key.Key_Return])
def test_the_form_scrolls_with_the_keyboard(robot: Robot, answered: PilotMap, key: Qt.Key) -> None:
    robot.window.resize(1024, 500)
    form = open_part(robot, answered, 4)
    fields = form.card.keys  # type: ignore[attr-defined]
    area = robot.window.properties.area.viewport()  # type: ignore[attr-defined]
    for _ in fields:
        QApplication.processEvents()
        focused = robot.focused()
        corner = focused.mapTo(area, QPoint(0, 0))
        assert area.rect().contains(QRect(corner, focused.size())), focused
        robot.press(key)


def sign_off_states(robot: Robot, pilot_map: PilotMap) -> Iterator[str]:
    form = open_part(robot, pilot_map, 5)
    seats = form.seats  # type: ignore[attr-defined]
    yield "open"
    inside = seats["operations"].form
    for decision in ("approved", "approved with conditions", "declined"):
        inside.choice.buttons[decision].click()
        yield decision
    inside.choice.buttons["approved with conditions"].click()
    inside.conditions.more.click()
    yield "two conditions"
    seats["it"].decide.click()
    yield "two seats"
    inside.name.line.setFocus()
    robot.type("Ada")
    inside.choice.buttons["approved"].click()
    inside.record.click()
    yield "recorded"
    robot.session.edit("x", lambda now: edit_outcome(now, owner="Another"))
    robot.window.analyzer.begin()  # type: ignore[attr-defined]
    yield "stale"
    robot.session.edit("x", lambda now: edit_outcome(now, owner=""))
    robot.window.analyzer.begin()  # type: ignore[attr-defined]
    yield "closed by an error"


def test_tab_goes_field_by_field_through_every_state_of_sign_off(
    robot: Robot, answered: PilotMap
) -> None:
    robot.window.resize(1400, 2600)
    for state in sign_off_states(robot, answered):
        QApplication.processEvents()
        form = robot.window.properties.form("signoff")  # type: ignore[attr-defined]
        first = next(tab_stops(form))
        first.setFocus()
        walked = stops_by_tab(robot)
        assert {*walked} == meant_for_tab(form), state
        for before, after in pairwise(walked):
            assert is_read_after(before, after), f"{state}: {before} {after}"
        back = stops_by_tab(robot, Key.Key_Backtab)
        assert [back[0], *reversed(back[1:])] == walked, state


def test_the_whole_of_a_sign_off_is_typed_without_a_look(robot: Robot, answered: PilotMap) -> None:
    open_part(robot, answered, 5)
    for words in (
        "Ada Byron",
        "Head of support",
        "with conditions",
        "A test system is set up, and used",
        "Team Platform",
        "31 Dec 2030",
    ):
        robot.type(words)
        robot.press(Key.Key_Tab)
    robot.press(Key.Key_Tab)  # over Remove
    robot.press(Key.Key_Tab)  # over Add a condition
    robot.type("On we go, then.")
    robot.press(Key.Key_Tab, Key.Key_Return)
    (record,) = robot.map.signoffs
    (condition,) = record.conditions
    assert (record.seat, record.name, record.title) == (
        "operations",
        "Ada Byron",
        "Head of support",
    )
    assert (condition.text, condition.owner) == (
        "A test system is set up, and used",
        "Team Platform",
    )
    assert record.statement == "On we go, then."


def test_esc_takes_back_what_is_unfinished_then_leaves(robot: Robot, answered: PilotMap) -> None:
    form = open_part(robot, answered, 1)
    form.focus_field("by")
    by = form.field("by")
    robot.type("next spring")
    assert by.complaint
    robot.press(Key.Key_Escape)
    assert (by.complaint, by.line.text()) == ("", "30 Jun 2027")
    assert by.line.hasFocus()
    form.focus_field("change")
    robot.type("dou")
    robot.press(Key.Key_Escape)
    assert (form.field("change").complaint, robot.map.outcome.change) == ("", "reduce")
    robot.press(Key.Key_Escape)
    assert robot.canvas.hasFocus()
    form = open_part(robot, robot.map, 2)
    form.lanes.new_name.setFocus()  # type: ignore[attr-defined]
    robot.type("Nobody")
    robot.press(Key.Key_Escape)
    assert form.lanes.new_name.text() == ""  # type: ignore[attr-defined]
    assert form.lanes.new_name.hasFocus()  # type: ignore[attr-defined]
    robot.press(Key.Key_Escape)
    assert robot.canvas.hasFocus()


def test_enter_goes_to_the_next_field(robot: Robot) -> None:
    form = open_part(robot, map_of("Agent: work"), 1)
    for words in ("reduce", "waiting", "tickets", "48", "h"):
        robot.type(words)
        robot.press(Key.Key_Return)
    outcome = robot.map.outcome
    assert (outcome.change, outcome.measure, outcome.population) == (
        "reduce",
        "waiting",
        "tickets",
    )
    assert robot.focused() is form.field("baseline.basis").stop
