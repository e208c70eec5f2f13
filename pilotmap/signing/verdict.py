"""What became of a signed PDF, in words and as JSON."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from pilotmap.language import N_
from pilotmap.model.map import PilotMap
from pilotmap.model.signoff import SEATS, Seat
from pilotmap.signing.certificate import Certificate
from pilotmap.signing.dissent import is_dissent

Word = Literal["accept", "incomplete", "wrong-signer", "stale", "reject"]
SeatWord = Literal["signed", "open", "wrong signer", "broken"]
Kind = Literal["document", "signature", "validation data", "time stamp"]

VERDICT_WORDS: Final[dict[Word, str]] = {
    "accept": N_("All three seats signed this file, and nothing else happened to it"),
    "incomplete": N_("Nothing was changed, but it is not complete"),
    "wrong-signer": N_("Signed by somebody else than registered"),
    "stale": N_("Signed, but for another version of the map"),
    "reject": N_("Do not rely on this file"),
}


@dataclass(frozen=True, slots=True)
class SeatVerdict:
    """A seat's field: who signed, when they say they did, and whether they are who was registered.

    `registered` is None where nobody is registered for the seat: not yet confirmed. `known_from`
    says where the seat's certificate is known from, also where that confirms nothing. `reason` is
    what the signature gives as its reason, `stamp` what is written on the page for it.
    """

    state: SeatWord = "open"
    certificate: Certificate | None = None
    time: str | None = None
    registered: bool | None = None
    known_from: str = ""
    reason: str = ""
    stamp: str = ""
    name_protected: bool = True

    @property
    def dissent(self) -> str:
        """What the signer wrote that reads like a refusal; mostly nothing."""
        return next((each for each in (self.reason, self.stamp) if is_dissent(each)), "")

    @property
    def name(self) -> str | None:
        """Whom the certificate names."""
        return self.certificate.subject if self.certificate else None

    def as_json(self) -> dict[str, Any]:
        """As in `verify --format json`."""
        return {
            "state": self.state,
            "name": self.name,
            "time": self.time,
            "fingerprint": self.certificate.fingerprint if self.certificate else None,
            "registered": self.registered,
        }


@dataclass(frozen=True, slots=True)
class RevisionFound:
    """One saving of the file, from the first on."""

    kind: Kind
    seat: Seat | None = None

    def as_json(self) -> dict[str, Any]:
        """As in `verify --format json`."""
        return {"kind": self.kind, **({"seat": self.seat} if self.seat else {})}


@dataclass(frozen=True, slots=True)
class Report:
    """The verdict on a file with its first reason; `meaning` is that of the attached map.

    `pages_match` is None where the pages could not be built again to compare them; `map` is the
    attached map, `gate` the state of Gate 1 in it, `draft` why its pages call themselves a draft.
    `has_fields` is false for a draft that cannot be signed;
    `remarks` are sentences that speak against nothing and should be known.
    """

    verdict: Word
    reason: str
    seats: Mapping[Seat, SeatVerdict]
    meaning: str | None = None
    pages_match: bool | None = None
    revisions: tuple[RevisionFound, ...] = ()
    map: PilotMap | None = None
    gate: str | None = None
    draft: str = ""
    remarks: tuple[str, ...] = ()
    has_fields: bool = True

    @property
    def last_record(self) -> str | None:
        """The id of the last sign-off record in the attached map, which signatures name."""
        return self.map.signoffs[-1].id if self.map and self.map.signoffs else None

    @property
    def intact(self) -> bool:
        """Whether nothing speaks against the file's integrity."""
        return self.verdict != "reject"

    @property
    def agreed(self) -> bool:
        """Whether all three signed who are registered, and none of them wrote a refusal."""
        seats = self.seats.values()
        return self.verdict == "accept" and all(
            each.registered and not each.dissent for each in seats
        )

    @property
    def signed(self) -> tuple[Seat, ...]:
        """The seats whose fields hold a signature."""
        return tuple(seat for seat in SEATS if self.seats[seat].certificate is not None)

    def as_json(self) -> dict[str, Any]:
        """As in `verify --format json`."""
        return {
            "verdict": self.verdict,
            "reason": self.reason,
            "seats": {seat: self.seats[seat].as_json() for seat in SEATS},
            "gate": self.gate,
            "meaning": self.meaning,
            "pages_match": self.pages_match,
            "revisions": [each.as_json() for each in self.revisions],
        }


def refused(reason: str) -> Report:
    """A file that was not accepted, for a reason met before its seats were read."""
    return Report("reject", reason, {seat: SeatVerdict() for seat in SEATS})
