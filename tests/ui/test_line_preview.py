"""What is being typed is already in the picture, and in nothing else."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders import map_of
from tests.ui.robot import CTRL, Robot

Key = Qt.Key
TABLE = "Step\tWho\tTime\nReceive it\tClerk\t5 min\nCheck it\tClerk\t20 min\nPay\tFinance\tsoon\n"


def typed(robot: Robot, qtbot: QtBot, text: str) -> None:
    robot.type(text)
    qtbot.waitUntil(lambda: bool(robot.canvas.picture.overlay.new))


def test_the_step_is_drawn_while_it_is_typed_and_committed_by_enter(
    robot: Robot, qtbot: QtBot
) -> None:
    robot.capture_lines("Agent: begin")
    before, edits = robot.map, len(robot.session.history.labels)
    typed(robot, qtbot, "Team lead: check the hard ones @CRM")
    assert robot.map is before
    assert "Check the" in robot.drawn_words()
    assert "Team lead" in robot.drawn_words()
    picture = robot.canvas.drawing
    robot.press(Key.Key_Return)
    assert len(robot.session.history.labels) == edits + 1
    assert robot.canvas.drawing is picture, "the picture shown is the one committed"
    assert robot.canvas.picture.overlay.new == frozenset()


def test_clearing_the_line_or_leaving_it_takes_the_ghost_away(robot: Robot, qtbot: QtBot) -> None:
    robot.capture_lines("Agent: begin")
    typed(robot, qtbot, "look")
    robot.press(Key.Key_Backspace, Key.Key_Backspace, Key.Key_Backspace, Key.Key_Backspace)
    assert "Look" not in robot.drawn_words()
    typed(robot, qtbot, "look")
    robot.press(Key.Key_Escape)
    assert "Look" not in robot.drawn_words()
    assert robot.capture.entry.text() == "look", "the words are kept"


def test_a_line_that_would_be_refused_shows_the_map_as_it_is(robot: Robot, qtbot: QtBot) -> None:
    robot.capture_lines("Agent: begin")
    typed(robot, qtbot, "look")
    robot.capture.entry.clear()
    robot.type("-> nowhere")
    qtbot.waitUntil(lambda: not robot.canvas.picture.overlay.new)


def test_a_table_is_shown_before_it_is_added(robot: Robot) -> None:
    robot.session.open(map_of("Agent: begin"))
    robot.go_to_canvas()
    robot.select("begin")
    before = robot.map
    robot.press(Key.Key_Slash)
    robot.paste(TABLE)
    card = robot.capture.pasting.table
    assert card.isVisible()
    assert card.columns == ("step", "who", "work")
    assert robot.map is before
    assert "Receive it" in robot.drawn_words()
    assert "“soon” is no time" in card.unread.item(0).text()
    robot.press(Key.Key_Return)
    assert ("begin", "Receive it") in robot.flows()
    assert robot.last_edit == "Add a table of 3 steps"
    assert not card.isVisible()


def test_a_guessed_column_can_be_put_right_and_esc_adds_nothing(robot: Robot) -> None:
    robot.session.open(map_of("Agent: begin"))
    robot.go_to_canvas()
    before = robot.map
    QApplication.clipboard().setText(TABLE)
    robot.press(Key.Key_V, held=CTRL)
    card = robot.capture.pasting.table
    card.choices[1].setCurrentIndex(0)
    assert card.columns == ("step", "none", "work")
    assert "Finance" not in robot.drawn_words()
    robot.press(Key.Key_Escape)
    assert not card.isVisible()
    assert robot.map is before
    assert "Receive it" not in robot.drawn_words()
