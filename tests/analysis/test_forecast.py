"""The sentence that people sign, against the worked example and against other computations."""

import json
import math
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilotmap.analysis.course import Measured
from pilotmap.analysis.figures import figures
from pilotmap.analysis.findings import find
from pilotmap.analysis.forecast import Ingredients, forecast, readings
from pilotmap.analysis.graph import Graph
from pilotmap.analysis.loops import loops
from pilotmap.analysis.ranges import ranges
from pilotmap.analysis.verdict_words import scale_words, verdict_words
from pilotmap.model.edits.fields import edit_lane, edit_map, edit_outcome, edit_pilot, edit_step
from pilotmap.model.known import number_of
from pilotmap.model.map import PilotMap
from pilotmap.storage.json_file import load
from tests.analysis import chains
from tests.analysis.random_maps import random_map
from tests.conftest import EXAMPLES

TODAY = date(2027, 3, 5)


@pytest.fixture(scope="module")
def example() -> PilotMap:
    return load(EXAMPLES / "tier1-support-2.pilotmap.json")


def assert_same(got: Any, expected: Any, place: str) -> None:
    if isinstance(expected, dict):
        for key, value in expected.items():
            assert_same(got[key], value, f"{place}.{key}")
    elif isinstance(expected, list):
        assert len(got) == len(expected), place
        for at, (one, other) in enumerate(zip(got, expected, strict=True)):
            assert_same(one, other, f"{place}[{at}]")
    elif isinstance(expected, float):
        assert math.isclose(got, expected, rel_tol=1e-9, abs_tol=1e-12), (place, got, expected)
    else:
        assert got == expected, place


def test_every_figure_of_the_worked_example(example: PilotMap) -> None:
    numbers = figures(example)
    got = numbers.as_json() | ranges(example, numbers).as_json()
    path = Path(EXAMPLES / "tier1-support-2.expected.json")
    assert_same(got, json.loads(path.read_text(encoding="utf-8")), "numbers")
    assert not numbers.missing


def test_the_findings_of_the_worked_example(example: PilotMap) -> None:
    told = [(finding.rule, finding.severity) for finding in find(example, TODAY)]
    assert told == [("PM105", "warning"), ("PM312", "warning"), ("PM501", "note")]


def test_the_sentence_sets_no_figure_of_the_map_beside_a_measured_one(example: PilotMap) -> None:
    numbers = figures(example)
    assert scale_words(example, numbers) == (
        "Measured 48 h; the map accounts for 41.8 h of it; with this pilot about 36.5 to 38 h; "
        "target 4 h."
    )
    assert verdict_words(example, numbers) == (
        "This step alone cannot reach the target: even with the step at nothing about 31.6 to "
        "33.7 h remain, the target is 4 h."
    )


@given(st.floats(0.1, 1000), st.floats(0.1, 1000), st.floats(0, 1), st.floats(0, 1))
def test_the_careful_reading_is_never_the_better_one(
    baseline: float, today: float, part: float, less: float
) -> None:
    after = today * part
    careful, hopeful = readings(baseline, today, after)
    assert careful >= hopeful - 1e-9 * baseline
    assert careful <= baseline * (1 + 1e-9)
    assert readings(baseline, today, after * less)[0] <= careful + 1e-9 * baseline


def ingredients(**changes: Any) -> Ingredients:
    plain: dict[str, Any] = {
        "baseline": 10.0,
        "target": 6.0,
        "change": "reduce",
        "mode": "draft",
        "today": Measured(10.0),
        "floor": Measured(2.0),
        "with_ai": Measured(5.0),
        "over_capacity": False,
    }
    return Ingredients(**(plain | changes))


@pytest.mark.parametrize(
    ("changes", "verdict"),
    [
        ({}, "reaches"),
        ({"with_ai": Measured(7.0)}, "falls_short"),
        ({"with_ai": Measured(7.0), "floor": Measured(6.5)}, "out_of_reach"),
        ({"over_capacity": True}, "no_capacity"),
        ({"today": Measured(4.9)}, "cannot_tell"),
        ({"today": Measured(15.1)}, "cannot_tell"),
        ({"today": Measured(8.0), "with_ai": Measured(4.2)}, "unexplained"),
        ({"today": Measured(10.0, 0.1), "with_ai": Measured(5.9, 0.1)}, "too_close"),
        ({"today": Measured(10.0, 0.01), "with_ai": Measured(5.9, 0.01)}, "reaches"),
        ({"mode": None, "with_ai": Measured()}, None),
        ({"mode": None, "with_ai": Measured(), "floor": Measured(7.0)}, "out_of_reach"),
        ({"change": "increase"}, None),
        ({"baseline": None}, None),
        ({"today": Measured(0.0)}, None),
    ],
)
def test_the_first_verdict_that_holds(changes: dict[str, Any], verdict: str | None) -> None:
    made = forecast(ingredients(**changes))
    assert made.verdict == verdict
    assert (made.because == "") == (verdict is not None)


