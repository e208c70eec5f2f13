"""Another language holds at once: every text is another, and nothing of the work is lost."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pilotmap.language import LANGUAGES, language, speak
from pilotmap.model.map import empty_map
from pilotmap.storage.json_file import load
from pilotmap.ui.program import Program
from pilotmap.ui.session import Session
from pilotmap.ui.settings import Settings
from pilotmap.ui.spoken import SETTING, teach_qt
from pilotmap.ui.tables.lower_area import TABS
from pilotmap.ui.theme import Look
from pilotmap.ui.window import MainWindow
from tests.language.greek import greek_map
from tests.language.test_german_document import english_words, words
from tests.ui.robot import CTRL, SHIFT, Robot
from tests.ui.scripted_prompts import ScriptedPrompts
from tests.ui.test_no_text_is_left import texts

# names of keys, formats and languages, and words that are the same in German
SAME = {"ctrl", "esc", "tab", "english", "deutsch", "home", "end", "pilotmap", "del", "lane"}


@pytest.fixture
def program(
    qapp_with_fonts: QApplication, look: Look, tmp_path: Path, prompts: ScriptedPrompts
) -> Iterator[Program]:
    settings = Settings(tmp_path / "settings.json")
    settings.remember(SETTING, "en")
    made = Program(qapp_with_fonts, Session(empty_map()), look, settings, prompts)
    made.window.resize(1400, 840)
    made.window.show()
    QApplication.processEvents()
    locale = QLocale()
    yield made
    made.window.session.file.mark_saved(tmp_path / "left.pilotmap.json")
    made.window.close()
    made.window.analyzer.wait()
    made.window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    speak("en")
    teach_qt(qapp_with_fonts)
    QLocale.setDefault(locale)


def robot_of(window: MainWindow) -> Robot:
    return Robot(window, window.session, window.canvas, window.capture)


def choose(program: Program, qtbot: QtBot, code: str) -> MainWindow:
    """Choose a language as a person does: in the settings, by keyboard."""
    before = program.window
    if before.sheets.settings is None or not before.sheets.settings.isVisible():
        before.canvas.setFocus()
        QTest.keyClick(before.canvas, Qt.Key.Key_Comma, CTRL)
    page = before.sheets.settings
    assert page is not None
    box = page.language.box
    box.setFocus()
    goal = ["system", *LANGUAGES].index(code)
    while box.currentIndex() != goal:
        QTest.keyClick(box, Qt.Key.Key_Down if box.currentIndex() < goal else Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: program.window is not before)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return program.window


def judged(window: MainWindow) -> None:
    window.analyzer.begin()
    window.analyzer.wait()
    QApplication.processEvents()


def everything(window: MainWindow) -> set[str]:
    """What all areas and sheets say, one after another."""
    judged(window)
    pilot_map = window.session.map
    window.session.select(pilot_map.steps[0].id)
    window.capture.open()
    window.capture.popup.hide()  # made when it is first asked for
    found = {text for text, _ in texts(window)}
    window.capture.close_line()
    for part in range(1, 6):
        window.properties.show_part(part)
        found |= {text for text, _ in texts(window)}
    for element in (
        *(step.id for step in pilot_map.steps[:4]),
        pilot_map.flows[0].id,
        pilot_map.lanes[0].id,
    ):
        window.session.select(element)
        found |= {text for text, _ in texts(window)}
    for name, _ in TABS:
        window.below.show_page(name)
        found |= {text for text, _ in texts(window)}
    sheets = window.sheets
    for show in (
        sheets.show_palette,
        sheets.show_shortcuts,
        sheets.show_find,
        sheets.show_settings,
    ):
        show()
        found |= {text for text, _ in texts(window)}
    window.guide.switch()
    found |= {text for text, _ in texts(window)}
    window.guide.switch()
    window.below.show_page("findings")
    window.session.select(None)
    return found


def test_every_text_is_said_anew_and_comes_back(program: Program, qtbot: QtBot) -> None:
    program.window.session.open(greek_map())
    english = everything(program.window)
    german = everything(choose(program, qtbot, "de"))
    assert language() == "de"
    plain = {re.sub("<[^>]*>", " ", text) for text in german}
    left = {text for text in plain if words(text) & english_words() - SAME}
    assert not left, "\n".join(sorted(left))
    assert everything(choose(program, qtbot, "en")) == english


def test_nothing_of_the_work_is_lost(
    program: Program, qtbot: QtBot, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    robot = robot_of(program.window)
    robot.capture_lines("Agent: log the ticket @Zendesk", "triage", "? known issue", "> yes 60%")
    path = tmp_path / "work.pilotmap.json"
    prompts.answers = [path]
    assert program.window.files.save()
    robot.capture_lines("send the fix")
    robot.press(Qt.Key.Key_Escape)
    robot.select("Triage")
    robot.press(Qt.Key.Key_Right, held=SHIFT)
    old = program.window
    old.canvas.viewport.zoom_to(1.37)
    old.below.show_page("steps")
    before = (old.session.map, old.session.history.states, old.session.selected)
    view, saved, size = old.canvas.view, old.status.saved.text(), old.size()
    new = choose(program, qtbot, "de")
    session = new.session
    assert (session.map, session.history.states, session.selected) == before
    assert new.canvas.view == view
    assert new.canvas.picture.overlay.selected == session.selected
    assert new.canvas.picture.overlay.pinned == {*session.selected}
    assert (session.file.path, session.file.is_modified) == (path, True)
    assert new.below.name == "steps"
    assert new.size() == size
    assert saved == "Changes not saved"
    assert new.status.saved.text() == "Änderungen nicht gespeichert"
    new.canvas.setFocus()
    QTest.keyClick(new.canvas, Qt.Key.Key_Z, CTRL)
    assert new.canvas.picture.overlay.pinned == frozenset()
    QTest.keyClick(new.canvas, Qt.Key.Key_Z, CTRL)
    assert "Send the fix" not in [step.name for step in new.session.map.steps]
    QTest.keyClick(new.canvas, Qt.Key.Key_S, CTRL)
    assert load(path) == new.session.map
    assert not new.session.file.is_modified


def test_the_journal_goes_on_and_the_file_stays_held(
    program: Program, qtbot: QtBot, look: Look, tmp_path: Path, prompts: ScriptedPrompts
) -> None:
    robot = robot_of(program.window)
    robot.capture_lines("Agent: log it", "triage")
    path = tmp_path / "work.pilotmap.json"
    prompts.answers = [path]
    assert program.window.files.save()
    new = choose(program, qtbot, "de")
    other = MainWindow(Session(empty_map()), look, Settings(tmp_path / "settings.json"), prompts)
    other.files.open(path)
    assert other.session.file.path is None, "another window has it"
    other.session.file.mark_saved(tmp_path / "copy.pilotmap.json")
    robot_of(new).capture_lines("und noch einer")
    wanted = new.session.map
    new.autosave.leave()  # the process is gone
    other.safety.offer_left_work()
    assert other.autosave.left[0].map == wanted
    assert len(other.autosave.left[0].states) == len(new.session.history.states)
    other.autosave.give_up(other.autosave.left[0])
    other.close()
    other.deleteLater()


def test_that_edits_are_not_kept_is_said_in_the_new_language(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    robot_of(program.window).capture_lines("Agent: log it")
    assert not program.window.safety.keeping.isHidden()
    new = choose(program, qtbot, "de")
    assert not new.safety.keeping.isHidden()
    assert "sind nicht gegen einen Absturz gesichert" in new.safety.keeping.words.text()
    (tmp_path / "data").unlink()
    qtbot.waitUntil(new.safety.keeping.isHidden)
    assert len(list((tmp_path / "data" / "journals").glob("*.journal"))) == 1


def test_the_look_and_the_keys_reach_the_new_window_alone(
    program: Program, qtbot: QtBot, look: Look
) -> None:
    program.window.session.open(greek_map())
    new = choose(program, qtbot, "de")
    page = new.sheets.settings
    assert page is not None
    assert page.isVisible(), "the settings are still open"
    assert QApplication.focusWidget() is page.language.box
    look.choose("dark")
    assert new.canvas.picture.colours["ground"] != "#ffffff"
    look.choose("light")
    steps = len(new.session.map.steps)
    robot_of(new).capture_lines("noch einer")
    assert len(new.session.map.steps) == steps + 1


def test_typing_that_is_not_finished_counts(program: Program, qtbot: QtBot) -> None:
    program.window.session.open(greek_map())
    robot = robot_of(program.window)
    robot.press(Qt.Key.Key_Slash)
    robot.type("half a line")
    new = choose_without_settings(program, "de")
    assert new.capture.is_open
    assert new.capture.entry.text() == "half a line"


def test_another_window_follows_when_it_is_gone_to(program: Program, qtbot: QtBot) -> None:
    before = program.window
    elsewhere = Settings(program._settings._path)
    elsewhere.remember(SETTING, "de")
    program._look_again(Qt.ApplicationState.ApplicationInactive)
    assert program.window is before
    program._look_again(Qt.ApplicationState.ApplicationActive)
    assert program.window is not before
    assert language() == "de"


def choose_without_settings(program: Program, code: str) -> MainWindow:
    program._settings.remember(SETTING, code)
    program.speak_as_set()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    return program.window
