"""The outline is the map again: every lane, step and way on, one selection, the same keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from pilotmap.model.map import PilotMap
from pilotmap.ui.outline.outline_panel import OutlinePanel
from pilotmap.ui.outline.rows import Row, rows
from tests.ui.robot import CTRL, Robot

Key = Qt.Key


@pytest.fixture
def outline(robot: Robot, support_map: PilotMap) -> OutlinePanel:
    robot.session.open(support_map)
    panel: OutlinePanel = robot.window.outline  # type: ignore[attr-defined]
    return panel


def current(outline: OutlinePanel) -> QTreeWidgetItem:
    item = outline.tree.currentItem()
    assert item is not None
    return item


def elements(told: tuple[Row, ...]) -> list[str]:
    return [element for row in told for element in (row.element, *elements(row.rows))]


def test_it_tells_every_lane_step_and_flow_once(outline: OutlinePanel, robot: Robot) -> None:
    told = elements(rows(robot.map, robot.session.drawing))
    pilot_map = robot.map
    assert sorted(told) == sorted(
        part.id for part in (*pilot_map.lanes, *pilot_map.steps, *pilot_map.flows)
    )


def test_it_is_hidden_and_costs_nothing_until_it_is_wanted(outline: OutlinePanel) -> None:
    assert outline.isHidden()
    assert outline.tree.topLevelItemCount() == 0


def test_ctrl_l_opens_it_and_walking_in_it_selects_on_the_map(
    outline: OutlinePanel, robot: Robot
) -> None:
    robot.select("Log the ticket")
    robot.press(Key.Key_L, held=CTRL)
    assert robot.focused() is outline.tree
    assert current(outline).text(0) == "Log the ticket"
    robot.press(Key.Key_Down)
    assert current(outline).text(0) == "→ Triage and classify"
    assert robot.session.selection in robot.map.flow_by_id
    robot.press(Key.Key_Return)
    assert robot.selected == "Triage and classify", "Enter goes along a way"
    robot.press(Key.Key_L, held=CTRL)
    assert outline.isHidden()


def test_what_is_selected_on_the_map_is_current_in_it(outline: OutlinePanel, robot: Robot) -> None:
    outline.switch()
    robot.select("Diagnose")
    assert current(outline).text(0) == "Diagnose"
    robot.select("Fix and verify")
    assert current(outline).text(0) == "Fix and verify"


def test_a_name_is_edited_in_place_as_one_undo_step(
    outline: OutlinePanel, robot: Robot, qtbot: QtBot
) -> None:
    robot.select("Diagnose")
    outline.switch()
    robot.press(Key.Key_F2)
    robot.press(Key.Key_A, held=CTRL)
    robot.type("Find the cause")
    robot.press(Key.Key_Return)
    qtbot.waitUntil(lambda: "Find the cause" in robot.names())
    assert robot.last_edit == "Rename to “Find the cause”"
    assert current(outline).text(0) == "Find the cause"
    robot.undo()
    assert "Diagnose" in robot.names()


def test_the_keys_of_the_map_work_in_it(outline: OutlinePanel, robot: Robot) -> None:
    robot.select("Diagnose")
    outline.switch()
    robot.press(Key.Key_A)
    assert robot.map.pilot.step == robot.step("Diagnose").id
    robot.press(Key.Key_Delete)
    assert "Diagnose" not in robot.names()


def test_it_follows_edits_and_keeps_what_was_closed(outline: OutlinePanel, robot: Robot) -> None:
    outline.switch()
    lane = outline.tree.topLevelItem(0)
    assert lane is not None
    lane.setExpanded(False)
    robot.select("Diagnose")
    robot.press(Key.Key_Delete)
    again = outline.tree.topLevelItem(0)
    assert again is not None
    assert not again.isExpanded()
    assert again.text(0) == "Customer, 3 steps"


def test_a_screen_reader_hears_whole_sentences(outline: OutlinePanel, robot: Robot) -> None:
    robot.select("Known issue?")
    outline.switch()
    QApplication.processEvents()
    model, index = outline.tree.model(), outline.tree.currentIndex()
    told = model.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert told.startswith("Decision: Known issue?, done by Support agent")
    branch = model.data(model.index(0, 0, index), Qt.ItemDataRole.AccessibleTextRole)
    assert branch == "Way on, yes · 60 %, to Send the known fix"
    tree = QAccessible.queryAccessibleInterface(outline.tree)
    assert tree.text(QAccessible.Text.Name) == "Outline of the map"
    assert tree.role() == QAccessible.Role.Tree


def test_the_picture_with_ai_is_told_too(outline: OutlinePanel, robot: Robot) -> None:
    outline.switch()
    robot.session.set_view("with-ai")
    lanes = [
        outline.tree.topLevelItem(at).text(0)  # type: ignore[union-attr]
        for at in range(outline.tree.topLevelItemCount())
    ]
    assert any(lane.startswith("AI, ") for lane in lanes)
