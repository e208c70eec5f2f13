"""A revision's own table of objects, read more strictly than readers do."""

import re
from typing import Any, Final, NamedTuple

from pyhanko.pdf_utils.generic import Reference
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.xref import ObjStreamRef

from pilotmap.language import tr
from pilotmap.signing.refusal import Refusal

_START: Final = re.compile(rb"xref[ ]*(?:\r\n|\n|\r)")
_SECTION: Final = re.compile(rb"(\d{1,10}) (\d{1,10})[ ]*(?:\r\n|\n|\r)")
_ENTRY: Final = re.compile(rb"(\d{10}) (\d{5}) ([nf])(?: \r| \n|\r\n)")
_LONG: Final = 20
_MOST: Final = 1_000_000


class Entries(NamedTuple):
    """Objects by number: at which byte, or in which stream of objects."""

    offsets: dict[int, int]
    in_streams: dict[int, int]


def from_table(data: bytes, at: int) -> tuple[Entries, int]:
    """The entries of a plain table, and where it ends; raises Refusal on anything unusual."""
    start = _START.match(data, at)
    if start is None:
        raise _unusual()
    at, offsets, seen = start.end(), {}, set[int]()
    while section := _SECTION.match(data, at):
        first, count, at = int(section[1]), int(section[2]), section.end()
        if count > _MOST:
            raise _unusual()
        for number in range(first, first + count):
            entry = _ENTRY.match(data, at)
            if entry is None or number in seen:
                raise _unusual()
            seen.add(number)
            at += _LONG
            if entry[3] == b"n" and int(entry[2]) == 0 and number != 0:
                offsets[number] = int(entry[1])
            elif entry[3] == b"n" or number != 0:
                raise _unusual()
    return Entries(offsets, {}), at


def from_stream(reader: PdfFileReader, revision: int, own_number: int) -> Entries:
    """The entries of a table that is a stream, its own left out."""
    offsets: dict[int, int] = {}
    in_streams: dict[int, int] = {}
    if reader.xrefs.refs_freed_in_revision(revision):
        raise _unusual()
    references: set[Reference] = reader.xrefs.explicit_refs_in_revision(revision)
    for reference in references:
        if reference.idnum == own_number:
            continue
        where: Any = reader.xrefs.get_historical_ref(reference, revision)
        if reference.generation != 0 or where is None:
            raise _unusual()
        if isinstance(where, ObjStreamRef):
            in_streams[reference.idnum] = where.obj_stream_id
        else:
            offsets[reference.idnum] = int(where)
    return Entries(offsets, in_streams)


def _unusual() -> Refusal:
    return Refusal(tr("Its table of objects is not written as any signer writes one."))
