"""The simulation against exact figures, hand-worked maps, and another simulation."""

import math
from random import Random
from statistics import fmean, stdev

import pytest

from pilotmap.analysis.figures import figures, quick_figures
from pilotmap.analysis.graph import Graph
from pilotmap.analysis.simulation import CASES, Simulated, simulate
from pilotmap.analysis.visits import Unknown, Visits, visits
from pilotmap.model.map import PilotMap
from tests.analysis.random_maps import random_map
from tests.analysis.small import marked, process
from tests.analysis.trees import random_tree

NESTED = "s-m m-p1 p1-a a-d1 d1-x:0.5 d1-y:0.5 x-z y-z z-p4 p1-p2 p2-b p2-c b-p3 c-p3 p3-f f-p4 "
NESTED_IN_A_LOOP = process(
    NESTED + "p4-d2 d2-m:0.5 d2-e:0.5", "a=3+0 x=10+0 b=1+0 c=2+3 f=0+1 p4=0.5+0 m=0.25+0"
)
"""A round takes 0.25, then the slower of 3 or 13 and 5 + 1, then 0.5: 6.75 or 13.75 h."""


def simulated(pilot_map: PilotMap, seed: int = 7) -> Simulated:
    graph = Graph(pilot_map)
    known = visits(graph)
    assert isinstance(known, Visits), known
    found = simulate(graph, known, seed)
    assert isinstance(found, Simulated), found
    return found


def test_100_random_maps_agree_with_the_exact_figures() -> None:
    random = Random(20270302)
    off = []
    for _ in range(100):
        pilot_map = random_map(random, most=20)
        exact, found = quick_figures(pilot_map).expected_elapsed, simulated(pilot_map)
        assert exact is not None
        error = abs(found.mean - exact)
        assert error <= 4 * found.standard_error + 1e-9 * exact
        off.append(error / found.standard_error if found.standard_error > 1e-9 else 0.0)
    assert max(off) > 0.5, "an error this small in 100 maps is no simulation"


def test_nested_parallels_in_a_loop_as_worked_by_hand() -> None:
    """Rounds take 10.25 h on average, and two rounds are expected."""
    numbers = figures(NESTED_IN_A_LOOP)
    assert numbers.elapsed_standard_error is not None
    assert numbers.elapsed_standard_error > 0.01
    assert numbers.expected_elapsed == pytest.approx(20.5, abs=4 * numbers.elapsed_standard_error)
    assert numbers.expected_work == pytest.approx(2 * (3 + 5 + 1 + 2 + 0.5 + 0.25))
    assert numbers.elapsed_p50 == pytest.approx(13.75)
    assert quick_figures(NESTED_IN_A_LOOP).expected_elapsed is None


def test_a_join_waits_for_the_slowest() -> None:
    m = process("s-p1 p1-a p1-b p1-c a-p2 b-p2 c-p2 p2-e", "a=1+0 b=0+7 c=2+2 p2=0+1 p1=0+2")
    numbers = figures(m)
    assert numbers.expected_elapsed == pytest.approx(10)
    assert numbers.elapsed_standard_error == pytest.approx(0)
    assert (numbers.elapsed_p50, numbers.elapsed_p90) == pytest.approx((10, 10))


def test_branches_that_never_come_together_end_with_the_last() -> None:
    m = process("s-p p-a p-b a-e1 b-e2", "a=1+0 b=0+7")
    assert figures(m).expected_elapsed == pytest.approx(7)


def test_a_join_may_also_split() -> None:
    m = process(
        "s-p1 p1-a p1-b a-p2 b-p2 p2-c p2-f c-p3 f-p3 p3-e", "a=1+0 b=4+0 p2=0+1 c=2+0 f=3+0"
    )
    assert figures(m).expected_elapsed == pytest.approx(4 + 1 + 3)


def test_the_floor_uses_the_same_choices() -> None:
    m = marked(NESTED_IN_A_LOOP, "x")
    numbers = figures(m)
    assert numbers.floor is not None
    assert numbers.expected_elapsed is not None
    assert numbers.floor == pytest.approx(2 * 6.75, abs=4 * 13.5 / math.sqrt(CASES))
    assert numbers.floor < numbers.expected_elapsed


def test_seed_comes_from_what_a_case_can_meet() -> None:
    m = NESTED_IN_A_LOOP
    assert figures(m.replace(title="Another")) == figures(m)
    named = m.replace(steps=tuple(step.replace(name="x") for step in m.steps))
    assert figures(named).expected_elapsed == figures(m).expected_elapsed
    first = m.steps[1].replace(wait={"value": 1.0, "unit": "s"})
    assert figures(m.replace(steps=(m.steps[0], first, *m.steps[2:]))) != figures(m)


def test_percentiles_are_nearest_ranks() -> None:
    m = process("s-d d-a:0.05 d-b:0.95 a-e b-e", "a=100+0 b=1+0")
    found = simulated(m)
    assert (found.p50, found.p90) == (1, 1)
    m = process("s-d d-a:0.2 d-b:0.8 a-e b-e", "a=100+0 b=1+0")
    assert simulated(m).p90 == 100


@pytest.mark.parametrize("seed", range(12))
def test_trees_of_parallels_and_loops_agree_with_a_walk_of_the_tree(seed: int) -> None:
    random = Random(seed)
    m, walk = random_tree(random)
    found = simulated(m)
    walked = [walk(random) for _ in range(4_000)]
    error = math.hypot(found.standard_error, stdev(walked) / math.sqrt(len(walked)))
    assert found.mean == pytest.approx(fmean(walked), abs=4.5 * error + 1e-9)


def test_too_much_to_simulate_is_said() -> None:
    m = process(f"s-a a-d d-a:{1 - 1e-6!r} d-e:1e-6", "a=1+0")
    graph = Graph(m)
    known = visits(graph)
    assert isinstance(known, Visits)
    assert isinstance(simulate(graph, known, 1), Unknown)
    numbers = figures(m)
    assert numbers.expected_elapsed == pytest.approx(1e6, rel=1e-6)
    assert numbers.elapsed_p50 is None
    assert [missing.what for missing in numbers.missing] == ["Median and 90th percentile"]
