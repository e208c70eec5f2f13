"""What is pasted, dropped or typed is in the map, or stays in front of people to be mended."""

import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pilotmap.capture import explain as explaining
from pilotmap.language import speaking
from pilotmap.model.map import empty_map
from pilotmap.model.reading import map_from_json
from pilotmap.storage.json_file import to_bytes
from pilotmap.ui.capture.outline_card import OutlineCard
from tests.builders import map_of
from tests.capture.pasted_texts import PASTED, TEXTS, not_told
from tests.ui.robot import CTRL, Robot

Key = Qt.Key
BAD = "Customer: ticket raised\nAgent: log it\n-> nowhere at all\nAgent: send\n"
TABLE = "Step\tWho\tTime\nReceive it\tClerk\t5 min\n\tTotal\t9\nPay\tFinance\tsoon\n"


@pytest.fixture
def card(robot: Robot) -> OutlineCard:
    return robot.capture.pasting.outline


def test_a_text_with_a_bad_line_is_shown_whole_before_anything_is_added(
    robot: Robot, card: OutlineCard
) -> None:
    robot.paste(BAD)
    assert card.isVisible()
    assert robot.map.steps == ()
    assert card.text.toPlainText() == BAD.rstrip("\n")
    assert [each.number for each in card.unread.unread] == [3]
    assert card.unread.item(0).text().startswith("Line 3: No step is called “nowhere at all”")
    assert card.text.textCursor().blockNumber() == 2
    assert card.text.hasFocus()
    assert {"Ticket raised", "Send"} <= {
        line.capitalize() for line in robot.drawn_words().split("\n")
    }


def test_the_line_is_mended_and_all_is_one_undo_step(robot: Robot, card: OutlineCard) -> None:
    robot.paste(BAD)
    for _ in "nowhere at all":
        robot.press(Key.Key_Backspace)
    robot.type("log it")
    robot.press(Key.Key_Return)
    assert robot.map.steps == (), "Enter is a new line, and adds nothing"
    robot.press(Key.Key_Backspace)
    robot.press(Key.Key_Return, held=CTRL)
    assert card.unread.unread != (), "log it cannot lead to itself"
    assert robot.names() == ("ticket raised", "log it", "send")
    robot.undo()
    assert robot.map.steps == ()


def test_the_others_are_added_and_the_keyboard_goes_back_to_the_line(
    robot: Robot, card: OutlineCard
) -> None:
    robot.paste(BAD)
    assert card.add_button.text() == "Add 3 lines Ctrl+Enter"
    robot.press(Key.Key_Return, held=CTRL)
    assert robot.names() == ("ticket raised", "log it", "send")
    assert not card.isVisible()
    assert robot.capture.entry.hasFocus()
    robot.capture_lines("close")
    assert ("send", "Close") in robot.flows()


def test_mending_is_read_in_the_next_pause(robot: Robot, card: OutlineCard, qtbot: QtBot) -> None:
    robot.paste("Agent: begin\n-> nowhere")
    robot.press(*[Key.Key_Backspace] * len("-> nowhere"))
    robot.type("look")
    qtbot.waitUntil(lambda: not card.unread.unread)
    assert not card.unread.isVisible()
    assert card.title.text() == "Every line can be read."


def test_esc_adds_nothing_and_a_click_on_what_was_not_read_goes_there(
    robot: Robot, card: OutlineCard
) -> None:
    robot.session.open(map_of("Agent: begin"))
    robot.go_to_canvas()
    before = robot.map
    QApplication.clipboard().setText("-> first\nlook\n-> last")
    robot.press(Key.Key_V, held=CTRL)
    assert [each.number for each in card.unread.unread] == [1, 3]
    card.unread.itemClicked.emit(card.unread.item(1))
    assert card.text.textCursor().blockNumber() == 2
    robot.press(Key.Key_Escape)
    assert not card.isVisible()
    assert robot.map is before
    assert robot.canvas.hasFocus()
    assert "look" not in robot.drawn_words()


def test_what_was_typed_before_comes_along_and_is_not_lost(robot: Robot, card: OutlineCard) -> None:
    robot.capture_lines("Agent: begin")
    robot.type("look at ")
    robot.paste("the ticket\n-> nowhere")
    assert card.text.toPlainText() == "look at the ticket\n-> nowhere"
    robot.press(Key.Key_Escape)
    assert robot.capture.entry.text() == "look at "
    robot.press(Key.Key_Escape)
    QApplication.clipboard().setText("tidy\nclose")
    robot.go_to_canvas()
    robot.press(Key.Key_V, held=CTRL)
    assert {"tidy", "close"} <= set(robot.names())
    assert robot.capture.entry.text() == "look at ", "a paste on the map leaves the line alone"


def test_lines_that_come_by_another_branch_than_the_keys_are_an_outline_too(
    robot: Robot, card: OutlineCard
) -> None:
    robot.type("Agent: ")
    robot.capture.entry.insert("begin\n-> nowhere")
    assert card.text.toPlainText() == "Agent: begin\n-> nowhere"
    assert robot.capture.entry.text() == "Agent: "


