"""The three seats decide in the window; what they decide goes on record and stays there."""

import subprocess
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pilotmap.analysis.chain import broken_records, recorded
from pilotmap.model.edits.fields import edit_outcome, edit_step
from pilotmap.model.map import PilotMap
from pilotmap.model.meaning import meaning
from pilotmap.storage.json_file import load, save
from pilotmap.ui.panels.seats.card import SeatCard
from pilotmap.ui.panels.signoff_form import SignoffForm
from tests.conftest import SAMPLES
from tests.ui.robot import Robot


@pytest.fixture
def ready(robot: Robot, qtbot: QtBot, tmp_path: Path) -> Robot:
    """A map without errors, its sign-off open on the right."""
    path = tmp_path / "support.pilotmap.json"
    whole = load(SAMPLES / "tier1-support.pilotmap.json").replace(signoffs=())
    save(whole, path)
    robot.window.files.open(path)
    robot.window.properties.show_part(5)
    qtbot.waitUntil(lambda: _form(robot)._lead.text() != "")
    errors = [f for f in robot.session.derived.findings if f.severity == "error"]
    assert errors == []
    return robot


def _form(robot: Robot) -> SignoffForm:
    form = robot.window.properties.form("signoff")
    assert isinstance(form, SignoffForm)
    return form


def _click(widget) -> None:  # type: ignore[no-untyped-def]
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def _decide(robot: Robot, seat: str, name: str) -> SeatCard:
    card = _form(robot).seats[seat]
    card.decide.setFocus()
    robot.press(Qt.Key.Key_Space)
    robot.type(name)
    return card


def _approve(robot: Robot, seat: str, name: str) -> SeatCard:
    card = _decide(robot, seat, name)
    _click(card.form.choice.buttons["approved"])
    return card


def test_a_seat_approves_by_keyboard(ready: Robot, qtbot: QtBot) -> None:
    card = _decide(ready, "operations", "Ada Byron")
    ready.press(Qt.Key.Key_Tab)
    ready.type("Head of support")
    ready.press(Qt.Key.Key_Tab)
    ready.type("approve")
    card.form.record.setFocus()
    ready.press(Qt.Key.Key_Space)
    (record,) = ready.map.signoffs
    assert (record.seat, record.name, record.title) == (
        "operations",
        "Ada Byron",
        "Head of support",
    )
    assert record.decision == "approved"
    assert record.meaning == meaning(ready.map)
    assert broken_records(ready.map.signoffs) == ()
    qtbot.waitUntil(lambda: card.words.text() == "Ada Byron approves")
    assert "PilotMap did not check who typed it" in card.record_words.text()
    assert card.form.isHidden()


def test_a_form_that_opens_far_down_is_scrolled_to(ready: Robot, qtbot: QtBot) -> None:
    ready.window.resize(1280, 620)
    qtbot.wait(20)
    card = _decide(ready, "business", "Joan")
    qtbot.waitUntil(lambda: not card.form.record.visibleRegion().isEmpty())


def test_nothing_is_recorded_without_a_name(ready: Robot) -> None:
    card = _decide(ready, "it", "")
    assert card.form.missing.isHidden()
    _click(card.form.record)
    assert ready.map.signoffs == ()
    assert card.form.missing.text() == "Say who decides."
    assert card.form.name.line.hasFocus()


def test_nothing_is_decided_before_somebody_decides(ready: Robot) -> None:
    card = _decide(ready, "it", "Grace")
    buttons = card.form.choice.buttons.values()
    assert not any(button.isChecked() for button in buttons)
    _click(card.form.record)
    assert ready.map.signoffs == ()
    words = "Say what is decided: approve, with conditions, or decline."
    assert card.form.missing.text() == words
    assert ready.focused() in buttons
    ready.type("with cond")
    assert [button.text() for button in buttons if button.isChecked()] == ["With conditions"]
    assert card.form.conditions.isVisible()


def test_conditions_need_words_an_owner_and_a_date(ready: Robot) -> None:
    card = _decide(ready, "it", "Grace")
    _click(card.form.choice.buttons["approved with conditions"])
    _click(card.form.record)
    assert ready.map.signoffs == ()
    row = card.form.conditions.rows[0]
    row.text.text.setFocus()
    ready.type("A test system is set up")
    row.owner.line.setFocus()
    ready.type("Team platform")
    assert card.form.missing.text() == "Every condition needs a date."
    row.due.line.setFocus()
    ready.type("31 Dec 2030")
    _click(card.form.record)
    (record,) = ready.map.signoffs
    (condition,) = record.conditions
    assert condition.text == "A test system is set up"
    assert (condition.owner, condition.due) == ("Team platform", date(2030, 12, 31))


def test_declining_needs_a_reason(ready: Robot, qtbot: QtBot) -> None:
    card = _decide(ready, "business", "Joan")
    _click(card.form.choice.buttons["declined"])
    _click(card.form.record)
    assert ready.map.signoffs == ()
    card.form.statement.text.setFocus()
    ready.type("The target does not pay for it.")
    _click(card.form.record)
    qtbot.waitUntil(lambda: card.words.text() == "Joan declines")
    assert "“The target does not pay for it.”" in card.details.text()
    assert ready.session.derived.gate1.state == "declined"


