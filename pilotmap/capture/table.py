"""A table copied from a spreadsheet: its cells, and what each column seems to hold."""

import csv
import re
from dataclasses import dataclass
from io import StringIO
from typing import Final, Literal

from pilotmap.capture.table_words import HEADINGS, UNITS_IN_HEADINGS
from pilotmap.model.times import parse_duration

Column = Literal[
    "none", "id", "step", "who", "system", "next", "label", "kind", "work", "wait", "note"
]
COLUMNS: Final[tuple[Column, ...]] = (
    "none", "step", "who", "system", "next", "label", "work", "wait", "kind", "id", "note",
)  # fmt: skip

_SAMPLE: Final = 200
_CLOCK: Final = re.compile(r"\d{1,3}:\d{2}(?::\d{2})?")
_IDENTIFIER: Final = re.compile(r"[A-Za-z]{0,3}[-.]?\d{1,5}")


@dataclass(frozen=True, slots=True)
class Table:
    """Cells as text, every row as long as the first; the heading is no row."""

    heading: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...] = ()
    """The number of each row among all that were copied, from 1; empty: just below the heading."""

    def number(self, row: int) -> int:
        """The number of a row as people count them, the heading and empty rows included."""
        return self.numbers[row] if self.numbers else row + 1 + bool(self.heading)

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.rows[0]) if self.rows else len(self.heading)

    def column(self, at: int) -> tuple[str, ...]:
        """The cells of one column."""
        return tuple(row[at] for row in self.rows)


def read_table(text: str) -> Table | None:
    """The table in a copied text, None where it is none: lines that people type are no table.

    A spreadsheet copies with tabs; with commas or semicolons a line of headings must begin it.
    """
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) < 2:
        return None
    tabbed = sum("\t" in line for line in lines) * 2 > len(lines)
    separators = "\t" if tabbed else ";,"
    for separator in separators:
        cells = _cells(text, separator)
        first = next(iter(cells.values()), [])
        if len(cells) > 1 and len(first) > 1 and (tabbed or _is_heading(first)):
            return _table(cells)
    return None


def guess_columns(table: Table) -> tuple[Column, ...]:
    """What each column seems to hold: by its heading, else by what stands in it."""
    found: dict[int, Column] = {}
    for at, heading in enumerate(table.heading):
        meant = _by_heading(heading)
        if meant != "none" and meant not in found.values():
            found[at] = meant
    for at in range(table.width):
        if at not in found and not (table.heading and table.heading[at].strip()):
            meant = _by_content(table, at, found)
            if meant != "none":
                found[at] = meant
    if "step" not in found.values():
        free = [at for at in range(table.width) if at not in found]
        if free:
            found[max(free, key=lambda at: _length(table, at))] = "step"
    return tuple(found.get(at, "none") for at in range(table.width))


def unit_of(heading: str) -> str:
    """The unit of time that a heading names, such as in `Time (min)`; empty where none."""
    words = re.findall(r"[^\W\d_]+", heading.casefold())
    return next((UNITS_IN_HEADINGS[word] for word in words if word in UNITS_IN_HEADINGS), "")


def _cells(text: str, separator: str) -> dict[int, list[str]]:
    """The rows that hold anything, by their number."""
    lines = StringIO(text.replace("\r\n", "\n").replace("\r", "\n"))
    try:
        rows = list(csv.reader(lines, delimiter=separator, strict=False))
    except csv.Error:  # a cell that is longer than any name can be
        return {}
    cleaned = ([" ".join(cell.split()) for cell in row] for row in rows)
    return {number: row for number, row in enumerate(cleaned, start=1) if any(row)}


def _table(cells: dict[int, list[str]]) -> Table:
    width = max(len(row) for row in cells.values())
    filled = [tuple(row + [""] * (width - len(row))) for row in cells.values()]
    has_heading = _is_heading(list(filled[0]))
    heading = filled[0] if has_heading else ()
    return Table(heading, tuple(filled[has_heading:]), tuple(cells)[has_heading:])


def _is_heading(row: list[str]) -> bool:
    known = sum(_by_heading(cell) != "none" for cell in row)
    return known >= 2 or (known == 1 and len([cell for cell in row if cell]) == 1)


def _by_heading(heading: str) -> Column:
    words = " ".join(re.findall(r"[^\W_]+", heading.casefold()))
    if not words:
        return "none"
    for column, exact, within in HEADINGS:
        if words in exact or any(f" {word} " in f" {words} " for word in within):
            return column
    return "none"


def _by_content(table: Table, at: int, found: dict[int, Column]) -> Column:
    cells = [cell for cell in table.column(at)[:_SAMPLE] if cell]
    if not cells:
        return "none"
    taken = set(found.values())
    if all(parse_duration(cell) or _CLOCK.fullmatch(cell) for cell in cells):
        return "work" if "work" not in taken else "wait" if "wait" not in taken else "none"
    steps = next((n for n, meant in found.items() if meant in ("id", "step")), None)
    if steps is not None and "next" not in taken and set(cells) <= set(table.column(steps)):
        return "next"
    distinct = len(set(cells)) == len(cells)
    if distinct and all(_IDENTIFIER.fullmatch(cell) for cell in cells) and "id" not in taken:
        return "id"
    if distinct and "step" not in taken:
        return "step"
    repeated = len(set(cells)) * 2 <= len(cells) or len(set(cells)) <= 3
    if repeated and "who" not in taken:
        return "who"
    return "system" if repeated and "system" not in taken else "none"


def _length(table: Table, at: int) -> int:
    return sum(len(cell) for cell in table.column(at)[:_SAMPLE])
