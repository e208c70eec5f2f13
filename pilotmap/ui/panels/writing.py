"""Reading and writing one plain field of an element, for the bindings of the forms."""

from collections.abc import Callable, Mapping
from typing import Any

from pilotmap.model.edits.fields import (
    edit_flow,
    edit_lane,
    edit_map,
    edit_note,
    edit_outcome,
    edit_pilot,
    edit_step,
    edit_system,
)
from pilotmap.model.known import Known
from pilotmap.model.map import PilotMap

Read = Callable[[PilotMap, str], Any]
Write = Callable[[PilotMap, str, Any], PilotMap]

_THINGS: Mapping[str, tuple[Callable[[PilotMap, str], Any], Callable[..., PilotMap]]] = {
    "step": (lambda pilot_map, element: pilot_map.step_by_id[element], edit_step),
    "flow": (lambda pilot_map, element: pilot_map.flow_by_id[element], edit_flow),
    "lane": (lambda pilot_map, element: pilot_map.lane_by_id[element], edit_lane),
    "system": (lambda pilot_map, element: pilot_map.system_by_id[element], edit_system),
    "note": (lambda pilot_map, element: pilot_map.note_by_id[element], edit_note),
}
_WHOLES: Mapping[str, tuple[Callable[[PilotMap], Any], Callable[..., PilotMap]]] = {
    "map": (lambda pilot_map: pilot_map, edit_map),
    "outcome": (lambda pilot_map: pilot_map.outcome, edit_outcome),
    "pilot": (lambda pilot_map: pilot_map.pilot, edit_pilot),
}


def reader(kind: str, key: str) -> Read:
    """Read a field of an element of this kind, or of a part that the map has once.

    Of a number that says how it is known, the number: that is what its field shows and takes.
    """
    if kind in _WHOLES:
        whole = _WHOLES[kind][0]
        return lambda pilot_map, _: _number_alone(getattr(whole(pilot_map), key))
    element_of = _THINGS[kind][0]
    return lambda pilot_map, element: _number_alone(getattr(element_of(pilot_map, element), key))


def writer(kind: str, key: str) -> Write:
    """Write a field of an element of this kind, or of a part that the map has once."""
    if kind in _WHOLES:
        edit_whole = _WHOLES[kind][1]
        return lambda pilot_map, _, value: edit_whole(pilot_map, **{key: value})
    edit = _THINGS[kind][1]
    return lambda pilot_map, element, value: edit(pilot_map, element, **{key: value})


def _number_alone(value: Any) -> Any:
    return value.value if isinstance(value, Known) else value
