"""Hands that do anything at all: nothing crashes, and undo brings everything back."""

import random

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from pilotmap.model.map import PilotMap
from tests.ui.robot import ALT, CTRL, LEFT, NONE, SHIFT, Robot

Key = Qt.Key
_KEYS = (
    *((key, NONE) for key in (Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down, Key.Key_Tab)),
    *((key, SHIFT) for key in (Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down)),
    *((key, ALT) for key in (Key.Key_Up, Key.Key_Down)),
    *((key, ALT | SHIFT) for key in (Key.Key_Up, Key.Key_Down)),
    *((key, CTRL) for key in (Key.Key_Right, Key.Key_Down, Key.Key_D, Key.Key_0, Key.Key_Return)),
    *((key, NONE) for key in (Key.Key_I, Key.Key_D, Key.Key_P, Key.Key_W, Key.Key_E, Key.Key_A)),
    *((key, NONE) for key in (Key.Key_S, Key.Key_N, Key.Key_Delete, Key.Key_Home, Key.Key_Slash)),
    *((key, NONE) for key in (Key.Key_Return, Key.Key_Escape, Key.Key_F2)),
)
_WORDS = ("look", "Agent: ask", "? sure", "> yes 40%", "& also", ". done", "~ 2d", "! pain", "-> l")


def _anything(robot: Robot, dice: random.Random) -> None:
    canvas = robot.canvas
    here, there = (
        QPoint(dice.randrange(canvas.width()), dice.randrange(canvas.height())) for _ in "12"
    )
    elements = [
        step.id for step in robot.map.steps if step.id in canvas.drawing.geometry.step_by_id
    ]
    if elements and dice.random() < 0.7:
        here = robot.place(dice.choice(elements)) + QPoint(
            dice.randint(-50, 50), dice.randint(-8, 8)
        )
    match dice.randrange(12):
        case 0:
            robot.drag(here, there, release=dice.random() < 0.7)
            robot.press(Key.Key_Escape)
            QTest.mouseRelease(canvas, LEFT, NONE, there)
        case 1:
            robot.click(here)
        case 2:
            robot.double_click(here)
        case 3:
            robot.type(dice.choice(_WORDS))
            robot.press(Key.Key_Return)
        case 4:
            robot.wheel(dice.choice((-2, 1)), here, dice.choice((NONE, CTRL, SHIFT)))
        case 5:
            robot.session.undo() if dice.random() < 0.7 else robot.session.redo()
        case 6:
            robot.session.set_view(dice.choice(("today", "with-ai")))
        case _:
            key, held = dice.choice(_KEYS)
            robot.press(key, held=held)


@pytest.mark.parametrize("seed", range(4))
def test_any_hands(robot: Robot, support_map: PilotMap, seed: int) -> None:
    dice = random.Random(seed)
    robot.session.open(support_map)
    robot.go_to_canvas()
    for _ in range(90):
        _anything(robot, dice)
    robot.canvas.naming.cancel()
    assert robot.session.selection is None or robot.session.selection in {
        *robot.map.step_by_id,
        *robot.map.flow_by_id,
        *robot.map.lane_by_id,
        *robot.map.note_by_id,
        *robot.map.system_by_id,
    }
    for _ in robot.session.history.labels:
        robot.session.undo()
    assert robot.map is support_map
