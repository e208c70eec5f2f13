"""Reading and writing one field of an element, for forms and tables: by the table of fields."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from pilotmap.language import tr
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
from pilotmap.model.edits.flows import set_through
from pilotmap.model.edits.made import Made
from pilotmap.model.edits.parts import refuse
from pilotmap.model.edits.pilot import mark_ai_step
from pilotmap.model.edits.references import Several, named
from pilotmap.model.edits.steps import rename
from pilotmap.model.fields import field as table
from pilotmap.model.fields.table import field_of
from pilotmap.model.known import Known
from pilotmap.model.map import PilotMap
from pilotmap.model.quantity import Duration, Measured, Money, Quantity, Volume

Read = Callable[[PilotMap, str], Any]
Write = Callable[[PilotMap, str, Any], PilotMap | Made]

_ELEMENTS: Final[Mapping[str, tuple[Read, Callable[..., PilotMap]]]] = {
    "step": (lambda m, element: m.step_by_id[element], edit_step),
    "flow": (lambda m, element: m.flow_by_id[element], edit_flow),
    "lane": (lambda m, element: m.lane_by_id[element], edit_lane),
    "system": (lambda m, element: m.system_by_id[element], edit_system),
    "note": (lambda m, element: m.note_by_id[element], edit_note),
    "map": (lambda m, _: m, lambda m, _, **changes: edit_map(m, **changes)),
    "outcome": (lambda m, _: m.outcome, lambda m, _, **changes: edit_outcome(m, **changes)),
    "pilot": (lambda m, _: m.pilot, lambda m, _, **changes: edit_pilot(m, **changes)),
}
_NUMBERS: Final = frozenset({"time", "money", "volume", "quantity"})
_OTHER_WRITERS: Final[Mapping[tuple[str, str], Write]] = {
    ("lane", "name"): rename,
    ("system", "name"): rename,
    ("flow", "through"): set_through,
    ("pilot", "step"): lambda m, _, step: mark_ai_step(m, step),
}


def reader(kind: str, key: str) -> Read:
    """Read a field of an element of this kind, or of a part that the map has once."""
    element_of = _ELEMENTS[kind][0]
    return lambda m, element: getattr(element_of(m, element), key)


def editor(kind: str) -> Callable[..., PilotMap]:
    """The edit of any field of an element of this kind."""
    return _ELEMENTS[kind][1]


def shown(kind: str, key: str) -> Read:
    """Read what a field shows: of a number that says how it is known, the number alone."""
    read, holds = reader(kind, key), field_of(kind, key).kind
    if (kind, key) == ("flow", "through"):
        return lambda m, flow: m.through_words(m.flow_by_id[flow])
    if holds in ("lanes", "systems"):
        by_id = "lane_by_id" if holds == "lanes" else "system_by_id"
        return lambda m, element: tuple(
            (each, getattr(m, by_id)[each].name) for each in read(m, element)
        )
    return lambda m, element: _number_alone(read(m, element))


def writer(kind: str, key: str) -> Write:
    """Write a field of an element of this kind, or of a part that the map has once.

    A number that is typed keeps what was known of the one before.
    """
    edit, holds = _ELEMENTS[kind][1], field_of(kind, key).kind
    if (kind, key) in _OTHER_WRITERS:
        return _OTHER_WRITERS[kind, key]
    if holds in ("lanes", "systems"):
        return lambda m, element, chosen: _name(m, element, edit, key, chosen)
    if holds in _NUMBERS:
        read = reader(kind, key)
        return lambda m, element, typed: edit(
            m, element, **{key: _with_number(m, holds, read(m, element), typed)}
        )
    return lambda m, element, value: edit(m, element, **{key: value})


def unit_writer(kind: str, key: str) -> Write:
    """Write the unit of a number, which stands in a field of its own."""
    read, edit = reader(kind, key), editor(kind)

    def write(m: PilotMap, element: str, unit: Any) -> PilotMap:
        old = read(m, element) or (Quantity() if field_of(kind, key).kind == "quantity" else None)
        return m if old is None else edit(m, element, **{key: _or_nothing(old.replace(unit=unit))})

    return write


def _name(
    m: PilotMap, element: str, edit: Callable[..., PilotMap], key: str, chosen: Any
) -> PilotMap:
    kind: Several = "lanes" if field_of("step", key).kind == "lanes" else "systems"
    m, ids = named(m, kind, chosen)
    return edit(m, element, **{key: ids})


def _with_number(m: PilotMap, holds: table.Kind, old: Any, typed: Any) -> Any:
    """A number that was typed, with what was known of the old one; money in the map's currency."""
    if holds == "quantity":
        old = old or Quantity()
        return _or_nothing(old.with_number(Quantity(value=typed, unit=old.unit)))
    if typed is None:
        return None
    new: Any = typed
    if holds == "money":
        refuse(None if m.currency else tr("Say the currency first: all money of a map is in one."))
        new = Money(value=typed, unit=m.currency)
    elif holds == "volume":
        new = Volume(value=typed, unit=old.unit if old else "per day")
    return new if old is None else old.with_number(new)


def _or_nothing(number: Measured) -> Measured | None:
    return None if number == Quantity() else number


def _number_alone(value: Any) -> Any:
    if isinstance(value, Duration):
        return value.bare
    return value.value if isinstance(value, Known | Measured) else value
