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
_MISFIT: Final = "A change in the journal does not fit its map."
_MISFITS: Final = (ValidationError, KeyError, TypeError, AttributeError, RecursionError)


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
    except _MISFITS as error:
        raise UnreadableFile(_MISFIT) from error


def keyed(data: Mapping[str, Any]) -> dict[str, Any]:
    """A map as plain JSON data, its things by their ids, in which `changed` works quickly."""
    return {
        key: {thing["id"]: thing for thing in value} if key in _BY_ID else value
        for key, value in data.items()
    }


def unkeyed(data: Mapping[str, Any]) -> dict[str, Any]:
    """The plain JSON data of a map again, as a file holds it."""
    return {key: list(value.values()) if key in _BY_ID else value for key, value in data.items()}


def changed(old: Mapping[str, Any], found: Mapping[str, Any]) -> dict[str, Any]:
    """A change made again in `keyed` data; nothing is judged. Raises UnreadableFile."""
    try:
        changes = {
            key: _put(old.get(key, {}), value) if key in _BY_ID else value
            for key, value in found.items()
            if key not in _FIXED
        }
    except _MISFITS as error:
        raise UnreadableFile(_MISFIT) from error
    return {**old, **changes}


def judge(found: Mapping[str, Any]) -> None:
    """See whether each part of a change can be a part of a map; raises UnreadableFile."""
    try:
        for key, value in found.items():
            if key not in _FIXED:
                _value(key, value["put"] if key in _BY_ID else value)
    except _MISFITS as error:
        raise UnreadableFile(_MISFIT) from error


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


def _put(was: Mapping[str, Any], found: Mapping[str, Any]) -> dict[str, Any]:
    put = {thing["id"]: thing for thing in found["put"]}
    order = found.get("order")
    if order is None:
        return {**was, **{name: thing for name, thing in put.items() if name in was}}
    known = {**was, **put}
    return {name: known[name] for name in order}


def _data(key: str, value: Any) -> Any:
    return _adapter(key).dump_python(value, mode="json", exclude_defaults=True)


def _value(key: str, data: Any) -> Any:
    return _adapter(key).validate_json(json.dumps(data), by_name=False)


@cache
def _adapter(key: str) -> TypeAdapter[Any]:
    return TypeAdapter(PilotMap.model_fields[key].rebuild_annotation())
