"""`pilotmap status`: where a folder's maps stand."""

import json
import shutil
from pathlib import Path

import pytest

from pilotmap.cli.main import run
from tests.cli.running import Terminal, pilotmap, refusal
from tests.conftest import SAMPLES

SUPPORT = SAMPLES / "tier1-support.pilotmap.json"


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Sixty maps, one of them broken, in two folders."""
    (tmp_path / "north").mkdir()
    for number in range(59):
        folder = tmp_path / "north" if number % 2 else tmp_path
        shutil.copy(SUPPORT, folder / f"map{number:02}.pilotmap.json")
    (tmp_path / "broken.pilotmap.json").write_bytes(SUPPORT.read_bytes()[:2000])
    return tmp_path


def test_one_row_a_map_in_json() -> None:
    ran = pilotmap("status", SAMPLES, "--format", "json", "--today", "2027-03-05")
    assert ran.returncode == 1, "the unfinished map has errors"
    assert ran.stderr == ""
    rows = {Path(row["file"]).name: row for row in json.loads(ran.stdout)}
    assert len(rows) == len(list(SAMPLES.glob("*.json")))
    row = rows["tier1-support.pilotmap.json"]
    assert isinstance(row.pop("idle"), bool), "depends on when the file was changed last"
    assert row == {
        "file": str(SUPPORT),
        "error": None,
        "title": "Tier 1 support triage",
        "gate": 1,
        "state": "ready",
        "errors": 0,
        "warnings": 2,
        "signed": 0,
        "stale": 0,
        "days_open": 3,
        "days_over": 0,
        "next_review": None,
        "gates": {"1": "ready", "2": "locked", "3": "locked", "4": "locked"},
        "verdict": "out_of_reach",
        "verdict_title": "This step alone cannot reach the target",
        "verdict_words": "This step alone cannot reach the target: even with the step at nothing "
        "about 31.6 to 33.7 h remain, the target is 4 h.",
    }
    assert rows["returns-desk-unfinished.pilotmap.json"]["state"] == "open"
    assert rows["returns-desk-unfinished.pilotmap.json"]["errors"] == 7


def test_many_maps_on_all_cores_in_order_with_a_broken_one_as_a_row(many: Path) -> None:
    ran = pilotmap("status", many, "--format", "json")
    assert ran.returncode == 1
    rows = json.loads(ran.stdout)
    assert [row["file"] for row in rows] == sorted(str(p) for p in many.rglob("*.pilotmap.json"))
    assert len(rows) == 60
    broken = [row for row in rows if row["error"]]
    assert [Path(row["file"]).name for row in broken] == ["broken.pilotmap.json"]
    assert "ends in the middle" in broken[0]["error"]
    assert broken[0]["gate"] is None


def test_the_table(many: Path) -> None:
    ran = pilotmap("status", many)
    assert ran.returncode == 1
    assert "60 maps: 0 signed, 0 with errors, 1 that cannot be read" in ran.stdout
    assert "north/map01 " in ran.stdout
    assert "ends in the middle" in ran.stdout
    assert "Tier 1 support triage" in ran.stdout


def test_a_bar_shows_the_way_in_a_terminal(many: Path) -> None:
    ran = pilotmap("status", many, "--format", "json", seen=Terminal)
    assert "Reading maps" in ran.stderr
    assert "100%" in ran.stderr
    assert len(json.loads(ran.stdout)) == 60, "the bar stays out of the output"


def test_no_bar_is_written_into_a_file(many: Path) -> None:
    assert pilotmap("status", many, "--format", "json").stderr == ""


def test_a_signed_gate_and_later_gates_are_told(tmp_path: Path) -> None:
    frozen = SAMPLES.parent / "tests" / "data" / "version-1.pilotmap.json"
    shutil.copy(frozen, tmp_path / "late.pilotmap.json")
    ran = pilotmap("status", tmp_path, "--format", "json")
    assert json.loads(ran.stdout)[0]["gate"] == 4


def test_all_is_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(SUPPORT, tmp_path)
    assert run(["status", str(tmp_path)]) == 0
    assert "1 map: 0 signed, 0 with errors" in capsys.readouterr().out


def test_an_empty_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["status", str(tmp_path)]) == 0
    assert "There is no map in" in capsys.readouterr().out
    assert run(["status", str(tmp_path), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_what_is_no_folder(tmp_path: Path) -> None:
    assert "does not exist" in refusal(pilotmap("status", tmp_path / "none"))
    assert "is a file, not a folder" in refusal(pilotmap("status", SUPPORT))
