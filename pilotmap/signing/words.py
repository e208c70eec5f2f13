"""A report's parts as sentences, which claim no more than what was found."""

from collections.abc import Iterator
from datetime import datetime

from pilotmap.analysis.gate1 import gate1
from pilotmap.language import tr
from pilotmap.model.signoff import SEAT_WORDS, SEATS
from pilotmap.signing.verdict import Report, RevisionFound, SeatVerdict, Word


def seat_sentence(seat: SeatVerdict, verdict: Word) -> str:
    """What a seat's field shows, and what that is worth in a file with this verdict."""
    if seat.certificate is None:
        # a file may be refused before its signatures are looked at
        refused = verdict == "reject"
        return tr("no signature that can be relied on") if refused else tr("not signed")
    if seat.state == "broken":
        return tr(
            "holds a signature in the name of {name}, which is worth nothing here", name=seat.name
        )
    return " ".join((_who(seat), _known(seat)))


def _who(seat: SeatVerdict) -> str:
    certificate = seat.certificate
    if certificate is None:
        return ""
    when = _moment(seat.time)
    if certificate.self_made:
        said = tr(
            "Signed with a key in the name of {subject}, which nobody else vouches for.",
            subject=certificate.subject,
        )
    else:
        said = tr(
            "Signed with the certificate of {subject}, issued by {issuer}. PilotMap did not ask "
            "the issuer whether it was withdrawn.",
            subject=certificate.subject,
            issuer=certificate.issuer,
        )
    return f"{said} {tr('Time given by the signer: {moment}.', moment=when)}" if when else said


def _known(seat: SeatVerdict) -> str:
    if seat.registered is None:
        return tr("Not yet confirmed: no certificate is registered for this seat.")
    if seat.registered:
        return tr("It is the certificate registered for this seat.")
    return tr("It is NOT the certificate registered for this seat.")


def _moment(time: str | None) -> str:
    if time is None:
        return ""
    moment = datetime.fromisoformat(time)
    offset = f"{moment:%z}"
    zone = "UTC" if offset in ("", "+0000") else f"UTC{offset[:3]}:{offset[3:5]}"
    return f"{moment:%Y-%m-%d %H:%M} ({zone})"


def pages_sentence(report: Report) -> Iterator[str]:
    """Whether the pages are those of the attached map."""
    if report.pages_match is True:
        yield tr("The pages are exactly those that PilotMap makes from the attached map.")
    elif report.pages_match is False:
        yield tr("The pages are not those that PilotMap makes from the attached map.")
    elif report.meaning is not None:
        yield tr("The pages were not compared with the attached map.")


def draft_sentence(report: Report) -> str:
    """Why the pages call themselves a draft, which a signature does not change; mostly nothing."""
    if report.map is None:
        return ""
    gate = gate1(report.map)
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
