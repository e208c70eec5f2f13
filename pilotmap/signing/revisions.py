"""The file as it lies there, byte by byte: revisions that follow one another without a gap.

A reader follows offsets and never sees what stands between; one that finds a file damaged looks
for objects wherever they stand. So that both see the same, every byte must belong to an object that
the revision's own table names, to that table, or to white space, and nothing may look like an
object where there is none.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from pilotmap.language import tr
from pilotmap.signing.object_streams import members
from pilotmap.signing.refusal import Refusal, disagreeing
from pilotmap.signing.syntax import Syntax
from pilotmap.signing.values import Stream, entry, is_dictionary, is_name, is_whole, items
from pilotmap.signing.xref import OWN_KEYS, Entries, from_stream, from_table

MOST_REVISIONS: Final = 60
_HEADER: Final = re.compile(rb"%PDF-[12]\.\d(?:\r\n|\n)(?:%[^\r\n]{1,80}(?:\r\n|\n))?")
_GAP: Final = re.compile(rb"[ \r\n]{0,8}(?:%[A-Za-z0-9 .,:;_+()-]{0,100}(?:\r\n|\n))?[ \r\n]{0,8}")
_OBJECT: Final = re.compile(rb"([1-9]\d{0,9}) 0 obj(?=[ \r\n<\[(/])")
_TRAILER_AT: Final = re.compile(rb"trailer(?:\r\n|\n| )")
_END: Final = re.compile(rb"startxref(?:\r\n|\n)([1-9]\d{0,9})(?:\r\n|\n)%%EOF(?:\r\n|\n|$)")
_LOOKS_LIKE: Final = re.compile(
    rb"(?<=[\d\x00\t\n\f\r ])obj|endobj|endstream|xref|trailer|%PDF|%%EOF|/Encrypt|/Linearized"
)
"""What readers look for in a file that they take for damaged."""
_WHITE: Final = b"\0\t\n\f\r "
_DIGITS: Final = b"0123456789"
_BEFORE: Final = 256
_MOST_SPACE: Final = 16
_TRAILER: Final = {"/Size", "/Root", "/Info", "/ID", "/Prev"}


class Placed(NamedTuple):
    """An object and the bytes from its number to its end; both 0 inside an object stream."""

    value: Any
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Revision:
    """What one saving added: its bytes, its objects by number, its trailer, where its table is.

    `containers` are the objects that only hold others: tables and streams of objects. `size` is
    one more than the highest number until here.
    """

    start: int
    end: int
    objects: Mapping[int, Placed]
    containers: frozenset[int]
    trailer: dict[str, Any]
    table: int
    size: int


def first_revision(data: bytes) -> Revision:
    """What a PDF was before anything was saved into it. Raises Refusal."""
    header = _HEADER.match(data)
    if header is None:
        raise Refusal(tr("It does not begin as a PDF does."))
    return _Walk(data, [], header.end()).revision()


def revisions(data: bytes, first: Revision) -> tuple[Revision, ...]:
    """The revisions of a PDF after the first one. Raises Refusal."""
    found = [first]
    while found[-1].end < len(data):
        if len(found) == MOST_REVISIONS:
            raise Refusal(tr("It was saved more often than {most} times.", most=MOST_REVISIONS))
        found.append(_Walk(data, found, found[-1].end).revision())
    return tuple(found[1:])


class _Walk:
    """Reads one revision from its first byte."""

    def __init__(self, data: bytes, before: list[Revision], start: int) -> None:
        self._data = data
        self._syntax = Syntax(data, ours=not before)
        self._before = before
        self._start = start if before else 0
        self._at = start
        self._objects: dict[int, Placed] = {}
        self._marks: list[int] = []
        """Where the words stand that a reader looks for who takes the file for damaged."""

    def revision(self) -> Revision:
        while self._object():
            pass
        table, trailer, entries = self._table()
        end = _END.match(self._data, self._at)
        if end is None or int(end[1]) != table:
            raise self._stray()
        self._marks += [end.start() + len(b"start"), self._data.index(b"%%EOF", end.end(1))]
        before = self._before[-1].size if self._before else 1
        numbers = (*entries.offsets, *entries.in_streams)
        size = max((before, *(number + 1 for number in numbers)))
        self._check_trailer(trailer, size, streamed=not self._data.startswith(b"xref", table))
        if self._before:
            self._check_marks(end.end())
        objects = {**self._objects, **self._inside(entries)}
        containers = self._containers(entries, table)
        return Revision(self._start, end.end(), objects, containers, trailer, table, size)

    def _object(self) -> bool:
        """Read the object that comes next, if one does."""
        self._skip_gap()
        match = _OBJECT.match(self._data, self._at)
        if match is None:
            return False
        number = int(match[1])
        if number in self._objects:
            raise Refusal(tr("It holds an object twice, or one with an unusual number."))
        value, at = self._syntax.object(match.end())
        self._marks.append(match.end() - len(b"obj"))
        if isinstance(value, Stream):
            self._marks.append(at - len(b"endstream"))
        self._at = self._syntax.space(at)
        if not self._data.startswith(b"endobj", self._at) or self._at - at > _MOST_SPACE:
            raise self._stray()
        self._marks.append(self._at)
        self._at += len(b"endobj")
        self._objects[number] = Placed(value, match.start(), self._at)
        return True

    def _skip_gap(self) -> None:
        gap = _GAP.match(self._data, self._at)
        self._at = gap.end() if gap else self._at

    def _table(self) -> tuple[int, dict[str, Any], Entries]:
        """Where the table of objects is, its trailer, and what it names."""
        start = self._at
        if self._data.startswith(b"xref", start):
            entries, self._at = from_table(self._data, start)
            begin = _TRAILER_AT.match(self._data, self._at)
            if begin is None:
                raise self._stray()
            self._marks += [start, self._at]
            trailer, self._at = self._syntax.value(begin.end())
            self._skip_gap()
            if not is_dictionary(trailer):
                raise self._stray()
        else:
            last = max(self._objects.values(), key=lambda placed: placed.start, default=None)
            if last is None or not _is_type(last.value, "/XRef"):
                raise self._stray()
            start, trailer, entries = last.start, last.value.entries, from_stream(last.value)
        if entries.offsets != {n: placed.start for n, placed in self._objects.items()}:
            raise Refusal(tr("It holds objects that its own table of objects does not name."))
        return start, trailer, entries

    def _containers(self, entries: Entries, table: int) -> frozenset[int]:
        holds = {n for n, each in self._objects.items() if _is_type(each.value, "/ObjStm")}
        tables = {n for n, each in self._objects.items() if _is_type(each.value, "/XRef")}
        if holds != {holder for holder, _ in entries.in_streams.values()}:
            raise Refusal(tr("It holds objects that its own table of objects does not name."))
        if any(self._objects[number].start != table for number in tables):
            raise disagreeing()
        return frozenset(holds | tables)

    def _inside(self, entries: Entries) -> dict[int, Placed]:
        """The objects in streams of objects, each where the table says that it is."""
        found: dict[int, Placed] = {}
        for holder in {holder for holder, _ in entries.in_streams.values()}:
            placed = self._objects.get(holder)
            if placed is None or not _is_type(placed.value, "/ObjStm"):
                raise disagreeing()
            for place, (number, value) in enumerate(members(placed.value)):
                if entries.in_streams.get(number) != (holder, place) or number in found:
                    raise disagreeing()
                found[number] = Placed(value, 0, 0)
        if set(found) != set(entries.in_streams) or set(found) & set(self._objects):
            raise disagreeing()
        return found

    def _check_trailer(self, trailer: dict[str, Any], size: int, *, streamed: bool) -> None:
        before = self._before
        first = before[0].trailer if before else trailer
        allowed = _TRAILER | (OWN_KEYS if streamed else set())
        previous = entry(trailer, "/Prev")
        ids = items(entry(trailer, "/ID")), items(entry(first, "/ID"))
        fits = (
            set(trailer) <= allowed
            and is_whole(entry(trailer, "/Size"), size)
            and (is_whole(previous, before[-1].table) if before else previous is None)
            and all(entry(trailer, key) == entry(first, key) for key in ("/Root", "/Info"))
            and all(len(each) == 2 and isinstance(each[0], bytes) for each in ids)
            and ids[0][0] == ids[1][0]
        )
        if not fits:
            raise disagreeing()

    def _check_marks(self, end: int) -> None:
        found = [
            each.start()
            for each in _LOOKS_LIKE.finditer(self._data, self._start, end)
            if each[0] != b"obj" or self._has_numbers_before(each.start())
        ]
        if found != sorted(self._marks):
            raise Refusal(tr("It holds something that some readers would take for an object."))

    def _has_numbers_before(self, at: int) -> bool:
        """Whether two numbers stand before a place, as they do where an object begins."""
        left = self._data[max(0, at - _BEFORE) : at].rstrip(_WHITE)
        shorter = left.rstrip(_DIGITS)
        first = shorter.rstrip(_WHITE)
        return not first or (len(first) < len(shorter) < len(left) and first[-1:] in _DIGITS)

    def _stray(self) -> Refusal:
        return Refusal(
            tr(
                "It holds bytes that belong to no part of the document, at {offset}.",
                offset=self._at,
            )
        )


def _is_type(value: Any, name: str) -> bool:
    return isinstance(value, Stream) and is_name(entry(value, "/Type"), name)
