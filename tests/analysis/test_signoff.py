"""Seats, the chain of records, and the gate as a whole."""

import hashlib
import json
from datetime import date
from typing import Any

import pytest

from pilotmap.analysis.chain import broken_records, record_id, record_sentence, recorded
from pilotmap.analysis.findings import find
from pilotmap.analysis.gate1 import gate1
from pilotmap.analysis.seats import seats
from pilotmap.model.map import PilotMap
from pilotmap.model.meaning import meaning
from pilotmap.model.signoff import SEATS, Decision, Signoff

TODAY = date(2027, 3, 20)


def sign(
    pilot_map: PilotMap, seat: Any, decision: Decision = "approved", day: int = 12
) -> PilotMap:
    return recorded(
        pilot_map, seat, f"Name of {seat}", decision, f"2027-03-{day:02}T14:02:00+01:00"
    )


def all_signed(pilot_map: PilotMap, decision: Decision = "approved") -> PilotMap:
    for seat in SEATS:
        pilot_map = sign(pilot_map, seat, decision)
    return pilot_map


def rules(pilot_map: PilotMap) -> set[str]:
    return {finding.rule for finding in find(pilot_map, TODAY)}


class TestChain:
    def test_the_id_is_the_digest_of_the_canonical_record(self, support_map: PilotMap) -> None:
        record = sign(support_map, "it").signoffs[0]
        data = {
            "at": "2027-03-12T14:02:00+01:00",
            "decision": "approved",
            "meaning": meaning(support_map),
            "name": "Name of it",
            "seat": "it",
        }
        canonical = json.dumps(data, sort_keys=True, separators=(",", ":")).encode()
        assert record.id == hashlib.sha256(canonical).hexdigest()

    def test_an_honest_chain_holds(self, support_map: PilotMap) -> None:
        m = all_signed(support_map)
        assert broken_records(m.signoffs) == ()
        assert [record.previous for record in m.signoffs] == [
            None,
            m.signoffs[0].id,
            m.signoffs[1].id,
        ]

    @pytest.mark.parametrize(
        ("tamper", "words"),
        [
            (lambda r: (r[0].replace(name="Other"), *r[1:]), "altered"),
            (lambda r: (r[0], r[1].replace(decision="declined"), r[2]), "altered"),
            (lambda r: (r[1], r[0], r[2]), "removed, added or moved"),
            (lambda r: r[1:], "removed, added or moved"),
            (lambda r: (r[0], r[2]), "removed, added or moved"),
            (lambda r: (*r, r[2]), "twice"),
            (lambda r: (*r, resealed(r[0], previous=r[2].id, at="2027-03-11T09:00:00Z")), "before"),
            (lambda r: (resealed(r[0], at="2027-03-01T09:00:00Z"), *r[1:]), "removed, added"),
        ],
    )
    def test_tampering_is_found(self, support_map: PilotMap, tamper: Any, words: str) -> None:
        records = tamper(all_signed(support_map).signoffs)
        broken = broken_records(records)
        assert words in broken[0].reason
        pilot_map = support_map.replace(signoffs=tuple(records))
        assert "PM404" in rules(pilot_map)
        assert gate1(pilot_map, TODAY).state in ("open", "stale")

    def test_a_cut_end_needs_a_head_kept_elsewhere(self, support_map: PilotMap) -> None:
        assert broken_records(all_signed(support_map).signoffs[:2]) == ()

    def test_other_time_zones_are_compared_as_moments(self, support_map: PilotMap) -> None:
        m = recorded(support_map, "it", "N", "approved", "2027-03-12T14:00:00+01:00")
        m = recorded(m, "business", "N", "approved", "2027-03-12T13:30:00Z")
        assert broken_records(m.signoffs) == ()


def resealed(record: Signoff, **changes: Any) -> Signoff:
    """As one who knows the rules would forge it."""
    forged = record.replace(**changes)
    return forged.replace(id=record_id(forged))


def test_the_words_claim_no_more_than_what_happened(support_map: PilotMap) -> None:
    m = recorded(
        support_map, "it", "N", "approved", "2027-03-12T14:02:00+01:00", entered_by="ops-laptop"
    )
    assert record_sentence(m.signoffs[0]) == (
        "Recorded by ops-laptop on 12 March 2027: N agrees for IT. "
        "A typed statement; PilotMap did not check who typed it."
    )


