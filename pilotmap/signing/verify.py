"""Judges a signed PDF by its own rules, since readers and libraries let too much pass.

The rules are numbered as in the design: the fields (1), one signature a revision and nothing else
(2), the first one as strictly as the later ones (3), the pages built again from the attached map
(4), everything else frozen (5), the certificates (6). Limits of time and memory (7) are in
`sandbox`; what the verdict is, where nobody tampered with the file, is in `weighing`.
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from pilotmap.analysis.gate1 import gate1
from pilotmap.language import tr
from pilotmap.model.errors import PilotMapError
from pilotmap.model.meaning import meaning
from pilotmap.model.signoff import SEATS, Seat
from pilotmap.signing.base import Base, check_harmless, read_base
from pilotmap.signing.changes import step
from pilotmap.signing.cms import Signed, check_signature, check_time_stamp
from pilotmap.signing.document import LARGEST, Box, Document
from pilotmap.signing.refusal import Refusal
from pilotmap.signing.revisions import Revision, first_revision, revisions
from pilotmap.signing.trust import Trust
from pilotmap.signing.values import Objects, entry, number_of, numbers
from pilotmap.signing.verdict import Report, RevisionFound, SeatVerdict, refused
from pilotmap.signing.weighing import Expected, Found, weighed
from pilotmap.signing.words import draft_words, named

_CLOCKS_DIFFER: Final = timedelta(days=1)


def verify(
    data: bytes,
    document: Document,
    trust: Trust | None = None,
    expected: Expected | None = None,
) -> Report:
    """Judge a file; `expected` is what the map holds that ought to have been signed.

    Never raises for what is in the file: whatever cannot be read is refused.
    """
    found = Found()
    try:
        _Judge(data, document, found).read()
    except Refusal as refusal:
        return replace(found.report("reject", refusal.reason), seats=_unsure(found))
    except PilotMapError as error:
        return replace(found.report("reject", error.message), seats=_unsure(found))
    except Exception as error:  # noqa: BLE001 (a hostile file must never be a crash)
        kind = type(error).__name__
        return refused(tr("It cannot be read safely ({kind}).", kind=kind))
    return weighed(found, trust or {}, expected)


def _unsure(found: Found) -> dict[Seat, SeatVerdict]:
    """The seats of a file that is refused: no signature in it is worth anything."""
    seats = {seat: SeatVerdict() for seat in SEATS}
    return {**seats, **{seat: replace(each, state="broken") for seat, each in found.seats.items()}}


class _Judge:
    """Reads one file from its first byte to its last. Its methods raise Refusal."""

    def __init__(self, data: bytes, document: Document, found: Found) -> None:
        self._data = data
        self._document = document
        self._found = found

    def read(self) -> None:
        if len(self._data) > LARGEST:
            raise Refusal(tr("It is larger than 100 MB."))
        try:
            first = first_revision(self._data)
            base = self._base(first)
        except Refusal:
            if self._saved_again():
                raise Refusal(
                    tr(
                        "It was saved again by another program, and its signatures are lost with "
                        "that: ask for the original file."
                    )
                ) from None
            raise
        later = revisions(self._data, first)
        if base is None:
            if later:
                raise Refusal(tr("Something other than a signature was saved into it."))
            return
        objects = dict(base.objects)
        for revision in later:
            objects = self._later(base, objects, revision)
        self._look(base, first)

    def _base(self, first: Revision) -> Base | None:
        """The unsigned document, compared with its map; None for one without fields."""
        base = read_base(first)
        found = self._found
        found.revisions.append(RevisionFound("document"))
        pilot_map, found.pages_match = self._document.compare(self._data[: first.end])
        found.map, found.meaning = pilot_map, meaning(pilot_map)
        found.has_fields = base is not None
        if found.pages_match is False:
            raise Refusal(
                tr("The pages are not those that PilotMap makes from the map attached to them.")
            )
        if found.pages_match is None and base is not None:
            check_harmless(base)
        gate = gate1(pilot_map)
        found.gate, found.draft = gate.state, draft_words(gate)
        return base

    def _saved_again(self) -> bool:
        """Whether a file that is not written as ours still shows what its map makes."""
        try:
            ours = self._document.rebuilt(self._data)
            base = read_base(first_revision(ours))
            boxes = _boxes(base) if base else []
            return self._document.look(ours, self._data, boxes).differing is None
        except (PilotMapError, Refusal):
            return False

    def _later(self, base: Base, before: Objects, revision: Revision) -> dict[int, Any]:
        """Judge a revision after the first; returns the objects as it leaves them."""
        found = self._found
        what = step(base, before, revision)
        after = {**before, **{number: each.value for number, each in revision.objects.items()}}
        if what.seat is not None and what.signature is not None:
            signed = check_signature(self._data, revision, what.signature, after)
            found.seats[what.seat] = _seat(signed)
            found.revisions.append(RevisionFound("signature", what.seat))
            _check_time(signed)
        elif not found.seats:
            raise Refusal(tr("Something other than a signature was saved into it."))
        elif what.time_stamp is not None:
            check_time_stamp(self._data, revision, what.time_stamp)
            found.revisions.append(RevisionFound("time stamp"))
        else:
            found.revisions.append(RevisionFound("validation data"))
        return after

    def _look(self, base: Base, first: Revision) -> None:
        """The pages look as before, and what is written on the stamps."""
        if not self._found.seats:
            return
        seen = self._document.look(self._data[: first.end], self._data, _boxes(base))
        if seen.differing is not None:
            raise Refusal(
                tr("Page {page} does not look as it did before it was signed.", page=seen.differing)
            )
        for seat, words in zip(SEATS, seen.words, strict=True):
            if seat in self._found.seats:
                self._found.seats[seat] = replace(self._found.seats[seat], stamp=words)


def _boxes(base: Base) -> list[Box]:
    """The boxes of the three fields."""
    found: list[Box] = []
    for seat in SEATS:
        field = base.objects[base.fields[seat]]
        page, box = number_of(entry(field, "/P")), numbers(base.objects, entry(field, "/Rect"), 4)
        if page not in base.pages or box is None:
            raise Refusal(tr("It is no document that PilotMap made to be signed."))
        x, y = sorted((box[0], box[2])), sorted((box[1], box[3]))
        left, bottom, right, top = map(float, (x[0], y[0], x[1], y[1]))
        found.append((base.pages.index(page), (left, bottom, right, top)))
    return found


def _seat(signed: Signed) -> SeatVerdict:
    time = signed.at.isoformat(timespec="seconds") if signed.at else None
    return SeatVerdict(
        "signed",
        signed.certificate,
        time,
        reason=signed.reason,
        name_protected=signed.name_protected,
    )


def _check_time(signed: Signed) -> None:
    if signed.at is not None and signed.at > datetime.now(UTC) + _CLOCKS_DIFFER:
        raise Refusal(
            tr(
                "The signature of {name} says that it was made on {day}, which is still to come.",
                name=named(signed.certificate.subject),
                day=signed.at.date().isoformat(),
            )
        )
