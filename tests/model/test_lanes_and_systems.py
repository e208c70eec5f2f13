"""Edits of who does the work, and with what."""

import pytest

from pilotmap.model.edits.lanes import add_lane, delete_lane, merge_lanes, move_lane
from pilotmap.model.edits.notes import add_note, delete_note
from pilotmap.model.edits.steps import move_to_lane, pin
from pilotmap.model.edits.systems import (
    add_system,
    delete_system,
    merge_systems,
    touch,
    untouch,
)
from pilotmap.model.errors import EditRefused
from pilotmap.model.known import number_of
from pilotmap.model.map import PilotMap


def order(pilot_map: PilotMap) -> list[str]:
    return [lane.id for lane in pilot_map.lanes]


def test_lanes_are_added_and_moved(support_map: PilotMap) -> None:
    m, lane = add_lane(support_map, "Legal", at=1)
    assert order(m) == ["customer", lane, "agent", "engineer", "lead"]
    assert order(move_lane(m, lane, 99))[-1] == lane
    assert order(move_lane(m, lane, -3))[0] == lane
    with pytest.raises(EditRefused, match="already a lane “Customer”"):
        add_lane(m, "customer")
    with pytest.raises(EditRefused, match="needs a name"):
        add_lane(m, " ")


def test_a_lane_with_steps_is_merged_not_deleted(support_map: PilotMap) -> None:
    with pytest.raises(EditRefused, match="still holds 1 step; move it or merge"):
        delete_lane(support_map, "lead")
    m = delete_lane(move_to_lane(support_map, "release", "agent"), "lead")
    assert "lead" not in order(m)
    assert m.pilot.escalates_to is None


def test_merged_lanes_hand_over_steps_and_duties(support_map: PilotMap) -> None:
    m = merge_lanes(pin(support_map, "release", 3, 0), "lead", "engineer")
    assert order(m) == ["customer", "agent", "engineer"]
    assert m.step_by_id["release"].lane == "engineer"
    assert m.step_by_id["release"].pin is None
    assert m.pilot.escalates_to == "engineer"
    assert number_of(m.lane_by_id["engineer"].people) == 8
    with pytest.raises(EditRefused, match="two different"):
        merge_lanes(m, "agent", "agent")
    with pytest.raises(EditRefused, match="can be merged"):
        merge_lanes(m, "agent", "jira")


def test_merged_systems_are_touched_once_and_passed_through(support_map: PilotMap) -> None:
    m = merge_systems(support_map, "zendesk", "crm")
    assert m.step_by_id["triage"].systems == ("crm",)
    assert m.flow_by_id["f1"].through_system == "crm"
    assert m.system_by_id["crm"].owner == "IT customer systems"


def test_a_deleted_system_stays_as_words_on_a_handoff(support_map: PilotMap) -> None:
    m = delete_system(support_map, "jira")
    assert (m.flow_by_id["f10"].through_system, m.flow_by_id["f10"].through) == (None, "Jira")
    assert m.step_by_id["diagnose"].systems == ("logs",)


def test_systems_are_touched_once(support_map: PilotMap) -> None:
    m, erp = add_system(support_map, "ERP")
    m = touch(m, "log", erp)
    assert touch(m, "log", erp) is m
    assert m.step_by_id["log"].systems == ("zendesk", "erp")
    assert untouch(m, "log", erp).step_by_id["log"].systems == ("zendesk",)
    with pytest.raises(EditRefused, match="already a system “Zendesk”"):
        add_system(m, "ZENDESK")


def test_notes_are_about_a_step_a_flow_or_the_map(support_map: PilotMap) -> None:
    m, note = add_note(support_map, "pain", "too slow", "f5")
    assert m.note_by_id[note].about == "f5"
    assert delete_note(m, note) == support_map
    with pytest.raises(EditRefused, match="needs words"):
        add_note(m, "question", "  ")
    with pytest.raises(EditRefused, match="no longer in the map"):
        add_note(m, "question", "who?", "agent")
