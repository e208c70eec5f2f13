"""The folded map: everything works in it as in one piece."""

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pilotmap.layout.content import NAME
from pilotmap.layout.draw import draw_map
from pilotmap.layout.drawing import Box
from pilotmap.model.edits.steps import rename
from pilotmap.storage.json_file import save
from pilotmap.ui.canvas.sheet import LEAST_NAME_PX, READABLE, Folds
from pilotmap.ui.session import Session
from pilotmap.ui.settings import Settings
from pilotmap.ui.theme import Look
from pilotmap.ui.window import MainWindow
from tests.benchmarks.generate import swimlanes
from tests.builders import map_of
from tests.ui.robot import CTRL, SHIFT, Robot
from tests.ui.scripted_prompts import ScriptedPrompts

Key = Qt.Key
LONG = "\n".join(f"{'Agent' if n % 3 else 'Lead'}: step number {n}" for n in range(30))


@pytest.fixture
def folded(robot: Robot) -> Robot:
    """A map that is too long to be read in one piece, as it opens."""
    robot.session.open(map_of(LONG))
    robot.go_to_canvas()
    robot.canvas.repaint()
    assert robot.canvas.picture.sheet.is_folded
    return robot


def box(robot: Robot, name: str) -> Box:
    """Where a step stands on the sheet."""
    return robot.canvas.drawing.geometry.step_by_id[robot.step(name).id].box


def is_in_sight(robot: Robot, name: str) -> bool:
    seen, place = robot.canvas.viewport.seen, box(robot, name)
    return seen.contains(place.x, place.y) and seen.contains(place.right, place.bottom)


def can_be_read(robot: Robot) -> bool:
    return robot.canvas.viewport.zoom * NAME.size_pt >= LEAST_NAME_PX - 1e-6


def scroll_to(robot: Robot, name: str) -> QPoint:
    """Turn the wheel until a step is in sight; its place on the canvas."""
    for _ in range(40):
        if is_in_sight(robot, name):
            break
        below = box(robot, name).y > robot.canvas.viewport.seen.y
        robot.wheel(-0.5 if below else 0.5, QPoint(300, 200))
    assert is_in_sight(robot, name)
    return robot.place(robot.step(name).id)


def strip_ends(robot: Robot) -> list[tuple[str, str]]:
    """The names of the last step of each strip and of the first of the next."""
    sheet, names = robot.canvas.picture.sheet, robot.names()

    def strip(name: str) -> float:
        return sheet.lanes_at(box(robot, name).centre[1])[0][1].y

    return [(one, other) for one, other in pairwise(names) if strip(one) != strip(other)]


def test_a_long_map_opens_readable_from_edge_to_edge_and_scrolls_down(folded: Robot) -> None:
    assert can_be_read(folded)
    drawing, seen = folded.canvas.drawing, folded.canvas.viewport.seen
    assert seen.x <= 0
    assert drawing.width <= seen.right <= drawing.width + 60
    assert {placed.id for placed in drawing.geometry.steps} == set(folded.map.step_by_id)
    assert is_in_sight(folded, "step number 0")
    for name in folded.names():
        folded.click(scroll_to(folded, name))
        assert folded.selected == name


def test_every_place_of_the_sheet_means_a_place_of_the_map(folded: Robot) -> None:
    sheet = folded.canvas.picture.sheet
    for placed in sheet.drawing.geometry.steps:
        flat = sheet.flat.geometry.step_by_id[placed.id]
        assert sheet.to_flat(placed.box.centre) == pytest.approx(flat.box.centre)
        assert sheet.to_sheet(flat.box.centre) == pytest.approx(placed.box.centre)


def test_a_name_is_typed_over_its_step(folded: Robot) -> None:
    last = folded.names()[-1]
    folded.double_click(scroll_to(folded, last))
    place = folded.place(folded.step(last).id)
    assert folded.canvas.naming.editor.geometry().contains(place)
    folded.type("Send the letter")
    folded.press(Key.Key_Return, Key.Key_Escape)
    assert folded.names()[-1] == "Send the letter"


def test_what_is_captured_is_in_sight_with_what_came_before(folded: Robot) -> None:
    folded.select(folded.names()[-1])
    folded.capture_lines("Agent: One more", "And another")
    for name in (LONG.splitlines()[-1].split(": ")[1], "One more", "And another"):
        assert is_in_sight(folded, name), name
    assert can_be_read(folded)


def test_what_is_appended_moves_nothing_before_it(folded: Robot) -> None:
    before = {name: box(folded, name) for name in folded.names()}
    folded.select(folded.names()[-1])
    folded.capture_lines("one more")
    after = {name: box(folded, name) for name in before}
    moved = [name for name in before if after[name] != before[name]]
    assert moved in ([], [folded.names()[-2]]), "the last one may need room for a letter"


