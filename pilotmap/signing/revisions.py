"""The file as it lies there, byte by byte: revisions that follow one another without a gap.

A reader follows offsets and never sees what stands between; whoever hides an object, a second table
or a later switch hides it there. So every byte must belong to an object that the revision's own
table of objects names, to that table, or to white space.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final, NamedTuple

from pyhanko.pdf_utils.generic import (
    DictionaryObject,
    Reference,
    StreamObject,
    read_object,
)
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader

from pilotmap.language import tr
from pilotmap.signing.refusal import Refusal
from pilotmap.signing.values import entry, is_name, raw
from pilotmap.signing.xref import Entries, from_stream, from_table

MOST_REVISIONS: Final = 60
_HEADER: Final = re.compile(rb"%PDF-[12]\.\d[\r\n]+(?:%[^\r\n]*[\r\n]+){0,2}")
_SPACE: Final = re.compile(rb"[\x00\t\n\f\r ]*")
_OBJECT: Final = re.compile(rb"(\d{1,10})[\x00\t\n\f\r ]+(\d{1,5})[\x00\t\n\f\r ]+obj\b")
_END: Final = re.compile(rb"startxref[\t\n\f\r ]+(\d{1,12})[\t\n\f\r ]+%%EOF(?:\r\n|\n|\r|$)")
_TRAILER: Final = {"/Size", "/Root", "/Info", "/ID", "/Prev"}
_XREF_STREAM: Final = {"/Type", "/W", "/Index", "/Filter", "/DecodeParms", "/Length"}


class Placed(NamedTuple):
    """An object and the bytes from its number to its end; both 0 inside an object stream."""

    value: Any
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Revision:
    """What one saving added: its bytes, its objects by number, and its trailer.

    `containers` are the objects that only hold others: tables and streams of objects.
    """

    number: int
    start: int
    end: int
    objects: Mapping[int, Placed]
    containers: frozenset[int]
    trailer: DictionaryObject


def revisions(data: bytes) -> tuple[Revision, ...]:
    """The revisions of a PDF from the first on. Raises Refusal, or PdfError from the parser."""
    header = _HEADER.match(data)
    if header is None:
        raise Refusal(tr("It does not begin as a PDF does."))
    reader = PdfFileReader(BytesIO(data), strict=True)
    if reader.encrypted:
        raise Refusal(tr("It is encrypted, which no document of PilotMap is."))
    found: list[Revision] = []
    at = header.end()
    while at < len(data):
        if len(found) == MOST_REVISIONS:
            raise Refusal(tr("It was saved more often than {most} times.", most=MOST_REVISIONS))
        walk = _Walk(data, reader, found, at)
        found.append(walk.revision())
        at = found[-1].end
    _agree(reader, found)
    return tuple(found)


def _agree(reader: PdfFileReader, found: list[Revision]) -> None:
    """The chain that readers follow is the order in which the revisions lie."""
    if reader.xrefs.hybrid_xrefs_present or reader.total_revisions != len(found):
        raise Refusal(tr("Readers would not agree on which of its contents are shown."))


class _Walk:
    """Reads one revision from its first byte."""

    def __init__(
        self, data: bytes, reader: PdfFileReader, before: list[Revision], start: int
    ) -> None:
        self._data = data
        self._reader = reader
        self._stream = BytesIO(data)
        self._before = before
        self._start = start if before else 0
        self._at = start
        self._objects: dict[int, Placed] = {}

    def revision(self) -> Revision:
        data = self._data
        while True:
            self._skip_space()
            match = _OBJECT.match(data, self._at)
            if match is None:
                break
            self._object(match)
        table_at, trailer, entries = self._table()
        end = _END.match(data, self._at)
        if end is None or int(end[1]) != table_at:
            raise self._stray()
        number = len(self._before)
        _check_trailer(trailer, self._before, self._reader, table_at)
        containers = self._containers(entries)
        inside = {
            each: Placed(self._from_stream(each, number), 0, 0) for each in entries.in_streams
        }
        return Revision(
            number, self._start, end.end(), {**self._objects, **inside}, containers, trailer
        )

    def _object(self, match: re.Match[bytes]) -> None:
        number, generation = int(match[1]), int(match[2])
        if number in self._objects or generation != 0 or number == 0:
            raise Refusal(tr("It holds an object twice, or one with an unusual number."))
        self._stream.seek(match.end())
        self._skip_to(match.end())
        value = read_object(self._stream, Reference(number, 0, self._reader))
        self._at = self._stream.tell()
        self._skip_space()
        if not self._data.startswith(b"endobj", self._at):
            raise self._stray()
        self._at += len(b"endobj")
        self._objects[number] = Placed(value, match.start(), self._at)

    def _skip_to(self, at: int) -> None:
        self._at = at
        self._skip_space()
        self._stream.seek(self._at)

    def _skip_space(self) -> None:
        space = _SPACE.match(self._data, self._at)
        self._at = space.end() if space else self._at

    def _table(self) -> tuple[int, Any, Entries]:
        """Where the table of objects is, its trailer, and what it names."""
        start = self._at
        if self._data.startswith(b"xref", start):
            entries, at = from_table(self._data, start)
            self._skip_to(at)
            if not self._data.startswith(b"trailer", self._at):
                raise self._stray()
            self._skip_to(self._at + len(b"trailer"))
            trailer = read_object(self._stream, Reference(0, 0, self._reader))
            if not isinstance(trailer, DictionaryObject) or isinstance(trailer, StreamObject):
                raise self._stray()
            self._skip_to(self._stream.tell())
            self._match(entries, {n: each.start for n, each in self._objects.items()})
            return start, trailer, entries
        if not self._objects:
            raise self._stray()
        last = max(self._objects, key=lambda number: self._objects[number].start)
        placed = self._objects[last]
        if not _is_type(placed.value, "/XRef"):
            raise self._stray()
        entries = from_stream(self._reader, len(self._before), last)
        self._match(entries, {n: e.start for n, e in self._objects.items() if n != last})
        return placed.start, placed.value, entries

    def _match(self, entries: Entries, objects: Mapping[int, int]) -> None:
        if entries.offsets != objects:
            raise Refusal(tr("It holds objects that its own table of objects does not name."))

    def _containers(self, entries: Entries) -> frozenset[int]:
        holds = {n for n, each in self._objects.items() if _is_type(each.value, "/ObjStm")}
        tables = {n for n, each in self._objects.items() if _is_type(each.value, "/XRef")}
        if holds != set(entries.in_streams.values()) or len(tables) > 1:
            raise Refusal(tr("It holds objects that its own table of objects does not name."))
        return frozenset(holds | tables)

    def _from_stream(self, number: int, revision: int) -> Any:
        if number in self._objects:
            raise Refusal(tr("It holds an object twice, or one with an unusual number."))
        return self._reader.get_object(Reference(number, 0, self._reader), revision=revision)

    def _stray(self) -> Refusal:
        return Refusal(
            tr(
                "It holds bytes that belong to no part of the document, at {offset}.",
                offset=self._at,
            )
        )


def _is_type(value: Any, name: str) -> bool:
    return isinstance(value, StreamObject) and is_name(entry(value, "/Type"), name)


def _check_trailer(
    trailer: DictionaryObject, before: list[Revision], reader: PdfFileReader, table_at: int
) -> None:
    number = len(before)
    allowed = _TRAILER | (_XREF_STREAM if isinstance(trailer, StreamObject) else set())
    first = before[0].trailer if before else trailer
    ids = raw(entry(trailer, "/ID")), raw(entry(first, "/ID"))
    try:
        fits = (
            set(trailer) <= allowed
            and ("/Prev" in trailer) == bool(before)
            and all(entry(trailer, key) == entry(first, key) for key in ("/Root", "/Info"))
            and all(len(each) == 2 for each in ids)
            and ids[0][0] == ids[1][0]
            and reader.xrefs.get_startxref_for_revision(number) == table_at
        )
    except (KeyError, IndexError, PdfError):
        fits = False
    if not fits:
        raise Refusal(tr("Readers would not agree on which of its contents are shown."))
