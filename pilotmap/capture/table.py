"""A table copied from a spreadsheet: its cells, and what each column seems to hold."""

import csv
import re
from dataclasses import dataclass
from io import StringIO
from typing import Final, Literal

from pilotmap.capture.signs import LIST_SIGN, seen
from pilotmap.capture.table_words import ELAPSED, HEADINGS, UNITS_IN_HEADINGS
from pilotmap.model.times import parse_duration

Column = Literal[
    "none",
    "id",
    "step",
    "who",
    "system",
    "next",
    "previous",
    "label",
    "kind",
    "work",
    "wait",
    "note",
]
COLUMNS: Final[tuple[Column, ...]] = (
    "none", "step", "who", "system", "next", "previous", "label", "work", "wait", "kind", "id",
    "note",
)  # fmt: skip

_SAMPLE: Final = 200
_TOP: Final = 8
"""A heading stands among the first rows, below a title and a date."""
_FEWEST: Final = 2
_LONGEST_HEADING: Final = 40
_NUMBERS: Final = re.compile(
    r"(?:process )?(?:(?:step|task|activity|item|process|row|line|schritt|aufgabe|vorgangs?|zeilen?"
    r"|lfd|laufende|prozessschritt|arbeitsschritt) )*(?:id|no|nr|num|number|nummer|code|nbr)"
)
_CLOCK: Final = re.compile(r"\d{1,3}:\d{2}(?::\d{2})?")
_IDENTIFIER: Final = re.compile(r"[A-Za-z]{0,3}[-.]?\d{1,5}")


@dataclass(frozen=True, slots=True)
class Table:
    """Cells as text, every row as long as the first; the heading is no row."""

    heading: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...] = ()
    """The number of each row among all that were copied, from 1; empty: just below the heading."""
    above: tuple[tuple[str, ...], ...] = ()
    """The rows above the heading."""

    @property
    def title(self) -> str:
        """What stands alone above the heading."""
        said = [cell for row in self.above for cell in row if cell]
        return said[0] if len(said) == 1 else ""

    def headed_by(self, row: int) -> "Table":
        """The same cells with another row as the heading, counted from 0; -1: without any."""
        cells = (*self.above, *((self.heading,) if self.heading else ()), *self.rows)
        numbers = self.all_numbers
        at = row + 1
        heading = cells[row] if row >= 0 else ()
        return Table(heading, cells[at:], numbers[at:], cells[: max(0, row)])

    @property
    def all_numbers(self) -> tuple[int, ...]:
        """The numbers of all rows, those above the heading and the heading included."""
        first = len(self.above) + bool(self.heading)
        below = tuple(self.number(row) for row in range(len(self.rows)))
        return (*range(1, first + 1), *below)

    def number(self, row: int) -> int:
        """The number of a row as people count them, the heading and empty rows included."""
        return self.numbers[row] if self.numbers else row + 1 + bool(self.heading)

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.rows[0]) if self.rows else len(self.heading)

    def heading_cell(self, at: int) -> str:
        """What stands over a column; empty where there is no heading."""
        row = self.heading or (self.above[-1] if self.above else ())
        return row[at] if at < len(row) else ""

    def column(self, at: int) -> tuple[str, ...]:
        """The cells of one column."""
        return tuple(row[at] for row in self.rows)


def read_table(text: str) -> Table | None:
    """The table in a copied text, None where it is none: lines that people type are no table.

    A spreadsheet copies with tabs; with commas or semicolons a line of headings must begin it.
    """
    lines = [line for line in seen(text).splitlines() if line.strip()]
    if len(lines) < 2:
        return None
    text = seen(text)
    marked = _marked_down(lines)
    if marked is not None:
        return _table(marked)
    tabbed = sum("\t" in line for line in lines) * 2 > len(lines)
    separators = "\t" if tabbed else ";,"
    for separator in separators:
        cells = _cells(text, separator)
        rows = list(cells.values())
        wide = len(rows) > 1 and max(map(len, rows)) > 1
        if wide and _is_list(rows):
            return None
        if wide and (tabbed or any(_is_heading(row) for row in rows[:_TOP] if len(row) > 1)):
            return _table(cells)
    return None


def guess_columns(table: Table) -> tuple[Column, ...]:
    """What each column seems to hold: by its heading, else by what stands in it."""
    found: dict[int, Column] = {}
    for at, heading in enumerate(table.heading):
        meant = _by_heading(heading)
        if meant != "none" and meant not in found.values():
            found[at] = meant
    _numbers_are_no_names(table, found)
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


def _numbers_are_no_names(table: Table, found: dict[int, Column]) -> None:
    """Where a column `Step` counts and another one says what is done, that one holds the steps."""
    at = next((n for n, meant in found.items() if meant == "step"), None)
    if at is None or not all(_IDENTIFIER.fullmatch(cell) for cell in table.column(at) if cell):
        return
    named = [n for n, head in enumerate(table.heading) if n != at and _by_heading(head) == "step"]
    free = [n for n in range(table.width) if n not in found and _length(table, n)]
    if not named and not free:
        return
    if "id" in found.values():
        del found[at]
    else:
        found[at] = "id"
    found[named[0] if named else max(free, key=lambda n: _length(table, n))] = "step"


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
    numbers = tuple(cells)
    at = next((n for n, row in enumerate(filled[:_TOP]) if _is_heading(list(row))), -1)
    heading = filled[at] if at >= 0 else ()
    return Table(heading, tuple(filled[at + 1 :]), numbers[at + 1 :], tuple(filled[: max(0, at)]))


def _is_list(rows: list[list[str]]) -> bool:
    """Whether the first column holds the bullets or numbers of a word processor, a tab behind."""
    signs = [bool(row[0] and LIST_SIGN.fullmatch(f"{row[0]} ")) for row in rows if any(row)]
    return sum(signs) * 2 > len(signs) and max(map(len, rows)) == _FEWEST


def _marked_down(lines: list[str]) -> dict[int, list[str]] | None:
    """The rows of a table with upright strokes, as Markdown and wikis write it."""
    if sum(line.strip().startswith("|") for line in lines) * 2 <= len(lines):
        return None
    rows = {}
    for number, line in enumerate(lines, start=1):
        inner = line.strip().removeprefix("|").removesuffix("|")
        if not re.fullmatch(r"[\s|:+=-]*", inner):
            rows[number] = [
                re.sub(r"\*\*|__|`|<br\s*/?>", " ", cell).replace("\\|", "|").strip()
                for cell in re.split(r"(?<!\\)\|\|?", inner)
            ]
    return rows if len(rows) > 1 and max(map(len, rows.values())) > 1 else None


def _is_heading(row: list[str]) -> bool:
    said = [cell for cell in row if cell]
    found = {_by_heading(cell) for cell in said} - {"none"}
    known = len(found) + sum(_plain(cell) in ELAPSED for cell in said)
    return bool(found) and (known >= _FEWEST or (known == 1 and len(said) == 1 and len(row) == 1))


def _by_heading(heading: str) -> Column:
    words = _plain(heading)
    if not words or words in ELAPSED or len(words) > _LONGEST_HEADING:
        return "none"
    if _NUMBERS.fullmatch(words):
        return "id"
    for column, exact, within in HEADINGS:
        if words in exact or any(f" {word} " in f" {words} " for word in within):
            return column
    return "none"


def _plain(heading: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", heading.casefold().replace("#", " number ")))


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
