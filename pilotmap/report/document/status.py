"""Who has agreed to this very content, and what the document may therefore call itself."""

from datetime import date
from typing import Final, NamedTuple

from pilotmap.analysis.chain import broken_records, record_words
from pilotmap.analysis.figures import Figures
from pilotmap.analysis.findings import find
from pilotmap.analysis.gate1 import State, gate1
from pilotmap.analysis.seats import SeatState
from pilotmap.language import N_, tr
from pilotmap.layout.theme import Role
from pilotmap.model.map import PilotMap
from pilotmap.model.signoff import SEATS, Seat, Signoff


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
            return tr("all three seats have approved, but the map has errors to clear")
        return tr("{agreed} of 3 seats have approved this content", agreed=self.agreed)

    @property
    def agreed(self) -> int:
        """How many seats agree to this very content."""
        return sum(view.agrees for view in self.seats)


class Pill(NamedTuple):
    """The words beside the title, in one colour on a lighter one."""

    words: str
    line: Role
    fill: Role


_STATES: Final[dict[SeatState, tuple[str, Role]]] = {
    "open": (N_("Not on record yet"), "ink.soft"),
    "approved": (N_("Approved"), "good"),
    "with conditions": (N_("Approved with conditions"), "warning"),
    "declined": (N_("Declined"), "error"),
    "stale": (N_("Given for another content"), "warning"),
}
_SEATS: Final[dict[Seat, str]] = {
    "operations": N_("Operations"),
    "it": N_("IT"),
    "business": N_("Business stakeholder"),
}


def state_words(state: SeatState) -> tuple[str, Role]:
    """What a seat's state is called, and the colour of that."""
    words, role = _STATES[state]
    return tr(words), role


def seat_words(seat: Seat) -> str:
    """What a seat is called."""
    return tr(_SEATS[seat])


def status(pilot_map: PilotMap, today: date | None, numbers: Figures | None) -> Status:
    """The state of the gate and its seats; the day changes neither."""
    gate = gate1(pilot_map, today, findings=find(pilot_map, today, numbers=numbers))
    last = {record.seat: record for record in pilot_map.decisions()}
    views = tuple(
        SeatView(seat, seat_words(seat), gate.seats[seat].state, last.get(seat)) for seat in SEATS
    )
    broken = tuple(
        tr(
            "{record} {reason}",
            record=record_words(pilot_map.signoffs[each.place]),
            reason=tr(each.reason),
        )
        for each in broken_records(pilot_map.signoffs)
    )
    return Status(gate.state, views, broken)


def pill(found: Status) -> Pill:
    """What the document calls itself."""
    agreed = found.agreed
    if found.state == "declined":
        return Pill(tr("Draft · declined"), "error", "error.fill")
    if found.state == "signed":
        return Pill(tr("Signed off · {agreed} of 3", agreed=agreed), "good", "good.fill")
    if found.state == "signed with conditions":
        words = tr("Signed off with conditions · {agreed} of 3", agreed=agreed)
        return Pill(words, "good", "good.fill")
    if found.state == "stale":
        words = tr("Draft · changed since signed · {agreed} of 3", agreed=agreed)
        return Pill(words, "warning", "warning.fill")
    if agreed == len(found.seats):
        return Pill(tr("Draft · errors to clear"), "error", "error.fill")
    return Pill(tr("Draft · {agreed} of 3 signed", agreed=agreed), "warning", "warning.fill")
