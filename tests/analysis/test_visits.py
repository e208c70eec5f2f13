"""Visits against computations that share no code with them."""

from itertools import pairwise
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pilotmap.analysis.elimination import solve
from pilotmap.analysis.graph import Graph
from pilotmap.analysis.visits import Unknown, Visits, visits
from pilotmap.model.known import number_of
from pilotmap.model.map import PilotMap
from tests.analysis.random_maps import random_map
from tests.analysis.small import process


def by_hand_shares(pilot_map: PilotMap, step: str) -> dict[str, float]:
    flows = [flow for flow in pilot_map.flows if flow.source == step]
    given_shares = {flow.target: number_of(flow.share) for flow in flows if flow.share is not None}
    open_ways = [flow.target for flow in flows if flow.share is None]
    rest = 1 - sum(given_shares.values())
    return given_shares | {way: rest / len(open_ways) for way in open_ways}


def path_sums(pilot_map: PilotMap) -> dict[str, float]:
    """Every path of an acyclic map, walked one by one."""
    total = dict.fromkeys(pilot_map.step_by_id, 0.0)
    starts = [step.id for step in pilot_map.steps if step.kind == "start"]
    paths = [(start, 1 / len(starts)) for start in starts]
    while paths:
        step, chance = paths.pop()
        total[step] += chance
        paths += [(way, chance * share) for way, share in by_hand_shares(pilot_map, step).items()]
    return total


def matrix(pilot_map: PilotMap) -> dict[str, float]:
    """The fundamental matrix (I - P)^-1 of the whole map, dense."""
    ids = list(pilot_map.step_by_id)
    at = {step: number for number, step in enumerate(ids)}
    chances = np.zeros((len(ids), len(ids)))
    for step in ids:
        for way, share in by_hand_shares(pilot_map, step).items():
            chances[at[step], at[way]] = share
    starts = [step for step in ids if pilot_map.step_by_id[step].kind == "start"]
    first = np.array([1 / len(starts) if step in starts else 0.0 for step in ids])
    found = first @ np.linalg.inv(np.eye(len(ids)) - chances)
    return dict(zip(ids, found.tolist(), strict=True))


def known(pilot_map: PilotMap) -> Visits:
    found = visits(Graph(pilot_map))
    assert isinstance(found, Visits), found
    return found


@settings(max_examples=150, deadline=None)
@given(st.randoms(use_true_random=False))
def test_acyclic_maps_agree_with_the_sum_over_all_paths(random: Random) -> None:
    pilot_map = random_map(random, most=9, loops=False)
    assert known(pilot_map).steps == pytest.approx(path_sums(pilot_map), rel=1e-9)


@settings(max_examples=150, deadline=None)
@given(st.randoms(use_true_random=False))
def test_maps_with_loops_agree_with_the_inverse(random: Random) -> None:
    pilot_map = random_map(random, most=25)
    assert known(pilot_map).steps == pytest.approx(matrix(pilot_map), rel=1e-9, abs=1e-12)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10_000))
def test_a_dense_tangle_agrees_with_the_inverse(seed: int) -> None:
    """70 nodes, each leading to all others: the part that is solved with numpy."""
    random = np.random.default_rng(seed)
    size = 70
    chances = random.random((size, size))
    np.fill_diagonal(chances, 0)
    chances *= 0.95 / chances.sum(axis=1, keepdims=True)
    first = random.random(size)
    names = [str(number) for number in range(size)]
    weights = {
        names[i]: {names[j]: float(chances[i, j]) for j in range(size) if i != j}
        for i in range(size)
    }
    inflow = dict(zip(names, first.tolist(), strict=True))
    expected = dict(
        zip(names, (first @ np.linalg.inv(np.eye(size) - chances)).tolist(), strict=True)
    )
    leaving = dict(zip(names, (1 - chances.sum(axis=1)).tolist(), strict=True))
    for lost in (leaving, None):
        found = solve(inflow, weights, lost)
        assert found == pytest.approx(expected, rel=1e-9)


