"""PM215: how often a case passes between two lanes on the worst way."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from pilotmap.analysis import back_and_forth as module
from pilotmap.analysis.back_and_forth import back_and_forth
from pilotmap.analysis.graph import Graph
from pilotmap.model.map import PilotMap
from tests.analysis.small import process


def found(pilot_map: PilotMap) -> dict[tuple[str, str], int]:
    return dict(back_and_forth(Graph(pilot_map), pilot_map.lanes))


def test_branches_are_not_added_up() -> None:
    """Three answers to the customer on three branches are one pass each."""
    m = process("s-d d-a d-b d-c a-e1 b-e2 c-e3", "", "Customer=s,e1,e2,e3 Agent=d,a,b,c")
    assert found(m) == {}


def test_a_loop_is_gone_round_once() -> None:
    m = process("s-a a-d d-a:0.5 d-e:0.5", "", "Agent=s,a Lead=d,e")
    assert found(m) == {}


def longest(pilot_map: PilotMap) -> dict[tuple[str, str], int]:
    """Every way from every step, walked one by one (maps without loops)."""
    best: dict[tuple[str, str], int] = {}
    order = {lane.id: at for at, lane in enumerate(pilot_map.lanes)}
    lane_of = {step.id: step.lane for step in pilot_map.steps}
    ways: list[tuple[str, dict[tuple[str, str], int]]] = [(step.id, {}) for step in pilot_map.steps]
    both = {(lane_of[flow.source], lane_of[flow.target]) for flow in pilot_map.flows}
    while ways:
        step, counts = ways.pop()
        for flow in pilot_map.flows_out(step):
            one, other = sorted((lane_of[step], lane_of[flow.target]), key=lambda x: order[x])
            more = dict(counts)
            if one != other:
                more[one, other] = more.get((one, other), 0) + 1
                if (one, other) in both and (other, one) in both:
                    best[one, other] = max(best.get((one, other), 0), more[one, other])
            ways.append((flow.target, more))
    return {pair: count for pair, count in best.items() if count >= module.OFTEN}


@settings(max_examples=150, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_worst_way_is_found(random: Random) -> None:
    count = random.randint(3, 9)
    nodes = [f"d{at}" for at in range(count)]
    flows = {
        f"{nodes[one]}-{nodes[random.randrange(one + 1, count)]}"
        for one in range(count - 1)
        for _ in range(random.randint(1, 3))
    }
    places = [random.choice("ABC") for _ in nodes]
    lanes = " ".join(
        f"{name}={','.join(n for n, at in zip(nodes, places, strict=True) if at == name)}"
        for name in "ABC"
    )
    m = process(" ".join(sorted(flows)), "", lanes)
    assert found(m) == longest(m)
