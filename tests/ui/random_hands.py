"""Hands that click, type, drag and resize at random over the whole window.

Run: python -m tests.ui.random_hands [--seeds 20] [--events 1000]

Any exception, any warning of Qt and any map that is not valid ends the run with the seed and the
last events. A quick part of it is a test of the suite.
"""

import argparse
import os
import random
import sys
import traceback
from collections import deque
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QMessageLogContext, QPoint, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QToolButton,
    QWidget,
)

from pilotmap.assets import samples
from pilotmap.storage.json_file import load
from tests.ui.robot import ALT, CTRL, LEFT, NONE, SHIFT, Robot
from tests.ui.scripted_prompts import ScriptedPrompts

Key = Qt.Key
NOT_DONE: Final = frozenset({"quit"})  # the window would be gone
KEYS: Final = tuple(
    (key, held)
    for held, keys in (
        (NONE, (Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down, Key.Key_Tab, Key.Key_L)),
        (NONE, (Key.Key_Return, Key.Key_Escape, Key.Key_Delete, Key.Key_F2, Key.Key_F5)),
        (NONE, (Key.Key_I, Key.Key_D, Key.Key_P, Key.Key_W, Key.Key_E, Key.Key_A, Key.Key_S)),
        (NONE, (Key.Key_N, Key.Key_M, Key.Key_Home, Key.Key_Slash, Key.Key_Period)),
        (NONE, (Key.Key_PageDown, Key.Key_PageUp, Key.Key_F6, Key.Key_Backspace)),
        (SHIFT, (Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down)),
        (ALT, (Key.Key_Up, Key.Key_Down)),
        (ALT | SHIFT, (Key.Key_Up, Key.Key_Down)),
        (CTRL, (Key.Key_Right, Key.Key_Down, Key.Key_D, Key.Key_A, Key.Key_C, Key.Key_X)),
        (CTRL, (Key.Key_V, Key.Key_Z, Key.Key_Y, Key.Key_0, Key.Key_Return, Key.Key_K, Key.Key_F)),
        (CTRL, (Key.Key_T, Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_4, Key.Key_5)),
        (CTRL | SHIFT, (Key.Key_C,)),
    )
    for key in keys
)
WORDS: Final = (
    "look", "Agent: ask @CRM", "? sure", "> yes 40%", "& also", ". done", "~ 2d", "! pain", "-> l",
    "<- ", "20 min", "-1", "50 %", "30 Jun 2027", "/", "&& ",
)  # fmt: skip
CLIPBOARD: Final = (
    "Step\tWho\tTime\nReceive\tClerk\t5 min\nCheck\tClerk\tsoon\n",
    "Agent: begin\n? known\n> yes: Agent: send\n> no: Lead: ask\n-> send\n",
    "-> nowhere at all\nthen",
    "",
)


class CancellingPrompts(ScriptedPrompts):
    """Answers every question by going back."""

    def _answer(self, question: str, about: object) -> object:
        self.asked.append((question, about))
        return {"keep": "cancel", "outside": "cancel", "replace": False}.get(question)


Deed = Callable[[Robot, random.Random], None]


def _somewhere(robot: Robot, chance: random.Random) -> QPoint:
    """Mostly on a thing of the map."""
    canvas = robot.canvas
    geometry = canvas.drawing.geometry
    if geometry.steps and chance.random() < 0.7:
        box = chance.choice(geometry.steps).box
        near = QPoint(chance.randint(-60, 60), chance.randint(-30, 30))
        return robot.pixel(*box.centre) + near
    return QPoint(chance.randrange(canvas.width()), chance.randrange(canvas.height()))


def click(robot: Robot, chance: random.Random) -> None:
    at = _somewhere(robot, chance)
    QTest.mouseMove(robot.canvas, at)
    held = chance.choice((NONE, NONE, NONE, SHIFT, CTRL))
    button = chance.choice((LEFT, LEFT, LEFT, Qt.MouseButton.MiddleButton))
    QTest.mouseClick(robot.canvas, button, held, at)
    if chance.random() < 0.15:
        QTest.mouseDClick(robot.canvas, LEFT, NONE, at)


def drag(robot: Robot, chance: random.Random) -> None:
    start, end = _somewhere(robot, chance), _somewhere(robot, chance)
    dropped = chance.random() < 0.25
    robot.drag(start, _somewhere(robot, chance), end, release=not dropped)
    if dropped:
        QTest.keyClick(robot.canvas, Key.Key_Escape)
        QTest.mouseRelease(robot.canvas, LEFT, NONE, end)


def wheel(robot: Robot, chance: random.Random) -> None:
    held = chance.choice((NONE, CTRL, SHIFT))
    robot.wheel(chance.choice((-2, -0.3, 1, 3)), _somewhere(robot, chance), held)


def press(robot: Robot, chance: random.Random) -> None:
    focus = QApplication.focusWidget()
    if focus is not None and not isinstance(focus, QToolButton):
        QTest.keyClick(focus, *chance.choice(KEYS))


def write(robot: Robot, chance: random.Random) -> None:
    focus = QApplication.focusWidget()
    if focus is not None and not isinstance(focus, QToolButton):
        QTest.keyClicks(focus, chance.choice(WORDS))
        if chance.random() < 0.6:
            QTest.keyClick(QApplication.focusWidget() or focus, Key.Key_Return)


