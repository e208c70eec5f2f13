"""What is read aloud and printed."""

from datetime import date
from typing import Any

import pytest

from pilotmap.analysis.figures import figures
from pilotmap.analysis.sentences import outcome_sentence
from pilotmap.analysis.time_sentences import figure_sentences
from pilotmap.analysis.wording import hours_text, listed, percent, quantity_words
from pilotmap.model.map import empty_map
from pilotmap.model.quantity import Quantity
from tests.analysis.rule_cases import FULL, hours
from tests.analysis.small import marked, process


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({}, "Reduce the time to answer of tickets from 48 hours to 4 hours by 30 June 2027."),
        (
            {"measure": "", "target": None, "by": None},
            "Reduce the … of tickets from 48 hours to … by ….",
        ),
        (
            {"change": "increase", "measure": "NPS", "target": hours(1, "d")},
            "Increase the NPS of tickets from 48 hours to 1 day by 30 June 2027.",
        ),
        (
            {
                "measure": "Share paid late",
                "population": "in the north",
                "baseline": Quantity(value=12.5, unit="%"),
                "target": Quantity(value="few", unit=""),
            },
            "Reduce the share paid late in the north from 12.5 % to few by 30 June 2027.",
        ),
        (
            {"measure": "The Zendesk backlog"},
            "Reduce the Zendesk backlog of tickets from 48 hours to 4 hours by 30 June 2027.",
        ),
    ],
)
def test_outcome_sentence(changes: dict[str, Any], sentence: str) -> None:
    assert outcome_sentence(empty_map().replace(outcome=FULL.replace(**changes))) == sentence


def test_short_processes_are_told_in_minutes() -> None:
    m = process("s-a a-b b-e", "a=0.25+0 b=0.1+0.05")
    assert figure_sentences(m, figures(m)) == (
        "A case takes 24 min on average.",
        "People work 21 min on it.",
        "Most of the time: “Name of a”, 15 min.",
        "No forecast: baseline or target is no time that can be compared.",
    )


def test_a_map_without_times_says_nothing() -> None:
    m = process("s-a a-e")
    assert figure_sentences(m, figures(m)) == (
        "No forecast: baseline or target is no time that can be compared.",
    )


def test_words() -> None:
    assert [hours_text(value) for value in (44.69, 4, 1 / 3, 10 / 3600, 0, 1234)] == [
        "44.7 h",
        "4 h",
        "20 min",
        "10 s",
        "0 h",
        "1,234 h",
    ]
    assert listed("abcdefg") == "a, b, c, d and 3 more"
    assert listed("abcde") == "a, b, c, d and e"
    assert [percent(share) for share in (0.6, 0.125, 1, 0.0005)] == [
        "60 %",
        "12.5 %",
        "100 %",
        "0.05 %",
    ]
    assert quantity_words(1, "wd") == "1 working day"
    assert quantity_words(3, "errors per 100") == "3 errors per 100"


class TestFigures:
    M = marked(process("s-a a-b b-e", "a=1+2 b=3+4"), "a", mode="draft", human="lane_Agent")

    def test_an_outcome_that_is_no_time_has_no_stated_hours(self) -> None:
        outcome = FULL.replace(baseline=hours(12, "%"), target=hours(3, "%"))
        numbers = figures(self.M.replace(outcome=outcome))
        assert (numbers.stated_baseline, numbers.stated_target) == (None, None)
        assert (numbers.explained, numbers.verdict) == (None, None)
        assert (numbers.today, numbers.ai_share, numbers.floor) == (None, None, None)

    def test_times_in_other_units_are_hours(self) -> None:
        outcome = FULL.replace(baseline=hours(2, "wd"), target=hours(420, "min"))
        numbers = figures(self.M.replace(outcome=outcome))
        assert (numbers.stated_baseline, numbers.stated_target) == (16, 7)
        assert numbers.explained == pytest.approx(10 / 16)

    def test_a_forecast_is_made_of_reductions_only(self) -> None:
        outcome = FULL.replace(change="increase", target=hours(60), baseline=hours(9))
        numbers = figures(self.M.replace(outcome=outcome))
        assert numbers.verdict is None
        assert "fall" in numbers.verdict_because

    @pytest.mark.parametrize(("unit", "days"), [("per day", 1), ("per week", 5), ("per month", 21)])
    def test_review_load(self, unit: str, days: int) -> None:
        lane = self.M.lanes[0].replace(people=2.0, hours_per_day=3.0)
        pilot = self.M.pilot.replace(
            unsure=0.25, escalates_to="lane_Agent", review={"value": 6.0, "unit": "min"}
        )
        volume = {"value": 40.0 * days, "unit": unit}
        pilot_map = self.M.replace(lanes=(lane,), pilot=pilot, volume=volume)
        load = figures(pilot_map).review_load
        assert load is not None
        assert load == pytest.approx((3.0, 6.0, 0.5))
        alone = figures(pilot_map.replace(pilot=pilot.replace(mode="autonomous")))
        assert alone.review_load is None
        assert alone.missing == ()

    def test_the_longest_of_the_rest_is_never_the_ai_step(self) -> None:
        assert figures(marked(self.M, "b")).longest_remaining == "a"
        assert figures(process("s-a a-e")).longest_remaining is None

    def test_the_date_of_today_matters_to_no_figure(self) -> None:
        pilot_map = self.M.replace(opened=date(2000, 1, 1))
        assert figures(pilot_map).expected_elapsed == figures(self.M).expected_elapsed
