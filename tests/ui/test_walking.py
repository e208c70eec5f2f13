import pytest

from pilotmap.layout.draw import draw_map
from pilotmap.layout.drawing import Geometry
from pilotmap.model.edits.steps import append_step
from pilotmap.model.map import PilotMap, empty_map
from pilotmap.ui.walking import along, first_step, follow, nearest, next_unnamed


@pytest.fixture(scope="module")
def geometry(support_map: PilotMap) -> Geometry:
    return draw_map(support_map).geometry


def named(pilot_map: PilotMap, element: str | None) -> str | None:
    step = pilot_map.step_by_id.get(element or "")
    return step.name if step else element


def test_right_and_left_walk_the_chain_and_back(support_map: PilotMap, geometry: Geometry) -> None:
    there = nearest(geometry, "log", "right")
    assert there == "triage"
    assert nearest(geometry, "triage", "left") == "log"


def test_down_reaches_the_lane_below(support_map: PilotMap, geometry: Geometry) -> None:
    assert named(support_map, nearest(geometry, "raised", "down")) == "Log the ticket"


def test_every_step_can_be_reached_by_arrows(support_map: PilotMap, geometry: Geometry) -> None:
    seen, waiting = set(), [first_step(support_map)]
    while waiting:
        here = waiting.pop()
        if here is None or here in seen:
            continue
        seen.add(here)
        waiting += [nearest(geometry, here, branch) for branch in ("left", "right", "up", "down")]
    assert seen == set(support_map.step_by_id)


def test_nothing_lies_beyond_the_edge(geometry: Geometry) -> None:
    leftmost = min(geometry.steps, key=lambda step: step.box.centre[0])
    assert nearest(geometry, leftmost.id, "left") is None


def test_tab_follows_the_flow(support_map: PilotMap) -> None:
    assert along(support_map, None) == "raised"
    assert along(support_map, "raised") == "log"
    assert along(support_map, "log", back=True) == "raised"


def test_tab_at_a_decision_goes_round_its_branches(support_map: PilotMap) -> None:
    decision = next(step.id for step in support_map.steps if step.kind == "decision")
    branches = [flow.id for flow in support_map.flows_out(decision)]
    assert along(support_map, decision) == branches[0]
    assert along(support_map, branches[0]) == branches[1]
    assert along(support_map, branches[-1]) == branches[0]


def test_arrows_on_a_flow_go_to_its_ends_and_its_siblings(support_map: PilotMap) -> None:
    decision = next(step.id for step in support_map.steps if step.kind == "decision")
    first, second = support_map.flows_out(decision)
    assert follow(support_map, first, "right") == first.target
    assert follow(support_map, first, "left") == decision
    assert follow(support_map, first, "down") == second.id
    assert follow(support_map, second, "down") == first.id


def test_next_unnamed_goes_round_all_that_wants_words() -> None:
    m, start = append_step(empty_map(), None, "Begin", kind="start")
    m, unnamed = append_step(m, start)
    m, decision = append_step(m, unnamed, "Sure?", kind="decision")
    m, _ = append_step(m, decision, "Do it")
    flow = m.flows_out(decision)[0].id
    assert next_unnamed(m, None) == unnamed
    assert next_unnamed(m, unnamed) == flow
    assert next_unnamed(m, flow) == unnamed


def test_next_unnamed_of_a_map_that_wants_nothing(support_map: PilotMap) -> None:
    assert next_unnamed(support_map, None) is None
