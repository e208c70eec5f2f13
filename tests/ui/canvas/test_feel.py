"""How the canvas feels: gliding, keeping still what is looked at, far names, the small map."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pilotmap.layout.draw import draw_map
from pilotmap.layout.drawing import Box, Group, Rect
from pilotmap.model.edits.lanes import move_lane
from pilotmap.model.map import PilotMap
from pilotmap.ui.canvas.glide import STILL, glide_between
from pilotmap.ui.canvas.lane_glide import reshaped
from pilotmap.ui.canvas.operations import qrect
from pilotmap.ui.canvas.places import box_of
from pilotmap.ui.canvas.ports import ports
from pilotmap.ui.canvas.view import View
from tests.builders import map_of
from tests.ui.robot import CTRL, LEFT, NONE, SHIFT, Robot

Key = Qt.Key
LONG = "\n".join(f"Agent: step number {number}" for number in range(12))


def opened(robot: Robot, text: str = LONG) -> Robot:
    robot.session.open(map_of(text))
    robot.go_to_canvas()
    robot.canvas.repaint()  # an eye has seen it
    return robot


def on_screen(robot: Robot, name: str) -> QPoint:
    return robot.place(robot.step(name).id)


@pytest.fixture
def slow_motion() -> Iterator[pytest.MonkeyPatch]:
    """A glide goes on until this is undone, however long the machine takes to look at it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pilotmap.ui.canvas.glide.GLIDE_MS", 1e9)
        yield patch


def test_an_edit_glides_and_is_true_at_once(
    robot: Robot, qtbot: QtBot, slow_motion: pytest.MonkeyPatch
) -> None:
    opened(robot)
    robot.select("step number 3")
    robot.press(Key.Key_D, held=CTRL)
    assert robot.canvas.picture.motion.is_on
    placed = robot.canvas.drawing.geometry.step_by_id[robot.step("step number 9").id]
    assert robot.canvas.picture.hit(placed.box.centre).id == placed.id, (
        "hits never wait for the glide"
    )
    slow_motion.undo()
    qtbot.waitUntil(lambda: not robot.canvas.picture.motion.is_on)


@pytest.mark.usefixtures("slow_motion")
def test_the_wheel_interrupts_a_glide(robot: Robot) -> None:
    opened(robot)
    robot.select("step number 3")
    robot.press(Key.Key_D, held=CTRL)
    assert robot.canvas.picture.motion.is_on
    robot.wheel(-1, QPoint(300, 200))
    assert not robot.canvas.picture.motion.is_on


@pytest.mark.usefixtures("slow_motion")
def test_less_motion_does_not_glide(robot: Robot) -> None:
    opened(robot)
    robot.canvas.picture.motion.is_unwanted = True
    robot.select("step number 3")
    robot.press(Key.Key_D, held=CTRL)
    assert not robot.canvas.picture.motion.is_on


def test_what_is_selected_stays_where_the_eye_is(robot: Robot) -> None:
    opened(robot)
    robot.press(Key.Key_Z)
    robot.canvas.viewport.zoom_to(1.0)
    robot.select("step number 9")
    robot.wheel(-2, QPoint(300, 200), SHIFT)
    before = on_screen(robot, "step number 9").x()
    step = robot.step("step number 1").id
    robot.session.edit(
        "elsewhere",
        lambda pilot_map: pilot_map.replace(
            steps=tuple(s for s in pilot_map.steps if s.id != step), flows=pilot_map.flows[2:]
        ),
    )
    assert on_screen(robot, "step number 9").x() == before


def test_a_step_that_is_moved_moves_on_screen(robot: Robot) -> None:
    opened(robot)
    robot.canvas.viewport.zoom_to(1.0)
    robot.select("step number 5")
    before = on_screen(robot, "step number 5")
    robot.press(Key.Key_Right, held=SHIFT)
    assert on_screen(robot, "step number 5") != before


def test_a_glide_begins_where_elements_were() -> None:
    before = draw_map(map_of("Agent: a\nb\nc"))
    after = draw_map(map_of("Lead: x\nAgent: a\nb\nc"))
    glide = glide_between(before, after, (View(), View()), 0.0)
    assert glide is not STILL
    assert glide.left_at(0.0) == 1.0
    assert glide.left_at(1000.0) == 0.0
    for element, (dx, dy) in glide.offsets.items():
        old, new = box_of(before, element), box_of(after, element)
        assert old is not None
        assert new is not None
        assert (new.centre[0] + dx, new.centre[1] + dy) == old.centre


