"""Where each of the three seats stands."""

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

from pilotmap.analysis.chain import broken_records
from pilotmap.language import N_
from pilotmap.model.gates.gate import GateNumber
from pilotmap.model.map import PilotMap
from pilotmap.model.meaning import gate_meanings
from pilotmap.model.signoff import SEATS, Seat, Signoff, decisions_of

SeatState = Literal["open", "approved", "with conditions", "declined", "stale"]


SEAT_STATES: Final[dict[SeatState, str]] = {
    "open": N_("open"),
    "approved": N_("approved"),
    "with conditions": N_("with conditions"),
    "declined": N_("declined"),
    "stale": N_("stale"),
}
"""What each state is called."""


class SeatNow(NamedTuple):
    """A seat's state, and the record that it rests on; a withdrawn one leaves the seat open."""

    state: SeatState
    record: Signoff | None

    @property
    def name(self) -> str | None:
        """Who holds the seat, where someone does."""
        return self.record.name if self.record else None

    @property
    def agrees(self) -> bool:
        """Whether the seat approves the map as it is now, with conditions or without."""
        return self.state in ("approved", "with conditions")


def seats(pilot_map: PilotMap, gate: GateNumber = 1) -> Mapping[Seat, SeatNow]:
    """The state of each seat: the last record counts, and only while the meaning is the same.

    In a chain that does not hold, no record from the first broken one on counts.
    """
    broken = broken_records(pilot_map.signoffs)
    counted = pilot_map.signoffs[: broken[0].place] if broken else pilot_map.signoffs
    last = {record.seat: record for record in decisions_of(counted, gate)}
    now = gate_meanings(pilot_map, gate) if last else frozenset()
    return {seat: _seat(last.get(seat), now) for seat in SEATS}


def _seat(record: Signoff | None, now: frozenset[str]) -> SeatNow:
    if record is None or record.decision == "withdrawn":
        return SeatNow("open", None)
    if record.meaning not in now:
        return SeatNow("stale", record)
    states: dict[str, SeatState] = {
        "approved": "approved",
        "approved with conditions": "with conditions",
        "declined": "declined",
    }
    return SeatNow(states[record.decision], record)
