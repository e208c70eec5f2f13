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
    """The fields that differ; of elements with ids only those that differ, and their order."""
    found: dict[str, Any] = {}
    for key in PilotMap.model_fields:
        was, now = getattr(old, key), getattr(new, key)
        if was is now:
            continue
        if key in _BY_ID:
            elements = _elements(key, was, now)
            if elements["put"] or "order" in elements:
                found[key] = elements
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
    """A map as plain JSON data, its elements by their ids, in which `changed` works quickly."""
    return {
        key: {element["id"]: element for element in value} if key in _BY_ID else value
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


def _elements(key: str, was: Any, now: Any) -> dict[str, Any]:
    before = {element.id: element for element in was}
    put = tuple(
        element
        for element in now
        if before.get(element.id) is not element and before.get(element.id) != element
    )
    found: dict[str, Any] = {"put": _data(key, put)}
    order = [element.id for element in now]
    if order != list(before):
        found["order"] = order
    return found


def _merged(key: str, was: Any, found: Mapping[str, Any]) -> Any:
    put = {element.id: element for element in _value(key, found["put"])}
    known = {element.id: element for element in was} | put
    return tuple(known[name] for name in found.get("order", [element.id for element in was]))


def _put(was: Mapping[str, Any], found: Mapping[str, Any]) -> dict[str, Any]:
    put = {element["id"]: element for element in found["put"]}
    order = found.get("order")
    if order is None:
        return {**was, **{name: element for name, element in put.items() if name in was}}
    known = {**was, **put}
    return {name: known[name] for name in order}


def _data(key: str, value: Any) -> Any:
    return _adapter(key).dump_python(value, mode="json", exclude_defaults=True)


def _value(key: str, data: Any) -> Any:
    return _adapter(key).validate_json(json.dumps(data), by_name=False)


@cache
def _adapter(key: str) -> TypeAdapter[Any]:
    return TypeAdapter(PilotMap.model_fields[key].rebuild_annotation())
