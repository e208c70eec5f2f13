"""Several things at once, and parts of a map put into another one."""

import pytest

from pilotmap.model.edits.fragment import part_of, paste_part
from pilotmap.model.edits.steps import pin
from pilotmap.model.edits.together import (
    delete_elements,
    move_all_by,
    pin_all,
    touched_by_all,
    unpin_these,
)
from pilotmap.model.errors import EditRefused
from pilotmap.model.map import PilotMap, empty_map
from tests.builders import map_of

TEXT = """
Customer: ticket raised
Agent: log it @Zendesk [5 min]
Agent: triage @Zendesk @CRM
! typed twice
Lead: approve
. done
"""


def ids(pilot_map: PilotMap, *names: str) -> tuple[str, ...]:
    return tuple(next(step.id for step in pilot_map.steps if step.name == name) for name in names)


def flows(pilot_map: PilotMap) -> set[tuple[str, str]]:
    name = {step.id: step.name for step in pilot_map.steps}
    return {(name[flow.source], name[flow.target]) for flow in pilot_map.flows}


def test_a_part_keeps_what_it_refers_to_and_nothing_else() -> None:
    m = map_of(TEXT)
    part = part_of(m, ids(m, "log it", "triage"))
    assert [step.name for step in part.steps] == ["log it", "triage"]
    assert [lane.name for lane in part.lanes] == ["Agent"]
    assert {system.name for system in part.systems} == {"Zendesk", "CRM"}
    assert flows(part) == {("log it", "triage")}
    assert [note.text for note in part.notes] == ["typed twice"]


def test_a_part_pasted_into_an_empty_map_is_the_part() -> None:
    m = map_of(TEXT)
    part = part_of(m, m.step_by_id)
    pasted = paste_part(empty_map(), part)
    assert flows(pasted.map) == flows(m)
    assert [lane.name for lane in pasted.map.lanes] == [lane.name for lane in m.lanes]
    assert len(pasted.map.notes) == 1


def test_pasted_into_its_own_map_lanes_and_systems_are_shared() -> None:
    m = map_of(TEXT)
    pasted = paste_part(m, part_of(m, ids(m, "log it", "triage")))
    assert (len(pasted.map.lanes), len(pasted.map.systems)) == (len(m.lanes), len(m.systems))
    assert len(pasted.map.steps) == len(m.steps) + 2
    assert len(pasted.map.flows) == len(m.flows) + 1, "the copies are joined to nothing else"


def test_after_the_last_step_it_follows_and_in_the_middle_it_comes_between() -> None:
    m = map_of("Agent: begin\nlook\nanswer")
    part = part_of(map_of("step: Lead: check\nsign"), ("check", "sign"))
    begin, answer = ids(m, "begin", "answer")
    assert ("answer", "check") in flows(paste_part(m, part, answer).map)
    between = flows(paste_part(m, part, begin).map)
    assert {("begin", "check"), ("check", "sign"), ("sign", "look")} <= between
    assert ("begin", "look") not in between


def test_deleting_a_lane_with_all_its_steps() -> None:
    m = map_of(TEXT)
    lane = next(lane.id for lane in m.lanes if lane.name == "Agent")
    with pytest.raises(EditRefused):
        delete_elements(m, (lane,))
    after = delete_elements(m, (lane, *ids(m, "log it", "triage")))
    assert flows(after) == {("ticket raised", "approve"), ("approve", "done")}
    assert lane not in after.lane_by_id


def test_steps_move_together_or_not_at_all() -> None:
    m = map_of(TEXT)
    chosen = ids(m, "ticket raised", "log it")
    after = move_all_by(m, chosen, 1)
    names = [after.lane_by_id[after.step_by_id[step].lane].name for step in chosen]
    assert names == ["Agent", "Lead"]
    with pytest.raises(EditRefused, match="no lane"):
        move_all_by(m, chosen, -1)


def test_pins_of_several() -> None:
    m = map_of(TEXT)
    one, two = ids(m, "log it", "triage")
    pinned = pin_all(m, {one: (3, 0), two: (4, 1)})
    assert [pinned.step_by_id[step].pin is not None for step in (one, two)] == [True, True]
    assert unpin_these(pin(m, one, 3, 0), (one, two)) == m
    with pytest.raises(EditRefused, match="no slot"):
        pin_all(m, {one: (-1, 0), two: (0, 0)})


def test_what_all_touch() -> None:
    m = map_of(TEXT)
    shared = touched_by_all(m, ids(m, "log it", "triage"))
    assert [m.system_by_id[system].name for system in shared] == ["Zendesk"]
