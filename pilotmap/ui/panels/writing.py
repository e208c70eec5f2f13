"""Reading and writing one plain field of a thing, for the bindings of the forms."""

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
    "step": (lambda m, thing: m.step_by_id[thing], edit_step),
    "flow": (lambda m, thing: m.flow_by_id[thing], edit_flow),
    "lane": (lambda m, thing: m.lane_by_id[thing], edit_lane),
    "system": (lambda m, thing: m.system_by_id[thing], edit_system),
    "note": (lambda m, thing: m.note_by_id[thing], edit_note),
}
_WHOLES: Mapping[str, tuple[Callable[[PilotMap], Any], Callable[..., PilotMap]]] = {
    "map": (lambda m: m, edit_map),
    "outcome": (lambda m: m.outcome, edit_outcome),
    "pilot": (lambda m: m.pilot, edit_pilot),
}


def reader(kind: str, key: str) -> Read:
    """Read a field of a thing of this kind, or of a part that the map has once.

    Of a number that says how it is known, the number: that is what its field shows and takes.
    """
    if kind in _WHOLES:
        whole = _WHOLES[kind][0]
        return lambda m, _: _number_alone(getattr(whole(m), key))
    thing_of = _THINGS[kind][0]
    return lambda m, thing: _number_alone(getattr(thing_of(m, thing), key))


def writer(kind: str, key: str) -> Write:
    """Write a field of a thing of this kind, or of a part that the map has once."""
    if kind in _WHOLES:
        edit_whole = _WHOLES[kind][1]
        return lambda m, _, value: edit_whole(m, **{key: value})
    edit = _THINGS[kind][1]
    return lambda m, thing, value: edit(m, thing, **{key: value})


def _number_alone(value: Any) -> Any:
    return value.value if isinstance(value, Known) else value