@pytest.mark.parametrize("seed", range(100))
def test_visits_loops_and_loads_against_dense_matrices(seed: int) -> None:
    pilot_map = random_map(Random(seed))
    numbers = figures(pilot_map)
    assert numbers.visits is not None
    expected = chains.visits(pilot_map)
    for step, often in expected.items():
        assert math.isclose(numbers.visits[step], often, rel_tol=1e-9, abs_tol=1e-12)
    for loop in loops(Graph(pilot_map)).listed:
        chance = chains.return_chance(pilot_map, loop.steps)
        assert math.isclose(loop.chance, chance, rel_tol=1e-9, abs_tol=1e-12), loop
    pilot_map = pilot_map.replace(volume={"value": 40.0, "unit": "per day"})
    for lane, loaded in (figures(pilot_map).lane_load or {}).items():
        hours = sum(
            often * chains.work(pilot_map, step)
            for step, often in expected.items()
            if pilot_map.step_by_id[step].lane == lane
        )
        assert math.isclose(loaded.hours, 40 * hours, rel_tol=1e-9, abs_tol=1e-12)


@pytest.mark.parametrize("seed", range(100))
def test_from_one_step_to_another_against_drawn_cases(seed: int) -> None:
    pilot_map = random_map(Random(seed))
    random = Random(seed)
    first, last = (random.choice(pilot_map.steps[1:]).id for _ in range(2))
    pilot_map = edit_outcome(
        pilot_map, baseline={"value": 9.0, "unit": "h"}, starts_at=first, ends_at=last
    )
    cases = [
        chains.between(pilot_map, chains.one_case(pilot_map, random), first, last)
        for _ in range(1500)
    ]
    times = np.array([time for time in cases if time is not None])
    numbers = figures(pilot_map)
    if numbers.today is None:
        assert len(times) == 0
        return
    share = len(times) / len(cases)
    counted = numbers.cases_counted or 0.0
    assert abs(counted - share) <= 5 * math.sqrt(max(share * (1 - share), 1e-4) / len(cases)) + 1e-3
    if len(times) > 50:
        error = times.std(ddof=1) / math.sqrt(len(times))
        assert abs(numbers.today - times.mean()) <= 5 * error + 1e-9 * numbers.today


def test_titles_owners_and_names_change_no_figure(example: PilotMap) -> None:
    pilot_map = edit_map(example, title="Another", organisation="Others")
    pilot_map = edit_outcome(pilot_map, owner="Somebody else", measured_in="elsewhere")
    for step in pilot_map.steps:
        pilot_map = edit_step(pilot_map, step.id, name=f"{step.name}, renamed")
    pilot_map = edit_lane(pilot_map, "agent", group="Others")
    pilot_map = edit_pilot(pilot_map, sees="other words")
    assert figures(pilot_map) == figures(example)
    assert ranges(pilot_map, figures(pilot_map)) == ranges(example, figures(example))


def test_chances_of_two_seeds_are_alike(example: PilotMap) -> None:
    m = edit_outcome(example, target={"value": 38.0, "unit": "h"})
    numbers = figures(m)
    one, other = (ranges(m, numbers, draws=10_000, seed=seed) for seed in (1, 2))
    assert one.chance is not None
    assert other.chance is not None
    assert 0.2 < one.chance < 0.8
    assert abs(one.chance - other.chance) < 0.03
    usual = ranges(m, numbers)
    for name in ("forecast_p10", "forecast_p90"):
        assert getattr(usual, name) == pytest.approx(getattr(one, name), rel=0.01)


def test_moving_one_number_in_the_map_gives_what_the_influence_says(example: PilotMap) -> None:
    """Each end of a range, put into the map itself and reckoned from the beginning."""
    for one in ranges(example, figures(example)).influence:
        for hours, told in ((one.low, one.forecast_low), (one.high, one.forecast_high)):
            moved = figures(_moved(example, one.ref, hours))
            assert moved.forecast == pytest.approx(told, rel=1e-9), one.ref


def _moved(pilot_map: PilotMap, ref: str, value: float) -> PilotMap:
    kind, _, rest = ref.partition(".")
    time = {"value": value, "unit": "h"}
    if kind == "outcome":
        return edit_outcome(pilot_map, baseline=time)
    if kind == "pilot":
        share = rest in ("unsure", "rejected")
        return edit_pilot(pilot_map, **{rest: {"value": value} if share else time})
    step, _, key = rest.partition(".")
    return edit_step(pilot_map, step, **{key: time})


def test_who_takes_part_works_too(example: PilotMap) -> None:
    before = figures(example)
    after = figures(edit_step(example, "repair", with_lanes=("lead", "customer")))
    work = 0.49 * 40 / 60
    assert after.expected_work == pytest.approx((before.expected_work or 0) + work)
    assert after.expected_elapsed == before.expected_elapsed
    assert after.work_by_lane is not None
    assert after.work_by_lane["customer"] == pytest.approx(work)
    assert number_of(example.lane_by_id["lead"].people) == 3
