"""The one way to write a map as text: same map, same bytes, made to be compared line by line."""

import json
from collections.abc import Iterator
from typing import Any, Final

import rfc8785

from pilotmap.model.map import PilotMap
from pilotmap.model.meaning import content

_TEXT: Final = json.JSONEncoder(ensure_ascii=False)


def to_bytes(pilot_map: PilotMap) -> bytes:
    """The bytes of a map's file.

    UTF-8, two spaces a level, keys in the model's order, defaults left out, numbers as RFC 8785
    writes them, one newline at the end.
    """
    return ("".join(_written(content(pilot_map), "\n")) + "\n").encode("utf-8")


def _written(value: Any, line: str) -> Iterator[str]:
    """The pieces of a value's text; `line` is a newline with the indent of the value itself."""
    if isinstance(value, dict):
        yield from _bracketed("{}", [(f"{_TEXT.encode(k)}: ", v) for k, v in value.items()], line)
    elif isinstance(value, list):
        yield from _bracketed("[]", [("", item) for item in value], line)
    elif isinstance(value, float):
        yield rfc8785.dumps(value).decode("ascii")
    else:
        yield _TEXT.encode(value)


def _bracketed(brackets: str, items: list[tuple[str, Any]], line: str) -> Iterator[str]:
    if not items:
        yield brackets
        return
    inner = line + "  "
    lead = brackets[0] + inner
    for key, value in items:
        yield lead + key
        yield from _written(value, inner)
        lead = "," + inner
    yield line + brackets[1]