def test_nothing_moves_where_nothing_moved() -> None:
    drawing = draw_map(map_of("Agent: a\nb"))
    assert glide_between(drawing, drawing, (View(), View()), 0.0) is STILL


def test_handles_lie_beside_badge_and_times(support_map: PilotMap) -> None:
    drawing = draw_map(support_map)
    ai = support_map.pilot.step
    assert ai is not None
    badge = next(group.box for group in drawing.groups if group.kind == "badge" and group.id == ai)
    _, bottom, _, top = ports(drawing, ai)
    assert top[1] < badge.y
    painted = next(g.box for g in drawing.groups if g.kind == "step" and g.id == ai)
    assert bottom[1] > painted.bottom


def test_the_handle_over_the_badge_can_be_reached(robot: Robot, support_map: PilotMap) -> None:
    robot.session.open(support_map)
    robot.go_to_canvas()
    ai = str(support_map.pilot.step)
    QTest.mouseMove(robot.canvas, robot.place(ai))
    top = ports(robot.canvas.drawing, ai)[3]
    end = robot.place(robot.step("Ticket raised").id)
    robot.drag(robot.pixel(*top), end + QPoint(0, 5), release=False)
    assert robot.canvas.picture.overlay.rubber is not None
    robot.press(Key.Key_Escape)
    QTest.mouseRelease(robot.canvas, LEFT, NONE, end)


def test_steps_that_a_flow_cannot_reach_are_greyed(robot: Robot, support_map: PilotMap) -> None:
    robot.session.open(support_map)
    robot.go_to_canvas()
    log = robot.step("Log the ticket").id
    QTest.mouseMove(robot.canvas, robot.place(log))
    right = ports(robot.canvas.drawing, log)[0]
    robot.drag(robot.pixel(*right), robot.pixel(right[0] + 60, right[1] + 200), release=False)
    greyed = robot.canvas.picture.overlay.greyed
    assert robot.step("Ticket raised").id in greyed
    assert robot.step("Triage and classify").id in greyed, "it leads there already"
    assert robot.step("Diagnose").id not in greyed
    robot.press(Key.Key_Escape)
    assert robot.canvas.picture.overlay.greyed == frozenset()
    QTest.mouseRelease(robot.canvas, LEFT, NONE, QPoint(5, 5))


def test_a_pin_is_shown_and_a_click_on_it_lets_go(robot: Robot) -> None:
    opened(robot)
    robot.select("step number 3")
    robot.press(Key.Key_Down, held=SHIFT)
    step = robot.step("step number 3").id
    assert robot.canvas.picture.overlay.pinned == {step}
    box = robot.canvas.drawing.geometry.step_by_id[step].box
    robot.click(robot.pixel(box.x, box.bottom))
    assert robot.step("step number 3").pin is None
    assert robot.canvas.picture.overlay.pinned == frozenset()


def test_the_slot_is_shown_before_a_step_is_let_go(robot: Robot) -> None:
    opened(robot)
    start = on_screen(robot, "step number 3")
    robot.drag(start, start + QPoint(0, 90), release=False)
    slot = robot.canvas.picture.overlay.slot
    assert slot is not None
    landing = robot.canvas.drawing.geometry.step_by_id[robot.step("step number 3").id].box
    assert slot == landing
    robot.press(Key.Key_Escape)
    assert robot.canvas.picture.overlay.slot is None
    QTest.mouseRelease(robot.canvas, LEFT, NONE, start)


def test_the_wheel_zooms_alone_where_that_is_set(robot: Robot) -> None:
    opened(robot)
    robot.window.bindings.run("wheel-zooms")  # type: ignore[attr-defined]
    zoom = robot.canvas.viewport.zoom
    robot.wheel(1, QPoint(200, 200))
    assert robot.canvas.viewport.zoom > zoom
    robot.canvas.viewport.zoom_to(3.0)
    view = robot.canvas.view
    robot.wheel(1, QPoint(200, 200), CTRL)
    assert robot.canvas.view.scale == view.scale
    assert robot.canvas.view.y < view.y


