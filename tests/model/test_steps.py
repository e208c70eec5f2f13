"""Edits of steps, as a facilitator expects them."""

import pytest

from pilotmap.model.edits.fields import edit_flow, edit_map, edit_pilot, edit_step
from pilotmap.model.edits.flows import connect, delete_flow, reconnect
from pilotmap.model.edits.notes import add_note
from pilotmap.model.edits.pilot import mark_ai_step, set_mode
from pilotmap.model.edits.steps import (
    add_branch,
    add_step,
    append_step,
    change_kind,
    delete_step,
    duplicate_step,
    insert_on_flow,
    move_to_lane,
    pin,
    rename,
)
from pilotmap.model.edits.together import unpin_these
from pilotmap.model.errors import EditRefused
from pilotmap.model.known import number_of
from pilotmap.model.map import PilotMap, empty_map
from pilotmap.model.notes import Waiver
from pilotmap.model.quantity import Duration
from tests.builders import map_of


def ways(pilot_map: PilotMap) -> set[str]:
    """Every flow as `source > target`."""
    return {f"{flow.source} > {flow.target}" for flow in pilot_map.flows}


def flow(pilot_map: PilotMap, source: str, target: str):
    found = pilot_map.flow_between(source, target)
    assert found is not None
    return found


def test_the_first_step_of_an_empty_map_makes_a_lane_to_be_named() -> None:
    m, step = append_step(empty_map(), None, "Log the ticket")
    assert [lane.name for lane in m.lanes] == ["Who?"]
    assert m.step_by_id[step].lane == "who"
    assert not m.flows


def test_a_step_appended_takes_the_lane_of_the_one_before(support_map: PilotMap) -> None:
    m, step = append_step(support_map, "diagnose", "Look at the logs", systems=("logs",))
    assert m.step_by_id[step].lane == "engineer"
    assert {"diagnose > look", "look > repair"} <= ways(m)


def test_a_step_after_one_that_leads_on_comes_between(support_map: PilotMap) -> None:
    m, step = append_step(support_map, "log", "Tag it")
    assert {"log > tag", "tag > triage"} <= ways(m)
    assert "log > triage" not in ways(m)
    assert [s.id for s in m.steps][1:3] == ["log", step]


def test_a_step_after_a_decision_is_a_new_branch(support_map: PilotMap) -> None:
    m, _ = append_step(support_map, "known", "Ask back")
    assert len(m.flows_out("known")) == 3
    assert flow(m, "known", "ask").label == ""


def test_a_step_after_a_split_is_a_branch_and_after_a_join_in_between() -> None:
    m = map_of("start: a\n& b\n& c\n&&\nd")
    split = next(s.id for s in m.steps if s.kind == "parallel")
    join = [s.id for s in m.steps if s.kind == "parallel"][1]
    assert len(append_step(m, split, "e").map.flows_out(split)) == 3
    assert [f.target for f in append_step(m, join, "e").map.flows_out(join)] == ["e"]


@pytest.mark.parametrize(
    ("after", "kind", "says"),
    [
        ("resolved", "step", "is an end"),
        ("log", "start", "before a start"),
        ("log", "end", "already leads to “Triage and classify”"),
        ("nowhere", "step", "no longer in the map"),
    ],
)
def test_what_cannot_follow_is_refused_with_a_reason(
    support_map: PilotMap, after: str, kind: str, says: str
) -> None:
    with pytest.raises(EditRefused, match=says):
        append_step(support_map, after, "x", kind=kind)


def test_a_step_in_a_branch_keeps_label_and_share_at_the_decision(support_map: PilotMap) -> None:
    m, step = insert_on_flow(support_map, "f5", "Pass it on", lane="agent")
    first, second = flow(m, "known", step), flow(m, step, "diagnose")
    assert (first.id, first.label, number_of(first.share)) == ("f5", "no", 0.4)
    assert (second.label, number_of(second.share)) == ("", None)
    assert (first.passes, second.passes, second.through_system) == ("", "Ticket with notes", "jira")
    assert number_of(second.returned) == 0.1