def test_a_loop_that_one_in_a_billion_leaves_loses_no_digits() -> None:
    m = process(f"s-a a-d d-a:{1 - 1e-9!r} d-e:1e-9")
    assert known(m).steps["a"] == pytest.approx(1e9, rel=1e-7)
    assert known(m).steps["e"] == pytest.approx(1, rel=1e-12)


def test_a_chain_of_5000_needs_no_recursion() -> None:
    chain = ["s", *(f"a{number}" for number in range(4_998)), "e"]
    m = process(" ".join(f"{a}-{b}" for a, b in pairwise(chain)))
    assert set(known(m).steps.values()) == {1.0}


def test_one_loop_around_everything() -> None:
    chain = ["s", *(f"a{number}" for number in range(2_000)), "d"]
    flows = [f"{a}-{b}" for a, b in pairwise(chain)]
    m = process(" ".join([*flows, "d-a0:0.25", "d-e:0.75"]))
    assert known(m).steps["a1000"] == pytest.approx(4 / 3, rel=1e-12)


def test_shares_not_given_divide_what_is_left() -> None:
    m = process("s-d d-a:0.4 d-b d-c a-e b-e c-e")
    steps = known(m).steps
    assert (steps["a"], steps["b"], steps["c"]) == pytest.approx((0.4, 0.3, 0.3))


def test_several_starts_are_equally_likely_and_lost_steps_count_nothing() -> None:
    m = process("s1-a s2-b a-e b-e c-e")
    assert known(m).steps == {"s1": 0.5, "a": 0.5, "s2": 0.5, "b": 0.5, "e": 1.0, "c": 0.0}


def test_a_join_divides_by_its_ways_in() -> None:
    m = process("s-p1 p1-a p1-b p1-c a-p2 b-p2 c-p2 p2-x x-e")
    assert known(m).steps == pytest.approx(dict.fromkeys(m.step_by_id, 1.0))


def test_parallel_work_in_a_loop() -> None:
    """Nested parallels that are gone through twice on average."""
    m = process("s-m m-p1 p1-a p1-p2 p2-b p2-c b-p3 c-p3 p3-p4 a-p4 p4-d d-m:0.5 d-e:0.5")
    steps = known(m).steps
    assert steps["e"] == pytest.approx(1)
    assert [steps[step] for step in ("m", "p1", "a", "b", "p4", "d")] == pytest.approx([2] * 6)


@pytest.mark.parametrize(
    ("flows", "reason", "refs"),
    [
        ("a-e", "no start", ()),
        ("s-a", "no end is reached", ()),
        ("s-a b-e", "no end is reached", ()),
        ("s-d d-e d-b", "stop before an end", ("b",)),
        ("s-d d-e:0.5 d-a:0.5 a-b b-a", "nobody leaves", ("a", "b")),
        ("s-a a-d d-a:1 d-e:0", "no end is reached", ()),
        ("s-d d-a:0.5 d-e:0.4 a-e", "not clear", ("d",)),
        ("s-d d-a:0.7 d-b:0.7 a-e b-e d-c c-e", "not clear", ("d",)),
        ("s-a a-b a-e b-e", "not clear", ("a",)),
        ("s-m m-p p-m p-e", "without end", ("m", "p")),
        ("s-d d-a d-b a-p b-p p-e", "never comes", ("p",)),
        ("s1-a s2-b a-p b-p p-e", "never comes", ("p",)),
        ("s-p p-a a-d d-p d-e", "never comes", ("p",)),
        ("s-p1 p1-a p1-b p1-c a-x b-x x-p2 c-p2 p2-e", "never comes", ("p2",)),
        ("s-a a-p b-p p-e", "never comes", ("p",)),
    ],
)
def test_what_cannot_be_known_says_why(flows: str, reason: str, refs: tuple[str, ...]) -> None:
    found = visits(Graph(process(flows)))
    assert isinstance(found, Unknown)
    assert reason in found.reason
    assert found.refs == refs


def test_a_dead_end_that_no_case_comes_to_matters_not() -> None:
    assert known(process("s-d d-e:1 d-b:0 b-c")).steps["b"] == 0
