"""Gates 3 and 4 in the window: the work list row by row, then the shadow run to the flip."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pilotmap.analysis.gates.work_list import work_list
from pilotmap.model.edits.fields import edit_map
from pilotmap.model.edits.systems import delete_system
from pilotmap.model.map import PilotMap
from pilotmap.ui.gates.integration import IntegrationPage
from pilotmap.ui.gates.shadow_run import ShadowPage
from tests import gates
from tests.ui.gates.test_feasibility_page import click, line, page_of, sign
from tests.ui.robot import Robot
from tests.ui.scripted_prompts import ScriptedPrompts

TODAY = date.today()
DAYS = {"SIGNED_ON": 100, "OPENED_2": 99, "OPENED_3": 85, "OPENED_4": 30, "FLIPPED": 2}


@pytest.fixture(autouse=True)
def _past(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pilot has come all this way by today, not in the months the other tests are about."""
    for name, days in DAYS.items():
        monkeypatch.setattr(gates, name, TODAY - timedelta(days=days))
    load = gates.load
    monkeypatch.setattr(
        gates, "load", lambda path: edit_map(load(path), opened=TODAY - timedelta(days=120))
    )


def opened(
    robot: Robot, qtbot: QtBot, path: Path, made: Callable[[Path], PilotMap], gate: int
) -> None:
    robot.window.files.open(gates.saved(made(path), path))
    qtbot.waitUntil(lambda: robot.window.gates.gates[gate].state == "open")


def choose(field, words: str) -> None:  # type: ignore[no-untyped-def]
    at = field.box.findText(words)
    field.box.setCurrentIndex(at)
    field.box.activated.emit(at)


def test_the_work_list_is_cleared_row_by_row(robot: Robot, qtbot: QtBot, tmp_path: Path) -> None:
    opened(robot, qtbot, tmp_path / "a.pilotmap.json", gates.through_gate_2, 3)
    page = page_of(robot, 3)
    assert isinstance(page, IntegrationPage)
    click(page.begin)
    keys = [asked.row.key for asked in work_list(robot.map).rows]
    assert set(page.cards) == set(keys)
    for key in keys:
        page.focus_field(f"rows.{key}")
        QApplication.processEvents()
        fields = page.cards[key].fields
        for name, words in (("answer", "done"), ("owner", "IT"), ("evidence", "ticket 4711")):
            fields[name].stop.setFocus()
            robot.type(words)
        choose(fields["state"], "tested")
    qtbot.waitUntil(lambda: robot.window.gates.gates[3].state == "ready")
    assert f"{len(keys)} of {len(keys)} rows are clear" in page.said.text()
    sign(robot, page, qtbot, 3)
    qtbot.waitUntil(lambda: line(robot, 3) == "3 Integration · cleared")
    assert line(robot, 4) == "4 Shadow run · open"


def test_rows_follow_the_map_and_can_be_added(robot: Robot, qtbot: QtBot, tmp_path: Path) -> None:
    opened(robot, qtbot, tmp_path / "a.pilotmap.json", gates.through_gate_2, 3)
    page = page_of(robot, 3)
    click(page.begin)
    page.areas["monitoring"].new.setFocus()
    robot.type("Is there a dashboard?")
    page.areas["monitoring"].new.returnPressed.emit()
    assert page.cards["own.1"].isVisible()
    page.switches["extra.cost"].click()
    assert "extra.cost" in page.cards
    page.focus_field("rows.connections.crm")
    robot.type("reads the customer")
    robot.session.commit(delete_system(robot.map, "crm"), "delete")
    page.refresh()
    assert not page.cards["connections.crm"].isVisible()
    qtbot.waitUntil(lambda: "reads the customer" in page.left.text())
    robot.session.undo()
    page.refresh()
    assert page.cards["connections.crm"].isVisible()


def test_a_shadow_run_is_driven_to_the_flip(
    robot: Robot, qtbot: QtBot, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    opened(robot, qtbot, tmp_path / "a.pilotmap.json", gates.through_gate_3, 4)
    page = page_of(robot, 4)
    assert isinstance(page, ShadowPage)
    click(page.begin)
    for key, words in (("weeks", "3"), ("threshold", "30"), ("reckoned", "by the clock")):
        page.focus_field(key)
        robot.type(words)
    page.seal.name.setFocus()
    robot.type("Head of support")
    click(page.seal.seal)
    assert len(robot.map.seals(4)) == 1
    table = tmp_path / "run.csv"
    rows = "".join(f"{n};{TODAY.isoformat()};{20 + n % 10},5;ja\n" for n in range(300))
    table.write_text("Fall;Datum;Stunden;einig\n" + rows, "utf-8")
    prompts.answers.append(table)
    click(page.cases.box.choose)
    click(page.cases.box.take)
    qtbot.waitUntil(lambda: "Pass: the shadow run reaches" in page.says.text())
    assert "Reckoned mean of 300 cases: 25 h" in page.says.text()
    choose(page.field("flip"), "Flip the switch")
    for key, words in (
        ("flip.on", TODAY.isoformat()),
        ("flip.monitors", "Team lead"),
        ("flip.hours", "9 to 5"),
        ("flip.way_back", "switch it off"),
        ("flip.back_if", "mean of a week"),
        ("flip.limit", "40"),
    ):
        page.focus_field(key)
        robot.type(words)
    qtbot.waitUntil(lambda: robot.window.gates.gates[4].state == "ready")
    sign(robot, page, qtbot, 4)
    qtbot.waitUntil(lambda: line(robot, 4).startswith("4 In production since"))
