"""How sure a forecast is where parallel work leaves only cases to be followed."""

import pytest

from pilotmap.analysis.figures import Figures, figures
from pilotmap.analysis.ranges import Ranges, ranges
from pilotmap.model.edits.fields import edit_outcome, edit_pilot, edit_step
from pilotmap.model.map import PilotMap
from pilotmap.storage.json_file import load
from tests.analysis.small import marked, process
from tests.conftest import PROJECT


@pytest.fixture(scope="module")
def plain() -> PilotMap:
    """Two branches at once, then the AI step: nothing is left to chance."""
    flows = "s-p1 p1-a p1-b a-p2 b-p2 p2-t t-e"
    pilot_map = marked(
        process(flows, "a=2+8 b=1+4 t=1+9"),
        "t",
        mode="draft",
        human="lane_Agent",
        review={"value": 1.0, "unit": "h"},
        review_wait={"value": 2.0, "unit": "h"},
    )
    return edit_outcome(
        pilot_map,
        change="reduce",
        baseline={"value": 20.0, "unit": "h", "basis": "measured"},
        target={"value": 13.0, "unit": "h"},
    )


@pytest.fixture(scope="module")
def sure(plain: PilotMap) -> tuple[Figures, Ranges]:
    numbers = figures(plain)
    return numbers, ranges(plain, numbers, draws=400)


def test_a_join_waits_for_the_slower_branch_in_every_version(
    plain: PilotMap, sure: tuple[Figures, Ranges]
) -> None:
    """The forecast is 10 h of the slower branch and 3 h of the review, of 20 h measured."""
    numbers, found = sure
    assert numbers.forecast == pytest.approx(13)
    ends = {one.ref: (one.forecast_low, one.forecast_high) for one in found.influence}
    assert ends["pilot.review_wait"] == pytest.approx((12, 14))
    assert "steps.b.wait" not in ends, "even the longest wait there ends before the other branch"
    for hours, told in zip((4.0, 12.0), ends["steps.a.wait"], strict=True):
        moved = edit_step(plain, "a", wait={"value": hours, "unit": "h"})
        assert figures(moved).forecast == pytest.approx(told)


def test_the_chance_is_a_share_of_draws_between_never_and_always(
    sure: tuple[Figures, Ranges],
) -> None:
    numbers, found = sure
    assert found.because == ""
    assert found.chance is not None
    assert 0.2 < found.chance < 0.8
    assert found.forecast_p10 is not None
    assert found.forecast_p90 is not None
    assert found.forecast_p10 < (numbers.forecast or 0.0) < found.forecast_p90


def test_the_level_is_that_of_the_twenty_thousand_cases() -> None:
    """With ranges of nothing each draw is the forecast itself, whatever few cases would say."""
    pilot_map = load(PROJECT / "tests/data/figures/parallel-noise.pilotmap.json")
    told: list[float] = []
    numbers = figures(pilot_map)
    found = ranges(pilot_map, numbers, draws=60, progress=told.append)
    assert told == sorted(told)
    assert told[-1] == pytest.approx(1)
    again = ranges(pilot_map, numbers, draws=60)
    assert again == found
    assert found.chance is not None
    for one in found.influence:
        low, high = sorted((one.forecast_low, one.forecast_high))
        assert low * 0.98 <= (numbers.forecast or 0.0) <= high * 1.02, one.ref


def test_from_step_to_step_with_parallel_work(plain: PilotMap) -> None:
    """From the join to the AI step: 10 h today, 3 h with the AI, of 10 h measured."""
    pilot_map = edit_outcome(
        plain,
        starts_at="t",
        ends_at="t",
        baseline={"value": 10.0, "unit": "h", "low": 10.0, "high": 10.0},
        target={"value": 4.0, "unit": "h"},
    )
    pilot_map = edit_pilot(pilot_map, review={"value": 1.0, "unit": "h", "low": 1.0, "high": 1.0})
    numbers = figures(pilot_map)
    assert (numbers.today, numbers.with_ai) == pytest.approx((10, 3))
    ends = {
        one.ref: (one.forecast_low, one.forecast_high)
        for one in ranges(pilot_map, numbers, draws=50).influence
    }
    assert ends["pilot.review_wait"] == pytest.approx((2, 4))
    assert "steps.a.wait" not in ends
