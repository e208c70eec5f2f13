"""The file of a gate's cases beside the map: read, taken in from elsewhere, and written."""

import csv
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from itertools import chain, islice
from pathlib import Path
from typing import Any, Final, NamedTuple

from pilotmap.language import in_figures, tr
from pilotmap.model.errors import UnreadableFile
from pilotmap.model.gates.cases import CASE_OF, Case
from pilotmap.model.gates.gate import SealedGate
from pilotmap.model.gates.records import MOST_ROWS
from pilotmap.storage.atomic import write_atomically
from pilotmap.storage.records_columns import (
    COLUMNS,
    Habits,
    Kind,
    Unreadable,
    habits_of,
    matched,
    reader,
    written,
)
from pilotmap.storage.records_text import (
    RawRow,
    encoding_of,
    open_table,
    rows_of,
    separator_of,
    text_of,
)

MAP_ENDING: Final = ".pilotmap.json"
_LOOKED_AT: Final = 1_000
PREVIEWED: Final = 20
_NO_TEXT: Final = ("\ufffd", "\0")


class BadRow(NamedTuple):
    """A row that was left out: the line it begins at, from 1, and why."""

    line: int
    reason: str

    def __str__(self) -> str:
        return tr("line {line}: {reason}", line=in_figures(f"{self.line:,}"), reason=self.reason)


class Form(NamedTuple):
    """How a table is written: its encoding, separator, habits, headings, and which is which.

    `columns` is the place of each column that is known, by its key.
    """

    encoding: str
    separator: str
    habits: Habits
    headings: tuple[str, ...]
    columns: Mapping[str, int]
    first: tuple[tuple[str, ...], ...] = ()


class Table(NamedTuple):
    """Cases as they were read, in their order, the rows left out, the columns that were there."""

    cases: tuple[Case, ...]
    bad: tuple[BadRow, ...] = ()
    columns: tuple[str, ...] = ()


def records_path(map_path: Path, gate: SealedGate) -> Path:
    """Where the cases of a gate lie: NAME.gate2.csv beside NAME.pilotmap.json."""
    name = map_path.name.removesuffix(MAP_ENDING)
    return map_path.with_name(f"{name}.gate{gate}.csv")


def form_of(path: Path, gate: SealedGate) -> Form:
    """How a table is written, as far as its beginning tells, and its first rows for a preview.

    Raises UnreadableFile.
    """
    with open_table(path) as file:
        encoding = encoding_of(file)
        with text_of(file, encoding) as text:
            line = text.readline()
            separator = separator_of(line)
            rows = rows_of(chain([line], text), separator)
            head = next(rows, None)
            if head is None or head.fault:
                words = tr(
                    "{file} holds no table: its first line is to say what each column holds.",
                    file=path.name,
                )
                raise UnreadableFile(words)
            sample = list(islice(rows, _LOOKED_AT))
    columns = matched(gate, head.cells)
    return Form(
        encoding,
        separator,
        habits_of(_cells_by_kind(gate, columns, sample)),
        tuple(cell.strip() for cell in head.cells),
        columns,
        tuple(tuple(row.cells) for row in sample[:PREVIEWED] if not row.fault),
    )


def _cells_by_kind(
    gate: SealedGate, columns: Mapping[str, int], rows: Sequence[RawRow]
) -> dict[Kind, list[str]]:
    found: dict[Kind, list[str]] = {"text": [], "yes_no": [], "number": [], "date": []}
    for column in COLUMNS[gate]:
        at = columns.get(column.key)
        if at is not None:
            found[column.kind] += [row.cells[at].strip() for row in rows if at < len(row.cells)]
    return found


def read_table(path: Path, gate: SealedGate, form: Form | None = None) -> Table:
    """All cases of a table; a row that cannot be read is told and left out, nothing else is.

    Raises UnreadableFile where no column says which case it is, or for over 1,000,000 rows.
    """
    form = form or form_of(path, gate)
    key = COLUMNS[gate][0]
    if key.key not in form.columns:
        words = tr(
            "{file} has no column that says which case it is (its columns are {columns}): name one "
            "“{name}”.",
            file=path.name,
            columns=", ".join(f"“{heading}”" for heading in form.headings[:12]),
            name=key.key,
        )
        raise UnreadableFile(words)
    with open_table(path) as file, text_of(file, form.encoding) as text:
        rows = rows_of(text, form.separator)
        next(rows, None)
        return _read(rows, gate, form)


def _read(rows: Iterator[RawRow], gate: SealedGate, form: Form) -> Table:
    kind = CASE_OF[gate]
    cells = [
        (column.key, form.columns[column.key], reader(column.kind, form.habits))
        for column in COLUMNS[gate]
        if column.key in form.columns
    ]
    width = len(form.headings)
    lines: dict[str, int] = {}
    cases: list[Case] = []
    bad: list[BadRow] = []
    for count, row in enumerate(rows, start=1):
        if count > MOST_ROWS:
            raise UnreadableFile(tr("It has more than 1,000,000 rows: take in fewer."))
        try:
            values = _values(row, width, cells)
            name = values[cells[0][0]]
            if name in lines:
                raise Unreadable(
                    tr("the case “{case}” stands in line {line} too", case=name, line=lines[name])
                )
        except Unreadable as error:
            bad.append(BadRow(row.line, str(error)))
            continue
        lines[name] = row.line
        cases.append(kind(**values))
    return Table(tuple(cases), tuple(bad), tuple(key for key, _, _ in cells))


def _values(row: RawRow, width: int, cells: Sequence[tuple[str, int, Any]]) -> dict[str, Any]:
    if row.fault:
        raise Unreadable(row.fault)
    given = row.cells
    if len(given) != width:
        while len(given) > width and not given[-1].strip():
            given = given[:-1]
        if len(given) != width:
            words = tr("it has {found} cells, not {wanted}", found=len(row.cells), wanted=width)
            raise Unreadable(words)
    values = {key: read(given[at]) for key, at, read in cells}
    if not values[cells[0][0]]:
        raise Unreadable(tr("it does not say which case it is"))
    if any(mark in cell for cell in given for mark in _NO_TEXT):
        raise Unreadable(tr("it holds a character that cannot be read"))
    return values


def merged(old: Sequence[Case], new: Table) -> tuple[Case, ...]:
    """The old cases, those of the same id with what the table says of them, and its others."""
    by_key = {case.key: case for case in old}
    for case in new.cases:
        held = by_key.get(case.key)
        told = {key: getattr(case, key) for key in new.columns}
        by_key[case.key] = case if held is None else held._replace(**told)
    return tuple(by_key.values())


def table_bytes(cases: Sequence[Case], gate: SealedGate) -> bytes:
    """The file of cases as RFC 4180 has it, in UTF-8."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([column.key for column in COLUMNS[gate]])
    writer.writerows([written(value) for value in case] for case in cases)
    return text.getvalue().encode("utf-8", "replace")


def digest_of(data: bytes) -> str:
    """SHA-256, in hex, of a file's bytes."""
    return hashlib.sha256(data).hexdigest()


def digest_of_file(path: Path) -> str | None:
    """SHA-256, in hex, of a file; None where there is none. Raises UnreadableFile."""
    if not path.exists():
        return None
    with open_table(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]


def save_table(path: Path, data: bytes) -> None:
    """Write a file of cases, whole or not at all; raises UnwritableFile."""
    write_atomically(path, data)
