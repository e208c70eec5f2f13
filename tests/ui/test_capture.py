"""Typing into the capture line of the window: the table of the product, line by line."""

import pytest
from PySide6.QtCore import Qt

from pilotmap.language import Language, speaking
from pilotmap.model.known import number_of
from pilotmap.ui.capture.popup_row import row_width
from tests.builders import map_of
from tests.ui.robot import CTRL, Robot

Key = Qt.Key


def test_it_is_open_on_an_empty_map_and_takes_the_first_line(robot: Robot) -> None:
    assert robot.capture.is_open
    assert robot.capture.entry.hasFocus()
    robot.type("Customer: ticket raised")
    robot.press(Key.Key_Return)
    assert robot.names() == ("Ticket raised",)
    assert robot.lane_of("Ticket raised") == "Customer"
    assert robot.capture.entry.text() == ""
    assert robot.selected == "Ticket raised"
    assert "Ticket raised" in robot.drawn_words()


def test_every_form_of_the_table(robot: Robot) -> None:
    robot.capture_lines(
        "Customer: ticket raised",
        "Agent: log the ticket @Zendesk @CRM [5min] [waits 14h]",
        "! typed twice into two systems",
        "# who decides?",
        ": only on weekdays",
        "? known issue",
        "> yes 60%",
        "send the fix",
        ". resolved",
        "> no: Team lead: check",
        "~ waits for the vendor 2d",
        "-> Log the ticket",
    )
    assert robot.refusals == []
    log = robot.step("Log the ticket")
    assert [robot.map.system_by_id[s].name for s in log.systems] == ["Zendesk", "CRM"]
    assert (str(log.work), str(log.wait)) == ("5 min", "14 h")
    assert [note.kind for note in robot.map.notes] == ["pain", "question", "note"]
    assert {note.about for note in robot.map.notes} == {log.id}
    yes = robot.flow("Known issue?", "Send the fix")
    assert (yes.label, number_of(yes.share)) == ("yes", 0.6)
    assert robot.lane_of("Check") == "Team lead"
    assert robot.step("Resolved").kind == "end"
    wait = next(step for step in robot.map.steps if step.kind == "wait")
    assert str(wait.wait) == "2 d"
    assert {("Check", wait.name), (wait.name, "Log the ticket")} <= robot.flows()


def test_parallel_branches(robot: Robot) -> None:
    robot.capture_lines("Sales: order in", "& check the stock", "& check the credit")
    parallel = next(step for step in robot.map.steps if step.kind == "parallel")
    targets = {robot.map.step_by_id[f.target].name for f in robot.map.flows_out(parallel.id)}
    assert targets == {"Check the stock", "Check the credit"}


def test_the_hint_says_what_enter_will_do(robot: Robot) -> None:
    robot.capture_lines("Agent: begin")
    robot.type("Team lead: check the hard ones @CRM")
    assert robot.capture.before.text().startswith("after “Begin”")
    assert "adds a step in Team lead" in robot.capture.hint.text
    assert "CRM" in robot.capture.hint.text


def test_a_refused_line_keeps_its_words_and_says_why(robot: Robot) -> None:
    robot.capture_lines("Agent: begin")
    before = robot.map
    robot.type("-> Nowhere at all")
    robot.press(Key.Key_Return)
    assert robot.map is before
    assert robot.capture.entry.text() == "-> Nowhere at all"
    assert "Nowhere at all" in robot.capture.hint.text


def test_names_complete_with_tab(robot: Robot) -> None:
    robot.capture_lines("Customer: ticket raised", "Support agent: log it @Zendesk")
    robot.type("Supp")
    assert [c.text.strip() for c in robot.capture.popup.offered] == ["Support agent:"]
    robot.press(Key.Key_Tab)
    robot.type("triage @Zen")
    robot.press(Key.Key_Tab, Key.Key_Return)
    assert robot.lane_of("Triage") == "Support agent"
    assert len(robot.map.systems) == 1


