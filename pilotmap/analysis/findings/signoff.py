"""PM401 to PM405: part 5 of Gate 1, who agreed to what."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Final, NamedTuple

from pilotmap.analysis.chain import broken_records, moment, record_words
from pilotmap.analysis.findings.finding import Facts, Finding, found
from pilotmap.analysis.wording import listed, long_date, quoted
from pilotmap.language import N_, tr, trn
from pilotmap.model.signoff import SEAT_WORDS, Seat

_WEEK: Final = 7
_UNSEEN: Final = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)
"""Signs that take no room, or show nothing, without being of the kind that formats."""


class _OpenPoint(NamedTuple):
    overdue: str
    no_owner: str


_CONDITION: Final = _OpenPoint(
    N_("The condition {text} of {seat} was due on {day}: settle it, or set a new date"),
    N_("The condition {text} of {seat} has no owner: name one"),
)
_QUESTION: Final = _OpenPoint(
    N_("The question {text} was due on {day}: settle it, or set a new date"),
    N_("The question {text} has no owner: name one"),
)


def check(facts: Facts) -> Iterator[Finding]:
    """Everything that can be found about the sign-off and what it depends on."""
    yield from _too_soon(facts)
    yield from _stale(facts)
    yield from _in_several_seats(facts)
    yield from _in_the_future(facts)
    yield from _overdue(facts)
    for place, reason in broken_records(facts.map.signoffs):
        message = tr(
            "{record} {fault}: go back to a version of the file that you trust",
            record=record_words(facts.map.signoffs[place]),
            fault=tr(reason),
        )
        yield found("PM404", message, place=f"signoffs.{place}")


def _too_soon(facts: Facts) -> Iterator[Finding]:
    opened = facts.map.opened
    records = [seat.record for seat in facts.seats.values() if seat.agrees and seat.record]
    if len(records) < len(facts.seats):
        return
    if opened is None:
        message = tr("Signed off, and nobody said on which day Gate 1 opened: enter it")
        yield found("PM401", message)
        return
    signed = max(moment(record).date() for record in records)
    days = (signed - opened).days
    if days < 0:
        message = tr(
            "Signed off on {signed}, before Gate 1 opened on {opened}: correct the day",
            signed=long_date(signed),
            opened=long_date(opened),
        )
        yield found("PM401", message)
    elif days < _WEEK:
        message = trn(
            "Signed off {number} day after Gate 1 opened: under a week is seldom thorough enough",
            "Signed off {number} days after Gate 1 opened: under a week is seldom thorough enough",
            max(days, 0),
        )
        yield found("PM401", message, place="signoffs")


def _in_several_seats(facts: Facts) -> Iterator[Finding]:
    """One person agreeing for two sides."""
    held: dict[str, list[Seat]] = {}
    for seat, now in facts.seats.items():
        if now.record is not None and now.state != "stale":
            held.setdefault(_plain_name(now.record.name), []).append(seat)
    for name, seats in held.items():
        if name and len(seats) > 1:
            first = facts.seats[seats[0]]
            message = tr(
                "{name} holds the seats of {seats}: each side should speak for itself",
                name=quoted(first.name or ""),
                seats=listed(tr(SEAT_WORDS[seat]) for seat in seats),
            )
            yield found("PM405", message, place=f"signoffs.{seats[0]}")


def _plain_name(name: str) -> str:
    """A name as it is compared: without case, doubled blanks and characters that nobody sees."""
    seen = (
        sign
        for sign in unicodedata.normalize("NFKC", name)
        if unicodedata.category(sign) != "Cf" and not _UNSEEN.match(sign)
    )
    return " ".join("".join(seen).split()).casefold()


def _in_the_future(facts: Facts) -> Iterator[Finding]:
    for place, record in enumerate(facts.map.signoffs):
        if moment(record).date() > facts.today + timedelta(days=1):
            message = tr(
                "{record} is dated {day}, which is still to come: correct the clock, and record it "
                "again",
                record=record_words(record),
                day=long_date(moment(record).date()),
            )
            yield found("PM404", message, place=f"signoffs.{place}")


def _stale(facts: Facts) -> Iterator[Finding]:
    for seat, now in facts.seats.items():
        if now.state == "stale" and now.record is not None:
            given = long_date(moment(now.record).date())
            message = tr(
                "{seat} signed another version: {name} on {day}. The map has changed since, ask "
                "again",
                seat=tr(SEAT_WORDS[seat]),
                name=now.name,
                day=given,
            )
            yield found("PM402", message, place=f"signoffs.{seat}")


def _overdue(facts: Facts) -> Iterator[Finding]:
    for seat, now in facts.seats.items():
        for condition in now.record.conditions if now.record else ():
            said = {"text": quoted(condition.text), "seat": tr(SEAT_WORDS[seat])}
            for message in _faults(_CONDITION, said, condition.owner, condition.due, facts.today):
                yield found("PM403", message, place=f"signoffs.{seat}")
    for note in facts.map.notes:
        if note.kind == "question" and not note.settled:
            refs = (note.about, note.id) if note.about else (note.id,)
            said = {"text": quoted(note.text)}
            for message in _faults(_QUESTION, said, note.owner, note.due, facts.today):
                yield found("PM403", message, refs)


def _faults(
    open_point: _OpenPoint, said: Mapping[str, str], owner: str, due: date | None, today: date
) -> Iterator[str]:
    if due is not None and due < today:
        yield tr(open_point.overdue, **said, day=long_date(due))
    if not owner.strip():
        yield tr(open_point.no_owner, **said)
