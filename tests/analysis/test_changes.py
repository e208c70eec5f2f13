"""What differs between two versions, in sentences."""

from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from pilotmap.analysis.changes import changes
from pilotmap.model.edits.fields import edit_flow, edit_map, edit_outcome, edit_pilot, edit_step
from pilotmap.model.edits.lanes import move_lane
from pilotmap.model.edits.steps import append_step, delete_step
from pilotmap.model.errors import EditRefused
from pilotmap.model.map import PilotMap
from pilotmap.model.meaning import meaning
from pilotmap.model.process import Pin
from pilotmap.model.quantity import Duration
from tests.model.random_edits import random_edit


def test_the_same_map_has_no_changes(support_map: PilotMap) -> None:
    assert changes(support_map, support_map) == ()


def test_what_is_not_part_of_the_meaning_is_not_told(support_map: PilotMap) -> None:
    pinned = edit_step(support_map, "log", pin=Pin(column=4, row=0))
    assert changes(support_map, pinned.replace(attendance=())) == ()


def test_values_are_said_before_and_after(support_map: PilotMap) -> None:
    new = edit_step(support_map, "log", work=Duration(value=9, unit="min"))
    assert changes(support_map, new) == (
        "The work of “Log the ticket” was 5 minutes (measured) and is 9 minutes.",
    )


def test_a_step_in_another_lane_names_both_lanes(support_map: PilotMap) -> None:
    new = edit_step(support_map, "log", lane="lead")
    assert "“Log the ticket” moved from lane “Support agent” to lane “Team lead”." in changes(
        support_map, new
    )


def test_outcome_and_pilot(support_map: PilotMap) -> None:
    new = edit_outcome(edit_pilot(support_map, mode="autonomous"), owner="")
    assert set(changes(support_map, new)) == {
        "The owner of the outcome was “VP customer experience” and is not said.",
        "How people and the AI work together was person approves and is on its own.",
    }


def test_added_and_removed_elements(support_map: PilotMap) -> None:
    new, step = append_step(support_map, "log", "Look again")
    said = changes(support_map, new)
    assert "“Look again” was added." in said
    assert "“Look again” → “Triage and classify” was connected." in said
    assert "“Look again” was removed." in changes(new, delete_step(new, step))


def test_lanes_in_another_order(support_map: PilotMap) -> None:
    moved = move_lane(support_map, support_map.lanes[0].id, 2)
    assert changes(support_map, moved) == ("The lanes are in another order.",)


def test_a_branch_is_named_by_its_ends(support_map: PilotMap) -> None:
    flow = next(flow for flow in support_map.flows if flow.label == "yes")
    said = changes(support_map, edit_flow(support_map, flow.id, label="certainly"))
    assert len(said) == 1
    assert said[0].endswith("was labelled “yes” and is labelled “certainly”.")


def test_only_another_order_in_the_file_is_said(support_map: PilotMap) -> None:
    turned = edit_map(support_map, systems=support_map.systems[::-1])
    assert changes(support_map, turned) == ("Things stand in another order in the file.",)


@settings(max_examples=60)
@given(data=st.data())
def test_another_meaning_is_never_silent(support_map: PilotMap, data: st.DataObject) -> None:
    new = support_map
    for _ in range(3):
        with suppress(EditRefused):
            _, new = random_edit(new, lambda choices: data.draw(st.sampled_from(choices)))
    assert bool(changes(support_map, new)) == (meaning(new) != meaning(support_map))
