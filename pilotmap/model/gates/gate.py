"""The gates by number: what each is called, and where the file holds it."""

from typing import Final, Literal

from pilotmap.language import N_
from pilotmap.model.gates.feasibility import Feasibility
from pilotmap.model.gates.integration import Integration
from pilotmap.model.gates.shadow import Shadow

GateNumber = Literal[1, 2, 3, 4]
LaterGate = Literal[2, 3, 4]
SealedGate = Literal[2, 4]

LATER_GATES: Final[tuple[LaterGate, ...]] = (2, 3, 4)
GATE_NAMES: Final[dict[GateNumber, str]] = {
    1: N_("Problem definition"),
    2: N_("Feasibility"),
    3: N_("Integration"),
    4: N_("Shadow run"),
}
GATE_KEYS: Final[dict[LaterGate, str]] = {2: "feasibility", 3: "integration", 4: "shadow"}
"""Where the file holds each gate."""
EMPTY_GATES: Final[dict[LaterGate, Feasibility | Integration | Shadow]] = {
    2: Feasibility(),
    3: Integration(),
    4: Shadow(),
}
