"""What a signed PDF that came back adds to the map: each seat once, and nothing that is not so."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from pilotmap.analysis.chain import broken_records, recorded
from pilotmap.analysis.seats import seats
from pilotmap.model.signoff import Condition
from pilotmap.signing.import_signatures import may_be_taken_back, taken_back
from tests.signing.files import ORDER, judged, signed, support, trust

NOW = datetime.now(UTC)


def test_three_signatures_sign_gate_1() -> None:
    found = taken_back(support(), judged(signed(*ORDER)), NOW, "facilitator")
    assert found.seats == ORDER
    assert all(seats(found.map)[seat].agrees for seat in ORDER)
    assert broken_records(found.map.signoffs) == ()
    assert {record.entered_by for record in found.map.signoffs} == {"facilitator"}


def test_the_same_file_twice_adds_nothing() -> None:
    report = judged(signed("it", "business"))
    once = taken_back(support(), report, NOW).map
    assert not may_be_taken_back(once, report)
    assert taken_back(once, report, NOW + timedelta(hours=1)) == (once, (), ())


def test_a_refused_file_adds_nothing() -> None:
    report = judged(signed(*ORDER) + b"\n")
    found = taken_back(support(), report, NOW)
    assert (found.map, found.seats) == (support(), ())
    assert found.left_out[0].startswith("Nothing was recorded")


def test_another_version_of_the_map_gets_no_record() -> None:
    changed = support().replace(title="Another title")
    report = judged(signed(*ORDER))
    assert not may_be_taken_back(changed, report)
    assert taken_back(changed, report, NOW).map == changed


def test_conditions_that_were_recorded_stay() -> None:
    condition = Condition(text="A sandbox is ready", owner="Platform")
    before = recorded(
        support(), "it", "Holder of it", "approved with conditions", "2026-01-01T10:00:00+00:00",
        conditions=(condition,), title="Platform owner",
    )  # fmt: skip
    record = taken_back(before, judged(signed("it")), NOW).map.signoffs[-1]
    assert record.decision == "approved with conditions"
    assert record.conditions == (condition,)
    assert record.title == "Platform owner"


def test_a_seat_that_declines_is_not_overruled() -> None:
    before = recorded(
        support(), "it", "Somebody", "declined", "2026-01-01T10:00:00+00:00", statement="No"
    )
    found = taken_back(before, judged(signed("it")), NOW)
    assert found.map == before
    assert "declines in the map" in found.left_out[0]


def test_a_stranger_in_a_seat_is_not_recorded() -> None:
    report = judged(signed("it"), trust={"it": trust()["business"]})
    found = taken_back(support(), report, NOW)
    assert found.map == support()
    assert "not the registered one" in found.left_out[0]


def test_a_clock_that_runs_behind_is_told() -> None:
    before = recorded(support(), "it", "Ada", "approved", "2099-01-01T10:00:00+00:00")
    report = replace(judged(signed("business")), meaning=judged(signed("business")).meaning)
    found = taken_back(before, report, NOW)
    assert found.map == before
    assert "later than this computer’s clock" in found.left_out[0]
