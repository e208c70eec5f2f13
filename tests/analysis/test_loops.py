"""The cycles of a map."""

import math
from itertools import pairwise

import pytest

from pilotmap.analysis.figures import figures
from pilotmap.analysis.findings import find
from pilotmap.analysis.graph import Graph
from pilotmap.analysis.loops import MOST_LOOPS, loops
from pilotmap.storage.json_file import load
from tests.analysis import chains
from tests.analysis.small import process
from tests.benchmarks.analysis import large
from tests.conftest import PROJECT


def test_a_loop_and_the_chance_to_go_round_once_more() -> None:
    numbers = figures(process("s-a a-b b-d d-a:0.3 d-e:0.7"))
    assert numbers.as_json()["loops"] == [{"steps": ["a", "b", "d"], "chance": 0.3}]


def test_inner_loops_turn_as_often_as_they_do() -> None:
    pilot_map = load(PROJECT / "tests/data/figures/nested3.pilotmap.json")
    assert [loop.chance for loop in figures(pilot_map).loops] == pytest.approx([0.2, 0.3, 0.5])


def test_no_loop() -> None:
    assert loops(Graph(process("s-a a-d d-b d-e b-e"))) == ((), True)


def test_crossing_loops_are_told_apart() -> None:
    m = process("s-a a-d1 d1-b:0.5 d1-a2:0.5 b-d2 d2-a:0.2 d2-d1:0.4 d2-e:0.4 a2-e")
    found = {loop.steps: loop.chance for loop in loops(Graph(m)).listed}
    assert found == {
        ("a", "d1", "b", "d2"): pytest.approx(0.5 * 0.2 / (1 - 0.5 * 0.4)),
        ("d1", "b", "d2"): pytest.approx(0.5 * 0.4),
    }


def test_brute_force_finds_the_same_cycles() -> None:
    m = process("s-d1 d1-d2 d1-d3 d2-d3 d2-d1 d3-d1 d3-d2 d3-e d2-d4 d4-d1 d4-d3")
    after = {step: [f.target for f in m.flows if f.source == step] for step in m.step_by_id}
    found, ways = set(), [(step,) for step in after]
    while ways:
        way = ways.pop()
        for step in after[way[-1]]:
            if step == way[0]:
                first = way.index(min(way))
                found.add(way[first:] + way[:first])
            elif step not in way:
                ways.append((*way, step))
    listed = loops(Graph(m)).listed
    turned = [tuple(loop.steps) for loop in listed]
    assert {way[way.index(min(way)) :] + way[: way.index(min(way))] for way in turned} == found
    assert len(turned) == len(found)


def test_too_many_loops_are_cut_and_that_is_said() -> None:
    """A ladder of 30 choices inside one loop holds 2^30 cycles."""
    flows = ["s-d0"]
    for at in range(30):
        flows += [f"d{at}-a{at}", f"d{at}-b{at}", f"a{at}-d{at + 1}", f"b{at}-d{at + 1}"]
    m = process(" ".join([*flows, "d30-d0:0.5", "d30-e:0.5"]))
    found = loops(Graph(m))
    assert len(found.listed) == MOST_LOOPS
    assert not found.complete
    assert any("loops" in finding.message for finding in find(m) if finding.rule == "PM502")


def test_a_loop_of_5000_steps() -> None:
    chain = [*(f"a{number}" for number in range(4_000)), "d"]
    flows = [f"{one}-{other}" for one, other in pairwise(chain)]
    m = process(" ".join(["s-a0", *flows, "d-a0:0.1", "d-e:0.9"]))
    found = loops(Graph(m))
    assert found.complete
    assert [len(loop.steps) for loop in found.listed] == [4_001]


def test_many_loops_of_one_component_against_dense_matrices() -> None:
    """Two hundred at once go another way than a few, each alone."""
    pilot_map = large(320, 2, around=True)
    found = loops(Graph(pilot_map)).listed
    assert len(found) * len(pilot_map.steps) > 20_000
    for loop in found[::10]:
        chance = chains.return_chance(pilot_map, loop.steps)
        assert math.isclose(loop.chance, chance, rel_tol=1e-9), loop.steps[:3]
