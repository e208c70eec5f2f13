"""The objects that a stream holds, where every reader finds the same ones (ISO 32000-1, 7.5.7)."""

import re
from itertools import pairwise
from typing import Any, Final

from pilotmap.signing.refusal import disagreeing
from pilotmap.signing.syntax import Syntax
from pilotmap.signing.values import Stream, entry, keys

_KEYS: Final = {"/Type", "/N", "/First", "/Length", "/Filter"}
_MOST: Final = 10_000
_PAIR: Final = re.compile(rb"([1-9]\d{0,9}) (0|[1-9]\d{0,9})(?:[ \r\n]{1,2}|$)")


def members(holder: Stream) -> list[tuple[int, Any]]:
    """The objects with their numbers, in order. Raises Refusal."""
    count, first = entry(holder, "/N"), entry(holder, "/First")
    if keys(holder) - _KEYS or type(count) is not int or type(first) is not int:
        raise disagreeing()
    if not 0 < count <= _MOST or not 0 < first <= len(holder.data):
        raise disagreeing()
    pairs = _pairs(holder.data[:first], count)
    body = holder.data[first:]
    ends = [*(offset for _, offset in pairs[1:]), len(body)]
    if pairs[0][1] != 0 or any(one >= other for one, other in pairwise([0, *ends])):
        raise disagreeing()
    if len({number for number, _ in pairs}) != count:
        raise disagreeing()
    found = []
    for (number, offset), end in zip(pairs, ends, strict=True):
        part = body[offset:end]
        value, stop = Syntax(part).value(0)
        if part[stop:].strip(b" \r\n"):
            raise disagreeing()
        found.append((number, value))
    return found


def _pairs(head: bytes, count: int) -> list[tuple[int, int]]:
    found, at = list[tuple[int, int]](), 0
    for _ in range(count):
        pair = _PAIR.match(head, at)
        if pair is None:
            raise disagreeing()
        found.append((int(pair[1]), int(pair[2])))
        at = pair.end()
    if at != len(head):
        raise disagreeing()
    return found
