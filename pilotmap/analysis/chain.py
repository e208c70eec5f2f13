"""The chain of sign-off records: made one after another, and checked as a whole."""

import hashlib
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, Final, NamedTuple

import rfc8785

from pilotmap.analysis.wording import long_date
from pilotmap.language import N_, tr
from pilotmap.model.map import PilotMap
from pilotmap.model.meaning import gate_meaning
from pilotmap.model.signoff import SEAT_WORDS, Decision, Record, Seal, Seat, Signoff

NO_ID: Final = "0" * 64
"""The id of a record until it is chained."""


class BrokenRecord(NamedTuple):
    """A record that does not fit its chain: its place from 0, and what is wrong, for `tr`."""

    place: int
    reason: str


def record_id(record: Record) -> str:
    """SHA-256, in hex, over the RFC 8785 form of a record without its id, defaults left out."""
    data = record.model_dump(mode="json", exclude_defaults=True, exclude={"id"})
    return hashlib.sha256(rfc8785.dumps(data)).hexdigest()


def recorded(
    pilot_map: PilotMap, seat: Seat, name: str, decision: Decision, at: str, **more: Any
) -> PilotMap:
    """The map with one more record at the end of its chain, given for the map as it is now.

    `at` is an ISO time with its offset; `more` holds title, conditions, statement, drawn and
    entered_by where they are known, and the gate where it is not the first.
    """
    draft = Signoff(
        seat=seat,
        name=name,
        decision=decision,
        at=at,
        meaning=gate_meaning(pilot_map, more.get("gate", 1)),
        previous=last_id(pilot_map),
        id=NO_ID,
        **more,
    )
    return chained(pilot_map, draft)


def chained(pilot_map: PilotMap, draft: Record) -> PilotMap:
    """The map with one more record, which gets its id here."""
    return pilot_map.replace(signoffs=(*pilot_map.signoffs, draft.replace(id=record_id(draft))))


def last_id(pilot_map: PilotMap) -> str | None:
    """The id of the last record, which the next one names."""
    return pilot_map.signoffs[-1].id if pilot_map.signoffs else None


def broken_records(records: Sequence[Record]) -> tuple[BrokenRecord, ...]:
    """The records that were altered, reordered, removed before, replayed or back-dated.

    A chain cut at its end cannot be told from a shorter one; compare its last id with the one
    printed in the PDF.
    """
    return tuple(_broken(records))


def _broken(records: Sequence[Record]) -> Iterator[BrokenRecord]:
    seen: set[str] = set()
    for place, record in enumerate(records):
        before = records[place - 1] if place else None
        reason = _fault(record, before, seen)
        if reason is not None:
            yield BrokenRecord(place, reason)
        seen.add(record.id)


def _fault(record: Record, before: Record | None, seen: set[str]) -> str | None:
    if record.id in seen:
        return N_("stands in the file twice")
    if record_id(record) != record.id:
        return N_("was altered after it was given")
    if record.previous != (before.id if before else None):
        return N_("does not follow the record before it: one was removed, added or moved")
    if before is not None and moment(record) < moment(before):
        return N_("says that it was given before the one it follows")
    return None


def moment(record: Record) -> datetime:
    """When a record was given, comparable over time zones."""
    return datetime.fromisoformat(record.at)


_RECORDED: Final[dict[Decision, str]] = {
    "approved": N_("{recorded}: {name} agrees for {seat}. {worth}"),
    "approved with conditions": N_("{recorded}: {name} agrees, on conditions, for {seat}. {worth}"),
    "declined": N_("{recorded}: {name} declines for {seat}. {worth}"),
    "withdrawn": N_("{recorded}: {name} takes back the decision for {seat}. {worth}"),
}


def record_sentence(record: Signoff) -> str:
    """What a recorded decision is worth, in the words of `signoff.md` and no more."""
    day = long_date(moment(record).date())
    return tr(
        _RECORDED[record.decision],
        recorded=tr("Recorded by {account} on {day}", account=record.entered_by, day=day)
        if record.entered_by
        else tr("Recorded on {day}", day=day),
        name=record.name,
        seat=tr(SEAT_WORDS[record.seat]),
        worth=tr("A typed statement; PilotMap did not check who typed it."),
    )


def record_words(record: Record) -> str:
    """Whose record it is: the sign-off of NAME for IT, the seal of NAME for Gate 2."""
    if isinstance(record, Seal):
        return tr("The seal of {name} for Gate {gate}", name=record.by, gate=record.gate)
    seat = tr(SEAT_WORDS[record.seat])
    return tr("The sign-off of {name} for {seat}", name=record.name, seat=seat)
