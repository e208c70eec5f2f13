"""A quick part of the random hands; `python -m tests.ui.random_hands` is the whole."""

from collections import deque

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.random_hands import CancellingPrompts, any_hands, begin
from tests.ui.robot import Robot


@pytest.fixture
def prompts() -> CancellingPrompts:
    return CancellingPrompts()


@pytest.mark.slow
@pytest.mark.parametrize("seed", [3])
def test_hands_that_do_anything(robot: Robot, seed: int) -> None:
    last: deque[str] = deque(maxlen=12)
    any_hands(robot, begin(robot, seed), 130, last)
    robot.window.analyzer.wait()  # type: ignore[attr-defined]


def test_a_drag_takes_hold_of_the_map_not_of_what_is_being_typed(
    robot: Robot, qtbot: QtBot
) -> None:
    robot.capture_lines("Agent: begin", "look")
    robot.type("Lead: check")
    qtbot.waitUntil(lambda: bool(robot.canvas.picture.overlay.new))
    start = robot.place(robot.step("Look").id)
    robot.drag(start, robot.pixel(400, 400))
    assert robot.capture.entry.text() == "Lead: check"
    assert [lane.name for lane in robot.map.lanes] == ["Agent"]
