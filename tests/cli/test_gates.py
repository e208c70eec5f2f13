"""Gates 2 to 4 on the command line: `check --gate`, `records`, and what `status` says of them."""

import json
import os
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pilotmap.model.edits.fields import edit_outcome
from pilotmap.model.edits.gates import edit_gate
from pilotmap.storage.json_file import load, save
from pilotmap.storage.records import records_path
from tests import gates
from tests.cli.running import pilotmap

TODAY = ("--today", "2027-06-01")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "support.pilotmap.json"


def checked(path: Path, gate: int, today: str = "2027-06-01") -> tuple[int, dict[str, Any]]:
    ran = pilotmap("check", path, "--gate", str(gate), "--today", today, "--format", "json")
    found: dict[str, Any] = json.loads(ran.stdout)
    return ran.returncode, found


def test_a_pilot_that_went_all_the_way_clears_each_gate(path: Path) -> None:
    gates.saved(gates.through_gate_4(path), path)
    for gate in (2, 3, 4):
        code, found = checked(path, gate)
        assert (code, found[f"gate{gate}"]["state"]) == (0, "cleared")
        assert found["gate1"]["state"] == "signed"
    text = pilotmap("check", path, "--gate", "4", "--today", "2027-06-01").stdout
    assert "Gate 4, Shadow run, is cleared, day 23" in text
    assert "Pass: the shadow run reaches its threshold" in text


def test_the_figures_of_gate_2_stand_in_the_json(path: Path) -> None:
    gates.saved(gates.with_cases(gates.at_gate_2(), 2, gates.trials(17, 200, 3), path), path)
    code, found = checked(path, 2, "2027-03-20")
    gate = found["gate2"]
    assert code == 1
    assert (gate["state"], gate["verdict"]) == ("open", "not_enough")
    assert (gate["days_open"], gate["days_left"]) == (4, 10)
    assert (gate["failed"], gate["judged"], gate["unjudged"]) == (17, 200, 3)
    assert gate["failure_rate"] == 0.085
    assert gate["low"] < 0.085 < gate["high"]
    assert "PM602" in {finding["rule"] for finding in found["findings"]}


def test_it_exits_by_the_gate_that_was_asked_for(path: Path) -> None:
    gates.saved(gates.through_gate_2(path), path)
    assert pilotmap("check", path, "--today", "2027-04-01").returncode == 0
    assert [checked(path, gate)[0] for gate in (1, 2, 3, 4)] == [0, 0, 1, 1]
    assert checked(path, 4)[1]["gate4"]["state"] == "locked"


def test_a_killed_pilot_has_no_errors(path: Path) -> None:
    gates.saved(gates.through_gate_2(path, choice="kill"), path)
    code, found = checked(path, 2)
    assert (code, found["gate2"]["state"]) == (0, "killed")


def test_cases_edited_between_two_runs_are_found_by_line_and_taken_in_again(path: Path) -> None:
    gates.saved(gates.through_gate_2(path), path)
    cases = records_path(path, 2)
    assert checked(path, 2)[0] == 0
    cases.write_bytes(cases.read_bytes() + b"new,a,,,yes,,,,\r\nhalf,b\r\n")
    code, found = checked(path, 2)
    said = next(each["message"] for each in found["findings"] if each["rule"] == "PM614")
    assert code == 1
    assert "200 cases then, 201 now" in said
    assert "line 203: it has 2 cells, not 9" in said
    ran = pilotmap("records", path, "--gate", "2", "--from", cases, *TODAY)
    assert ran.returncode == 1
    assert "line 203" in ran.stderr
    assert "PM614" not in {each["rule"] for each in checked(path, 2)[1]["findings"]}
    assert checked(path, 2)[1]["gate2"]["judged"] == 201


def test_a_table_of_somebody_else_is_taken_in_and_again(path: Path, tmp_path: Path) -> None:
    gates.saved(gates.at_gate_2(), path)
    table = tmp_path / "Tabelle.csv"
    table.write_bytes(
        "Fall;Eingabe;Fehler;Farbe\r\nA;Größe;ja;rot\r\nB;x;nein;\r\n".encode("cp1252")
    )
    ran = pilotmap("records", path, "--gate", "2", "--from", table, *TODAY)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "Case = “Fall”, Input = “Eingabe”, Failed = “Fehler”" in ran.stdout
    assert "Not read: “Farbe”" in ran.stdout
    assert "2 cases taken in; support.gate2.csv holds 2 now." in ran.stdout
    table.write_text("Fall;Fehler\nB;ja\nC;nein\n", "utf-8")
    pilotmap("records", path, "--gate", "2", "--from", table, *TODAY)
    found = load(path).feasibility
    assert found is not None
    assert found.records is not None
    assert (found.records.rows, found.records.summary.failed) == (3, 2)
    assert "Größe" in records_path(path, 2).read_text("utf-8")


@pytest.mark.parametrize(
    ("gate", "data", "said"),
    [
        ("4", b"case,value\n1,2\n", "Gate 4 takes no entry yet: Gate 3 (Integration) has not"),
        ("2", b"colour\nred\n", "has no column that says which case it is"),
        ("2", b"", "holds no table"),
    ],
)
def test_what_cannot_be_taken_in_changes_nothing(
    path: Path, tmp_path: Path, gate: str, data: bytes, said: str
) -> None:
    before = gates.saved(gates.at_gate_2(), path).read_bytes()
    (tmp_path / "x.csv").write_bytes(data)
    ran = pilotmap("records", path, "--gate", gate, "--from", tmp_path / "x.csv", *TODAY)
    assert ran.returncode == 2
    assert said in ran.stderr
    assert path.read_bytes() == before
    assert not records_path(path, 2).exists()


def test_status_says_where_each_gate_stands(path: Path, tmp_path: Path) -> None:
    ahead = edit_gate(gates.at_gate_2(), 2, next_review=date(2027, 6, 5))
    gates.saved(gates.at_gate_2(), path)
    gates.saved(ahead, tmp_path / "ahead.pilotmap.json")
    gates.saved(ahead, tmp_path / "quiet.pilotmap.json")
    gates.saved(
        gates.through_gate_4(tmp_path / "done.pilotmap.json"), tmp_path / "done.pilotmap.json"
    )
    for file in tmp_path.iterdir():
        day = date(2027, 3, 30) if "quiet" in file.name else date(2027, 5, 20)
        moment = time.mktime(day.timetuple())
        os.utime(file, (moment, moment))
    ran = pilotmap("status", tmp_path, *TODAY, "--format", "json")
    rows = {Path(row["file"]).name.split(".")[0]: row for row in json.loads(ran.stdout)}
    assert {name: row["idle"] for name, row in rows.items()} == {
        "ahead": False,
        "done": False,
        "quiet": True,
        "support": True,
    }
    row = rows["support"]
    assert (row["gate"], row["state"], row["days_open"], row["days_over"]) == (2, "open", 77, 63)
    assert rows["done"]["gates"] == {"1": "signed", "2": "cleared", "3": "cleared", "4": "cleared"}
    table = pilotmap("status", tmp_path, *TODAY).stdout
    assert "2027-03-23, idle" in table
    assert "4 cleared" in table


def test_a_change_of_gate_1_is_told_at_every_later_gate(path: Path) -> None:
    pilot_map = gates.through_gate_4(path)
    save(edit_outcome(pilot_map, measure="time to first answer"), path)
    for gate in (2, 3, 4):
        code, found = checked(path, gate)
        assert (code, found[f"gate{gate}"]["state"]) == (1, "stale")
