"""Sign-off records as they stand in the file; the chain over them is judged by the analysis."""

from typing import Final, Literal

from pydantic import Field

from pilotmap.language import N_
from pilotmap.model.value import Digest, IsoDate, Text, Timestamp, Value

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

    `id` is the digest of the rest, `previous` the id of the record before.
    """

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
