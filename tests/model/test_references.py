"""What refers to something that is moved, merged or deleted keeps its meaning, or lets go of it."""

import pytest

from pilotmap.model.edits.fields import edit_map, edit_outcome, edit_step
from pilotmap.model.edits.flows import set_through
from pilotmap.model.edits.fragment import part_of, paste_part
from pilotmap.model.edits.lanes import delete_lane, merge_lanes
from pilotmap.model.edits.steps import delete_step, insert_on_flow, move_to_lane
from pilotmap.model.map import PilotMap, empty_map
from pilotmap.model.process import Lane, Phase
from pilotmap.storage.json_file import load
from tests.conftest import EXAMPLES


@pytest.fixture
def example() -> PilotMap:
    pilot_map = load(EXAMPLES / "tier1-support-2.pilotmap.json")
    return edit_step(pilot_map, "repair", with_lanes=("agent", "lead"))


def test_a_step_moved_to_a_lane_that_took_part_is_that_lanes_own(example: PilotMap) -> None:
    step = move_to_lane(example, "repair", "lead").step_by_id["repair"]
    assert (step.lane, step.with_lanes) == ("lead", ("agent",))
    step = edit_step(example, "repair", lane="agent").step_by_id["repair"]
    assert (step.lane, step.with_lanes) == ("agent", ("lead",))


def test_merged_lanes_take_part_once(example: PilotMap) -> None:
    assert merge_lanes(example, "lead", "agent").step_by_id["repair"].with_lanes == ("agent",)
    assert merge_lanes(example, "agent", "engineer").step_by_id["repair"].with_lanes == ("lead",)


def test_a_deleted_lane_takes_part_no_longer(example: PilotMap) -> None:
    pilot_map = example.replace(lanes=(*example.lanes, Lane(id="lab", name="Lab", kind="team")))
    pilot_map = edit_step(pilot_map, "repair", with_lanes=("lab", "agent"))
    assert delete_lane(pilot_map, "lab").step_by_id["repair"].with_lanes == ("agent",)


def test_a_lead_time_runs_from_the_starts_again_when_its_step_goes(example: PilotMap) -> None:
    m = edit_outcome(example, starts_at="log", ends_at="release")
    m = delete_step(delete_step(m, "log"), "release")
    assert (m.outcome.starts_at, m.outcome.ends_at) == (None, None)


def test_a_phase_begins_at_the_step_behind_when_its_first_goes(example: PilotMap) -> None:
    pilot_map = edit_map(
        example,
        phases=(
            Phase(id="a", name="Take in", first="log"),
            Phase(id="b", name="Solve", first="known"),
        ),
    )
    pilot_map = delete_step(pilot_map, "log")
    assert [(phase.id, phase.first) for phase in pilot_map.phases] == [
        ("a", "triage"),
        ("b", "known"),
    ]
    pilot_map = delete_step(pilot_map, "triage")
    assert [phase.id for phase in pilot_map.phases] == ["b"]
    assert delete_step(pilot_map, "known").phases == ()


def test_a_system_by_its_name_else_words(example: PilotMap) -> None:
    flow = set_through(example, "f10", "zenDESK").flow_by_id["f10"]
    assert (flow.through_system, flow.through) == ("zendesk", "")
    flow = set_through(example, "f10", " by  phone ").flow_by_id["f10"]
    assert (flow.through_system, flow.through) == (None, "by phone")
    flow = set_through(example, "f10", "").flow_by_id["f10"]
    assert (flow.through_system, flow.through) == (None, "")
    assert example.through_words(example.flow_by_id["f10"]) == "Jira"
    assert example.through_words(example.flow_by_id["f11"]) == "e-mail"


def test_what_is_handed_over_goes_with_the_half_that_hands_over(example: PilotMap) -> None:
    m, step = insert_on_flow(example, "f10", "Write it up", lane="engineer")
    first, second = m.flow_between("repair", step), m.flow_between(step, "release")
    assert first is not None
    assert second is not None
    assert (first.passes, first.through_system) == ("", None)
    assert (second.passes, second.through_system) == ("Verified fix", "jira")


def test_a_part_takes_along_the_lanes_that_take_part_and_their_rates(example: PilotMap) -> None:
    pasted = paste_part(empty_map(), part_of(example, ["repair", "release"]))
    pilot_map = pasted.map
    (repair,) = (step for step in pilot_map.steps if step.name == "Fix and verify")
    assert [pilot_map.lane_by_id[lane].name for lane in repair.with_lanes] == [
        "Support agent",
        "Team lead",
    ]
    assert pilot_map.currency == "EUR"
    (flow,) = pilot_map.flows
    assert pilot_map.through_words(flow) == "Jira"


def test_a_rate_in_another_currency_stays_behind(example: PilotMap) -> None:
    pilot_map = empty_map().replace(currency="USD")
    pilot_map = paste_part(pilot_map, part_of(example, ["repair"])).map
    assert pilot_map.currency == "USD"
    assert [lane.rate for lane in pilot_map.lanes] == [None] * 3
