"""The verdict on a file that nobody tampered with: who signed, for what, and what is to be said."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from pilotmap.analysis.chain import broken_records, moment, record_words
from pilotmap.language import tr
from pilotmap.model.map import PilotMap
from pilotmap.model.meaning import grouped, meaning, meanings
from pilotmap.model.signoff import SEAT_WORDS, SEATS, Record, Seat
from pilotmap.signing.trust import Trust
from pilotmap.signing.verdict import Report, RevisionFound, SeatVerdict, Word
from pilotmap.signing.words import dissent_sentences

_GROUPS: Final = 4
_CLOCKS_DIFFER: Final = timedelta(days=1)


class Expected(NamedTuple):
    """What a map holds that ought to have been signed: its meaning and its recorded decisions.

    `meanings` are all the forms in which the same meaning was ever written.
    """

    meaning: str
    meanings: frozenset[str]
    records: tuple[Record, ...]


def expected_of(pilot_map: PilotMap) -> Expected:
    """What a PDF of this map has to be for."""
    return Expected(meaning(pilot_map), frozenset(meanings(pilot_map)), pilot_map.signoffs)


@dataclass
class Found:
    """What is known of a file so far."""

    seats: dict[Seat, SeatVerdict] = field(default_factory=dict)
    revisions: list[RevisionFound] = field(default_factory=list)
    meaning: str | None = None
    pages_match: bool | None = None
    map: PilotMap | None = None
    has_fields: bool = True
    gate: str | None = None
    draft: str = ""

    def report(self, verdict: Word, reason: str, remarks: tuple[str, ...] = ()) -> Report:
        """The verdict with all that is known."""
        intact = verdict != "reject"
        return Report(
            verdict,
            reason,
            {seat: self.seats.get(seat, SeatVerdict()) for seat in SEATS},
            self.meaning,
            self.pages_match,
            tuple(self.revisions),
            self.map,
            self.gate if intact else None,
            self.draft if intact else "",
            remarks,
            self.has_fields,
        )


def weighed(found: Found, trust: Trust, expected: Expected | None) -> Report:
    """The verdict on a file that nobody tampered with."""
    for seat, signed in found.seats.items():
        found.seats[seat] = _known(seat, signed, trust)
    verdict, reason = _verdict(found, expected)
    report = found.report(verdict, reason, tuple(_remarks(found)))
    return replace(report, reason=" ".join((*dissent_sentences(report), reason)))


def _verdict(found: Found, expected: Expected | None) -> tuple[Word, str]:
    wrong = [seat for seat in SEATS if seat in found.seats and found.seats[seat].state != "signed"]
    if wrong:
        return "wrong-signer", tr(
            "{seats}: the certificate is another than the one registered.", seats=_words(wrong)
        )
    if expected is not None and (fault := _stale(found, expected)):
        return "stale", fault
    if not found.has_fields:
        return "incomplete", tr(
            "It is a draft: the map had errors open when it was exported, so it has no fields to "
            "sign. Settle them, and export it again."
        )
    missing = [seat for seat in SEATS if seat not in found.seats]
    if missing:
        said = tr("Not yet signed for: {seats}.", seats=_words(missing))
        return "incomplete", _with_pages(found, said)
    if found.pages_match is None:
        return "incomplete", _with_pages(found, "")
    return "accept", _accepted(found)


def _known(seat: Seat, signed: SeatVerdict, trust: Trust) -> SeatVerdict:
    """The seat with whether its signer is the one registered, and where that is known from."""
    known = trust.get(seat, ())
    confirmed = [each for each in known if each.confirmed]
    mine = signed.certificate.fingerprint if signed.certificate else ""
    found = next((each for each in (*confirmed, *known) if each.fingerprint == mine), None)
    if confirmed:
        sure = found is not None and found.confirmed
        source = found.source if found is not None and sure else confirmed[0].source
        state = signed.state if sure else "wrong signer"
        return replace(signed, registered=sure, state=state, known_from=source)
    if known and found is None:
        source = next(iter(known)).source
        return replace(signed, registered=False, state="wrong signer", known_from=source)
    return replace(signed, known_from=found.source if found else "")


def _stale(found: Found, expected: Expected) -> str:
    """Why the file is for another version of the map; empty where it is not."""
    if found.meaning not in expected.meanings:
        return tr(
            "The signatures are for the content {signed}, the map now has the content {now}.",
            signed=grouped(found.meaning or "", _GROUPS),
            now=grouped(expected.meaning, _GROUPS),
        )
    attached = found.map.signoffs if found.map else ()
    if what := _broken(expected.records):
        return tr("The map has a recorded decision that does not hold: {what}.", what=what)
    if what := _broken(attached):
        return tr("The PDF has a recorded decision that does not hold: {what}.", what=what)
    return _cut(attached, expected.records)


def _broken(records: tuple[Record, ...]) -> str:
    """The first record that does not hold, with what is wrong with it; mostly nothing."""
    for place, fault in broken_records(records):
        return f"{record_words(records[place])} {tr(fault)}"
    return ""


def _cut(signed: tuple[Record, ...], now: tuple[Record, ...]) -> str:
    """What of the recorded decisions in the PDF the map lacks, or has otherwise."""
    for place, record in enumerate(signed):
        if place >= len(now):
            return tr(
                "{record} is in the signed PDF and is missing from the map: its last recorded "
                "decisions were cut off.",
                record=record_words(record),
            )
        if now[place] != record:
            return tr(
                "{record} is in the signed PDF, and the map has another recorded decision in its "
                "place: they were replaced.",
                record=record_words(record),
            )
    return ""


def _with_pages(found: Found, said: str) -> str:
    if found.pages_match is not None:
        return said
    pages = tr(
        "The pages were not compared with the attached map: the document was made by another "
        "version of PilotMap."
    )
    return f"{said} {pages}".strip()


def _accepted(found: Found) -> str:
    unsure = [seat for seat in SEATS if not found.seats[seat].registered]
    if not unsure:
        return tr("All three seats have signed, and nothing else happened to the file.")
    if len(unsure) == len(SEATS):
        return tr("Three signatures hold; who signed is not confirmed.")
    return tr(
        "Three signatures hold; who signed is not confirmed for: {seats}.", seats=_words(unsure)
    )


def _remarks(found: Found) -> Iterator[str]:
    """What speaks against nothing, and should be known."""
    holders: dict[str, list[Seat]] = {}
    for seat, signed in found.seats.items():
        if signed.certificate is not None:
            holders.setdefault(signed.certificate.key, []).append(seat)
    for seats in holders.values():
        if len(seats) > 1:
            yield tr("One key signs for several seats: {seats}.", seats=_words(seats))
    for seat in SEATS:
        if seat in found.seats:
            yield from _seat_remarks(found, seat, found.seats[seat])


def _seat_remarks(found: Found, seat: Seat, signed: SeatVerdict) -> Iterator[str]:
    word = tr(SEAT_WORDS[seat])
    certificate = signed.certificate
    if certificate is not None and not certificate.for_signing:
        yield tr("{seat}: the certificate is not made out for signing documents.", seat=word)
    if not signed.name_protected:
        yield tr(
            "{seat}: the name is not protected, as the signature does not say of which "
            "certificate it is.",
            seat=word,
        )
    last = max(map(moment, found.map.signoffs), default=None) if found.map else None
    at = datetime.fromisoformat(signed.time) if signed.time else None
    if at is not None and last is not None and at < last - _CLOCKS_DIFFER:
        yield tr(
            "{seat}: the time of the signature, {signed}, is before the last decision in the "
            "document, {recorded}.",
            seat=word,
            signed=at.date().isoformat(),
            recorded=last.date().isoformat(),
        )


def _words(seats: Collection[Seat]) -> str:
    return ", ".join(tr(SEAT_WORDS[seat]) for seat in seats)