class TestSeats:
    def test_the_last_record_of_a_seat_counts(self, support_map: PilotMap) -> None:
        m = sign(sign(support_map, "it", "declined"), "it", "approved with conditions")
        assert {seat: now.state for seat, now in seats(m).items()} == {
            "operations": "open",
            "it": "with conditions",
            "business": "open",
        }

    def test_withdrawn_leaves_the_seat_open(self, support_map: PilotMap) -> None:
        m = sign(sign(support_map, "it"), "it", "withdrawn")
        assert seats(m)["it"] == ("open", None)

    def test_a_change_of_meaning_makes_stale_and_a_drag_does_not(
        self, support_map: PilotMap
    ) -> None:
        m = sign(support_map, "it")
        dragged = m.steps[0].replace(pin={"column": 2, "row": 0})
        assert seats(m.replace(steps=(dragged, *m.steps[1:])))["it"].state == "approved"
        assert seats(m.replace(title="Other"))["it"].state == "stale"

    def test_records_behind_a_broken_one_count_nothing(self, support_map: PilotMap) -> None:
        records = all_signed(support_map).signoffs
        pilot_map = support_map.replace(
            signoffs=(records[0], records[1].replace(name="X"), records[2])
        )
        states = [now.state for now in seats(pilot_map).values()]
        assert states == ["approved", "open", "open"]


class TestGate:
    def state(self, pilot_map: PilotMap) -> tuple[str, str, str]:
        gate = gate1(pilot_map, TODAY)
        return gate.state, gate.parts[4].state, gate.parts[4].summary

    def test_states(self, support_map: PilotMap) -> None:
        m = support_map
        assert self.state(m) == ("ready", "open", "0 of 3 · open for sign-off")
        assert self.state(sign(m, "it")) == ("ready", "open", "1 of 3 · open for sign-off")
        assert self.state(all_signed(m)) == ("signed", "done", "3 of 3 · signed")
        conditions = all_signed(m, "approved with conditions")
        assert self.state(conditions) == (
            "signed with conditions",
            "done",
            "3 of 3 · signed, with conditions",
        )
        assert self.state(sign(m, "it", "declined"))[:2] == ("declined", "error")
        stale = all_signed(m).replace(title="Other")
        assert self.state(stale) == ("stale", "warning", "0 of 3 · 3 seats stale")
        unfinished = m.replace(pilot=m.pilot.replace(mode=None))
        assert self.state(unfinished) == ("open", "error", "0 of 3 · opens when 1–4 are clear")

    def test_three_approvals_with_an_open_error_are_no_gate(self, support_map: PilotMap) -> None:
        pilot_map = all_signed(support_map.replace(pilot=support_map.pilot.replace(worst_case="")))
        assert gate1(pilot_map, TODAY).state == "open"

    def test_days_run_until_the_last_seat_signs(self, support_map: PilotMap) -> None:
        assert gate1(support_map, TODAY).days_open == 18
        assert gate1(all_signed(support_map), TODAY).days_open == 10
        assert gate1(support_map.replace(opened=None), TODAY).days_open is None

    def test_a_record_from_the_future_is_no_day_of_the_gate(self, support_map: PilotMap) -> None:
        signed = sign(sign(support_map, "operations"), "it")
        late = recorded(signed, "business", "N", "approved", "2099-01-01T09:00:00Z")
        assert gate1(late, TODAY).days_open == gate1(support_map, TODAY).days_open
        assert gate1(late, TODAY).state == "open"
        assert "PM404" in rules(late)

    @pytest.mark.parametrize("unseen", ["\u200b", "\u3164", "\ufe0f", "\u2800", "\u00ad"])
    def test_one_name_in_two_seats_is_found_under_signs_that_nobody_sees(
        self, support_map: PilotMap, unseen: str
    ) -> None:
        signed = support_map
        for seat, name in (("it", "Ada Lovelace"), ("business", f"Ada{unseen} Love{unseen}lace")):
            at = "2027-03-12T14:02:00+01:00"
            signed = recorded(signed, seat, name, "approved", at)  # type: ignore[arg-type]
        assert "PM405" in rules(signed)

    def test_as_printed_by_check(self, support_map: PilotMap) -> None:
        assert gate1(sign(support_map, "it"), TODAY).as_json() == {
            "state": "ready",
            "seats": {
                "operations": {"state": "open", "name": None},
                "it": {"state": "approved", "name": "Name of it"},
                "business": {"state": "open", "name": None},
            },
            "days_open": 18,
        }

    def test_another_verdict_can_be_signed_too(self, support_map: PilotMap) -> None:
        pilot_map = support_map.replace(pilot={"verdict": "automate", "why_not": "Rules do"})
        gate = gate1(pilot_map, TODAY)
        assert gate.state == "ready"
        assert [part.summary for part in gate.parts[2:4]] == [
            "Ordinary automation, no AI",
            "No AI to work with",
        ]
