"""A revision's own table of objects, read more strictly than readers do (ISO 32000-1, 7.5.4)."""

import re
from itertools import pairwise
from typing import Any, Final, NamedTuple

from pilotmap.language import tr
from pilotmap.signing.refusal import Refusal
from pilotmap.signing.values import Stream, entry, is_array, is_whole, keys

_START: Final = re.compile(rb"xref(?:\r\n|\n)")
_SECTION: Final = re.compile(rb"(0|[1-9]\d{0,9}) ([1-9]\d{0,9})(?:\r\n|\n)")
_ENTRY: Final = re.compile(rb"(\d{10}) (\d{5}) ([nf])(?: \r| \n|\r\n)")
_LONG: Final = 20
_MOST: Final = 1_000_000
OWN_KEYS: Final = {"/Type", "/W", "/Index", "/Size", "/Filter", "/DecodeParms", "/Length"}
"""The entries of a table that is a stream, beside those of a trailer."""

_WIDTHS: Final = (frozenset({1}), frozenset({2, 3, 4, 8}), frozenset({1, 2}))
_PREDICTED: Final = 12
_UP: Final = 2


class Entries(NamedTuple):
    """Objects by number: at which byte, or in which stream of objects at which place."""

    offsets: dict[int, int]
    in_streams: dict[int, tuple[int, int]]


def from_table(data: bytes, at: int) -> tuple[Entries, int]:
    """The entries of a plain table, and where it ends; raises Refusal on anything unusual."""
    start = _START.match(data, at)
    if start is None:
        raise _unusual()
    at, offsets, least = start.end(), dict[int, int](), 0
    while section := _SECTION.match(data, at):
        first, count, at = int(section[1]), int(section[2]), section.end()
        if count > _MOST or first < least:
            raise _unusual()
        for number in range(first, first + count):
            found = _ENTRY.match(data, at)
            if found is None:
                raise _unusual()
            at += _LONG
            free = found[3] == b"f"
            # only the head of the list of free objects may be free
            if free is not (number == 0) or int(found[2]) != (65535 if free else 0):
                raise _unusual()
            if not free:
                offsets[number] = int(found[1])
        least = first + count
    return Entries(offsets, {}), at


def from_stream(table: Stream) -> Entries:
    """The entries of a table that is a stream, its own among them; raises Refusal."""
    widths = _whole(entry(table, "/W"))
    size = entry(table, "/Size")
    index = _whole(entry(table, "/Index")) if "/Index" in table.entries else (0, size)
    if len(widths) != len(_WIDTHS) or len(index) % 2 or type(size) is not int:
        raise _unusual()
    if not all(width in allowed for width, allowed in zip(widths, _WIDTHS, strict=True)):
        raise _unusual()
    rows = _rows(table, sum(widths))
    sections = list(zip(index[::2], index[1::2], strict=True))
    ordered = all(one[0] + one[1] <= other[0] for one, other in pairwise(sections))
    if not ordered or any(count < 1 for _, count in sections):
        raise _unusual()
    if sum(count for _, count in sections) != len(rows):
        raise _unusual()
    named = [first + step for first, count in sections for step in range(count)]
    return _read(named, rows, widths)


def _read(named: list[int], rows: list[bytes], widths: tuple[int, ...]) -> Entries:
    found = Entries({}, {})
    for number, row in zip(named, rows, strict=True):
        kind, second, third = _fields(row, widths)
        if (kind == 0) is not (number == 0):
            raise _unusual()
        if kind == 1 and third == 0:
            found.offsets[number] = second
        elif kind == 2:
            found.in_streams[number] = second, third
        elif kind != 0:
            raise _unusual()
    return found


def _fields(row: bytes, widths: tuple[int, ...]) -> tuple[int, int, int]:
    one, two = widths[0], widths[0] + widths[1]
    return int.from_bytes(row[:one]), int.from_bytes(row[one:two]), int.from_bytes(row[two:])


def _rows(table: Stream, width: int) -> list[bytes]:
    """The rows of a table, each once the row above it is added to where the writer took it off."""
    data = table.data
    told = entry(table, "/DecodeParms")
    if told is None:
        if not data or len(data) % width:
            raise _unusual()
        return [data[at : at + width] for at in range(0, len(data), width)]
    if keys(told) != {"/Columns", "/Predictor"} or not is_whole(entry(told, "/Columns"), width):
        raise _unusual()
    if not is_whole(entry(told, "/Predictor"), _PREDICTED) or not data or len(data) % (width + 1):
        raise _unusual()
    rows, above = list[bytes](), bytes(width)
    for at in range(0, len(data), width + 1):
        if data[at] != _UP:
            raise _unusual()
        new = zip(data[at + 1 : at + 1 + width], above, strict=True)
        above = bytes((one + other) & 255 for one, other in new)
        rows.append(above)
    return rows


def _whole(value: Any) -> tuple[int, ...]:
    found = value if is_array(value) else ()
    if not found or any(type(each) is not int or each < 0 for each in found):
        raise _unusual()
    return tuple(found)


def _unusual() -> Refusal:
    return Refusal(tr("Its table of objects is not written as any signer writes one."))