def test_a_look_alike_is_offered_rather_than_doubled(robot: Robot) -> None:
    robot.capture_lines("Team Lead: begin")
    robot.type("team lead")
    assert any("Team Lead" in c.text for c in robot.capture.popup.offered)


@pytest.mark.parametrize("spoken", ["en", "de"])
def test_what_completes_shows_all_its_words(robot: Robot, spoken: Language) -> None:
    with speaking(spoken):
        robot.type("Customer: ticket raised [")
    offered = robot.capture.popup.offered
    assert len(offered) > 5
    room = robot.capture.popup.viewport().width()
    assert max(row_width(each.text.strip(), each.about) for each in offered) <= room


def test_down_and_enter_choose_a_completion(robot: Robot) -> None:
    robot.capture_lines("Support agent: begin", "Support lead: look")
    robot.type("Supp")
    robot.press(Key.Key_Down, Key.Key_Down)
    chosen = robot.capture.popup.current
    assert chosen is not None
    robot.press(Key.Key_Return)
    assert robot.capture.entry.text() == chosen.text
    assert len(robot.map.steps) == 2


def test_esc_closes_the_names_then_the_line_and_slash_opens_it_again(robot: Robot) -> None:
    robot.capture_lines("Support agent: begin")
    robot.type("Supp")
    robot.press(Key.Key_Escape)
    assert not robot.capture.popup.offered
    assert robot.capture.is_open
    robot.press(Key.Key_Escape)
    assert not robot.capture.is_open
    assert robot.canvas.hasFocus()
    robot.press(Key.Key_Slash)
    assert robot.capture.is_open
    assert robot.capture.entry.text() == "Supp", "the words are not lost"


def test_lines_go_where_the_selection_is(robot: Robot) -> None:
    robot.session.open(map_of("Agent: begin\nAgent: middle\n. done"))
    first, second = robot.names()[:2]
    robot.select(first)
    robot.capture_lines("look it up")
    assert {(first, "Look it up"), ("Look it up", second)} <= robot.flows()
    robot.session.select(robot.flow("Look it up", second).id)
    robot.capture_lines("ask around")
    assert {("Look it up", "Ask around"), ("Ask around", second)} <= robot.flows()


def test_a_pasted_outline_is_one_undo_step(robot: Robot) -> None:
    robot.paste("Customer: ticket raised\nAgent: log it\n? known\n> yes: Agent: send\n> no: ask\n")
    assert len(robot.map.steps) == 5
    assert robot.map.lanes[0].name == "Customer"
    assert len(robot.session.history.labels) == 1
    robot.undo()
    assert robot.map.steps == ()


def test_undo_and_redo_from_the_empty_line(robot: Robot) -> None:
    robot.capture_lines("Agent: begin", "look")
    robot.press(Key.Key_Z, held=CTRL)
    assert robot.names() == ("Begin",)
    robot.capture_lines("look twice")
    assert ("Begin", "Look twice") in robot.flows()


@pytest.mark.parametrize("line", ["[5min]", "@", ">", "->", "&", "~", "!", ":", "-> ", "> 140%: x"])
def test_no_odd_line_is_ever_a_crash(robot: Robot, line: str) -> None:
    robot.capture_lines("Agent: begin", line)
    assert robot.names()[0] == "Begin"


def test_with_nothing_selected_it_goes_on_where_the_map_was_left_open(robot: Robot) -> None:
    robot.session.open(map_of("Agent: Begin\n? Known\n> yes: Send\n. Done\n> no: Ask"))
    robot.capture_lines("look it up")
    assert ("Ask", "Look it up") in robot.flows()


def test_a_name_typed_in_full_is_not_offered(robot: Robot) -> None:
    robot.capture_lines("Agent: begin @CRM")
    robot.type("look @CR")
    assert robot.capture.popup.offered
    robot.type("M")
    assert not robot.capture.popup.offered


def test_the_key_that_opens_the_line_writes_no_stroke_into_it(robot: Robot) -> None:
    robot.type("/Customer: ticket raised")
    assert robot.capture.entry.text() == "Customer: ticket raised"
