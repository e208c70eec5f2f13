"""Several things selected: by click, by rubber band, by key; edited, copied and pasted as one."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from pilotmap.model.map import empty_map
from tests.builders import map_of
from tests.ui.robot import ALT, CTRL, LEFT, SHIFT, Robot

Key = Qt.Key
CHAIN = """
Customer: ticket raised
Agent: log the ticket @CRM
Agent: triage @CRM @Mail
Lead: approve
. done
"""


def opened(robot: Robot, text: str = CHAIN) -> Robot:
    robot.session.open(map_of(text))
    robot.go_to_canvas()
    return robot


def chosen(robot: Robot) -> set[str]:
    return {robot.map.step_by_id[step].name for step in robot.session.selected}


def test_shift_and_ctrl_click_take_in_and_out(robot: Robot) -> None:
    opened(robot)
    robot.click(robot.step("log the ticket").id)
    QTest.mouseClick(robot.canvas, LEFT, SHIFT, robot.place(robot.step("triage").id))
    QTest.mouseClick(robot.canvas, LEFT, CTRL, robot.place(robot.step("approve").id))
    assert chosen(robot) == {"log the ticket", "triage", "approve"}
    QTest.mouseClick(robot.canvas, LEFT, CTRL, robot.place(robot.step("triage").id))
    assert chosen(robot) == {"log the ticket", "approve"}
    robot.click(robot.step("triage").id)
    assert chosen(robot) == {"triage"}


def test_a_rubber_band_selects_what_it_touches_and_esc_drops_it(robot: Robot) -> None:
    opened(robot)
    first = robot.canvas.drawing.geometry.step_by_id[robot.step("log the ticket").id].box
    last = robot.canvas.drawing.geometry.step_by_id[robot.step("triage").id].box
    start, end = robot.pixel(first.x - 10, first.y - 8), robot.pixel(last.x + 20, last.y + 10)
    robot.drag(start, end)
    assert chosen(robot) == {"log the ticket", "triage"}
    robot.drag(start, robot.pixel(first.x + 5, first.y + 5), release=False)
    assert robot.canvas.picture.overlay.lasso is not None
    robot.press(Key.Key_Escape)
    assert robot.canvas.picture.overlay.lasso is None


def test_several_steps_change_lanes_slots_and_systems_as_one_undo_step(robot: Robot) -> None:
    opened(robot)
    steps = [robot.step(name).id for name in ("log the ticket", "triage")]
    robot.session.select_several(steps)
    robot.press(Key.Key_Down, held=ALT)
    assert [robot.lane_of(name) for name in ("log the ticket", "triage")] == ["Lead", "Lead"]
    robot.press(Key.Key_Right, held=SHIFT)
    assert all(robot.map.step_by_id[step].pin for step in steps)
    robot.press(Key.Key_L)
    assert not any(robot.map.step_by_id[step].pin for step in steps)
    robot.press(Key.Key_S)
    assert robot.canvas.naming.editor.words() == "CRM", "what both touch"
    robot.type("Jira")
    robot.press(Key.Key_Return)
    names = {
        name: [robot.map.system_by_id[s].name for s in robot.step(name).systems]
        for name in ("log the ticket", "triage")
    }
    assert names == {"log the ticket": ["Jira"], "triage": ["Jira", "Mail"]}
    assert len(robot.session.history.labels) == 4
    assert set(robot.session.selected) == set(steps)


def test_dragging_one_of_several_moves_them_all(robot: Robot) -> None:
    opened(robot)
    robot.session.select_several(robot.step(n).id for n in ("log the ticket", "triage"))
    start = robot.place(robot.step("triage").id)
    below = robot.pixel(*robot.canvas.drawing.geometry.lanes[2][1].centre).y()
    robot.drag(start, QPoint(start.x(), below))
    assert [robot.lane_of(n) for n in ("log the ticket", "triage")] == ["Lead", "Lead"]
    assert robot.last_edit == "Move 2 steps"
    assert chosen(robot) == {"log the ticket", "triage"}


def test_ctrl_a_and_delete(robot: Robot) -> None:
    opened(robot)
    robot.press(Key.Key_A, held=CTRL)
    assert len(robot.session.selected) == 5
    robot.press(Key.Key_Delete)
    assert robot.map.steps == ()
    assert robot.last_edit == "Delete 5 things"
    robot.undo()
    assert len(robot.map.steps) == 5


def test_copy_and_paste_between_maps(robot: Robot) -> None:
    opened(robot)
    robot.session.select_several(robot.step(n).id for n in ("log the ticket", "triage"))
    robot.press(Key.Key_C, held=CTRL)
    assert "triage" in QApplication.clipboard().text()
    assert "approve" not in QApplication.clipboard().text()
    robot.session.open(map_of("Agent: begin"))
    robot.go_to_canvas()
    robot.select("begin")
    robot.press(Key.Key_V, held=CTRL)
    assert robot.flows() == {("begin", "log the ticket"), ("log the ticket", "triage")}
    assert chosen(robot) == {"log the ticket", "triage"}
    assert robot.last_edit == "Paste 2 steps"


def test_cut_takes_away_and_pastes_again(robot: Robot) -> None:
    opened(robot)
    robot.select("triage")
    robot.press(Key.Key_X, held=CTRL)
    assert ("log the ticket", "approve") in robot.flows()
    robot.select("approve")
    robot.press(Key.Key_V, held=CTRL)
    assert {("approve", "triage"), ("triage", "done")} <= robot.flows()


def test_copied_as_a_picture(robot: Robot) -> None:
    opened(robot)
    robot.press(Key.Key_C, held=CTRL | SHIFT)
    data = QApplication.clipboard().mimeData()
    assert data.hasImage()
    image = QApplication.clipboard().image()
    assert image.width() > robot.canvas.drawing.width
    assert bytes(data.data("image/svg+xml").data()).startswith(b"<svg")


def test_several_are_duplicated_with_their_flows(robot: Robot) -> None:
    opened(robot)
    robot.session.select_several(robot.step(n).id for n in ("log the ticket", "triage"))
    robot.press(Key.Key_D, held=CTRL)
    assert robot.names().count("triage") == 2
    assert len(robot.session.selected) == 2
    copy = next(flow for flow in robot.map.flows if flow.source in robot.session.selected)
    assert copy.target in robot.session.selected


def test_pasting_steps_into_an_empty_map(robot: Robot) -> None:
    opened(robot)
    robot.press(Key.Key_C, held=CTRL)
    robot.session.open(empty_map())
    robot.go_to_canvas()
    robot.press(Key.Key_V, held=CTRL)
    assert len(robot.map.steps) == 5
