"""What differs between two versions of a map, in sentences; only what is part of the meaning."""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple, get_args

from pilotmap.analysis import change_words as words
from pilotmap.analysis.wording import (
    figure,
    lane_words,
    long_date,
    percent,
    quantity_words,
    quoted,
    step_words,
)
from pilotmap.language import tr
from pilotmap.model.fields.field import Field, References
from pilotmap.model.fields.table import FIELDS
from pilotmap.model.known import Known, Share
from pilotmap.model.map import PilotMap
from pilotmap.model.meaning import meaning
from pilotmap.model.process import Flow, Lane, Phase, Step, System
from pilotmap.model.quantity import Measured, number_text


class _Side(NamedTuple):
    """One version, and how its elements are called."""

    map: PilotMap

    def name(self, element: object) -> str:
        pilot_map = self.map
        if isinstance(element, Step):
            return step_words(pilot_map, element.id)
        if isinstance(element, Flow):
            ends = (step_words(pilot_map, element.source), step_words(pilot_map, element.target))
            return " → ".join(ends)
        if isinstance(element, Lane):
            return lane_words(element)
        return quoted(
            element.name if isinstance(element, System | Phase) else getattr(element, "text", "")
        )

    def element(self, element_id: str) -> str:
        pilot_map = self.map
        for known in (
            pilot_map.step_by_id,
            pilot_map.flow_by_id,
            pilot_map.lane_by_id,
            pilot_map.system_by_id,
        ):
            if element_id in known:
                return self.name(known[element_id])
        return quoted(element_id)


def changes(old: PilotMap, new: PilotMap) -> tuple[str, ...]:
    """Everything of the meaning that differs, most general first; nothing where it is the same.

    Pins, attendance, sign-offs and gates 2 to 4 are not part of the meaning and not told.
    """
    said = tuple(_all(_Side(old), _Side(new)))
    if not said and meaning(old) != meaning(new):
        return (tr("Things stand in another order in the file."),)
    return said


def _all(old: _Side, new: _Side) -> Iterator[str]:
    yield from _fields("map", old, new, old.map, new.map)
    yield from _fields("outcome", old, new, old.map.outcome, new.map.outcome)
    yield from _fields("pilot", old, new, old.map.pilot, new.map.pilot)
    for element in ("lane", "system", "step", "flow", "phase", "note"):
        yield from _elements(element, old, new)
    yield from _waivers(old, new)


def _elements(kind: str, old: _Side, new: _Side) -> Iterator[str]:
    group = f"{kind}s"
    before = {element.id: element for element in getattr(old.map, group)}
    after = {element.id: element for element in getattr(new.map, group)}
    for element_id, element in before.items():
        if element_id not in after:
            yield tr(words.REMOVED[group], name=old.name(element))
    for element_id, element in after.items():
        if element_id not in before:
            yield tr(words.ADDED[group], name=new.name(element))
        else:
            yield from _moved_ends(old, new, before[element_id], element)
            yield from _fields(kind, old, new, before[element_id], element)
    kept = [element_id for element_id in before if element_id in after]
    if kept != [element_id for element_id in after if element_id in before] and group == "lanes":
        yield tr("The lanes are in another order.")


def _moved_ends(old: _Side, new: _Side, before: object, after: object) -> Iterator[str]:
    if not (isinstance(before, Flow) and isinstance(after, Flow)):
        return
    if (before.source, before.target) != (after.source, after.target):
        yield tr("{old} leads another way now: {new}.", old=old.name(before), new=new.name(after))


def _fields(kind: str, old: _Side, new: _Side, before: Any, after: Any) -> Iterator[str]:
    if before == after:
        return
    name = new.name(after) if hasattr(after, "id") else ""
    for field in FIELDS[kind]:
        was, now = getattr(before, field.key), getattr(after, field.key)
        if was != now and field.changed:
            said = (_value(field, was, old), _value(field, now, new))
            yield tr(field.changed, name=name, old=said[0], new=said[1])


def _value(field: Field, value: Any, side: _Side) -> str:
    if value is None or value in ("", ()):
        return tr("not said")
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    if isinstance(value, date):
        return long_date(value)
    if isinstance(value, Measured):
        return _measured(value)
    if isinstance(value, Known):
        number = percent(value.value) if isinstance(value, Share) else number_text(value.value)
        return _with_basis(number, value)
    if isinstance(value, float):
        return number_text(value)
    if field.kind in get_args(References):
        return ", ".join(side.element(each) for each in _each(value))
    return tr(field.said(value)) if field.choices else quoted(str(value))


def _each(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (value,)


def _measured(value: Measured) -> str:
    number = value.value
    said = quantity_words(number, value.sign) if isinstance(number, float) else quoted(str(number))
    return _with_basis(said, value)


def _with_basis(said: str, value: Measured | Known) -> str:
    """A number with how it is known, from where, and the range that it lies in."""
    low, high = value.low, value.high
    shown = percent if isinstance(value, Share) else figure
    range_words = (
        "" if low is None else tr("at least {number}", number=shown(low)),
        "" if high is None else tr("at most {number}", number=shown(high)),
    )
    known = (tr(value.basis) if value.basis else "", value.source, *range_words)
    more = ", ".join(part for part in known if part)
    return f"{said} ({more})" if more else said


def _waivers(old: _Side, new: _Side) -> Iterator[str]:
    for waiver in old.map.waivers:
        if waiver not in new.map.waivers:
            yield tr(
                "The written answer of {name} to {rule} went.", name=waiver.by, rule=waiver.rule
            )
    for waiver in new.map.waivers:
        if waiver not in old.map.waivers:
            yield tr("{name} answered {rule} in writing.", name=waiver.by, rule=waiver.rule)