def test_a_signature_is_drawn_and_shown(ready: Robot, qtbot: QtBot) -> None:
    card = _approve(ready, "it", "Grace")
    pad = card.form.pad
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(20, 50))
    for x in range(25, 120, 5):
        QTest.mouseMove(pad, QPoint(x, 50 - x % 30))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(120, 40))
    _click(card.form.record)
    (record,) = ready.map.signoffs
    assert record.drawn.startswith("M20 50 L25 25")
    qtbot.waitUntil(lambda: not card.drawn.isHidden())


def test_what_was_typed_is_kept_while_the_form_is_closed(ready: Robot) -> None:
    card = _decide(ready, "it", "Gra")
    ready.press(Qt.Key.Key_Escape)
    assert card.form.isHidden()
    ready.window.properties.show_part(1)
    ready.window.properties.show_part(5)
    _decide(ready, "it", "ce")
    assert card.form.name.line.text() == "Grace"


def test_undo_does_not_take_a_record_back(ready: Robot) -> None:
    ready.session.edit(
        "Change the owner", lambda pilot_map: edit_outcome(pilot_map, owner="Someone else")
    )
    _approve(ready, "it", "Grace")
    _click(_form(ready).seats["it"].form.record)
    ready.undo()
    assert ready.map.outcome.owner != "Someone else"
    assert [record.name for record in ready.map.signoffs] == ["Grace"]
    assert ready.session.derived.gate1.seats["it"].state == "stale"
    ready.session.redo()
    assert ready.session.derived.gate1.seats["it"].state == "approved"


def test_withdrawing_asks_once_and_opens_the_seat(ready: Robot, qtbot: QtBot) -> None:
    _approve(ready, "it", "Grace")
    card = _form(ready).seats["it"]
    _click(card.form.record)
    qtbot.waitUntil(lambda: not card.withdraw.isHidden())
    _click(card.withdraw)
    assert len(ready.map.signoffs) == 1
    _click(card.withdraw)
    assert [record.decision for record in ready.map.signoffs] == ["approved", "withdrawn"]
    qtbot.waitUntil(lambda: "took the decision back" in card.words.text())
    assert ready.session.derived.gate1.seats["it"].state == "open"


def test_a_stale_seat_says_what_changed_since(ready: Robot, qtbot: QtBot) -> None:
    _approve(ready, "it", "Grace")
    card = _form(ready).seats["it"]
    _click(card.form.record)
    ready.session.edit(
        "Rename", lambda pilot_map: edit_step(pilot_map, "log", name="Write the ticket down")
    )
    qtbot.waitUntil(lambda: "Since then:" in card.changes.text())
    assert "“Log the ticket” is called “Write the ticket down” now." in card.changes.text()
    ready.undo()
    qtbot.waitUntil(lambda: card.changes.text() == "")


def _signed_elsewhere(pilot_map: PilotMap) -> PilotMap:
    return recorded(pilot_map, "it", "Grace", "approved", "2026-03-12T14:00:00+01:00")


def test_the_version_that_was_signed_is_found_in_git(
    robot: Robot, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "repository" / "support.pilotmap.json"
    path.parent.mkdir()
    signed = _signed_elsewhere(load(SAMPLES / "tier1-support.pilotmap.json").replace(signoffs=()))
    save(signed, path)

    def git(*words: str) -> None:
        identity = ("-c", "user.name=T", "-c", "user.email=t@example.org")
        subprocess.run(["git", *identity, *words], cwd=path.parent, check=True, capture_output=True)

    git("init")
    git("add", ".")
    git("commit", "-m", "signed")
    save(edit_outcome(signed, owner="Someone else"), path)
    git("commit", "-am", "changed")
    robot.window.files.open(path)
    robot.window.properties.show_part(5)
    card = _form(robot).seats["it"]
    qtbot.waitUntil(lambda: "The owner of the outcome was" in card.changes.text())


def test_a_version_that_is_nowhere_is_said_to_be(
    robot: Robot, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "support.pilotmap.json"
    signed = _signed_elsewhere(load(SAMPLES / "tier1-support.pilotmap.json").replace(signoffs=()))
    save(edit_outcome(signed, owner="Someone else"), path)
    robot.window.files.open(path)
    robot.window.properties.show_part(5)
    card = _form(robot).seats["it"]
    qtbot.waitUntil(lambda: "not at hand" in card.changes.text())


def test_sign_off_is_closed_while_there_are_errors_and_names_them(
    ready: Robot, qtbot: QtBot
) -> None:
    ready.session.edit("Owner", lambda pilot_map: edit_outcome(pilot_map, owner=""))
    form = _form(ready)
    qtbot.waitUntil(lambda: "One is left" in form._lead.text())
    assert form.seats["it"].decide.isHidden()
    assert form.blockers.links[0].words.text().startswith("PM101 ")
    _click(form.blockers.links[0])
    assert ready.window.properties.target.page == "outcome"


def test_a_broken_chain_is_said_when_the_file_is_opened(
    robot: Robot, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "support.pilotmap.json"
    signed = _signed_elsewhere(load(SAMPLES / "tier1-support.pilotmap.json").replace(signoffs=()))
    save(signed, path)
    text = path.read_text(encoding="utf-8").replace('"Grace"', '"Grace H."')
    path.write_text(text, encoding="utf-8")
    robot.window.files.open(path)
    robot.window.properties.show_part(5)
    form = _form(robot)
    qtbot.waitUntil(lambda: "PM404" in form.blockers.links[0].words.text())
    assert form.seats["it"].words.text() == "Nobody has signed for this seat yet"