def resize(robot: Robot, chance: random.Random) -> None:
    if not robot.window.isFullScreen():
        robot.window.resize(chance.randint(500, 1900), chance.randint(380, 1100))


def run_an_action(robot: Robot, chance: random.Random) -> None:
    actions = robot.window.bindings.qt
    possible = [name for name, qt in actions.items() if qt.isEnabled() and name not in NOT_DONE]
    robot.window.bindings.run(chance.choice(possible))


def use_a_field(robot: Robot, chance: random.Random) -> None:
    kinds = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractButton)
    every = robot.window.properties.findChildren(QWidget)
    fields = [widget for widget in every if widget.isVisible() and isinstance(widget, kinds)]
    if not fields:
        return
    field = chance.choice(fields)
    field.setFocus()
    if isinstance(field, QLineEdit | QPlainTextEdit):
        QTest.keyClicks(field, chance.choice(WORDS))
    elif isinstance(field, QComboBox) and field.count():
        field.setCurrentIndex(chance.randrange(field.count()))
        field.activated.emit(field.currentIndex())
    elif isinstance(field, QAbstractButton) and not isinstance(field, QToolButton):
        field.click()


def fill_clipboard(robot: Robot, chance: random.Random) -> None:
    QApplication.clipboard().setText(chance.choice(CLIPBOARD))


def back_to_the_map(robot: Robot, chance: random.Random) -> None:
    robot.go_to_canvas()


def pause(robot: Robot, chance: random.Random) -> None:
    QTest.qWait(chance.choice((1, 1, 60)))


DEEDS: Final[tuple[tuple[int, Deed], ...]] = (
    (16, click),
    (14, drag),
    (5, wheel),
    (24, press),
    (9, write),
    (3, resize),
    (8, run_an_action),
    (8, use_a_field),
    (2, fill_clipboard),
    (7, back_to_the_map),
    (4, pause),
)


def close_what_waits() -> None:
    """A menu or dialog that waits for a person."""
    for _ in range(4):
        waiting = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if waiting is None:
            return
        waiting.close() if isinstance(waiting, QMenu) else QTest.keyClick(waiting, Key.Key_Escape)


def any_hands(robot: Robot, chance: random.Random, events: int, last: deque[str]) -> None:
    """Do so many things at random; the map is valid after each edit."""
    weights, deeds = zip(*DEEDS, strict=True)
    checked = robot.map
    for _ in range(events):
        deed = chance.choices(deeds, weights)[0]
        last.append(deed.__name__)
        deed(robot, chance)
        close_what_waits()
        if robot.map is not checked:
            checked = robot.map
            assert type(checked).model_validate(checked.model_dump()) == checked
    known = {part.id for parts in _parts(robot) for part in parts}
    assert set(robot.session.selected) <= known


def _parts(robot: Robot) -> tuple[tuple[object, ...], ...]:
    pilot_map = robot.map
    return (pilot_map.steps, pilot_map.flows, pilot_map.lanes, pilot_map.systems, pilot_map.notes)


def begin(robot: Robot, seed: int) -> random.Random:
    """Open one of the samples, or the empty map, by the seed."""
    chance = random.Random(seed)
    paths = list(samples())
    if seed % (len(paths) + 1):
        robot.session.open(load(paths[seed % (len(paths) + 1) - 1]))
    return chance


def _run(seed: int, events: int) -> None:
    from pilotmap.model.map import empty_map
    from pilotmap.ui.session import Session
    from pilotmap.ui.settings import Settings
    from pilotmap.ui.theme import Look
    from pilotmap.ui.window import MainWindow

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    with TemporaryDirectory() as folder:
        settings = Settings(Path(folder) / "settings.json")
        prompts = CancellingPrompts()
        window = MainWindow(Session(empty_map()), Look(app, "light"), settings, prompts)
        window.resize(1400, 840)
        window.show()
        QTest.qWait(50)
        robot = Robot(window, window.session, window.canvas, window.capture)
        last: deque[str] = deque(maxlen=12)
        try:
            any_hands(robot, begin(robot, seed), events, last)
        except BaseException:
            print(f"seed {seed}, after: {', '.join(last)}")
            raise
        window.analyzer.wait()
        window.session.file.mark_saved(Path(folder) / "left.pilotmap.json")
        window.close()
        window.deleteLater()
        QTest.qWait(1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--events", type=int, default=1000)
    arguments = parser.parse_args()
    faults: list[str] = []

    def note_warning(kind: QtMsgType, _where: QMessageLogContext, words: str | None) -> None:
        harmless = kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)
        # the offscreen platform has no window manager to ask
        if not harmless and "plugin does not support" not in (words or ""):
            faults.append(f"Qt: {words}")

    def note_exception(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        faults.append("".join(traceback.format_exception(kind, error, trace)))

    from pilotmap.ui.theme import load_fonts, window_font

    qInstallMessageHandler(note_warning)
    sys.excepthook = note_exception
    app = QApplication([])
    load_fonts()
    app.setFont(window_font())
    failed = 0
    for seed in range(arguments.first, arguments.first + arguments.seeds):
        faults.clear()
        try:
            _run(seed, arguments.events)
        except Exception:  # noqa: BLE001 - every fault is shown, then the next seed
            faults.append(traceback.format_exc())
        failed += bool(faults)
        print(f"seed {seed}: {'ok' if not faults else faults[0]}", flush=True)
    print(f"{arguments.seeds} seeds, {arguments.events} events each, {failed} with a fault")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
