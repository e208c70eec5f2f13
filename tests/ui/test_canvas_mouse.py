"""The map by pointer: every gesture previews, commits once, and Esc drops it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.builders import map_of
from tests.ui.robot import CTRL, LEFT, NONE, SHIFT, Robot

Key = Qt.Key
CHAIN = """
Customer: ticket raised
Agent: log the ticket
Agent: triage
Lead: approve
. done
"""


def opened(robot: Robot, text: str = CHAIN) -> Robot:
    robot.session.open(map_of(text))
    robot.go_to_canvas()
    return robot


def port(robot: Robot, name: str) -> QPoint:
    """The middle of a step's right edge; the step is hovered first, as a person does."""
    element = robot.step(name).id
    QTest.mouseMove(robot.canvas, robot.place(element))
    box = robot.canvas.drawing.geometry.step_by_id[element].box
    return robot.pixel(box.right, box.centre[1])


def empty_place(robot: Robot, lane: int) -> QPoint:
    """A place in a lane right of all steps."""
    box = robot.canvas.drawing.geometry.lanes[lane][1]
    return robot.pixel(box.right - 12, box.bottom - 6)


def test_a_click_selects_and_a_click_beside_deselects(robot: Robot) -> None:
    opened(robot)
    for element in (robot.step(robot.names()[1]).id, robot.map.flows[1].id, robot.map.lanes[1].id):
        box_id = element
        if element in robot.map.flow_by_id:
            points = robot.canvas.drawing.geometry.flow_by_id[element].points
            (x1, y1), (x2, y2) = points[0], points[1]
            robot.click(robot.pixel((x1 + x2) / 2, (y1 + y2) / 2))
        else:
            robot.click(box_id)
        assert robot.session.selection == element
    robot.click(empty_place(robot, 0))
    assert robot.session.selection is None


def test_double_click_on_a_step_edits_its_name(robot: Robot) -> None:
    opened(robot)
    robot.double_click(robot.step(robot.names()[2]).id)
    robot.type("Sort by topic")
    robot.press(Key.Key_Return, Key.Key_Escape)
    assert robot.names()[2] == "Sort by topic"


def test_double_click_on_an_empty_lane_makes_a_step_there(robot: Robot) -> None:
    opened(robot)
    robot.double_click(empty_place(robot, 2))
    robot.type("Tell the customer")
    robot.press(Key.Key_Return, Key.Key_Escape)
    assert robot.lane_of("Tell the customer") == robot.map.lanes[2].name
    assert len(robot.session.history.labels) == 1


def test_dragging_from_an_edge_makes_a_flow(robot: Robot) -> None:
    opened(robot)
    third, first = robot.names()[3], robot.names()[1]
    robot.drag(port(robot, third), robot.step(first).id)
    assert (third, first) in robot.flows()
    assert len(robot.session.history.labels) == 1
    robot.undo()
    assert (third, first) not in robot.flows()


def test_a_flow_that_cannot_be_says_why_while_pointing(robot: Robot) -> None:
    opened(robot)
    before = robot.map
    robot.drag(port(robot, robot.names()[2]), robot.step(robot.names()[0]).id, release=False)
    rubber = robot.canvas.picture.overlay.rubber
    assert rubber is not None
    assert "start" in rubber.refused
    robot.press(Key.Key_Escape)
    assert robot.canvas.picture.overlay.rubber is None
    assert robot.map is before


def test_a_flow_released_on_empty_ground_offers_the_next_step(robot: Robot) -> None:
    opened(robot, "Agent: Begin\nLead: Approve\nAgent: File it")
    robot.drag(port(robot, "File it"), empty_place(robot, 1))
    robot.type("Sign it")
    robot.press(Key.Key_Return, Key.Key_Escape)
    assert robot.lane_of("Sign it") == "Lead"
    assert ("File it", "Sign it") in robot.flows()


def test_dragging_a_step_to_another_lane_changes_its_owner(robot: Robot) -> None:
    opened(robot)
    name = robot.names()[2]
    element = robot.step(name).id
    start = robot.place(element)
    x = start.x()
    there = QPoint(x, robot.pixel(*robot.canvas.drawing.geometry.lanes[2][1].centre).y())
    robot.drag(start, there, release=False)
    assert robot.lane_of(name) == "Agent", "nothing is committed while dragging"
    box = robot.canvas.drawing.geometry.step_by_id[element].box
    lanes = dict(robot.canvas.drawing.geometry.lanes)
    assert lanes[robot.map.lanes[2].id].contains(*box.centre), "the preview shows it"
    QTest.mouseRelease(robot.canvas, LEFT, NONE, there)
    assert robot.lane_of(name) == "Lead"
    assert robot.step(name).pin is None
    assert len(robot.session.history.labels) == 1


