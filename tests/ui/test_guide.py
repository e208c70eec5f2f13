"""The facilitator's guide: one question a pass, what it needs open, the rest grey."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pilotmap.ui.guide.clock import PassClock
from pilotmap.ui.guide.passes import PASSES
from tests.conftest import SAMPLES
from tests.ui.robot import CTRL, Robot


@pytest.fixture
def example(robot: Robot, tmp_path: Path) -> Robot:
    path = tmp_path / "support.pilotmap.json"
    path.write_bytes((SAMPLES / "tier1-support.pilotmap.json").read_bytes())
    robot.window.files.open(path)
    robot.go_to_canvas()
    return robot


def grey(robot: Robot) -> set[str]:
    return {area for area, veil in robot.window.guide._veils.items() if not veil.isHidden()}


def test_the_guide_is_led_by_keys(example: Robot) -> None:
    guide = example.window.guide
    assert not guide.is_open
    example.press(Qt.Key.Key_G, held=CTRL)
    assert guide.bar.title.text() == "Pass 1 of 10 · Scope"
    assert guide.bar.question.text().endswith("?")
    example.press(Qt.Key.Key_PageDown, held=CTRL)
    assert guide.bar.title.text() == "Pass 2 of 10 · Happy path"
    example.press(Qt.Key.Key_PageUp, held=CTRL)
    example.press(Qt.Key.Key_PageUp, held=CTRL)
    assert guide.bar.place == 0
    example.press(Qt.Key.Key_G, held=CTRL)
    assert not guide.is_open
    assert grey(example) == set()


def test_every_pass_opens_what_it_asks_for_and_greys_the_rest(example: Robot) -> None:
    guide = example.window.guide
    guide.switch()
    for place, shown in enumerate(PASSES):
        QTest.mouseClick(guide.bar.marks[place], Qt.MouseButton.LeftButton)
        assert guide.bar.place == place
        assert grey(example) == {"side", "map", "below", "right"} - shown.needs
        assert example.window.below.name == shown.page
        if shown.part is not None:
            pages = ("outcome", "map", "ai", "working", "signoff")
            assert example.window.properties.target.page == pages[shown.part - 1]


def test_what_is_grey_can_still_be_used(example: Robot) -> None:
    example.window.guide.switch()
    example.window.guide.show_pass(7)
    assert "map" in grey(example)
    example.click("log")
    assert example.session.selection == "log"


def test_what_is_done_is_computed_from_the_file(example: Robot, qtbot: QtBot) -> None:
    guide = example.window.guide
    guide.switch()
    qtbot.waitUntil(lambda: guide.bar.marks[1].text() == "✓")
    assert guide.bar.marks[9].text() == "10"
    assert guide.bar.marks[7].text() == "✓"
    example.session.edit(
        "x", lambda pilot_map: pilot_map.replace(outcome=pilot_map.outcome.replace(owner=""))
    )
    qtbot.waitUntil(lambda: guide.bar.marks[7].text() == "8")


def test_the_pass_is_remembered_and_esc_closes(example: Robot) -> None:
    guide = example.window.guide
    guide.switch()
    guide.show_pass(4)
    guide.bar.next.setFocus()
    example.press(Qt.Key.Key_Escape)
    assert not guide.is_open
    guide.switch()
    assert guide.bar.place == 4


def test_the_clock_is_off_until_it_is_asked_for(qapp: object, qtbot: QtBot) -> None:
    clock = PassClock()
    qtbot.addWidget(clock)
    clock.show_pass(0, 15)
    assert clock.text() == "Start the clock: 15 min"
    assert not clock.runs
    clock.click()
    assert seconds(clock) == 0
    qtbot.waitUntil(lambda: seconds(clock) > 0)  # on a busy machine it may miss a second
    shown = seconds(clock)
    clock.show_pass(1, 0)
    assert clock.text() == "0:00 · time is up"
    clock.show_pass(0, 15)
    assert shown <= seconds(clock) < shown + 60, "the pass goes on from where it was"
    clock.stop()


def seconds(clock: PassClock) -> int:
    """What a clock of 15 minutes says is used."""
    said = re.fullmatch(r"(\d+):(\d\d) of 15 min", clock.text())
    assert said is not None, clock.text()
    return 60 * int(said[1]) + int(said[2])


def test_the_read_back_begins_the_walk_of_one_case_before_the_room(example: Robot) -> None:
    window = example.window
    window.guide.switch()
    for place, shown in enumerate(PASSES):
        window.guide.show_pass(place)
        assert window.guide.bar.walk.isHidden() != shown.walks
    window.guide.show_pass([shown.walks for shown in PASSES].index(True))
    QApplication.processEvents()
    window.guide.bar.walk.setFocus()
    QTest.keyClick(window.guide.bar.walk, Qt.Key.Key_Space)
    assert window.present.room.is_on
    assert window.present.walk.is_on
    assert example.selected == "Ticket raised"
    example.press(Qt.Key.Key_PageDown)
    assert example.selected == "Log the ticket"
    assert window.guide.bar.isVisible(), "the question stays in sight"
    example.press(Qt.Key.Key_F5)
    assert not window.present.room.is_on
    assert window.present.walk.is_on, "the walk goes on in the window"
