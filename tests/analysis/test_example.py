"""The worked example gives the figures that were computed by hand."""

from datetime import date
from typing import Any

import pytest

from pilotmap.analysis.figures import figures, quick_figures
from pilotmap.analysis.findings import find
from pilotmap.analysis.gate1 import gate1
from pilotmap.analysis.sentences import outcome_sentence
from pilotmap.analysis.time_sentences import figure_sentences
from pilotmap.model.map import PilotMap

TODAY = date(2027, 3, 5)


def assert_same(got: Any, expected: Any, place: str = "$") -> None:
    if isinstance(expected, dict):
        for key in expected:
            assert_same(got[key], expected[key], f"{place}.{key}")
    elif isinstance(expected, int | float) and not isinstance(expected, bool):
        assert got == pytest.approx(expected, rel=1e-9), place
    else:
        assert got == expected, place


def test_counts_and_ledger(support_map: PilotMap) -> None:
    numbers = figures(support_map)
    counts = (numbers.steps, numbers.decisions, numbers.lanes, numbers.systems, numbers.handoffs)
    assert counts == (6, 2, 4, 5, 6)
    worst = max(numbers.handoff_ledger, key=lambda row: row.lost or 0)
    assert (worst.number, worst.source, worst.target) == ("H1", "customer", "agent")
    assert (worst.passes, worst.through, worst.lost) == ("Ticket", "zendesk", 14.0)
    assert numbers.handoff_ledger[1].as_json()["from"] == "agent"
    assert sum(numbers.work_by_lane.values()) == pytest.approx(numbers.expected_work)


def test_percentiles_lie_where_the_paths_do(support_map: PilotMap) -> None:
    """51 % take the known fix; 9 % fail after it; 40 % are diagnosed."""
    numbers = figures(support_map)
    assert numbers.elapsed_p50 == pytest.approx(28 + 40 / 60)
    assert numbers.elapsed_p90 == pytest.approx(28 + 25 / 60 + 22 + 25 / 60 + 8 + 46 / 60)


def test_same_map_same_figures_and_drags_change_none(support_map: PilotMap) -> None:
    first = support_map.steps[1]
    pinned = support_map.replace(
        steps=(
            support_map.steps[0],
            first.replace(pin={"column": 3, "row": 0}),
            *support_map.steps[2:],
        )
    )
    assert figures(pinned) == figures(support_map)


def test_nothing_stands_against_the_example_but_its_reach(support_map: PilotMap) -> None:
    rules = [(finding.rule, finding.severity) for finding in find(support_map, TODAY)]
    assert rules == [("PM105", "warning"), ("PM312", "warning"), ("PM501", "note")]


def test_the_left_column_of_the_window(support_map: PilotMap) -> None:
    flows = tuple(flow.replace(label="") if flow.id == "f8" else flow for flow in support_map.flows)
    pilot_map = support_map.replace(flows=flows, pilot=support_map.pilot.replace(escalates_to=None))
    assert [(part.title, part.state, part.summary) for part in gate1(pilot_map, TODAY).parts] == [
        ("Outcome", "done", "48 → 4 h by 30 Jun 2027"),
        ("Process map", "warning", "1 decision branch has no label"),
        ("AI step", "done", "Triage and classify"),
        ("Working together", "warning", "Nobody named for escalation"),
        ("Sign-off", "error", "0 of 3 · opens when 1–4 are clear"),
    ]
    assert [finding.rule for finding in find(pilot_map, TODAY)][:3] == ["PM204", "PM303", "PM105"]
    assert gate1(pilot_map, TODAY).days_open == 3


def test_sentences_read_aloud(support_map: PilotMap) -> None:
    assert outcome_sentence(support_map) == (
        "Reduce the average time to resolution of Tier 1 support tickets from 48 hours to 4 hours "
        "by 30 June 2027."
    )
    assert figure_sentences(support_map, quick_figures(support_map))[:4] == (
        "A case takes 41.8 h on average.",
        "People work 1.1 h on it.",
        "The AI step takes 14.3 h of it.",
        "Most of the rest: “Log the ticket”, 14.1 h.",
    )
