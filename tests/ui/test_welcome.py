"""The first run: start page, walk-through, settings; and the window as it was left."""

from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from pilotmap.model.map import empty_map
from pilotmap.storage.json_file import save
from pilotmap.ui.remembered import remember_window, restore_window
from pilotmap.ui.settings import Settings
from pilotmap.ui.welcome.lessons import LESSONS
from tests.ui.robot import ALT, CTRL, Robot

KEY = Qt.Key


def entry(robot: Robot, words: str) -> QPushButton:
    page = robot.window.welcome.page
    return next(button for button in page.buttons if button.text() == words)


def test_typing_the_first_step_puts_the_start_page_away(robot: Robot) -> None:
    robot.window.welcome.show()
    robot.capture.open()
    robot.capture_lines("Agent: log the ticket")
    assert not robot.window.welcome.is_open
    assert "Log the ticket" in [name.capitalize() for name in robot.names()]


def test_a_slash_on_the_start_page_opens_the_line(robot: Robot) -> None:
    robot.window.welcome.show()
    robot.window.welcome.page.buttons[0].setFocus()
    robot.type("/")
    assert not robot.window.welcome.is_open
    assert robot.capture.entry.hasFocus()


def test_the_start_page_is_walked_by_keys_and_left_by_esc(robot: Robot) -> None:
    robot.window.welcome.show()
    page = robot.window.welcome.page
    page.buttons[0].setFocus()
    robot.press(KEY.Key_Down, KEY.Key_Down)
    assert page.buttons[2].hasFocus()
    robot.press(KEY.Key_Up)
    assert page.buttons[1].hasFocus()
    robot.press(KEY.Key_Escape)
    assert not robot.window.welcome.is_open
    assert robot.canvas.hasFocus()


def test_recent_files_templates_and_samples_are_opened(robot: Robot, tmp_path: Path) -> None:
    path = tmp_path / "my-own.pilotmap.json"
    save(empty_map("Mine"), path)
    robot.window.bench.settings.remember_file(path)
    robot.window.welcome.show()
    entry(robot, "my-own").click()
    assert robot.map.title == "Mine"
    assert robot.session.file.path == path
    robot.window.welcome.show()
    next(b for b in robot.window.welcome.page.buttons if b.text() == "Supplier invoices").click()
    assert robot.session.file.path is None
    assert robot.map.outcome.baseline is not None
    assert robot.map.outcome.baseline.basis == "guessed"
    assert not robot.window.welcome.is_open


def test_the_walk_through_sees_what_was_done(robot: Robot, qtbot: QtBot) -> None:
    window = robot.window
    window.welcome.start_walk()
    walk = window.welcome.walk()
    assert robot.session.file.path is None
    assert walk.title.text() == f"✦ 1 of {len(LESSONS)}"
    robot.click("triage")
    assert walk.place == 1
    robot.capture_lines("Team lead: thank the customer @CRM")
    assert walk.place == 2
    robot.press(KEY.Key_Escape)
    robot.press(KEY.Key_Z, held=CTRL)
    assert walk.place == 3
    qtbot.waitUntil(lambda: "href='log'" in window.side.says._why.text())
    window.side.says._why.linkActivated.emit("log")
    assert walk.place == 4
    form = window.properties.form("step")
    form.focus_field("wait")
    robot.focused().selectAll()
    robot.type("1 h")
    assert walk.place == 5
    robot.press(KEY.Key_T, held=CTRL)
    assert walk.place == 6
    robot.press(KEY.Key_3, held=ALT)
    assert walk.place == 7
    robot.press(KEY.Key_5, held=CTRL)
    assert walk.place == len(LESSONS)
    assert walk.title.text() == "✦ That is all"
    QTest.mouseClick(walk.skip, Qt.MouseButton.LeftButton)
    assert walk.isHidden()


def test_the_walk_through_can_be_skipped_and_ended(robot: Robot) -> None:
    robot.window.welcome.start_walk()
    walk = robot.window.welcome.walk()
    walk.skip.click()
    assert walk.place == 1
    walk.stop.click()
    assert walk.isHidden()
    assert robot.canvas.hasFocus()


def test_settings_hold_at_once_and_are_remembered(robot: Robot) -> None:
    robot.go_to_canvas()
    robot.press(KEY.Key_Comma, held=CTRL)
    page = robot.window.sheets.settings
    assert page.isVisible()
    page.wheel.box.setCurrentIndex(1)
    page.wheel.box.activated.emit(1)
    heard: list[str] = []
    robot.window.language_chosen.connect(lambda: heard.append("language"))
    page.language.box.setCurrentIndex(page.language.box.findText("Deutsch"))
    page.language.box.activated.emit(page.language.box.currentIndex())
    page.motion.box.click()
    settings = robot.window.bench.settings
    assert (settings.text("wheel"), settings.text("language")) == ("zooms", "de")
    assert robot.canvas.picture.motion.is_unwanted
    assert heard == ["language"], "who builds the window is told"
    page.theme.stop.setFocus()
    robot.press(KEY.Key_Escape)
    assert not page.isVisible()
    assert robot.canvas.hasFocus()


def test_size_and_areas_are_as_they_were_left(robot: Robot, tmp_path: Path) -> None:
    kept = Settings(tmp_path / "kept.json")
    window = robot.window
    window.resize(780, 700)  # what fits on the screen of a test
    window.areas.splitters[0].setSizes([250, 0, 270, 260])
    sizes = window.areas.splitters[0].sizes()
    remember_window(window, window.areas.splitters, kept)
    window.resize(1400, 840)
    window.areas.splitters[0].setSizes([236, 864, 300])
    again = Settings(tmp_path / "kept.json")
    restore_window(window, window.areas.splitters, again, QRect(0, 0, 2000, 2000))
    assert (window.width(), window.height()) == (780, 700)
    assert window.areas.splitters[0].sizes() == sizes


def test_damaged_sizes_change_nothing(robot: Robot, tmp_path: Path) -> None:
    kept = Settings(tmp_path / "kept.json")
    kept.remember("window", "no geometry")
    kept.remember("areas", "1,x,3")
    kept.remember("middle", "0,0")
    before = robot.window.areas.splitters[0].sizes()
    restore_window(robot.window, robot.window.areas.splitters, kept, QRect(0, 0, 2000, 2000))
    assert robot.window.areas.splitters[0].sizes() == before
