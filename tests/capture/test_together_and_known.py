"""Lanes that take part, phases, and what is said of numbers: typed, refused, read from a page."""

import pytest

from pilotmap.capture.outline import read_outline
from pilotmap.capture.outline_text import write_outline
from pilotmap.model.errors import EditRefused
from pilotmap.model.known import Count, Share
from pilotmap.model.map import PilotMap, empty_map
from pilotmap.model.process import Step
from pilotmap.model.quantity import Duration, Money
from tests.builders import map_of, typed


def lanes_of(pilot_map: PilotMap, step: Step) -> list[str]:
    return [pilot_map.lane_by_id[lane].name for lane in step.lanes]


@pytest.mark.parametrize(
    ("line", "lanes"),
    [
        ("Agent + Lab: check", ["Agent", "Lab"]),
        ("Agent + lab + Customer: check", ["Agent", "Lab", "Customer"]),
        ("Agent: check [with Lab]", ["Agent", "Lab"]),
        ('Agent: check [mit "Lab, West", QA]', ["Agent", "Lab, West", "QA"]),
        ('"Agent + Lab": check', ["Agent + Lab"]),
        ("R + D: check", ["R + D"]),
        (r"Agent \+ Lab: check", ["Agent + Lab"]),
    ],
)
def test_further_lanes_take_part_in_one_step(line: str, lanes: list[str]) -> None:
    m, _ = typed("lane: R + D", "Agent: raised", line)
    assert lanes_of(m, m.steps[-1]) == lanes
    assert len(m.steps) == 2
    assert write_outline(map_of(write_outline(m))) == write_outline(m)


def test_lanes_that_are_typed_for_the_first_time_are_made_as_any_other() -> None:
    m, _ = typed("Agent + customer: call")
    assert [(lane.name, lane.kind) for lane in m.lanes] == [
        ("Agent", "team"),
        ("Customer", "outside"),
    ]


def test_a_lane_does_not_take_part_in_its_own_step() -> None:
    with pytest.raises(EditRefused):
        typed("Agent: check [with Agent]")


def test_a_phase_begins_at_the_next_step() -> None:
    m, _ = typed("raised", "== Triage", "? known", "== Repair ==", "> yes", "mend", "=====", "end")
    by_id = m.step_by_id
    assert [(phase.name, by_id[phase.first].name) for phase in m.phases] == [
        ("Triage", "Known?"),
        ("Repair", "Mend"),
    ]
    with pytest.raises(EditRefused):
        typed("raised", "== Triage", "== Repair")


def test_a_phase_without_a_step_is_not_lost_without_a_word() -> None:
    outline = read_outline(empty_map(), "a\nb\n== Triage\n")
    assert [(line.number, line.text) for line in outline.unread] == [(3, "== Triage")]


def test_what_is_known_of_numbers_is_read_in_either_language() -> None:
    m, _ = typed(
        "Währung: EUR",
        "lane: Desk [3 people from 2 to 4 estimated: Ann] [38 EUR die Stunde gemessen]",
        "Desk: log [5 min from 3 to 8 measured: May]",
        "sort [wartet 2 d von 1 bis 5 geschätzt: Bo] [returned 10% from 5 to 20% guessed]",
    )
    lane, (log, sort) = m.lanes[0], m.steps
    assert lane.people == Count(value=3, low=2, high=4, basis="estimated", source="Ann")
    assert lane.rate == Money(value=38, unit="EUR", basis="measured")
    assert log.work == Duration(value=5, unit="min", low=3, high=8, basis="measured", source="May")
    assert sort.wait == Duration(value=2, unit="d", low=1, high=5, basis="estimated", source="Bo")
    assert m.flows[0].returned == Share(value=0.1, low=0.05, high=0.2, basis="guessed")


def test_a_number_outside_of_its_bounds_stays_unread() -> None:
    m, _ = typed("a", "log [5 min from 6 to 8]")
    assert m.steps[-1].work is None
    assert "[5 min from 6 to 8]" in m.steps[-1].name


def test_money_in_another_currency_than_the_maps_is_refused() -> None:
    with pytest.raises(EditRefused, match="EUR"):
        typed("currency: EUR", "lane: Desk [38 USD an hour]")
    m, _ = typed("lane: Desk [38 USD an hour]")
    assert m.currency == "USD"
