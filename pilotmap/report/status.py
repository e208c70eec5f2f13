"""Who has agreed to this very content, and what the document may therefore call itself."""

from datetime import date
from typing import Final, NamedTuple

from pilotmap.analysis.chain import broken_records, record_words
from pilotmap.analysis.gate1 import State, gate1
from pilotmap.analysis.seats import SeatState
from pilotmap.layout.theme import Role
from pilotmap.model.map import PilotMap
from pilotmap.model.signoff import SEAT_WORDS, SEATS, Seat, Signoff


class SeatView(NamedTuple):
    """A seat, the last word it gave, and what that is worth for the content as it is now."""

    seat: Seat
    word: str
    state: SeatState
    record: Signoff | None

    @property
    def agrees(self) -> bool:
        """Whether the seat approves this very content."""
        return self.state in ("approved", "with conditions")


class Status(NamedTuple):
    """The gate's state, the three seats, and what is wrong with the chain of their records."""

    state: State
    seats: tuple[SeatView, ...]
    broken: tuple[str, ...]

    @property
    def signed(self) -> bool:
        """Whether all three seats agree to this very content and no error is open."""
        return self.state in ("signed", "signed with conditions")

    @property
    def why_draft(self) -> str:
        """Why the content is not signed off, empty where it is."""
        if self.signed:
            return ""
        if self.agreed == len(self.seats):
            return "all three seats have approved, but the map has errors to clear"
        return f"{self.agreed} of {len(self.seats)} seats have approved this content"

    @property
    def agreed(self) -> int:
        """How many seats agree to this very content."""
        return sum(view.agrees for view in self.seats)


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
    "stale": ("Given for another content", "warning"),
}


def status(pilot_map: PilotMap, today: date | None = None) -> Status:
    """The state of the gate and its seats; the day changes neither."""
    gate = gate1(pilot_map, today)
    last = {record.seat: record for record in pilot_map.signoffs}
    views = tuple(
        SeatView(seat, SEAT_WORDS[seat], gate.seats[seat].state, last.get(seat)) for seat in SEATS
    )
    broken = tuple(
        f"{record_words(pilot_map.signoffs[each.place])} {each.reason}"
        for each in broken_records(pilot_map.signoffs)
    )
    return Status(gate.state, views, broken)


def pill(found: Status) -> Pill:
    """What the document calls itself."""
    count = f"{found.agreed} of {len(found.seats)}"
    if found.state == "declined":
        return Pill("Draft · declined", "error", "error.fill")
    if found.state == "signed":
        return Pill(f"Signed off · {count}", "good", "good.fill")
    if found.state == "signed with conditions":
        return Pill(f"Signed off with conditions · {count}", "good", "good.fill")
    if found.state == "stale":
        return Pill(f"Draft · changed since signed · {count}", "warning", "warning.fill")
    if found.agreed == len(found.seats):
        return Pill("Draft · errors to clear", "error", "error.fill")
    return Pill(f"Draft · {count} signed", "warning", "warning.fill")