def test_the_small_map_shows_where_one_looks_and_leads_there(robot: Robot) -> None:
    opened(robot)
    assert not robot.canvas.minimap.isVisible()
    robot.press(Key.Key_M)
    small = robot.canvas.minimap
    assert small.isVisible()
    robot.canvas.viewport.zoom_to(2.0)
    frame = small.frame
    QTest.mouseClick(small, LEFT, NONE, QPoint(small.width() - 12, small.height() // 2))
    assert small.frame.x() > frame.x()
    robot.press(Key.Key_M)
    assert not small.isVisible()


def test_small_names_are_written_apart_and_the_smallest_not_at_all(robot: Robot) -> None:
    opened(robot)

    def dark_pixels(scale: float) -> int:
        robot.canvas.viewport.show_view(robot.canvas.view.zoomed(scale, (0, 0)))
        box = robot.canvas.drawing.geometry.step_by_id[robot.step("step number 1").id].box
        corner, end = robot.pixel(box.x, box.y), robot.pixel(box.right, box.bottom)
        image = robot.picture()
        return sum(
            image.pixelColor(x, y).lightness() < 90
            for x in range(corner.x() + 2, end.x() - 2)
            for y in range(corner.y() + 2, end.y() - 2)
        )

    assert dark_pixels(0.3) > 10
    assert dark_pixels(0.2) == 0


def test_a_drag_to_the_edge_scrolls_and_goes_on(robot: Robot, qtbot: QtBot) -> None:
    opened(robot)
    robot.press(Key.Key_Z)
    robot.canvas.viewport.zoom_to(1.0)
    robot.select("step number 3")
    start, edge = on_screen(robot, "step number 3"), QPoint(robot.canvas.width() - 3, 60)
    before = robot.canvas.view.x
    robot.drag(start, edge, release=False)
    qtbot.waitUntil(lambda: robot.canvas.view.x > before + 300)
    ghost = robot.canvas.picture.overlay.ghost
    assert ghost is not None
    at = robot.canvas.view.to_picture(edge.x(), edge.y())
    assert abs(ghost.centre[0] - at[0]) < ghost.w
    robot.press(Key.Key_Escape)
    still = robot.canvas.view.x
    QTest.qWait(60)
    assert robot.canvas.view.x == still
    QTest.mouseRelease(robot.canvas, LEFT, NONE, edge)


def test_panning_does_not_scroll_at_the_edge(robot: Robot) -> None:
    opened(robot)
    robot.canvas.viewport.zoom_to(1.0)
    middle = Qt.MouseButton.MiddleButton
    QTest.mousePress(robot.canvas, middle, NONE, QPoint(300, 100))
    QTest.mouseMove(robot.canvas, QPoint(2, 100))
    held = robot.canvas.view.x
    QTest.qWait(60)
    assert robot.canvas.view.x == held
    QTest.mouseRelease(robot.canvas, middle, NONE, QPoint(2, 100))


def boxes(group: Group) -> list[Box]:
    return [part.box for part in group.primitives if isinstance(part, Rect)]


def test_lanes_glide_with_their_steps() -> None:
    before = draw_map(map_of("Agent: a\nLead: b\nBoss: c"))
    after = draw_map(map_of("Agent: a\nNew: x\nLead: b\nBoss: c"))
    glide = glide_between(before, after, (View(), View()), 0.0)
    for group in after.groups:
        if group.kind != "lane":
            continue
        travel = glide.lanes.get((group.kind, group.id))
        old = next((g for g in before.groups if (g.kind, g.id) == (group.kind, group.id)), None)
        if old is None:
            assert travel is not None
            shapes, _ = reshaped(group, travel, 1.0)
            assert {box.h for box in boxes(shapes)} == {0}, "a new lane opens like a drawer"
        elif old.box != group.box:
            assert travel is not None
            shapes, _ = reshaped(group, travel, 1.0)
            assert boxes(shapes) == boxes(old)
            assert boxes(reshaped(group, travel, 0.0)[0]) == boxes(group)


def test_a_glide_of_lanes_that_is_broken_off_goes_on_from_where_it_is() -> None:
    one, two, three = (
        draw_map(map_of(text))
        for text in ("A: a\nB: b", "N: n\nA: a\nB: b", "M: m\nN: n\nA: a\nB: b")
    )
    first = glide_between(one, two, (View(), View()), 0.0)
    halfway = 40.0
    left = first.left_at(halfway)
    second = glide_between(two, three, (View(), View()), halfway, first)
    lane = next(g for g in two.groups if g.kind == "lane" and g.id == "b")
    shown = boxes(reshaped(lane, first.lanes["lane", "b"], left)[0])[0]
    goal = next(g for g in three.groups if g.kind == "lane" and g.id == "b")
    begun = boxes(reshaped(goal, second.lanes["lane", "b"], 1.0)[0])[0]
    assert abs(shown.y - begun.y) < 1e-6


def test_less_motion_moves_lanes_at_once(
    robot: Robot, qtbot: QtBot, slow_motion: pytest.MonkeyPatch
) -> None:
    opened(robot, "Agent: a\nLead: b")
    robot.session.edit("a lane", lambda pilot_map: move_lane(pilot_map, pilot_map.lanes[1].id, 0))
    assert robot.canvas.picture.motion.is_on
    slow_motion.undo()
    qtbot.waitUntil(lambda: not robot.canvas.picture.motion.is_on)
    slow_motion.setattr("pilotmap.ui.canvas.glide.GLIDE_MS", 1e9)
    robot.canvas.picture.motion.is_unwanted = True
    robot.session.edit("a lane", lambda pilot_map: move_lane(pilot_map, pilot_map.lanes[1].id, 0))
    assert not robot.canvas.picture.motion.is_on


def off(robot: Robot, element: str) -> tuple[float, float]:
    """How far from its place a thing is painted now, in pixels."""
    motion = robot.canvas.picture.motion
    return motion.lag(motion.left())(element)


def test_a_step_that_is_dropped_stays_where_it_was_shown(robot: Robot, qtbot: QtBot) -> None:
    opened(robot)
    step = robot.step("step number 3").id
    place = robot.place(step)
    robot.drag(step, place + QPoint(0, 190), release=False)
    qtbot.waitUntil(lambda: not robot.canvas.picture.motion.is_on)
    robot.canvas.repaint()
    shown = robot.place(step)
    QTest.mouseRelease(robot.canvas, LEFT, NONE, place + QPoint(0, 190))
    assert robot.step("step number 3").pin is not None
    assert robot.place(step) == shown
    assert off(robot, step) == (0.0, 0.0)


def test_a_new_step_that_is_named_moves_nothing_again(robot: Robot, qtbot: QtBot) -> None:
    opened(robot)
    robot.session.select(robot.flow("step number 3", "step number 4").id)
    next_one = robot.step("step number 4").id
    robot.press(Key.Key_I)
    qtbot.waitUntil(lambda: not robot.canvas.picture.motion.is_on)
    robot.canvas.repaint()
    robot.type("between")
    robot.canvas.naming.take()
    assert "between" in robot.names()
    assert off(robot, next_one) == (0.0, 0.0)


def test_the_ring_is_solid_and_touches_no_neighbour(robot: Robot, support_map: PilotMap) -> None:
    robot.session.open(support_map)
    robot.go_to_canvas()
    robot.press(Key.Key_Home)
    element = str(support_map.pilot.step)
    canvas, view = robot.canvas, robot.canvas.view
    before = robot.picture()
    robot.session.select(element)
    assert canvas.view == view
    canvas.picture.set_overlay(hovered=None)
    after = robot.picture()
    for placed in canvas.drawing.geometry.steps:
        if placed.id != element:
            place = qrect(view.box_to_widget(placed.box)).toAlignedRect()
            assert before.copy(place) == after.copy(place), placed.id
    box = qrect(view.box_to_widget(canvas.drawing.geometry.step_by_id[element].box))
    ratio = after.devicePixelRatio()
    y = round(box.center().y() * ratio)
    ring = [
        x
        for x in range(round((box.x() - 10) * ratio), round((box.x() - 4) * ratio))
        if before.pixelColor(x, y + 12) != after.pixelColor(x, y + 12)
    ]
    assert ring
