"""Who has agreed to this very content, and what the document may therefore call itself."""

from datetime import date
from typing import Final, Literal, NamedTuple

from pilotmap.layout.theme import Role
from pilotmap.model.map import PilotMap
from pilotmap.model.meaning import meaning
from pilotmap.model.signoff import SEAT_WORDS, SEATS, Seat, Signoff

SeatState = Literal["open", "approved", "with conditions", "declined", "stale"]

_AGREED: Final = ("approved", "with conditions")


class SeatView(NamedTuple):
    """A seat, the last word it gave, and what that is worth for the content as it is now."""

    seat: Seat
    word: str
    state: SeatState
    record: Signoff | None


class Status(NamedTuple):
    """The three seats, and whether all of them agree to this very content."""

    seats: tuple[SeatView, ...]
    signed: bool

    @property
    def agreed(self) -> int:
        """How many seats agree to this very content."""
        return sum(view.state in _AGREED for view in self.seats)


class Pill(NamedTuple):
    """The words beside the title, in one colour on a lighter one."""

    words: str
    line: Role
    fill: Role


SEAT_STATE_WORDS: Final[dict[SeatState, tuple[str, Role]]] = {
    "open": ("Not signed yet", "ink.soft"),
    "approved": ("Approved", "good"),
    "with conditions": ("Approved with conditions", "warning"),
    "declined": ("Declined", "error"),
    "stale": ("Approved another content", "warning"),
}


def status(pilot_map: PilotMap, today: date | None = None) -> Status:
    """The state of the three seats for the meaning that the map has now."""
    views = tuple(_seat(pilot_map, seat) for seat in SEATS)
    return Status(views, all(view.state in _AGREED for view in views))


def pill(found: Status) -> Pill:
    """What the document calls itself."""
    states = [view.state for view in found.seats]
    count = f"{found.agreed} of {len(found.seats)}"
    if "declined" in states:
        return Pill("Declined", "error", "error.fill")
    if found.signed and "with conditions" in states:
        return Pill(f"Signed off with conditions · {count}", "warning", "warning.fill")
    if found.signed:
        return Pill(f"Signed off · {count}", "good", "good.fill")
    if "stale" in states:
        return Pill(f"Draft · changed since it was signed · {count}", "warning", "warning.fill")
    return Pill(f"Draft · {count} signed", "warning", "warning.fill")


def _seat(pilot_map: PilotMap, seat: Seat) -> SeatView:
    records = [record for record in pilot_map.signoffs if record.seat == seat]
    record = records[-1] if records else None
    word = SEAT_WORDS[seat]
    if record is None or record.decision == "withdrawn":
        return SeatView(seat, word, "open", record)
    if record.meaning != meaning(pilot_map):
        return SeatView(seat, word, "stale", record)
    state: SeatState = (
        "with conditions" if record.decision == "approved with conditions" else record.decision
    )
    return SeatView(seat, word, state, record)
