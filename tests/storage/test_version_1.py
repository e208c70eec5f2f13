"""What was agreed under version 1 of the format stays agreed."""

import json
from typing import Any

import pytest

from pilotmap.analysis.chain import broken_records
from pilotmap.analysis.seats import seats
from pilotmap.model.edits.fields import edit_flow, edit_lane, edit_map, edit_outcome, edit_step
from pilotmap.model.edits.flows import set_through
from pilotmap.model.known import Share
from pilotmap.model.map import VERSION, PilotMap
from pilotmap.model.meaning import meaning, meanings
from pilotmap.model.process import Phase
from pilotmap.storage.json_file import from_bytes, load, to_bytes
from pilotmap.storage.migrations import migrated
from pilotmap.storage.versions import SignedVersions
from tests.conftest import PROJECT

FOLDER = PROJECT / "tests" / "data" / "version-1"
SIGNED = "800566ed43d691e8111e9f4779f1eed443007075df175d3f7f6cf324142d4386"
"""The meaning that the three records of the frozen map name."""


@pytest.fixture
def signed() -> PilotMap:
    return load(FOLDER / "signed.pilotmap.json")


def _data(**more: Any) -> dict[str, Any]:
    systems = [{"id": "crm", "name": "CRM"}]
    return {"format": "pilotmap", "version": 1, "systems": systems} | more


def test_through_the_id_of_a_system_is_through_the_system(signed: PilotMap) -> None:
    old = json.loads((FOLDER / "signed.pilotmap.json").read_bytes())
    systems = {system["id"] for system in old["systems"]}
    told = {flow["id"]: flow.get("through", "") for flow in old["flows"]}
    assert set(told.values()) & systems
    for flow in signed.flows:
        expected = (told[flow.id], "") if told[flow.id] in systems else (None, told[flow.id])
        assert (flow.through_system, flow.through) == expected


@pytest.mark.parametrize(
    "flows", [None, 3, "x", [None, 3], [{"through": ["crm"]}], [{"through": None}], {}]
)
def test_what_is_no_flow_is_left_for_the_model_to_refuse(flows: object) -> None:
    data = _data(flows=flows)
    assert migrated(data)["flows"] == flows
    assert migrated(_data(flows=flows, systems=[{"id": ["crm"]}, 3]))["version"] == VERSION


def test_the_records_still_hold(signed: PilotMap) -> None:
    assert {record.meaning for record in signed.signoffs} == {SIGNED}
    assert meaning(signed) != SIGNED
    assert broken_records(signed.signoffs) == ()
    assert {seat.state for seat in seats(signed).values()} == {"approved"}


def test_they_hold_when_the_file_is_saved_in_the_version_of_today(signed: PilotMap) -> None:
    again = from_bytes(to_bytes(signed), "a")
    assert {seat.state for seat in seats(again).values()} == {"approved"}


@pytest.mark.parametrize(
    "change",
    [
        lambda pilot_map: pilot_map.replace(title="Another"),
        lambda pilot_map: edit_map(pilot_map, currency="EUR"),
        lambda pilot_map: edit_map(pilot_map, phases=(Phase(id="p", name="Take in", first="log"),)),
        lambda pilot_map: edit_outcome(pilot_map, about="lead_time"),
        lambda pilot_map: edit_outcome(pilot_map, starts_at="log"),
        lambda pilot_map: edit_lane(pilot_map, "agent", rate={"value": 3.0, "unit": ""}),
        lambda pilot_map: edit_step(pilot_map, "log", with_lanes=("lead",)),
        lambda pilot_map: edit_flow(pilot_map, "f4", share=Share(value=0.6, basis="measured")),
        lambda pilot_map: edit_step(
            pilot_map, "log", work={"value": 5.0, "unit": "min", "high": 7.0}
        ),
        lambda pilot_map: edit_step(pilot_map, "log", work={"value": 5.0, "unit": "minutes"}),
        lambda pilot_map: set_through(pilot_map, "f1", "e-mail"),
        lambda pilot_map: edit_flow(pilot_map, "f1", through_system=None, through="zendesk"),
        lambda pilot_map: pilot_map.replace(pilot=pilot_map.pilot.replace(error_share=0.1)),
        lambda pilot_map: pilot_map.replace(pilot=pilot_map.pilot.replace(why_not="no")),
    ],
)
def test_a_change_of_the_meaning_makes_them_stale(signed: PilotMap, change: Any) -> None:
    m = change(signed)
    assert SIGNED not in meanings(m)
    assert {seat.state for seat in seats(m).values()} == {"stale"}


def test_what_is_no_part_of_the_meaning_does_not(signed: PilotMap) -> None:
    pilot_map = edit_step(signed, "log", pin={"column": 1, "row": 0})
    pilot_map = pilot_map.replace(attendance=(), source={"file": "a.bpmn", "sha256": "0f" * 32})
    assert SIGNED in meanings(pilot_map)


def test_a_version_kept_at_signing_is_found_by_what_it_was_called_then(
    signed: PilotMap, tmp_path: Any
) -> None:
    old = (FOLDER / "signed.pilotmap.json").read_bytes()
    (tmp_path / f"{SIGNED}.pilotmap.json").write_bytes(old)
    assert SignedVersions(tmp_path).find(SIGNED) == signed
