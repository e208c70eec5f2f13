"""What small maps, each with one thing amiss, come to: the verdict, and what must be said of it.

The figures beside a verdict are sums that anybody can redo. Most maps are one process: Triage (1 h
of work after 6 h), then 60 % Send answer (1 h after 1 h) and 40 % Repair (2 h after 2 h), 9.8 h in
all, measured 10 h, target 6 h; an approval of 3 min after 10 min, 10 % unsure, 10 % rejected.
"""

from datetime import date
from typing import Any, NamedTuple

import pytest

from pilotmap.analysis.figures import Figures, figures, quick_figures
from pilotmap.analysis.findings import find
from pilotmap.analysis.ranges import ranges
from pilotmap.analysis.reasons import null_reasons
from pilotmap.analysis.verdict_words import scale_words
from pilotmap.model.edits.fields import edit_outcome
from pilotmap.model.map import PilotMap
from pilotmap.storage.json_file import load
from tests.conftest import PROJECT

TODAY = date(2027, 1, 15)
MINUTE, SECOND = 1 / 60, 1 / 3600
BY_HAND = 7.0
"""Triage: 1 h of work after 6 h."""
REST = 0.6 * 2 + 0.4 * 4
"""What follows Triage."""
LOOK = 13 * MINUTE


def approved(by_hand: float, look: float) -> float:
    """The whole with an approval: by hand where the AI is unsure or its answer rejected."""
    return 5 * SECOND + 0.1 * by_hand + 0.9 * (look + 0.1 * by_hand) + REST


def careful(baseline: float, today: float, after: float) -> float:
    return max(baseline - today + after, baseline * after / today)


class Case(NamedTuple):
    verdict: str | None
    said: set[str]
    figures: dict[str, Any]
    silent: frozenset[str] = frozenset()
    """Rules that must not speak."""


CASES = {
    "ai-makes-it-slower": Case(
        "falls_short",
        {"PM112", "PM311"},
        {
            "with_ai": approved(5 + 6, 12 + 10 * MINUTE),
            "saving": 13.8 - approved(5 + 6, 12 + 10 * MINUTE),
            "lane_load.a.ratio": 0.5 * (5 + 0.6) / 10,
        },
    ),
    "edge-returned1": Case("reaches", {"PM502", "PM306"}, {"returns": None}),
    "edge-share01-reach": Case(
        "no_capacity",
        {"PM306"},
        {
            "expected_elapsed": BY_HAND + 2,
            "visits.x": 0.0,
            "exposure.autonomous.steps": 2,
            "lane_load_with_ai.a.ratio": 10 * (0.1 + 0.9 * 3 * MINUTE + 0.9 * 0.1 + 1) / 10,
        },
    ),
    "edge-unsure_none": Case(
        "reaches",
        {"PM310"},
        {"with_ai": LOOK + REST, "forecast": careful(10, 9.8, LOOK + REST)},
    ),
    "lane-overloaded": Case(
        "no_capacity", {"PM306", "PM217"}, {"lane_load.a.ratio": 160 * 1.6 / 10}
    ),
    "leave": Case(None, {"PM301"}, {"forecast": None, "lane_load_with_ai": None}),
    "nested3": Case(None, set(), {"loops": [0.2, 0.3, 0.5]}),
    "no-branch-percentiles": Case(
        "falls_short", {"PM111", "PM210"}, {"elapsed_p50": None, "elapsed_p90": None}
    ),
    "no-opened": Case("out_of_reach", {"PM105", "PM401", "PM405"}, {}),
    "outcome-is-first-response": Case("cannot_tell", {"PM110"}, {}),
    "outcome-is-work-not-lead-time": Case("cannot_tell", {"PM110"}, {}),
    "overnight-14h-in-wd": Case(
        "unexplained",
        {"PM111"},
        {"stated_baseline": 24.0, "stated_target": 8.0, "expected_elapsed": 14 + 1 + REST},
    ),
    "parallel-noise": Case("falls_short", {"PM111"}, {}),
    "reasonable-outputs": Case("reaches", {"PM106"}, {}),
    "remain-of-less": Case("out_of_reach", {"PM105", "PM112"}, {}),
    "review-by-nobody": Case(
        "no_capacity", {"PM306"}, {"lane_load_with_ai.a.available": 0.0, "seen_share": 0.0}
    ),
    "target-below-with-ai": Case("falls_short", {"PM111"}, {"with_ai": approved(BY_HAND, LOOK)}),
    "unit-hours-typed": Case("out_of_reach", {"PM105"}, {"stated_baseline": 48.0}),
    "vague-signed": Case(None, {"PM101", "PM106"}, {}),
    "veto-1s-clears-PM305": Case(
        "reaches",
        {"PM305"},
        {"exposure.autonomous.outside": ["Customer"], "exposure.recommendation.outside": []},
    ),
    "wd-in-calendar-week": Case(
        "reaches",
        {"PM217"},
        {
            "stated_baseline": 168.0,
            "stated_target": 72.0,
            "expected_elapsed": 5 * 33.6 + 1 + REST,
        },
        frozenset({"PM113"}),
    ),
}


