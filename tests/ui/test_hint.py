"""The hint under the capture line is read whole, however narrow the window is."""

import pytest

from tests.ui.robot import Robot


@pytest.mark.parametrize("width", [1024, 1280, 1600])
@pytest.mark.parametrize("typed", ["", "Team lead: look at every one of the papers @CRM [5 min]"])
def test_no_word_of_the_hint_is_cut(robot: Robot, width: int, typed: str) -> None:
    robot.window.resize(width, 760)
    robot.capture_lines("Agent: begin", "look")
    robot.type(typed)
    hint = robot.capture.hint
    placed = hint._placed(hint.width())
    assert "".join("".join(each.words.split()) for each in placed) == "".join(hint.text.split())
    lowest = max(each.line for each in placed) + 1
    assert hint.height() >= lowest * hint._line_height
    grabbed = hint.grab().toImage()
    edge = {grabbed.pixelColor(hint.width() - 1, y).name() for y in range(hint.height())}
    assert len(edge) == 1, "something is painted up to the edge"


def test_the_hint_keeps_its_room_while_one_types(robot: Robot) -> None:
    robot.window.resize(1024, 760)
    robot.capture_lines("Agent: begin")
    before = robot.capture.geometry()
    robot.type("a")
    assert robot.capture.geometry() == before
