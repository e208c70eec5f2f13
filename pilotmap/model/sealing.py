"""What is sealed of a map's later gates, and a map that keeps it."""

from typing import Final

from pilotmap.model.gates.gate import EMPTY_GATES, GATE_KEYS, SealedGate
from pilotmap.model.map import PilotMap

SEALED_FIELDS: Final[dict[SealedGate, tuple[str, ...]]] = {
    2: ("threshold",),
    4: ("threshold", "agreement", "reckoned"),
}
"""What a seal fixes of each gate."""
_KEPT: Final = ("sealed", "history")


def with_record(pilot_map: PilotMap, before: PilotMap) -> PilotMap:
    """The map with the chain of another, and with the thresholds that the chain seals."""
    changes: dict[str, object] = {"signoffs": before.signoffs}
    gates: tuple[SealedGate, ...] = (2, 4)
    for gate in gates:
        if before.seals(gate) != pilot_map.seals(gate):
            key = GATE_KEYS[gate]
            there = getattr(before, key) or EMPTY_GATES[gate]
            here = getattr(pilot_map, key) or EMPTY_GATES[gate]
            fields = (*SEALED_FIELDS[gate], *_KEPT)
            changes[key] = here.replace(**{name: getattr(there, name) for name in fields})
    return pilot_map.replace(**changes)
