"""What stood in a file of version 2 of the format stands in it today, and stays agreed."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
import rfc8785

from pilotmap.analysis.chain import broken_records
from pilotmap.analysis.seats import seats
from pilotmap.model.edits.fields import edit_outcome
from pilotmap.model.edits.gates import open_gate
from pilotmap.model.gates.feasibility import Repair
from pilotmap.model.gates.records import CarriedTrial
from pilotmap.model.map import VERSION
from pilotmap.storage.journal_found import read_journal
from pilotmap.storage.json_file import from_bytes, load, to_bytes
from pilotmap.storage.migrations import migrated
from tests.conftest import EXAMPLES, PROJECT

FROZEN = PROJECT / "tests" / "data" / "version-2.pilotmap.json"
EXAMPLE = EXAMPLES / "tier1-support-2.pilotmap.json"
LEFT_OUT = {"signoffs", "source", "attendance", "feasibility", "integration", "shadow"}


def digest(data: dict[str, Any]) -> str:
    return hashlib.sha256(rfc8785.dumps(data)).hexdigest()


def signed() -> dict[str, Any]:
    """The example as three people agreed to it under version 2, reckoned without our code."""
    data: dict[str, Any] = json.loads(EXAMPLE.read_bytes())
    meant = {key: value for key, value in data.items() if key not in LEFT_OUT}
    records: list[dict[str, Any]] = []
    for number, seat in enumerate(("operations", "it", "business")):
        record = {
            "seat": seat,
            "name": f"Person {number}",
            "decision": "approved",
            "at": f"2027-03-1{number}T09:00:00+01:00",
            "meaning": digest(meant),
        } | ({"previous": records[-1]["id"]} if records else {})
        records.append(record | {"id": digest(record)})
    return data | {"signoffs": records}


def test_the_cases_of_the_gates_are_carried_and_nothing_is_lost() -> None:
    old = json.loads(FROZEN.read_bytes())
    new = load(FROZEN)
    assert new.feasibility is not None
    assert new.integration is not None
    assert new.shadow is not None
    assert new.shadow.flip is not None
    assert new.feasibility.carried == tuple(
        CarriedTrial(**case) for case in old["feasibility"]["cases"]
    )
    assert new.feasibility.to_fix == (Repair(text=old["feasibility"]["to_fix"]),)
    assert new.integration.rows[0].key == "own.r1"
    assert new.shadow.carried[0].value == old["shadow"]["records"][0]["value"]
    assert new.shadow.flip.on is not None
    assert new.shadow.flip.on.isoformat() == old["shadow"]["flipped"]
    held = json.dumps(json.loads(to_bytes(new)))
    for part in ("feasibility", "integration", "shadow"):
        for text in _texts(old[part]):
            assert text in held


def _texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for each in value.values() for text in _texts(each)]
    if isinstance(value, list):
        return [text for each in value for text in _texts(each)]
    return [value] if isinstance(value, str) else []


@pytest.mark.parametrize("part", [None, 3, [], {"cases": 3, "rows": 3, "records": 3, "to_fix": 3}])
def test_what_is_no_gate_is_left_for_the_model_to_refuse(part: object) -> None:
    gates = dict.fromkeys(("feasibility", "integration", "shadow"), part)
    assert migrated({"version": 2} | gates)["version"] == VERSION


def test_what_was_agreed_stays_agreed() -> None:
    pilot_map = from_bytes(json.dumps(signed()).encode(), "a")
    assert broken_records(pilot_map.signoffs) == ()
    assert {seat.state for seat in seats(pilot_map).values()} == {"approved"}
    again = from_bytes(to_bytes(pilot_map), "a")
    assert {seat.state for seat in seats(again).values()} == {"approved"}


def test_a_later_gate_leaves_it_agreed_and_a_change_of_the_outcome_does_not() -> None:
    pilot_map = from_bytes(json.dumps(signed()).encode(), "a")
    opened = open_gate(pilot_map, 2, pilot_map.opened)  # type: ignore[arg-type]
    assert {seat.state for seat in seats(opened).values()} == {"approved"}
    other = edit_outcome(opened, measure="time to first response")
    assert {seat.state for seat in seats(other).values()} == {"stale"}


def test_a_journal_of_version_2_comes_back(tmp_path: Path) -> None:
    data = json.loads(FROZEN.read_bytes())
    by_id = ("lanes", "systems", "steps", "flows", "phases", "notes")
    head = {"journal": 1, "map": data, "file": None, "digest": None, "at": "2027-03-15T09:00:00"}
    edit = {"place": 1, "count": 1, "label": "name", "delta": {"title": "Another"}}
    assert all(key in data for key in by_id)
    path = tmp_path / "work.journal"
    path.write_text("\n".join(json.dumps(line) for line in (head, edit)) + "\n", "utf-8")
    found = read_journal(path)
    assert found.map == load(FROZEN).replace(title="Another")
    assert found.is_whole
    assert [state.map.version for state in found.states] == [VERSION, VERSION]
