"""Ctrl+1 to 5 put the keyboard where the next answer is given, whatever hides the panel."""

import pytest
from PySide6.QtWidgets import QSplitter

from pilotmap.model.edits.fields import edit_outcome, edit_pilot, edit_step
from pilotmap.model.map import PilotMap
from pilotmap.model.outcome import Outcome
from pilotmap.model.pilot import Pilot
from pilotmap.ui.tab_order import tab_stops
from tests.builders import map_of
from tests.ui.panels.hands import Key, open_part
from tests.ui.robot import CTRL, Robot


@pytest.mark.parametrize(
    ("part", "key"),
    [
        (1, "change"),
        (1, "measure"),
        (1, "baseline"),
        (1, "by"),
        (1, "owner"),
        (3, "verdict"),
        (3, "takes_in"),
        (3, "why_ai"),
        (4, "human"),
        (4, "sees"),
        (4, "review"),
        (4, "escalates_to"),
        (4, "worst_case"),
    ],
)
def test_the_keyboard_goes_to_what_is_not_answered(
    robot: Robot, answered: PilotMap, part: int, key: str
) -> None:
    if part == 1:
        m = edit_outcome(answered, **{key: getattr(Outcome(), key)})
    else:
        m = edit_pilot(answered, **{key: getattr(Pilot(), key)})
    form = open_part(robot, m, part)
    asks = form.card if part == 4 else form  # type: ignore[attr-defined]
    assert robot.focused() is asks.field(key).stop


@pytest.mark.parametrize("part", [1, 2, 3, 4])
def test_where_all_is_answered_the_keyboard_goes_to_the_first_field(
    robot: Robot, answered: PilotMap, part: int
) -> None:
    form = open_part(robot, answered, part)
    assert robot.focused() is next(tab_stops(form))


def test_the_keyboard_goes_to_the_first_step_without_a_name(
    robot: Robot, answered: PilotMap
) -> None:
    open_part(robot, edit_step(answered, "diagnose", name=""), 2)
    assert robot.session.selection == "diagnose"
    robot.type("look into it /?")
    robot.press(Key.Key_Escape)
    assert robot.map.step_by_id["diagnose"].name == ""
    robot.press(Key.Key_2, held=CTRL)
    robot.type("look into it /?")
    robot.press(Key.Key_Tab)
    assert robot.map.step_by_id["diagnose"].name == "look into it /?"


def test_one_gap_of_the_map_leads_to_the_next_and_the_last_into_the_form(robot: Robot) -> None:
    m = map_of("Agent: ? known\n> yes 60%\nsend\n> no\nask\nwrite")
    asked, written = (step.id for step in m.steps if step.name in ("ask", "write"))
    m = edit_step(edit_step(m, asked, name=""), written, name="")
    open_part(robot, m, 2)
    assert robot.session.selection == asked
    robot.type("ask the lead")
    robot.press(Key.Key_Return)
    assert robot.session.selection == written
    robot.press(Key.Key_Tab)  # nobody knows that one
    robot.type("no 40%")
    robot.press(Key.Key_Tab)
    assert robot.map.step_by_id[asked].name == "ask the lead"
    assert robot.map.step_by_id[written].name == ""
    (share,) = (flow.share for flow in robot.map.flows if flow.label == "no")
    assert share is not None
    assert share.value == 0.4
    form = robot.window.properties.form("map")  # type: ignore[attr-defined]
    assert robot.focused() is form.field("title").stop
    robot.type("How questions are answered")
    assert robot.map.title == "How questions are answered"


def test_a_sentence_typed_after_ctrl_1_edits_nothing_but_the_outcome(robot: Robot) -> None:
    m = map_of("Agent: work\nLead: check")
    open_part(robot, m, 1)
    robot.type("reduce the average")
    assert robot.map.replace(outcome=Outcome()) == m
    robot.press(Key.Key_Tab)
    robot.type("time to answer")
    assert robot.map.outcome.measure == "time to answer"


def test_ctrl_5_opens_the_form_of_the_first_seat_that_has_not_decided(
    robot: Robot, answered: PilotMap
) -> None:
    form = open_part(robot, answered, 5)
    operations = form.seats["operations"]  # type: ignore[attr-defined]
    assert robot.focused() is operations.form.name.line
    robot.type("Ada Byron")
    robot.press(Key.Key_5, held=CTRL)
    robot.type("decline")
    robot.press(Key.Key_5, held=CTRL)
    robot.type("Not before the summer.")
    robot.press(Key.Key_5, held=CTRL)
    assert robot.focused() is operations.form.record
    robot.press(Key.Key_Return)
    assert [(r.name, r.decision) for r in robot.map.signoffs] == [("Ada Byron", "declined")]
    robot.press(Key.Key_5, held=CTRL)
    assert robot.focused() is form.seats["it"].form.name.line  # type: ignore[attr-defined]


def test_ctrl_5_leads_to_what_keeps_sign_off_closed(robot: Robot, answered: PilotMap) -> None:
    open_part(robot, answered, 1)
    robot.session.edit("x", lambda pilot_map: edit_outcome(pilot_map, owner=""))
    form = open_part(robot, robot.map, 5)
    assert robot.focused() is form.blockers.links[0]  # type: ignore[attr-defined]
    robot.press(Key.Key_Return)
    robot.type("The VP")
    assert robot.map.outcome.owner == "The VP"


def test_part_4_asks_for_the_step_that_it_waits_for(robot: Robot, answered: PilotMap) -> None:
    open_part(robot, edit_pilot(answered, step=None, mode=None), 4)
    robot.type("triage and classify")
    assert robot.map.pilot.step == "triage"
    robot.press(Key.Key_Tab)
    robot.type("person approves")
    assert robot.map.pilot.mode == "recommendation"


@pytest.mark.parametrize("part", range(1, 6))
def test_the_keyboard_finds_the_panel_in_room_mode(
    robot: Robot, answered: PilotMap, part: int
) -> None:
    robot.session.open(answered)
    robot.press(Key.Key_F5)
    form = open_part(robot, answered, part)
    assert form.isVisible()
    assert form.isAncestorOf(robot.focused())
    while robot.focused() is not robot.canvas:
        robot.press(Key.Key_Escape)
    assert not form.isVisible()
    assert robot.window.present.room.is_on  # type: ignore[attr-defined]
    robot.press(Key.Key_F5)
    assert form.isVisible()


def test_the_keyboard_unfolds_a_panel_that_is_folded(robot: Robot, answered: PilotMap) -> None:
    panel = robot.window.properties  # type: ignore[attr-defined]
    areas = panel.parentWidget()
    assert isinstance(areas, QSplitter)
    sizes = areas.sizes()
    areas.setSizes([*sizes[:-2], sizes[-2] + sizes[-1], 0])
    robot.go_to_canvas()
    robot.press(Key.Key_F6)
    assert not panel.isAncestorOf(robot.focused())
    form = open_part(robot, answered, 1)
    assert form.isAncestorOf(robot.focused())
    assert areas.sizes()[-1] >= 250
    assert not robot.focused().visibleRegion().isEmpty()
