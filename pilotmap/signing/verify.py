"""Judges a signed PDF by its own rules, since readers and libraries let too much pass.

The rules are numbered as in the design: the fields (1), one signature a revision and nothing else
(2), the first one as strictly as the later ones (3), the pages built again from the attached map
(4), everything else frozen (5), the certificates (6). Limits of time and memory (7) are in `apart`.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

from pilotmap.language import tr
from pilotmap.model.errors import PilotMapError
from pilotmap.model.map import PilotMap
from pilotmap.model.meaning import grouped, meaning
from pilotmap.model.signoff import SEAT_WORDS, SEATS, Seat
from pilotmap.signing.base import Base, check_harmless, read_base
from pilotmap.signing.changes import step
from pilotmap.signing.cms import Signed, check_signature, check_time_stamp
from pilotmap.signing.refusal import Refusal
from pilotmap.signing.revisions import Revision, revisions
from pilotmap.signing.verdict import Report, RevisionFound, SeatVerdict, Word, refused

LARGEST: Final = 100 * 1024 * 1024
_GROUPS: Final = 4

Pages = Callable[[bytes], tuple[PilotMap, bool | None]]
"""Reads the map attached to an unsigned document, and compares the document with one built anew
from that map; None where it was made with other versions. Raises PilotMapError.
"""
Trust = Mapping[Seat, Collection[str]]
"""The fingerprints of the certificates registered for a seat."""


def verify(
    data: bytes, pages: Pages, trust: Trust | None = None, expected: str | None = None
) -> Report:
    """Judge a file; `expected` is the meaning that the signatures ought to be for.

    Never raises for what is in the file: whatever cannot be read is refused.
    """
    found = _Found()
    try:
        _read(data, pages, found)
    except Refusal as refusal:
        return replace(found.report("reject", refusal.reason), seats=_unsure(found.seats))
    except PilotMapError as error:
        return found.report("reject", error.message)
    except Exception as error:  # noqa: BLE001 (a hostile file must never be a crash)
        kind = type(error).__name__
        return refused(tr("It cannot be read safely ({kind}).", kind=kind))
    return _weighed(found, trust or {}, expected)


@dataclass
class _Found:
    """What is known so far."""

    seats: dict[Seat, SeatVerdict] = field(default_factory=dict)
    revisions: list[RevisionFound] = field(default_factory=list)
    meaning: str | None = None
    pages_match: bool | None = None
    map: PilotMap | None = None

    def report(self, verdict: Word, reason: str) -> Report:
        seats = {seat: self.seats.get(seat, SeatVerdict()) for seat in SEATS}
        return Report(
            verdict,
            reason,
            seats,
            self.meaning,
            self.pages_match,
            tuple(self.revisions),
            self.map,
        )


def _unsure(seats: Mapping[Seat, SeatVerdict]) -> dict[Seat, SeatVerdict]:
    """The seats of a file that is refused: no signature in it is worth anything."""
    broken: dict[Seat, SeatVerdict] = {seat: SeatVerdict() for seat in SEATS}
    for seat, found in seats.items():
        broken[seat] = replace(found, state="broken")
    return broken


def _read(data: bytes, pages: Pages, found: _Found) -> None:
    if len(data) > LARGEST:
        raise Refusal(tr("It is larger than 100 MB."))
    lying = revisions(data)
    base = read_base(lying[0])
    found.revisions.append(RevisionFound("document"))
    found.map, found.pages_match = pages(data[: lying[0].end])
    found.meaning = meaning(found.map)
    if found.pages_match is False:
        raise Refusal(
            tr("The pages are not those that PilotMap makes from the map attached to them.")
        )
    if found.pages_match is None:
        check_harmless(base)
    objects = dict(base.objects)
    for revision in lying[1:]:
        objects = _later(data, base, objects, revision, found)


def _later(
    data: bytes, base: Base, before: dict[int, object], revision: Revision, found: _Found
) -> dict[int, object]:
    """Judge a revision after the first; returns the objects as it leaves them."""
    what = step(base, before, revision)
    after = {**before, **{number: each.value for number, each in revision.objects.items()}}
    if what.seat is not None and what.signature is not None:
        signed = check_signature(data, revision, what.signature, after)
        found.seats[what.seat] = SeatVerdict("signed", signed.certificate, _time(signed))
        found.revisions.append(RevisionFound("signature", what.seat))
    elif not found.seats:
        raise Refusal(tr("Something other than a signature was saved into it."))
    elif what.time_stamp is not None:
        check_time_stamp(data, revision, what.time_stamp)
        found.revisions.append(RevisionFound("time stamp"))
    else:
        found.revisions.append(RevisionFound("validation data"))
    return after


def _time(signed: Signed) -> str | None:
    at: datetime | None = signed.at
    return at.isoformat(timespec="seconds") if at else None


def _weighed(found: _Found, trust: Trust, expected: str | None) -> Report:
    """The verdict on a file that nobody tampered with."""
    wrong = [seat for seat in SEATS if _hold_against(found, seat, trust)]
    if wrong:
        said = tr(
            "{seats}: the certificate is another than the one registered.", seats=_words(wrong)
        )
        return found.report("wrong-signer", said)
    if expected is not None and expected != found.meaning:
        said = tr(
            "The signatures are for the content {signed}, the map now has the content {now}.",
            signed=grouped(found.meaning or "", _GROUPS),
            now=grouped(expected, _GROUPS),
        )
        return found.report("stale", said)
    missing = [seat for seat in SEATS if seat not in found.seats]
    if missing:
        said = tr("Not yet signed for: {seats}.", seats=_words(missing))
        return found.report("incomplete", _with_pages(found, said))
    if found.pages_match is None:
        return found.report("incomplete", _with_pages(found, ""))
    return found.report("accept", _accepted(found, trust))


def _hold_against(found: _Found, seat: Seat, trust: Trust) -> bool:
    """Note whether a seat's signer is the one registered; true where it is another."""
    signed = found.seats.get(seat)
    if signed is None or signed.certificate is None or seat not in trust:
        return False
    registered = signed.certificate.fingerprint in trust[seat]
    state = signed.state if registered else "wrong signer"
    found.seats[seat] = replace(signed, registered=registered, state=state)
    return not registered


def _with_pages(found: _Found, said: str) -> str:
    if found.pages_match is not None:
        return said
    pages = tr(
        "The pages were not compared with the attached map: the document was made by another "
        "version of PilotMap."
    )
    return f"{said} {pages}".strip()


def _accepted(found: _Found, trust: Trust) -> str:
    unconfirmed = [seat for seat in SEATS if seat not in trust]
    said = tr("All three seats have signed, and nothing else happened to the file.")
    if unconfirmed:
        more = tr(
            "Who holds the keys is not yet confirmed for: {seats}.", seats=_words(unconfirmed)
        )
        said = f"{said} {more}"
    holders = {each.certificate.fingerprint for each in found.seats.values() if each.certificate}
    if len(holders) < len(SEATS):
        said = f"{said} {tr('One certificate signs for more than one seat.')}"
    return said


def _words(seats: Collection[Seat]) -> str:
    return ", ".join(tr(SEAT_WORDS[seat]) for seat in seats)
