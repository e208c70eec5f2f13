"""The sentences that a stakeholder reads."""

from datetime import date

import pytest

from pilotmap.model.map import PilotMap
from pilotmap.model.outcome import Outcome
from pilotmap.model.quantity import Quantity
from pilotmap.report.document.dates import moment_text, moment_with_offset, period_text
from pilotmap.report.document.words import baseline_note, outcome_sentence, quantity_text
from pilotmap.report.setting.spans import Span
from pilotmap.report.setting.structure import Element
from pilotmap.report.setting.typeset import paragraph_slices
from pilotmap.report.setting.typography import BODY


def said(spans: tuple[object, ...]) -> str:
    return "".join(span.text for span in spans)  # type: ignore[attr-defined]


def test_the_outcome_is_one_sentence(support_map: PilotMap) -> None:
    assert said(outcome_sentence(support_map.outcome)) == (
        "Reduce the average time to resolution of Tier 1 support tickets "
        "from 48 hours to 4 hours by 30 June 2027."
    )


def test_each_missing_part_is_marked(support_map: PilotMap) -> None:
    spans = outcome_sentence(Outcome(change="increase", measure="the share of answers"))
    assert said(spans).startswith("Increase the share of answers of [of which cases]")
    assert {span.text for span in spans if span.colour == "error"} == {
        "[of which cases]", "[today’s number]", "[the target]", "[which day]",
    }  # fmt: skip
    assert all(span.colour is None for span in outcome_sentence(support_map.outcome))


def test_the_baseline_says_how_it_is_known(support_map: PilotMap) -> None:
    assert said(baseline_note(support_map.outcome)).startswith(
        "Baseline: measured, Zendesk report “Resolution time”, January to February 2027, 3,412"
    )
    assert "how it is known is not yet answered" in said(baseline_note(Outcome()))


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (Quantity(value=48.0, unit="h"), "48 hours"),
        (Quantity(value=1.0, unit="d"), "1 day"),
        (Quantity(value=2.5, unit="wd"), "2.5 working days"),
        (Quantity(value=3.5, unit="%"), "3.5 %"),
        (Quantity(value="soon", unit="h"), ""),
        (None, ""),
    ],
)
def test_quantities_in_words(quantity: Quantity | None, words: str) -> None:
    assert quantity_text(quantity) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2027, 3, 2), date(2027, 3, 12), "2 to 12 March 2027"),
        (date(2027, 3, 2), date(2027, 3, 2), "2 March 2027"),
        (date(2027, 3, 30), date(2027, 4, 2), "30 March 2027 to 2 April 2027"),
        (date(2026, 12, 30), date(2027, 1, 2), "30 December 2026 to 2 January 2027"),
    ],
)
def test_periods_say_once_what_both_ends_share(first: date, last: date, words: str) -> None:
    assert period_text(first, last) == words


def test_times_are_those_of_the_place_where_they_were_recorded() -> None:
    assert moment_text("2027-03-12T14:02:00+01:00") == "12 March 2027, 14:02"
    assert moment_with_offset("2027-03-12T14:02:00+01:00") == "12 March 2027, 14:02 (UTC+01:00)"
    assert moment_with_offset("2027-03-12T23:59:59Z") == "12 March 2027, 23:59 (UTC)"


def seen(text: str, width: float) -> list[str]:
    """The lines of a paragraph as an eye meets their words, from left to right."""
    slices = paragraph_slices((Span(text),), BODY, width, Element("P"))
    return [
        " ".join(
            run.text.strip(" \u200f")
            for layer in each.layers
            for line in layer.primitives
            for run in line.shaped.runs  # type: ignore[union-attr]
        )
        for each in slices
    ]


def test_a_sentence_keeps_its_direction_over_its_lines_and_styles() -> None:
    text = "Nothing leaves this step until סוכן תמיכה approves it."
    first, second = seen(text, 165)
    assert first == "Nothing leaves this step until סוכן"
    assert second == "תמיכה approves it."
    spans = (Span("done by "), Span("סוכן ", weight=600), Span("תמיכה"), Span(" today"))
    (line,) = paragraph_slices(spans, BODY, 500, Element("P"))
    words = [each.text.strip() for layer in line.layers for each in layer.primitives]  # type: ignore[union-attr]
    assert words == ["done by", "תמיכה", "סוכן", "today"]
