"""The meaning of a map: what a signature is bound to."""

import hashlib
from collections.abc import Iterator
from typing import Any, Final

import rfc8785

from pilotmap.model.gates.gate import GATE_KEYS, GateNumber
from pilotmap.model.map import PilotMap
from pilotmap.model.quantity import UNIT_SIGNS

_NOT_MEANT: Final = {
    *("source", "attendance", "signoffs"),
    *("feasibility", "integration", "shadow"),
}
_NOT_DECIDED: Final = {"owner", "next_review"}
_NEW_IN_2: Final[dict[str, frozenset[str]]] = {
    "outcome": frozenset({"about", "starts_at", "ends_at"}),
    "lanes": frozenset({"rate"}),
    "steps": frozenset({"with"}),
    "flows": frozenset(),
    "pilot": frozenset(
        {
            *("why_not", "cost_once", "cost_per_case", "cost_of_error"),
            *("error_share", "missed_share"),
        }
    ),
}
_TIMED: Final = ("steps", "pilot")
"""Here every number with a unit is a time, but for money, which is new itself."""


def content(pilot_map: PilotMap) -> dict[str, Any]:
    """The map as plain JSON data, keys in the model's order, defaults left out."""
    data: dict[str, Any] = pilot_map.model_dump(mode="json", exclude_defaults=True)
    return data


def meaning(pilot_map: PilotMap) -> str:
    """SHA-256, in hex, over the RFC 8785 form of the map.

    Left out: pins, where it was imported from, who was in the room, the sign-offs and gates 2 to 4.
    """
    return _digest(_meant(pilot_map))


def meanings(pilot_map: PilotMap) -> frozenset[str]:
    """The digests under which the map may have been agreed to.

    That of this version of the format, that of version 2, which said as much of Gate 1, and that of
    version 1 where it could say all that the map says: what was agreed then stays agreed.
    """
    meant = _meant(pilot_map)
    forms = (meant, meant | {"version": 2}, _in_version_1(meant))
    return frozenset(_digest(form) for form in forms if form is not None)


def gate_meaning(pilot_map: PilotMap, gate: GateNumber) -> str:
    """SHA-256, in hex, over what a gate's decision is about: Gate 1's meaning and its own part.

    Left out: its owner and next date, how its file of records is called, and a way back that was
    taken.
    """
    return _of_gate(pilot_map, gate, meaning(pilot_map))


def gate_meanings(pilot_map: PilotMap, gate: GateNumber) -> frozenset[str]:
    """The digests under which a gate's decision may have been agreed to."""
    return frozenset(_of_gate(pilot_map, gate, form) for form in meanings(pilot_map))


def _of_gate(pilot_map: PilotMap, gate: GateNumber, gate1: str) -> str:
    if gate == 1:
        return gate1
    key = GATE_KEYS[gate]
    part = content(pilot_map).get(key, {})
    own = {name: value for name, value in part.items() if name not in _NOT_DECIDED}
    for name, left_out in (("records", "file"), ("flip", "back")):
        if name in own:
            own[name] = {k: value for k, value in own[name].items() if k != left_out}
    return _digest({"gate1": gate1, key: own})


def grouped(digest: str, groups: int | None = None) -> str:
    """A digest in groups of four hex digits, all of it or the first few groups."""
    fours = [digest[at : at + 4] for at in range(0, len(digest), 4)]
    return " ".join(fours[:groups])


def _digest(meant: dict[str, Any]) -> str:
    return hashlib.sha256(rfc8785.dumps(meant)).hexdigest()


def _meant(pilot_map: PilotMap) -> dict[str, Any]:
    meant = {key: value for key, value in content(pilot_map).items() if key not in _NOT_MEANT}
    if "steps" in meant:
        meant["steps"] = [
            {key: value for key, value in step.items() if key != "pin"} for step in meant["steps"]
        ]
    return meant


def _in_version_1(meant: dict[str, Any]) -> dict[str, Any] | None:
    """The same in the form of version 1 of the format; None where it could not say all of it."""
    systems = {system["id"] for system in meant.get("systems", ())}
    flows = meant.get("flows", ())
    if any(flow.get("through") in systems for flow in flows) or _says_new(meant):
        return None
    flows = [
        {("through" if key == "through_system" else key): flow[key] for key in flow}
        for flow in flows
    ]
    return meant | {"version": 1} | ({"flows": flows} if flows else {})


def _says_new(meant: dict[str, Any]) -> bool:
    if meant.keys() & {"currency", "phases"} or _is_new_quantity(meant.get("volume")):
        return True
    return any(
        part.keys() & _NEW_IN_2[key]
        or any(_is_new_quantity(value, of_time=key in _TIMED) for value in part.values())
        for key, part in _parts(meant)
    )


def _parts(meant: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for key in _NEW_IN_2:
        held = meant.get(key, ())
        yield from ((key, part) for part in ([held] if isinstance(held, dict) else held))


def _is_new_quantity(value: Any, *, of_time: bool = False) -> bool:
    """A number with a range, with a basis but no unit, or of time in another spelling."""
    if not isinstance(value, dict) or "value" not in value:
        return False
    ranged = value.keys() & {"low", "high"}
    return bool(ranged) or "unit" not in value or (of_time and value["unit"] not in UNIT_SIGNS)
