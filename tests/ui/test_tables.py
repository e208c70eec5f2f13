"""The pages under the map: tables that are edited in place, and the history."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from pilotmap.model.known import number_of
from pilotmap.ui.tables.history_page import HistoryPage
from pilotmap.ui.tables.table_page import TablePage
from tests.conftest import SAMPLES
from tests.ui.robot import ALT, Robot

KEY = Qt.Key


@pytest.fixture
def example(robot: Robot, tmp_path: Path) -> Robot:
    path = tmp_path / "support.pilotmap.json"
    path.write_bytes((SAMPLES / "tier1-support.pilotmap.json").read_bytes())
    robot.window.files.open(path)
    return robot


def page(robot: Robot, name: str) -> TablePage:
    robot.window.below.show_page(name)
    robot.window.below.enter()
    found = robot.window.below.page(name)
    assert isinstance(found, TablePage)
    return found


def column(table: TablePage, key: str) -> int:
    return [each.key for each in table.model.table.columns].index(key)


def go(table: TablePage, element: str, key: str) -> None:
    """Go to a cell, as arrow keys or a click would."""
    table.view.setCurrentIndex(
        table.model.index(table.model.ids.index(element), column(table, key))
    )


def cell(table: TablePage, element: str, key: str) -> str:
    index = table.model.index(table.model.ids.index(element), column(table, key))
    return str(table.model.data(index))


def write(robot: Robot, table: TablePage, element: str, key: str, text: str) -> None:
    """Type into a cell: Enter opens it, the old words are chosen, Enter takes the new ones."""
    go(table, element, key)
    robot.press(KEY.Key_Return)
    robot.type(text)
    robot.press(KEY.Key_Return)
    QApplication.processEvents()  # Qt takes the words after the key


def test_a_key_opens_each_page_and_gives_it_the_keyboard(example: Robot) -> None:
    example.go_to_canvas()
    example.press(KEY.Key_2, held=ALT)
    assert example.window.below.name == "steps"
    assert example.focused() is example.window.below.page("steps").first_stop
    example.press(KEY.Key_8, held=ALT)
    assert example.window.below.name == "history"
    example.press(KEY.Key_1, held=ALT)
    assert example.focused() is example.window.findings.table


def test_a_chosen_row_is_selected_on_the_map_and_the_other_branch_round(example: Robot) -> None:
    table = page(example, "steps")
    go(table, "log", "name")
    assert example.session.selection == "log"
    example.session.select("diagnose")
    assert table.model.ids[table.view.currentIndex().row()] == "diagnose"
    handoffs = page(example, "handoffs")
    go(handoffs, handoffs.model.ids[2], "passes")
    assert example.session.selection == handoffs.model.ids[2]
    assert example.window.properties.target.page == "flow"


def test_steps_are_edited_in_place_each_as_one_undo_step(example: Robot) -> None:
    table = page(example, "steps")
    write(example, table, "log", "name", "Write it down")
    assert example.map.step_by_id["log"].name == "Write it down"
    assert example.last_edit == "Change “Step” of a step"
    write(example, table, "log", "work", "7 min")
    work = example.map.step_by_id["log"].work
    assert work is not None
    assert (work.value, work.unit, work.basis) == (7.0, "min", "measured")
    example.undo()
    assert cell(table, "log", "work") == "5 min"


def test_what_is_no_value_stays_in_its_cell_with_the_reason(example: Robot) -> None:
    table = page(example, "steps")
    go(table, "log", "work")
    example.press(KEY.Key_Return)
    example.type("soon")
    example.press(KEY.Key_Return)
    QApplication.processEvents()
    editor = example.focused()
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "soon"
    assert "is not a time" in example.refusals[-1]
    example.press(*[KEY.Key_Backspace] * 4)
    example.type("2 h")
    example.press(KEY.Key_Return)
    QApplication.processEvents()
    assert str(example.map.step_by_id["log"].work) == "2 h"


def test_an_edit_elsewhere_leaves_what_is_being_typed_alone(example: Robot) -> None:
    table = page(example, "steps")
    go(table, "log", "name")
    example.press(KEY.Key_Return)
    example.type("Half a na")
    example.session.edit("Title", lambda pilot_map: pilot_map.replace(title="Other"))
    editor = example.focused()
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "Half a na"


def test_lane_and_kind_are_chosen_from_a_list(example: Robot) -> None:
    table = page(example, "steps")
    go(table, "log", "lane")
    example.press(KEY.Key_Return)
    box = QApplication.focusWidget()
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findText("Team lead"))
    box.activated.emit(box.currentIndex())
    assert example.lane_of("Log the ticket") == "Team lead"


def test_systems_are_typed_as_names(example: Robot) -> None:
    table = page(example, "steps")
    write(example, table, "log", "systems", "zendesk, Phone")
    names = {system.id: system.name for system in example.map.systems}
    touched = [names[system] for system in example.map.step_by_id["log"].systems]
    assert touched == ["Zendesk", "Phone"]


def test_rows_are_sorted_by_value_and_filtered_by_words(example: Robot, qtbot: QtBot) -> None:
    table = page(example, "steps")
    qtbot.waitUntil(lambda: cell(table, "log", "visits") == "1")
    table.view.sortByColumn(column(table, "work"), Qt.SortOrder.DescendingOrder)
    named = [example.map.step_by_id[step].name for step in table.model.ids]
    assert named[:3] == ["Fix and verify", "Diagnose", "Triage and classify"]
    table.view.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert list(table.model.ids) == [step.id for step in example.map.steps]
    example.window.below.filter.setFocus()
    example.type("tier 2")
    assert len(table.model.ids) == 2
    assert (
        example.window.below._title.text().replace("\N{NO-BREAK SPACE}", " ") == "STEPS · 2 OF 10"
    )
    example.type(" nowhere")
    assert table.view.isHidden()


def test_the_ledger_says_what_a_handoff_costs(example: Robot, qtbot: QtBot) -> None:
    table = page(example, "handoffs")
    first = table.model.ids[0]
    qtbot.waitUntil(lambda: cell(table, first, "lost") == "14")
    assert [cell(table, first, key) for key in ("number", "from", "to")] == [
        "H1",
        "Customer",
        "Support agent",
    ]
    write(example, table, first, "passes", "The whole mail")
    write(example, table, first, "returned", "12 %")
    write(example, table, first, "through", "crm")
    flow = example.map.flow_by_id[first]
    assert (flow.passes, flow.through_system, flow.through) == ("The whole mail", "crm", "")
    assert number_of(flow.returned) == 0.12


def test_notes_have_an_owner_and_a_date_and_are_settled(example: Robot) -> None:
    table = page(example, "notes")
    note = table.model.ids[0]
    write(example, table, note, "owner", "Ada")
    write(example, table, note, "due", "1 Feb 2030")
    go(table, note, "settled")
    example.press(KEY.Key_Space)
    changed = example.map.note_by_id[note]
    assert (changed.owner, changed.due, changed.settled) == ("Ada", date(2030, 2, 1), True)
    example.press(KEY.Key_Delete)
    assert note not in example.map.note_by_id


def test_systems_and_lanes_are_added_and_deleted(example: Robot) -> None:
    table = page(example, "systems")
    table.new.setFocus()
    example.type("Phone")
    example.press(KEY.Key_Return)
    phone = table.model.ids[-1]
    assert example.map.system_by_id[phone].name == "Phone"
    table.view.setFocus()
    write(example, table, phone, "owner", "Facilities")
    assert example.map.system_by_id[phone].owner == "Facilities"
    go(table, phone, "name")
    example.press(KEY.Key_Delete)
    assert phone not in example.map.system_by_id
    lanes = page(example, "lanes")
    go(lanes, "customer", "name")
    example.press(KEY.Key_Delete)
    assert example.refusals, "a lane with steps in it cannot go, and the reason is said"


def test_who_was_in_the_room(robot: Robot) -> None:
    table = page(robot, "room")
    assert robot.focused() is table.new
    robot.type("Ada Byron, head of support")
    robot.press(KEY.Key_Return)
    robot.type("Grace")
    robot.press(KEY.Key_Return)
    assert [(a.name, a.role) for a in robot.map.attendance] == [
        ("Ada Byron", "head of support"),
        ("Grace", ""),
    ]
    table.view.setFocus()
    write(robot, table, "1", "role", "IT")
    assert robot.map.attendance[1].role == "IT"
    go(table, "0", "name")
    robot.press(KEY.Key_Delete)
    assert [a.name for a in robot.map.attendance] == ["Grace"]


def test_a_hidden_page_does_nothing(example: Robot) -> None:
    table = page(example, "steps")
    example.window.below.show_page("findings")
    before = table.model.map
    example.session.edit("Title", lambda pilot_map: pilot_map.replace(title="Other"))
    assert table.model.map is before
    example.window.below.show_page("steps")
    assert table.model.map is example.map


def test_a_click_in_the_history_goes_to_that_state(robot: Robot) -> None:
    robot.capture_lines("Agent: one", "two", "three")
    robot.window.below.show_page("history")
    history = robot.window.below.page("history")
    assert isinstance(history, HistoryPage)
    words = [history.list.item(row).text() for row in range(history.list.count())]
    assert words[0].endswith("← the map as it is now")
    assert words[-1] == "As it was opened"
    whole = robot.map
    item = history.list.item(history.list.count() - 2)
    place: QPoint = history.list.visualItemRect(item).center()
    QTest.mouseClick(history.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert "two" not in robot.names()
    assert history.list.item(0).toolTip() == "Undone; a click brings it again"
    top = history.list.visualItemRect(history.list.item(0)).center()
    QTest.mouseClick(history.list.viewport(), Qt.MouseButton.LeftButton, pos=top)
    assert robot.map == whole


def test_tables_take_more_room_and_give_it_back(example: Robot) -> None:
    before = example.window.areas.splitters[1].sizes()[1]
    example.window.below.show_page("steps")
    assert example.window.areas.splitters[1].sizes()[1] > before
    example.window.below.show_page("findings")
    assert abs(example.window.areas.splitters[1].sizes()[1] - before) <= 2