def test_what_is_passed_stays_with_the_first_half_where_the_work_changes_hands(
    support_map: PilotMap,
) -> None:
    m, step = insert_on_flow(support_map, "f5", "Take it on", lane="engineer")
    assert flow(m, "known", step).passes == "Ticket with notes"
    assert flow(m, step, "diagnose").passes == ""


def test_inserting_into_a_way_back_keeps_it_a_way_back(support_map: PilotMap) -> None:
    m, back = connect(support_map, "worked", "log", label="again", rework=True)
    m, step = insert_on_flow(m, back, "Apologise")
    assert not flow(m, "worked", step).rework
    assert flow(m, step, "log").rework


def test_an_end_in_the_middle_of_a_flow_is_refused(support_map: PilotMap) -> None:
    with pytest.raises(EditRefused, match="middle of a flow"):
        insert_on_flow(support_map, "f2", "Stop", kind="end")


def test_a_branch_has_its_label_and_share(support_map: PilotMap) -> None:
    m, step = add_branch(support_map, "known", "Ask back", label="unclear", share=0.1)
    assert (flow(m, "known", step).label, number_of(flow(m, "known", step).share)) == (
        "unclear",
        0.1,
    )
    with pytest.raises(EditRefused, match="only a decision or a parallel"):
        add_branch(support_map, "log", "x")
    with pytest.raises(EditRefused, match="share"):
        add_branch(support_map, "known", "x", share=1.5)


def test_deleting_a_step_joins_its_neighbours(support_map: PilotMap) -> None:
    m = delete_step(support_map, "fix")
    joined = flow(m, "known", "worked")
    assert (joined.id, joined.label, number_of(joined.share)) == ("f4", "yes", 0.6)
    assert (joined.passes, joined.through_system) == ("Known fix", "zendesk")


def test_deleting_a_step_with_many_ways_in_joins_them_all(support_map: PilotMap) -> None:
    m = delete_step(support_map, "repair")
    assert {"diagnose > release", "worked > release"} <= ways(m)
    assert flow(m, "worked", "release").label == "no"


def test_deleting_a_decision_with_branches_joins_nothing(support_map: PilotMap) -> None:
    m = delete_step(support_map, "known")
    assert not m.flows_out("triage")
    assert not m.flows_in("fix")


def test_deleting_doubles_no_flow_and_makes_no_loop_to_itself() -> None:
    m = map_of("start: a\n? b\n> yes: c\n> no\n. d\n<- c\n-> d")
    m = delete_step(m, "c")
    assert len(m.flows_out("b")) == 1
    m = map_of("start: a\nb\nc\n-> b")
    assert ways(delete_step(m, "c")) == {"a > b"}


def test_deleting_a_step_takes_along_what_was_about_it(support_map: PilotMap) -> None:
    pilot_map, _ = add_note(support_map, "note", "slow", "f3")
    pilot_map, _ = add_note(pilot_map, "note", "the first half", "f2")
    pilot_map = pilot_map.replace(
        waivers=(
            Waiver(rule="PM305", refs=("triage", "known"), reason="it is checked"),
            Waiver(rule="PM305", refs=("log",), reason="kept"),
        )
    )
    pilot_map = delete_step(pilot_map, "triage")
    assert pilot_map.pilot.step is None
    assert pilot_map.pilot.verdict == "ai"
    assert {note.text: note.about for note in pilot_map.notes if note.kind == "note"} == {
        "slow": "f2",
        "the first half": "f2",
    }
    assert not [note for note in pilot_map.notes if note.about == "triage"]
    assert [waiver.reason for waiver in pilot_map.waivers] == ["kept"]


def test_a_copy_follows_its_original(support_map: PilotMap) -> None:
    m, copy = duplicate_step(support_map, "triage")
    assert m.step_by_id[copy].systems == ("zendesk", "crm")
    assert {f"triage > {copy}", f"{copy} > known"} <= ways(m)
    m, copy = duplicate_step(support_map, "resolved")
    assert not m.flows_in(copy)


