"""What the checks of a gate look at, and how they tell what they found."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from pilotmap.analysis.findings.finding import Finding, Fix
from pilotmap.analysis.gates.rules import SEVERITIES
from pilotmap.analysis.seats import SeatNow
from pilotmap.model.beside import Beside
from pilotmap.model.gates.gate import LaterGate
from pilotmap.model.map import PilotMap
from pilotmap.model.signoff import Seat


class GateFacts(NamedTuple):
    """All that a check of a gate may look at; `why_locked` is empty where the gate is open."""

    map: PilotMap
    gate: LaterGate
    today: date
    beside: Beside
    seats: Mapping[Seat, SeatNow]
    why_locked: str = ""


def told(
    facts: GateFacts,
    number: int,
    message: str,
    place: str = "",
    refs: tuple[str, ...] = (),
    fix: Fix | None = None,
) -> Finding:
    """A finding of the gate by the last two digits of its rule; the place is within the gate."""
    rule = f"PM{facts.gate + 4}{number:02}"
    at = f"gate{facts.gate}.{place}" if place else f"gate{facts.gate}"
    return Finding(rule, SEVERITIES[facts.gate][number], message, refs, fix, at)
