"""What a signed PDF that came back adds to the record of the map that it was made from."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from pilotmap.analysis.chain import moment, recorded
from pilotmap.analysis.seats import SeatNow, seats
from pilotmap.language import tr
from pilotmap.model.map import PilotMap
from pilotmap.model.meaning import grouped, meanings
from pilotmap.model.signoff import SEAT_WORDS, Seat, Signoff
from pilotmap.signing.verdict import Report, SeatVerdict

_GROUPS = 4


class TakenBack(NamedTuple):
    """The map with what was found on record, the seats that are new there, and what was not."""

    map: PilotMap
    seats: tuple[Seat, ...]
    left_out: tuple[str, ...]


def taken_back(pilot_map: PilotMap, report: Report, at: datetime, account: str = "") -> TakenBack:
    """Record the signatures of a PDF that was judged, each seat once, for this map only.

    What a seat said before is kept: its conditions, its title. A refusal in the map is not
    written over by a signature in a file.
    """
    fault = _fault(pilot_map, report, at)
    if fault:
        return TakenBack(pilot_map, (), (fault,))
    new: list[Seat] = []
    left: list[str] = []
    for seat in report.signed:
        found = report.seats[seat]
        now = seats(pilot_map)[seat]
        why = _why_not(pilot_map, seat, found, now)
        if why is not None:
            left += [why] if why else []
            continue
        pilot_map = _with_record(pilot_map, seat, found, now, at, account)
        new.append(seat)
    return TakenBack(pilot_map, tuple(new), tuple(left))


def may_be_taken_back(pilot_map: PilotMap, report: Report) -> bool:
    """Whether there is anything to record."""
    if not report.intact or report.meaning not in meanings(pilot_map):
        return False
    held = seats(pilot_map)
    return any(
        _why_not(pilot_map, seat, report.seats[seat], held[seat]) is None for seat in report.signed
    )


def _fault(pilot_map: PilotMap, report: Report, at: datetime) -> str:
    if not report.intact:
        return tr("Nothing was recorded: {reason}", reason=report.reason)
    if report.meaning not in meanings(pilot_map):
        return tr("Nothing was recorded: the signatures are for another version of the map.")
    if pilot_map.signoffs and moment(pilot_map.signoffs[-1]) > at:
        return tr("Nothing was recorded: the last record is later than this computer’s clock.")
    return ""


def _why_not(pilot_map: PilotMap, seat: Seat, found: SeatVerdict, now: SeatNow) -> str | None:
    """Why a signature is not recorded: a sentence, nothing where it is there already, or None."""
    word = tr(SEAT_WORDS[seat])
    if found.certificate is None or found.state != "signed":
        return tr("{seat}: not recorded, the certificate is not the registered one.", seat=word)
    short = grouped(found.certificate.fingerprint, _GROUPS)
    if any(record.seat == seat and short in record.statement for record in _for(pilot_map)):
        return ""
    if found.dissent:
        return tr("{seat}: not recorded, as the signer wrote a refusal.", seat=word)
    if now.state == "declined":
        return tr("{seat}: not recorded, as the seat declines in the map.", seat=word)
    return None


def _for(pilot_map: PilotMap) -> Iterator[Signoff]:
    """The records for the map as it is now."""
    now = meanings(pilot_map)
    return (record for record in pilot_map.decisions() if record.meaning in now)


def _with_record(
    pilot_map: PilotMap,
    seat: Seat,
    found: SeatVerdict,
    now: SeatNow,
    at: datetime,
    account: str,
) -> PilotMap:
    kept = now.record if now.agrees else None
    statement = tr(
        "Signature in the PDF with the certificate {fingerprint}, made on {time} as the signer "
        "says.",
        fingerprint=grouped(found.certificate.fingerprint if found.certificate else "", _GROUPS),
        time=found.time or "?",
    )
    return recorded(
        pilot_map,
        seat,
        found.name or "",
        kept.decision if kept else "approved",
        at.isoformat(timespec="milliseconds"),
        title=kept.title if kept and kept.name == found.name else "",
        conditions=kept.conditions if kept else (),
        statement=statement,
        drawn=kept.drawn if kept and kept.name == found.name else "",
        entered_by=account,
    )
