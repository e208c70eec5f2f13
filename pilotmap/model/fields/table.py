"""The table itself: the fields of each kind of element, in the order of the file."""

from collections.abc import Mapping
from typing import Final

from pilotmap.model.fields.field import Field
from pilotmap.model.fields.gate_4 import GATE_4
from pilotmap.model.fields.gates_2_3 import GATES_2_AND_3
from pilotmap.model.fields.part import Part
from pilotmap.model.fields.pilot import PILOT
from pilotmap.model.fields.process import FLOW, LANE, PHASE, STEP, SYSTEM
from pilotmap.model.fields.remarks import NOTE
from pilotmap.model.fields.whole import MAP, OUTCOME

FIELDS: Final[Mapping[str, tuple[Field, ...]]] = {
    "map": MAP,
    "outcome": OUTCOME,
    "lane": LANE,
    "system": SYSTEM,
    "step": STEP,
    "flow": FLOW,
    "pilot": PILOT,
    "phase": PHASE,
    "note": NOTE,
}
GATE_FIELDS: Final[Mapping[str, tuple[Field, ...]]] = {**GATES_2_AND_3, **GATE_4}
"""The fields of gates 2 to 4, by the class of the model."""
_BY_KEY: Final = {
    (element, field.key): field
    for element, fields in {**FIELDS, **GATE_FIELDS}.items()
    for field in fields
}


def field_of(element: str, key: str) -> Field:
    """The field of a kind of element with this key; KeyError where there is none."""
    return _BY_KEY[element, key]


def part_of(element: str, key: str) -> Part:
    """The part of Gate 1 that asks for a field; what is drawn belongs to the process map."""
    field = _BY_KEY.get((element, key))
    return (field and field.part) or _PARTS.get(element, Part.PROCESS)


_PARTS: Final = {
    "outcome": Part.OUTCOME,
    "pilot": Part.TOGETHER,
    "signoffs": Part.SIGN_OFF,
}