def small_map(name: str) -> PilotMap:
    return load(PROJECT / f"tests/data/figures/{name}.pilotmap.json")


def test_every_small_map_is_told() -> None:
    files = {path.name for path in (PROJECT / "tests/data/figures").iterdir()}
    assert files == {f"{name}.pilotmap.json" for name in CASES}


@pytest.mark.parametrize("name", CASES)
def test_the_verdict_and_what_is_said_of_it(name: str) -> None:
    case, pilot_map = CASES[name], small_map(name)
    numbers = figures(pilot_map)
    said = {finding.rule for finding in find(pilot_map, today=TODAY, numbers=numbers)}
    assert numbers.as_json()["verdict"] == case.verdict
    assert case.said <= said
    assert not case.silent & said
    for path, expected in case.figures.items():
        assert told(numbers, path) == (
            pytest.approx(expected, rel=1e-9) if isinstance(expected, float) else expected
        ), path


def told(numbers: Figures, path: str) -> Any:
    if path == "loops":
        return [pytest.approx(loop.chance, rel=1e-9) for loop in numbers.loops]
    value: Any = numbers.as_json()
    for key in path.split("."):
        value = value[key]
    return value


def test_the_numbers_that_nobody_gave_are_named_one_by_one() -> None:
    pilot_map = small_map("edge-unsure_none")
    named = [f.message for f in find(pilot_map, TODAY) if f.rule == "PM310"]
    assert len(named) == 3
    assert "how long the AI takes" in named[0]


def test_what_always_comes_back_is_said_to_have_no_time() -> None:
    pilot_map = small_map("edge-returned1")
    numbers = figures(pilot_map)
    assert numbers.handoff_ledger[0].return_loss is None
    assert null_reasons(pilot_map, numbers)["returns"] == "what goes by H1 comes back every time"


def test_a_verdict_against_an_ai_is_asked_for_its_reason_and_nothing_else() -> None:
    pilot_map = small_map("leave")
    errors = [f.rule for f in find(pilot_map, TODAY) if f.severity == "error"]
    assert errors == ["PM301"]
    assert null_reasons(pilot_map, figures(pilot_map))["forecast"] == "no AI is to take over a step"


def test_a_typed_unit_is_the_unit() -> None:
    pilot_map = small_map("unit-hours-typed")
    signs = edit_outcome(
        pilot_map,
        baseline=pilot_map.outcome.baseline.replace(unit="h"),
        target=pilot_map.outcome.target.replace(unit="h"),
    )
    assert figures(signs) == figures(pilot_map)


def test_simulated_figures_near_the_target_are_not_called_by_luck() -> None:
    """The map of parallel work with its forecast as the target: no case decides that."""
    pilot_map = small_map("parallel-noise")
    numbers = figures(pilot_map)
    near = edit_outcome(pilot_map, target={"value": numbers.forecast, "unit": "h"})
    assert figures(near).verdict == "too_close"


@pytest.mark.parametrize("name", CASES)
def test_every_figure_that_is_null_says_why(name: str) -> None:
    pilot_map = small_map(name)
    numbers = figures(pilot_map)
    sure = ranges(pilot_map, numbers, draws=50)
    assert_every_null_is_told(pilot_map, numbers, numbers.as_json() | sure.as_json(), sure)


@pytest.mark.parametrize("name", CASES)
def test_the_window_says_why_too_while_nothing_is_simulated(name: str) -> None:
    pilot_map = small_map(name)
    numbers = quick_figures(pilot_map)
    assert_every_null_is_told(pilot_map, numbers, numbers.as_json(), None)


def assert_every_null_is_told(
    pilot_map: PilotMap, numbers: Figures, data: dict[str, Any], sure: Any
) -> None:
    reasons = null_reasons(pilot_map, numbers, sure)
    assert set(reasons) == {name for name, value in data.items() if value is None}
    assert all(reason and not reason.endswith(".") for reason in reasons.values())


@pytest.mark.parametrize("name", CASES)
def test_the_sentence_that_is_signed_names_both_scales(name: str) -> None:
    pilot_map = small_map(name)
    numbers = quick_figures(pilot_map)
    said = scale_words(pilot_map, numbers)
    assert ("measured" in said.lower()) == (numbers.today is not None and bool(said))
