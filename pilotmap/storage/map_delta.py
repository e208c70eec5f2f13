"""What one edit changed in a map, as small JSON data, and a map with such a change made again."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from pilotmap.model.errors import UnreadableFile
from pilotmap.model.map import PilotMap

_BY_ID: Final = frozenset({"lanes", "systems", "steps", "flows", "phases", "notes"})
_FIXED: Final = frozenset({"format", "version"})


def delta(old: PilotMap, new: PilotMap) -> dict[str, Any]:
    """The fields that differ; of things with ids only those that differ, and their order."""
    found: dict[str, Any] = {}
    for key in PilotMap.model_fields:
        was, now = getattr(old, key), getattr(new, key)
        if was is now:
            continue
        if key in _BY_ID:
            things = _things(key, was, now)
            if things["put"] or "order" in things:
                found[key] = things
        elif was != now:
            found[key] = _data(key, now)
    return found


def applied(old: PilotMap, found: Mapping[str, Any]) -> PilotMap:
    """The map with a change made again; raises UnreadableFile where it does not fit."""
    try:
        changes = {
            key: _merged(key, getattr(old, key), value) if key in _BY_ID else _value(key, value)
            for key, value in found.items()
            if key not in _FIXED
        }
        return old.replace(**changes)
    except (ValidationError, KeyError, TypeError) as error:
        raise UnreadableFile("A change in the journal does not fit its map.") from error


def _things(key: str, was: Any, now: Any) -> dict[str, Any]:
    before = {thing.id: thing for thing in was}
    put = tuple(
        thing
        for thing in now
        if before.get(thing.id) is not thing and before.get(thing.id) != thing
    )
    found: dict[str, Any] = {"put": _data(key, put)}
    order = [thing.id for thing in now]
    if order != list(before):
        found["order"] = order
    return found


def _merged(key: str, was: Any, found: Mapping[str, Any]) -> Any:
    put = {thing.id: thing for thing in _value(key, found["put"])}
    known = {thing.id: thing for thing in was} | put
    return tuple(known[name] for name in found.get("order", [thing.id for thing in was]))


def _data(key: str, value: Any) -> Any:
    return _adapter(key).dump_python(value, mode="json", exclude_defaults=True)


def _value(key: str, data: Any) -> Any:
    return _adapter(key).validate_json(json.dumps(data), by_name=False)


@cache
def _adapter(key: str) -> TypeAdapter[Any]:
    return TypeAdapter(PilotMap.model_fields[key].rebuild_annotation())
