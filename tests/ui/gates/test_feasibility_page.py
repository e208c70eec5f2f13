"""Gate 2 in the window, from its quiet line in the left column to three signatures."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from pilotmap.model.edits.fields import edit_map
from pilotmap.model.edits.gates import edit_gate
from pilotmap.model.gates.feasibility import Feasibility
from pilotmap.model.gates.gate import GateNumber
from pilotmap.model.map import PilotMap
from pilotmap.storage.json_file import load
from pilotmap.storage.records import records_path
from pilotmap.ui.gates.feasibility import FeasibilityPage
from pilotmap.ui.gates.page import GatePage
from tests import gates
from tests.ui.robot import Robot
from tests.ui.scripted_prompts import ScriptedPrompts

TODAY = date.today()
YESTERDAY = TODAY - timedelta(days=1)


def signed() -> PilotMap:
    pilot_map = edit_map(load(gates.SUPPORT), opened=TODAY - timedelta(days=14))
    return gates.signed(pilot_map, on=YESTERDAY)


@pytest.fixture
def opened(robot: Robot, qtbot: QtBot, tmp_path: Path) -> Robot:
    path = gates.saved(signed(), tmp_path / "support.pilotmap.json")
    robot.window.files.open(path)
    qtbot.waitUntil(lambda: robot.window.gates.gates[2].state == "open")
    return robot


def click(button: QPushButton) -> None:
    QApplication.processEvents()  # what was just shown gets its place
    assert button.isVisible()
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def page_of(robot: Robot, gate: int = 2) -> FeasibilityPage:
    click(robot.window.side.ahead.buttons[gate])
    return robot.window.properties.form(f"gate{gate}")


def fill(robot: Robot, page: FeasibilityPage, key: str, text: str) -> None:
    page.focus_field(key)
    robot.type(text)


def feasibility(robot: Robot) -> Feasibility:
    part = robot.map.feasibility
    assert part is not None
    return part


def begun(robot: Robot, threshold: str = "10") -> FeasibilityPage:
    page = page_of(robot)
    click(page.begin)
    fill(robot, page, "threshold", threshold)
    page.seal.name.setFocus()
    robot.type("Head of support")
    click(page.seal.seal)
    return page


def take_in(page: FeasibilityPage, prompts: ScriptedPrompts, table: Path) -> None:
    prompts.answers.append(table)
    click(page.cases.box.choose)
    click(page.cases.box.take)


def written(path: Path, failed: int, judged: int) -> Path:
    rows = "".join(f"{n};{'ja' if n < failed else 'nein'}\n" for n in range(judged))
    path.write_text("Fall;Fehler\n" + rows + "half\n", "utf-8")
    return path


def line(robot: Robot, gate: int) -> str:
    return str(robot.window.side.ahead.buttons[gate].text())


def test_a_locked_gate_shows_what_it_will_ask_and_takes_no_entry(
    robot: Robot, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: bool(robot.window.gates.gates))
    assert line(robot, 2) == "2 Feasibility · locked"
    page = page_of(robot)
    assert "has not cleared yet" in page.lead.text()
    assert "What the AI does well" in page.asks.text()
    assert not page.begin.isVisible()
    assert not page.body.isVisible()
    page = page_of(robot, 3)
    assert "What happens when the AI produces nonsense?" in page.asks.text()


def test_the_whole_gate_is_driven_in_the_window(
    opened: Robot, qtbot: QtBot, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    page = begun(opened)
    assert feasibility(opened).opened == TODAY
    assert feasibility(opened).threshold == 0.1
    assert feasibility(opened).sealed == opened.map.seals(2)[-1].id
    qtbot.waitUntil(lambda: line(opened, 2) == "2 Feasibility · open, 14 days left")
    take_in(page, prompts, written(tmp_path / "cases.csv", 4, 200))
    assert "line 202: it has 1 cells, not 2" in page.cases.box.said.text()
    assert page.cases.model.rowCount() == 201
    qtbot.waitUntil(lambda: "4 of 200 judged cases failed: 2 %" in page.rate.text())
    for key, text in (
        ("built", "a prompt"),
        ("does_well", "passwords"),
        ("fails_at", "mixed tickets"),
        ("to_fix.text", "split them"),
        ("to_fix.effort_days", "3"),
        ("effort_days", "8"),
    ):
        fill(opened, page, key, text)
    choose(page, "Go on to Gate 3")
    fill(opened, page, "decision.on", TODAY.isoformat())
    qtbot.waitUntil(lambda: opened.window.gates.gates[2].state == "ready")
    sign(opened, page, qtbot)
    qtbot.waitUntil(lambda: line(opened, 2) == "2 Feasibility · cleared")
    assert line(opened, 3) == "3 Integration · open"
    assert opened.window.files.save()
    assert records_path(tmp_path / "support.pilotmap.json", 2).exists()
    assert load(tmp_path / "support.pilotmap.json") == opened.map


def choose(page: FeasibilityPage, words: str) -> None:
    box = page.field("decision").box  # type: ignore[attr-defined]
    at = box.findText(words)
    box.setCurrentIndex(at)
    box.activated.emit(at)


def sign(robot: Robot, page: GatePage, qtbot: QtBot, gate: GateNumber = 2) -> None:
    for seat, card in page.seats.cards.items():
        qtbot.waitUntil(card.decide.isVisible)
        click(card.decide)
        assert card.form is not None
        card.form.name.stop.setFocus()
        robot.type(f"The {seat} lead")
        click(card.form.choice.buttons["approved"])
        click(card.form.record)
    assert len(robot.map.decisions(gate)) == 3


def test_a_sealed_threshold_changes_only_with_name_and_reason(opened: Robot, qtbot: QtBot) -> None:
    page = begun(opened)
    assert page.seal.said.text().startswith("Sealed by Head of support on")
    page.focus_field("threshold")
    opened.type("5")
    assert feasibility(opened).threshold == 0.1
    page.seal.fold.show_content(True)
    page.seal.new.line.setFocus()
    opened.type("25")
    click(page.seal.change)
    assert "name and a reason" in opened.refusals[-1]
    for field, words in ((page.seal.by, "The boss"), (page.seal.reason, "reckoned anew")):
        field.setFocus()
        opened.type(words)
    click(page.seal.change)
    assert feasibility(opened).threshold == 0.25
    assert feasibility(opened).history[0].threshold == 0.1
    assert [seal.failed_share for seal in opened.map.seals(2)] == [0.1, 0.25]


def test_undo_brings_cases_back_and_never_takes_a_seal(
    opened: Robot, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    page = begun(opened)
    take_in(page, prompts, written(tmp_path / "one.csv", 1, 10))
    take_in(page, prompts, written(tmp_path / "two.csv", 5, 20))
    assert opened.window.files.cases.held(2).cases[4].failed is True
    opened.session.undo()
    cases = opened.window.files.cases.held(2).cases
    assert (len(cases), cases[4].failed) == (10, False)
    opened.session.go_to(0)
    assert feasibility(opened).records is None
    assert feasibility(opened).threshold == 0.1
    opened.session.redo()
    opened.session.redo()


def test_cases_are_judged_by_hand(opened: Robot, qtbot: QtBot) -> None:
    page = begun(opened)
    model = page.cases.model
    assert model.setData(model.index(0, 0), "T-1")
    assert model.setData(model.index(0, 4), "yes")
    assert not model.setData(model.index(0, 4), "perhaps")
    assert "neither yes nor no" in opened.refusals[-1]
    assert not model.setData(model.index(1, 0), "T-1")
    records = feasibility(opened).records
    assert records is not None
    assert (records.rows, records.summary.failed) == (1, 1)


def test_save_as_takes_the_cases_along(
    opened: Robot, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    page = begun(opened)
    take_in(page, prompts, written(tmp_path / "cases.csv", 1, 10))
    assert opened.window.files.save()
    other = tmp_path / "elsewhere" / "copy.pilotmap.json"
    other.parent.mkdir()
    prompts.answers.append(other)
    assert opened.window.files.save_as()
    first = records_path(tmp_path / "support.pilotmap.json", 2)
    assert records_path(other, 2).read_bytes() == first.read_bytes()
    assert opened.window.files.cases.beside().of(2).state == "fits"
    copied = load(other).feasibility
    assert copied is not None
    assert copied.records is not None
    assert copied.records.file == "copy.gate2.csv"


def test_a_copy_keeps_its_cases(opened: Robot, prompts: ScriptedPrompts, tmp_path: Path) -> None:
    page = begun(opened)
    take_in(page, prompts, written(tmp_path / "cases.csv", 1, 10))
    assert opened.window.files.save()
    assert opened.window.files.open_copy(tmp_path / "support.pilotmap.json")
    assert opened.session.file.path is None
    assert len(opened.window.files.cases.held(2).cases) == 10
    prompts.answers.append(tmp_path / "copy.pilotmap.json")
    assert opened.window.files.save()
    assert len(load(tmp_path / "copy.pilotmap.json").seals(2)) == 1
    assert records_path(tmp_path / "copy.pilotmap.json", 2).exists()


def test_a_file_edited_beside_the_map_is_offered_and_never_written_over_unseen(
    opened: Robot, prompts: ScriptedPrompts, qtbot: QtBot, tmp_path: Path
) -> None:
    page = begun(opened)
    take_in(page, prompts, written(tmp_path / "cases.csv", 1, 10))
    assert opened.window.files.save()
    beside = records_path(tmp_path / "support.pilotmap.json", 2)
    edited = beside.read_bytes() + b"by hand,,,,yes,,,,\r\n"
    beside.write_bytes(edited)
    opened.session.commit(edit_gate(opened.map, 2, built="a prompt"), "built")
    qtbot.waitUntil(page.cases.again.isVisible)
    click(page.cases.again)
    records = feasibility(opened).records
    assert records is not None
    assert records.rows == 11
    beside.write_bytes(edited + b"again,,,,no,,,,\r\n")
    assert opened.window.files.save()
    kept = list(tmp_path.glob("support.gate2.*.csv"))
    assert [path.read_bytes() for path in kept] == [edited + b"again,,,,no,,,,\r\n"]


def test_killing_asks_what_was_learned(opened: Robot, qtbot: QtBot) -> None:
    page = begun(opened)
    shown: Callable[[str], bool] = lambda key: page.field(key).isVisible()  # noqa: E731
    assert not shown("decision.learned")
    choose(page, "Kill the pilot here")
    assert shown("decision.learned")
    assert shown("decision.would_change")
    choose(page, "Go on to Gate 3")
    assert not shown("decision.learned")
    assert shown("decision.reason")
