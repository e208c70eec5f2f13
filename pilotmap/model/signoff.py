"""Sign-off records as they stand in the file; the chain over them is judged by the analysis."""

from collections.abc import Iterable
from typing import Annotated, Any, Final, Literal

from pydantic import Discriminator, Field, Tag

from pilotmap.language import N_
from pilotmap.model.gates.gate import GateNumber, SealedGate
from pilotmap.model.gates.records import Cases
from pilotmap.model.quantity import Quantity
from pilotmap.model.value import Digest, Fraction, IsoDate, Text, Timestamp, Value

Seat = Literal["operations", "it", "business"]
Decision = Literal["approved", "approved with conditions", "declined", "withdrawn"]

SEATS: Final[tuple[Seat, ...]] = ("operations", "it", "business")
SEAT_WORDS: Final[dict[Seat, str]] = {
    "operations": N_("Operations"),
    "it": N_("IT"),
    "business": N_("Business stakeholder"),
}
FIELD_NAMES: Final[dict[Seat, str]] = {
    "operations": "Operations",
    "it": "IT",
    "business": "Business",
}
"""What a seat's signature field in the PDF is called; any signer shows this name."""


class Condition(Value):
    """What must happen for an approval to hold, by whom and until when."""

    text: Text
    owner: Text = ""
    due: IsoDate | None = None


class Signoff(Value):
    """One record of the append-only chain.

    `id` is the digest of the rest, `previous` the id of the record before; `gate` is what it
    decides about.
    """

    gate: GateNumber = 1
    seat: Seat
    name: Text
    title: Text = ""
    decision: Decision
    conditions: tuple[Condition, ...] = ()
    statement: Text = ""
    drawn: str = Field(default="", pattern=r"^[MLHVCSQTAZmlhvcsqtaz0-9eE ,.+-]*$")
    at: Timestamp
    meaning: Digest
    entered_by: Text = ""
    previous: Digest | None = None
    id: Digest


class Seal(Value):
    """A threshold that was fixed, as a record of the same chain.

    Gate 2: the failure rate `failed_share` may not be exceeded. Gate 4: the mean must be on the
    good side of `mean`, `agreement` is the least share of agreement where that is asked, and
    `reckoned` says how the value of a case comes about. `applies_to` says of what; `reason` is
    there where it takes the place of another after `judged` cases.
    """

    kind: Literal["seal"]
    gate: SealedGate
    failed_share: Fraction | None = None
    mean: Quantity | None = None
    agreement: Fraction | None = None
    reckoned: Text = ""
    applies_to: Text = ""
    reason: Text = ""
    judged: Cases = 0
    at: Timestamp
    by: Text
    meaning: Digest
    entered_by: Text = ""
    previous: Digest | None = None
    id: Digest


def _kind_of(record: Any) -> str:
    is_seal = "kind" in record if isinstance(record, dict) else isinstance(record, Seal)
    return SEAL_TAG if is_seal else SIGNOFF_TAG


SIGNOFF_TAG: Final = "a sign-off"
SEAL_TAG: Final = "a seal"
Record = Annotated[
    Annotated[Signoff, Tag(SIGNOFF_TAG)] | Annotated[Seal, Tag(SEAL_TAG)], Discriminator(_kind_of)
]
"""What the chain holds; in the file a seal says `kind`, a sign-off does not."""


def decisions_of(records: Iterable[Record], gate: GateNumber = 1) -> tuple[Signoff, ...]:
    """The sign-offs of a gate among the records of a chain, in its order."""
    return tuple(r for r in records if isinstance(r, Signoff) and r.gate == gate)


def seals_of(records: Iterable[Record], gate: SealedGate) -> tuple[Seal, ...]:
    """The seals of a gate among the records of a chain, in its order."""
    return tuple(r for r in records if isinstance(r, Seal) and r.gate == gate)
