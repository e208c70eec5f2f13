"""A report's parts as sentences, which claim no more than what was found."""

import unicodedata
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Final

from pilotmap.language import tr
from pilotmap.model.signoff import SEAT_WORDS, SEATS
from pilotmap.signing.certificate import in_one_line
from pilotmap.signing.verdict import Report, RevisionFound, SeatVerdict, Word

if TYPE_CHECKING:
    from pilotmap.analysis.gate1 import Gate1

_FROM_THE_RIGHT: Final = {"R", "AL", "AN"}


def named(text: str) -> str:
    """A name or words from a file within a sentence: quoted, and unable to move what follows."""
    line = in_one_line(text)
    if any(unicodedata.bidirectional(sign) in _FROM_THE_RIGHT for sign in line):
        line = f"\u2068{line}\u2069"
    return tr("“{name}”", name=line)


def seat_sentence(seat: SeatVerdict, verdict: Word) -> str:
    """What a seat's field shows, and what that is worth in a file with this verdict."""
    if seat.certificate is None:
        # a file may be refused before its signatures are looked at
        refused = verdict == "reject"
        return tr("no signature that can be relied on") if refused else tr("not signed")
    if seat.state == "broken":
        return tr(
            "holds a signature in the name of {name}, which is worth nothing here",
            name=named(seat.certificate.subject),
        )
    return " ".join((_who(seat), *_said(seat), _known(seat)))


def _who(seat: SeatVerdict) -> str:
    certificate = seat.certificate
    if certificate is None:
        return ""
    when = _moment(seat.time)
    if certificate.self_made:
        said = tr(
            "Signed with a key in the name of {subject}, which nobody else vouches for.",
            subject=named(certificate.subject),
        )
    else:
        said = tr(
            "Signed with the certificate of {subject}. It names {issuer} as its issuer, not "
            "checked. PilotMap did not ask the issuer whether it was withdrawn.",
            subject=named(certificate.subject),
            issuer=named(certificate.issuer),
        )
    return f"{said} {tr('Time given by the signer: {moment}.', moment=when)}" if when else said


def _said(seat: SeatVerdict) -> Iterator[str]:
    if seat.reason:
        yield tr("Reason given: {words}.", words=named(seat.reason))
    if seat.stamp:
        yield tr("On its stamp: {words}.", words=named(seat.stamp))


def _known(seat: SeatVerdict) -> str:
    if seat.registered:
        return tr(
            "It is the certificate registered for this seat ({source}).", source=seat.known_from
        )
    if seat.registered is False:
        return tr(
            "It is NOT the certificate registered for this seat ({source}).",
            source=seat.known_from,
        )
    if seat.known_from:
        return tr(
            "Not yet confirmed: only a list that came with the file names this certificate "
            "({source}), and who sent the file may have sent the list. Confirm it another way.",
            source=seat.known_from,
        )
    return tr("Not yet confirmed: no certificate is registered for this seat.")


def _moment(time: str | None) -> str:
    if time is None:
        return ""
    moment = datetime.fromisoformat(time)
    offset = f"{moment:%z}"
    zone = "UTC" if offset in ("", "+0000") else f"UTC{offset[:3]}:{offset[3:5]}"
    return f"{moment:%Y-%m-%d %H:%M} ({zone})"


def dissent_sentences(report: Report) -> Iterator[str]:
    """What signers wrote that reads like a refusal: it is to be seen before anything else."""
    for seat in SEATS:
        if words := report.seats[seat].dissent:
            yield tr(
                "{seat} wrote with the signature: {words}.",
                seat=tr(SEAT_WORDS[seat]),
                words=named(words),
            )


def pages_sentence(report: Report) -> Iterator[str]:
    """Whether the pages are those of the attached map."""
    if report.pages_match is True:
        yield tr("The pages are exactly those that PilotMap makes from the attached map.")
    elif report.pages_match is False:
        yield tr("The pages are not those that PilotMap makes from the attached map.")
    elif report.meaning is not None:
        yield tr("The pages were not compared with the attached map.")


def draft_words(gate: "Gate1") -> str:
    """Why the pages call themselves a draft, which a signature does not change; mostly nothing."""
    agreed = sum(seat.agrees for seat in gate.seats.values())
    if gate.state in ("signed", "signed with conditions"):
        return ""
    if agreed == len(SEATS):
        return tr("Its pages say DRAFT: the map had errors open when it was exported.")
    return tr(
        "Its pages say DRAFT: {agreed} of {count} seats had approved when it was exported.",
        agreed=agreed,
        count=len(SEATS),
    )


def revision_sentences(report: Report) -> Iterator[str]:
    """What was saved into the file after it was made, first things first."""
    for number, revision in enumerate(report.revisions, start=1):
        yield tr("Revision {number}: {what}", number=number, what=_revision(revision))


def _revision(revision: RevisionFound) -> str:
    if revision.kind == "document":
        return tr("the document as PilotMap made it")
    if revision.kind == "signature" and revision.seat:
        return tr("the signature of {seat}", seat=tr(SEAT_WORDS[revision.seat]))
    if revision.kind == "time stamp":
        return tr("a time stamp; who runs its clock was not asked")
    return tr("data to check the signatures with later")