def dropped(window: QWidget, text: str) -> bool:
    data, copy = QMimeData(), Qt.DropAction.CopyAction
    data.setText(text)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(300, 300), copy, data, left, none)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    drop = QDropEvent(QPointF(300, 300), copy, data, left, none)
    QApplication.sendEvent(window, drop)
    return enter.isAccepted()


def test_a_text_dropped_on_the_window_is_put_in(robot: Robot, card: OutlineCard) -> None:
    assert dropped(robot.window, "Agent: begin\nlook\n")
    assert robot.names() == ("begin", "look")
    assert dropped(robot.window, "-> nowhere\nclose")
    assert [each.number for each in card.unread.unread] == [1]


def test_rows_that_are_not_read_in_full_are_listed(robot: Robot) -> None:
    robot.paste(TABLE)
    told = [each.message for each in robot.capture.pasting.table.unread.unread]
    assert told == ["Row 3: It names no step.", "Row 4: “soon” is no time, such as 5 min or 2 d."]
    assert "2 rows not read in full" in robot.capture.pasting.table.result.text()


@pytest.mark.parametrize("name", ["paste-keyerror.txt", "paste-id-clash.txt"])
def test_what_once_dropped_everything(robot: Robot, card: OutlineCard, name: str) -> None:
    text = (PASTED / name).read_text(encoding="utf-8")
    robot.paste(text)
    if card.isVisible():
        robot.press(Key.Key_Return, held=CTRL)
    assert len(robot.names()) >= 2
    assert not_told(robot.map, text, card.unread.unread) == []


def test_words_stay_in_front_of_people_where_the_program_is_at_fault(
    robot: Robot, card: OutlineCard, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object) -> None:
        raise RuntimeError("a fault of the program")

    monkeypatch.setattr("pilotmap.ui.capture.outline_card.read_outline", breaks)
    with pytest.raises(RuntimeError):
        robot.capture.paste(BAD)
    assert card.isVisible()
    assert card.text.toPlainText() == BAD.rstrip("\n")


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(text=TEXTS)
def test_whatever_is_pasted_is_in_the_map_or_listed(
    robot: Robot, card: OutlineCard, text: str
) -> None:
    robot.session.open(empty_map())
    robot.capture.paste(text)
    table = robot.capture.pasting.table
    listed = (*card.unread.unread, *table.unread.unread) if card.isVisible() else ()
    if card.isVisible():
        card.add()
        card.put_away()
        assert not_told(robot.map, text, listed) == []
    elif table.isVisible():
        table.add()
        table.put_away()
    else:
        assert not_told(robot.map, text, ()) == []
    assert map_from_json(to_bytes(robot.map).decode()) == robot.map


def test_a_line_is_read_once_a_key_stroke(
    robot: Robot, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    robot.capture_lines("Agent: begin")
    read: list[str] = []
    parse = explaining.parse

    def counted(line: str, names: object, **asked: object) -> object:
        read.append(line)
        return parse(line, names, **asked)  # type: ignore[arg-type]

    monkeypatch.setattr(explaining, "parse", counted)
    line = "Lead: check it @CRM [5 min]"
    robot.type(line)
    qtbot.waitUntil(lambda: bool(robot.canvas.picture.overlay.new))
    robot.press(Key.Key_Return)
    assert robot.names() == ("Begin", "Check it")
    assert [each for each in read if each] == [line[:end] for end in range(1, len(line) + 1)]


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_card_fits_a_small_window(robot: Robot, card: OutlineCard, language: str) -> None:
    with speaking(language):  # type: ignore[arg-type]
        robot.window.resize(1024, 640)
        robot.paste("\n".join(f"-> nowhere {number}" for number in range(40)))
        QApplication.processEvents()
    inside = robot.canvas.rect()
    for part in (card, card.add_button, card.cancel_button, card.text, card.unread):
        corner = part.mapTo(robot.canvas, QPoint(0, 0))
        assert inside.contains(corner)
        assert inside.contains(corner + QPoint(part.width() - 1, part.height() - 1))


def test_the_heading_and_the_unit_of_a_table_can_be_chosen(robot: Robot) -> None:
    robot.paste("Order process\t\nStep\tTime\nReceive\t5\nCheck\t7\n")
    table = robot.capture.pasting.table
    assert table.heading_row.currentText() == "row 2"
    assert [each.number for each in table.unread.unread] == [3, 4]
    table.unit.setCurrentIndex(table.unit.findText("minutes"))
    assert table.unread.unread == ()
    table.heading_row.setCurrentIndex(0)
    assert table.heading_row.currentText() == "none"
    assert len(table.columns) == 2
    table.heading_row.setCurrentIndex(2)
    table.add()
    assert [str(step.work) for step in robot.map.steps] == ["5 min", "7 min"]