def test_dragging_a_step_to_another_slot_pins_it(robot: Robot) -> None:
    opened(robot)
    name = robot.names()[1]
    element = robot.step(name).id
    other = robot.canvas.drawing.geometry.step_by_id[robot.step(robot.names()[3]).id]
    start = robot.place(element)
    robot.drag(start, QPoint(robot.pixel(*other.box.centre).x(), start.y()))
    pin = robot.step(name).pin
    assert pin is not None
    assert pin.column == other.column
    robot.undo()
    assert robot.step(name).pin is None


def test_esc_drops_a_drag(robot: Robot) -> None:
    opened(robot)
    before, picture = robot.map, robot.canvas.drawing
    start = robot.place(robot.step(robot.names()[1]).id)
    robot.drag(start, start + QPoint(200, 80), release=False)
    robot.press(Key.Key_Escape)
    assert robot.map is before
    assert robot.canvas.drawing is picture
    QTest.mouseRelease(robot.canvas, LEFT, NONE, start + QPoint(200, 80))
    assert robot.map is before


def test_dragging_a_lane_head_reorders_lanes(robot: Robot) -> None:
    opened(robot)
    order = [lane.name for lane in robot.map.lanes]
    head = robot.place(robot.map.lanes[2].id)
    above = robot.canvas.drawing.geometry.lanes[0][1]
    robot.drag(head, QPoint(head.x(), robot.pixel(0, above.y + 3).y()))
    assert [lane.name for lane in robot.map.lanes] == [order[2], order[0], order[1]]
    assert len(robot.session.history.labels) == 1


def test_the_wheel_scrolls_and_zooms_at_the_pointer(robot: Robot) -> None:
    opened(robot)
    robot.canvas.viewport.zoom_to(2.0)
    view, at = robot.canvas.view, QPoint(300, 200)
    robot.wheel(-1, at)
    assert robot.canvas.view.y > view.y
    robot.wheel(-1, at, SHIFT)
    assert robot.canvas.view.x > view.x
    under = robot.canvas.view.to_picture(300, 200)
    robot.wheel(1, at, CTRL)
    assert robot.canvas.viewport.zoom > 2.0
    now = robot.canvas.view.to_picture(300, 200)
    assert abs(now[0] - under[0]) < 1e-6
    assert abs(now[1] - under[1]) < 1e-6


def test_space_and_drag_moves_the_view_and_nothing_else(robot: Robot) -> None:
    opened(robot)
    robot.canvas.viewport.zoom_to(2.0)
    before, view = robot.map, robot.canvas.view
    start = robot.place(robot.step(robot.names()[1]).id)
    QTest.keyPress(robot.canvas, Key.Key_Space)
    robot.drag(start, start + QPoint(-60, -30))
    QTest.keyRelease(robot.canvas, Key.Key_Space)
    assert robot.canvas.view.x > view.x
    assert robot.map is before


def test_an_edit_brings_what_it_made_into_sight_and_moves_no_further(robot: Robot) -> None:
    opened(robot)
    robot.canvas.viewport.zoom_to(3.0)
    robot.session.select(robot.map.steps[-1].id)
    box = robot.canvas.drawing.geometry.step_by_id[robot.map.steps[-1].id].box
    seen = robot.canvas.view.visible(robot.canvas.width(), robot.canvas.height())
    assert seen.overlaps(box)
    view = robot.canvas.view
    robot.session.select(robot.map.steps[-1].id)
    assert robot.canvas.view == view


def test_a_long_map_opens_where_it_begins_and_can_be_read(robot: Robot) -> None:
    opened(robot, "\n".join(f"Agent: Step number {number}" for number in range(60)))
    assert robot.canvas.viewport.zoom >= 0.4
    first = robot.canvas.drawing.geometry.step_by_id[robot.map.steps[0].id].box
    seen = robot.canvas.view.visible(robot.canvas.width(), robot.canvas.height())
    assert seen.contains(first.x, first.y)
    robot.press(Key.Key_Home)
    seen = robot.canvas.view.visible(robot.canvas.width(), robot.canvas.height())
    assert seen.contains(robot.canvas.drawing.width, first.y)


def test_another_size_is_fitted_again_until_someone_looks_elsewhere(robot: Robot) -> None:
    opened(robot, "\n".join(f"Agent: Step number {number}" for number in range(6)))
    small = robot.canvas.viewport.zoom
    robot.window.resize(1800, 900)
    QApplication.processEvents()
    assert robot.canvas.viewport.zoom > small
    robot.wheel(1, QPoint(200, 200), CTRL)
    looked = robot.canvas.viewport.zoom
    robot.window.resize(1400, 840)
    QApplication.processEvents()
    assert robot.canvas.viewport.zoom == looked