def test_another_lane_takes_the_pin_away(support_map: PilotMap) -> None:
    m = pin(support_map, "log", 4, 1)
    assert move_to_lane(m, "log", "agent") is m
    assert move_to_lane(m, "log", "lead").step_by_id["log"].pin is None
    assert edit_step(m, "log", lane="lead").step_by_id["log"].pin is None
    assert unpin_these(m, ("log",)) == support_map


def test_a_name_is_one_line_without_blanks_around_it(support_map: PilotMap) -> None:
    assert rename(support_map, "log", "  Log\tthe\n case ").step_by_id["log"].name == "Log the case"


def test_two_lanes_never_share_a_name(support_map: PilotMap) -> None:
    with pytest.raises(EditRefused, match="already a lane “Team lead”"):
        rename(support_map, "agent", "team LEAD")
    assert rename(support_map, "lead", "team LEAD").lane_by_id["lead"].name == "team LEAD"


@pytest.mark.parametrize(
    ("step", "kind", "says"),
    [
        ("log", "start", "cannot be a start"),
        ("log", "end", "cannot be an end"),
        ("triage", "wait", "AI can take over"),
    ],
)
def test_kinds_that_the_flows_forbid(
    support_map: PilotMap, step: str, kind: str, says: str
) -> None:
    with pytest.raises(EditRefused, match=says):
        change_kind(support_map, step, kind)


def test_what_is_no_decision_any_more_has_labels_but_no_shares(support_map: PilotMap) -> None:
    m = change_kind(support_map, "known", "parallel")
    assert [(f.label, number_of(f.share)) for f in m.flows_out("known")] == [
        ("yes", None),
        ("no", None),
    ]
    assert edit_step(support_map, "known", kind="parallel") == m


@pytest.mark.parametrize(
    ("source", "target", "says"),
    [
        ("log", "log", "cannot lead to itself"),
        ("log", "raised", "is a start"),
        ("resolved", "log", "is an end"),
        ("log", "triage", "already leads to"),
    ],
)
def test_flows_that_cannot_be(support_map: PilotMap, source: str, target: str, says: str) -> None:
    with pytest.raises(EditRefused, match=says):
        connect(support_map, source, target)


def test_a_flow_keeps_what_it_says_when_its_end_moves(support_map: PilotMap) -> None:
    moved = reconnect(support_map, "f5", target="repair").flow_by_id["f5"]
    assert (moved.target, moved.label, moved.passes) == ("repair", "no", "Ticket with notes")
    with pytest.raises(EditRefused):
        reconnect(support_map, "f5", target="fix")
    assert "f5" not in delete_flow(support_map, "f5").flow_by_id


def test_the_ai_takes_over_a_step_or_a_decision(support_map: PilotMap) -> None:
    m = mark_ai_step(map_of("start: a\nb"), "b")
    assert (m.pilot.step, m.pilot.verdict) == ("b", "ai")
    assert mark_ai_step(m, None).pilot.step is None
    assert set_mode(m, "draft").pilot.mode == "draft"
    with pytest.raises(EditRefused, match="is an end"):
        mark_ai_step(support_map, "resolved")
    with pytest.raises(EditRefused, match="is a start"):
        edit_pilot(support_map, step="raised")


def test_fields_that_cannot_be_entered_are_refused_in_words(support_map: PilotMap) -> None:
    with pytest.raises(EditRefused, match="share must be at most 1"):
        edit_flow(support_map, "f4", share=1.2)
    with pytest.raises(EditRefused, match="no lane has this id"):
        edit_pilot(support_map, human="nobody")
    with pytest.raises(EditRefused, match="must be text"):
        edit_map(support_map, title=None)
    assert edit_map(support_map, title="a\nb").title == "a b"


def test_a_wait_may_be_added_anywhere(support_map: PilotMap) -> None:
    m, step = add_step(support_map, "lead", "Wait", kind="wait", wait=Duration(value=2, unit="d"))
    assert m.clock.hours(m.step_by_id[step]) == 48
    assert not m.flows_in(step)