def test_a_double_click_on_an_empty_place_makes_a_step_in_that_column(folded: Robot) -> None:
    place = box(folded, "step number 13")
    lanes = folded.canvas.picture.sheet.lanes_at(place.y)
    other = next(b for _, b in lanes if not b.contains(*place.centre))
    scroll_to(folded, "step number 13")
    at = folded.pixel(place.centre[0], other.centre[1])
    column = folded.canvas.drawing.geometry.step_by_id[folded.step("step number 13").id].column
    QTest.mouseDClick(folded.canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    folded.type("beside it")
    folded.press(Key.Key_Return, Key.Key_Escape)
    pin = folded.step("beside it").pin
    assert pin is not None
    assert pin.column == column
    assert folded.lane_of("beside it") != folded.lane_of("step number 13")


def test_a_drag_within_a_strip_gives_the_step_to_the_other_lane(folded: Robot) -> None:
    name = "step number 13"
    start, place = scroll_to(folded, name), box(folded, name)
    lanes = folded.canvas.picture.sheet.lanes_at(place.y)
    other, other_box = next(lane for lane in lanes if not lane[1].contains(*place.centre))
    folded.drag(start, folded.pixel(place.centre[0], other_box.centre[1]))
    assert folded.step(name).lane == other


def test_a_drag_to_another_strip_pins_the_step_in_its_column(folded: Robot) -> None:
    last, first = strip_ends(folded)[0]
    start = scroll_to(folded, first)
    assert is_in_sight(folded, last)
    column = folded.canvas.drawing.geometry.step_by_id[folded.step(last).id].column
    folded.drag(start, folded.place(folded.step(last).id) + QPoint(6, 4))
    pin = folded.step(first).pin
    assert pin is not None
    assert pin.column == column
    folded.undo()
    assert folded.step(first).pin is None


def test_a_flow_is_drawn_from_one_strip_to_another(folded: Robot) -> None:
    last, first = strip_ends(folded)[0]
    source = folded.names()[folded.names().index(last) - 2]
    scroll_to(folded, first)
    element = folded.step(source).id
    QTest.mouseMove(folded.canvas, folded.place(element))
    place = box(folded, source)
    folded.drag(folded.pixel(place.right, place.centre[1]), folded.step(first).id)
    assert (source, first) in folded.flows()


def test_a_letter_where_a_flow_goes_on_selects_it(folded: Robot) -> None:
    letters = [group for group in folded.canvas.drawing.groups if group.kind == "strip"]
    assert len(letters) >= 4
    folded.canvas.viewport.fit()
    folded.click(folded.pixel(*letters[0].box.centre))
    assert folded.session.selection == letters[0].id
    both = [letter for letter in letters if letter.id == letters[0].id]
    assert len(both) == 2


def test_arrows_walk_from_strip_to_strip(folded: Robot) -> None:
    for last, first in strip_ends(folded):
        folded.select(last)
        folded.press(Key.Key_Tab)
        assert folded.selected == first
        assert is_in_sight(folded, first)


def test_what_is_found_is_in_sight_with_its_neighbours_and_can_be_read(folded: Robot) -> None:
    folded.canvas.viewport.zoom_to(0.2)
    folded.press(Key.Key_F, held=CTRL)
    folded.type("number 16")
    folded.press(Key.Key_Return, Key.Key_Escape)
    assert folded.selected == "step number 16"
    assert is_in_sight(folded, "step number 16")
    assert is_in_sight(folded, "step number 17")
    assert can_be_read(folded)


def test_what_is_undone_is_in_sight(folded: Robot) -> None:
    first = folded.step("step number 0").id
    folded.session.edit("Rename", lambda pilot_map: rename(pilot_map, first, "Begin"))
    scroll_to(folded, "step number 29")
    folded.select("step number 29")
    assert not is_in_sight(folded, "Begin")
    folded.press(Key.Key_Z, held=CTRL)
    assert is_in_sight(folded, "step number 0")
    assert can_be_read(folded)


def test_a_lasso_catches_what_it_touches_in_two_strips(folded: Robot) -> None:
    last, first = strip_ends(folded)[0]
    scroll_to(folded, first)
    a, b = box(folded, last), box(folded, first)
    corner = folded.pixel(a.right + 8, a.y - 6)
    folded.drag(corner, folded.pixel(b.x - 6, b.bottom + 8))
    caught = {folded.map.step_by_id[step].name for step in folded.session.selected}
    assert {last, first} <= caught


def test_a_case_is_walked_over_the_cut(folded: Robot) -> None:
    last, first = strip_ends(folded)[0]
    walk = folded.window.present.walk  # type: ignore[attr-defined]
    for _ in range(30):
        walk.go_on()
        if folded.selected == first:
            break
    assert folded.selected == first
    assert is_in_sight(folded, first)
    flow = folded.flow(last, first).id
    assert flow in folded.canvas.picture.overlay.trail
    assert len(folded.canvas.drawing.geometry.pieces_by_id[flow]) == 2


def test_the_small_map_shows_the_strips_and_leads_there(folded: Robot) -> None:
    folded.press(Key.Key_M)
    small = folded.canvas.minimap
    QTest.mouseClick(
        small,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        QPoint(small.width() // 2, small.height() - 10),
    )
    assert is_in_sight(folded, "step number 29")


def test_another_size_folds_anew_and_keeps_what_is_looked_at(folded: Robot) -> None:
    folded.click(scroll_to(folded, "step number 9"))
    wide = folded.canvas.drawing.width * folded.canvas.viewport.zoom
    folded.window.resize(1180, 840)
    QApplication.processEvents()
    assert folded.canvas.drawing.width * folded.canvas.viewport.zoom < wide - 100
    assert can_be_read(folded)
    assert is_in_sight(folded, "step number 9")


def test_z_lets_it_lie_flat_at_the_same_place_and_heads_stay_readable(folded: Robot) -> None:
    folded.click(scroll_to(folded, "step number 13"))
    folded.press(Key.Key_Z)
    assert not folded.canvas.picture.sheet.is_folded
    assert is_in_sight(folded, "step number 13")
    assert can_be_read(folded)
    folded.press(Key.Key_Home)
    assert not can_be_read(folded)
    heads, view = folded.canvas.picture.heads, folded.canvas.view
    (head,) = heads.boxes(view, folded.map.lanes[0].id)
    assert head.x >= 0
    assert head.w > 80
    first = view.box_to_widget(box(folded, "step number 0"))
    assert first.x >= head.right
    folded.press(Key.Key_Z)
    assert folded.canvas.picture.sheet.is_folded
    assert is_in_sight(folded, "step number 13")


def test_flat_is_remembered_for_the_file(
    qtbot: QtBot, look: Look, tmp_path: Path, prompts: ScriptedPrompts
) -> None:
    paths = [tmp_path / name for name in ("one.pilotmap.json", "two.pilotmap.json")]
    for path in paths:
        save(map_of(LONG), path)

    def window() -> MainWindow:
        made = MainWindow(
            Session(map_of(LONG), paths[0]), look, Settings(tmp_path / "settings.json"), prompts
        )
        made.resize(1400, 840)
        with qtbot.waitExposed(made):
            made.show()
        return made

    first = window()
    assert first.canvas.picture.sheet.is_folded
    first.bindings.run("fold")
    before = paths[0].read_bytes()
    first.close()
    second = window()
    assert not second.canvas.picture.sheet.is_folded
    second.session.open(map_of(LONG), paths[1])
    assert second.canvas.picture.sheet.is_folded
    second.session.open(map_of(LONG), paths[0])
    assert not second.canvas.picture.sheet.is_folded
    assert paths[0].read_bytes() == before
    second.close()
    for made in (first, second):
        made.analyzer.wait()


def test_a_map_that_would_take_seconds_at_each_edit_lies_flat() -> None:
    room = (1000.0, 600.0)
    short, long = (draw_map(swimlanes(steps, seed=3)) for steps in (60, 1600))
    assert Folds().settle(short, room, READABLE, 1.0)
    folds = Folds()
    assert not folds.settle(long, room, READABLE, 1.0)
    assert folds.sheet(long).drawing is long


def test_with_ai_opens_on_the_ai_step_and_back_is_where_one_was(folded: Robot) -> None:
    step = folded.step("step number 15").id
    folded.session.edit(
        "mode",
        lambda pilot_map: pilot_map.replace(pilot=pilot_map.pilot.replace(step=step, mode="draft")),
    )
    folded.select("step number 0")
    folded.press(Key.Key_Home)
    folded.wheel(-0.5, QPoint(300, 200))
    before = folded.canvas.view
    folded.press(Key.Key_T, held=CTRL)
    assert folded.session.view == "with-ai"
    assert is_in_sight(folded, "step number 15")
    assert can_be_read(folded)
    folded.press(Key.Key_T, held=CTRL)
    assert folded.canvas.view == before


def test_a_wheel_with_shift_and_a_zoom_leave_the_strips_as_they_are(folded: Robot) -> None:
    folds = folded.canvas.picture.folds.fold
    folded.wheel(2, QPoint(300, 200), CTRL)
    folded.wheel(-2, QPoint(300, 200), SHIFT)
    assert folded.canvas.picture.folds.fold == folds
    assert folded.canvas.picture.sheet.is_folded
