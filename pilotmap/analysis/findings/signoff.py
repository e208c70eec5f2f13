"""PM401 to PM404: part 5 of Gate 1, who agreed to what."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from pilotmap.analysis.chain import broken_records, moment, record_words
from pilotmap.analysis.findings.finding import Facts, Finding, found
from pilotmap.analysis.wording import counted, long_date, quoted
from pilotmap.model.signoff import SEAT_WORDS

_WEEK: Final = 7


def check(facts: Facts) -> Iterator[Finding]:
    """Everything that can be found about the sign-off and what it depends on."""
    yield from _too_soon(facts)
    yield from _stale(facts)
    yield from _overdue(facts)
    for place, reason in broken_records(facts.map.signoffs):
        words = record_words(facts.map.signoffs[place])
        message = f"{words} {reason}: go back to a file that you trust, or sign again"
        yield found("PM404", message, place=f"signoffs.{place}")


def _too_soon(facts: Facts) -> Iterator[Finding]:
    opened = facts.map.opened
    records = [seat.record for seat in facts.seats.values() if seat.agrees and seat.record]
    if opened is None or len(records) < len(facts.seats):
        return
    signed = max(moment(record).date() for record in records)
    days = (signed - opened).days
    if days < _WEEK:
        after = counted(max(days, 0), "day")
        message = f"Signed off {after} after Gate 1 opened: under a week is seldom thorough enough"
        yield found("PM401", message, place="signoffs")


def _stale(facts: Facts) -> Iterator[Finding]:
    for seat, now in facts.seats.items():
        if now.state == "stale" and now.record is not None:
            given = long_date(moment(now.record).date())
            message = (
                f"{SEAT_WORDS[seat]} signed another version: {now.name} on {given}. "
                "The map has changed since, ask again"
            )
            yield found("PM402", message, place=f"signoffs.{seat}")


def _overdue(facts: Facts) -> Iterator[Finding]:
    for seat, now in facts.seats.items():
        for condition in now.record.conditions if now.record else ():
            text = f"The condition {quoted(condition.text)} of {SEAT_WORDS[seat]}"
            for fault in _faults(condition.owner, condition.due, facts.today):
                yield found("PM403", f"{text} {fault}", place=f"signoffs.{seat}")
    for note in facts.map.notes:
        if note.kind == "question" and not note.settled:
            refs = (note.about, note.id) if note.about else (note.id,)
            for fault in _faults(note.owner, note.due, facts.today):
                yield found("PM403", f"The question {quoted(note.text)} {fault}", refs)


def _faults(owner: str, due: date | None, today: date) -> Iterator[str]:
    if due is not None and due < today:
        yield f"was due on {long_date(due)}: settle it, or set a new date"
    if not owner.strip():
        yield "has no owner: name one"
