"""The meaning of a map: what a signature is bound to."""

import hashlib
from typing import Any, Final

import rfc8785

from pilotmap.model.map import PilotMap

_NOT_MEANT: Final = {"attendance", "signoffs", "feasibility", "integration", "shadow"}


def content(pilot_map: PilotMap) -> dict[str, Any]:
    """The map as plain JSON data, keys in the model's order, defaults left out."""
    data: dict[str, Any] = pilot_map.model_dump(mode="json", exclude_defaults=True)
    return data


def meaning(pilot_map: PilotMap) -> str:
    """SHA-256, in hex, over the RFC 8785 form of the map.

    Left out: pins, who was in the room, the sign-offs and gates 2 to 4.
    """
    meant = {key: value for key, value in content(pilot_map).items() if key not in _NOT_MEANT}
    if "steps" in meant:
        meant["steps"] = [
            {key: value for key, value in step.items() if key != "pin"} for step in meant["steps"]
        ]
    return hashlib.sha256(rfc8785.dumps(meant)).hexdigest()


def grouped(digest: str, groups: int | None = None) -> str:
    """A digest in groups of four hex digits, all of it or the first few groups."""
    fours = [digest[at : at + 4] for at in range(0, len(digest), 4)]
    return " ".join(fours[:groups])
