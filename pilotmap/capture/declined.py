"""Texts and tables that hold no process: told as what they are, so that nobody gets a false map."""

import re
from typing import Final

from pilotmap.capture.signs import seen
from pilotmap.capture.table import Table
from pilotmap.language import N_, tr

_TRANSCRIPT: Final = N_(
    "This is a transcript: it says who spoke when, not who does what. Type the steps that were "
    "spoken of, one in a line."
)
_EVENTS: Final = N_(
    "This is an event log: each row is something that happened in one case. Type the process, or "
    "paste a table with one row for each step."
)
_MATRIX: Final = N_(
    "This is a matrix of marks: it says who has a part in what, not in which order. Paste a table "
    "with one row for each step and a column for who does it."
)
_STAMP: Final = r"[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?(?:\s?[ap]m)?[\])]?"
_SPOKEN: Final = re.compile(
    rf"\s*(?:{_STAMP}\s*[-\N{{EN DASH}}|]?\s*[^:\d]{{2,50}}:\s"
    rf"|[^:\d]{{2,50}}\s+{_STAMP}\s*:?(?:\s|$)"
    rf"|{_STAMP}\s*-->\s*{_STAMP}|[^:\d]{{2,50}}\s*{_STAMP}\s*:)",
    re.IGNORECASE,
)
_FEWEST: Final = 2
_MOMENT: Final = re.compile(
    r"(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{2,4})[T ,]+\d{1,2}:\d{2}.*"
    r"|\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{4}"
)
_CASE: Final = re.compile(
    r"\b(?:case|trace|ticket|order|vorgang|vorgangs|fall|auftrags?|instance)", re.IGNORECASE
)
_MARK: Final = re.compile(r"[RACISVDQOP](?:\s*[/,]?\s*[RACISVDQOP]){0,3}|[xX✓✔●•○]|[01]")


def why_no_outline(text: str) -> str:
    """Why a text is no process; empty where it may be one."""
    lines = [line for line in seen(text).splitlines() if line.strip()]
    spoken = sum(bool(_SPOKEN.match(line)) for line in lines)
    return tr(_TRANSCRIPT) if spoken >= _FEWEST and spoken * 5 >= len(lines) * 2 else ""


def why_no_table(table: Table) -> str:
    """Why a table is no list of steps; empty where it may be one."""
    table = table if table.heading else table.headed_by(0)
    columns = [[cell for cell in table.column(at) if cell] for at in range(table.width)]
    moments = [
        cells for cells in columns if len(cells) >= _FEWEST and all(map(_MOMENT.fullmatch, cells))
    ]
    if moments and _repeats(table, columns):
        return tr(_EVENTS)
    marks = [
        at
        for at, cells in enumerate(columns)
        if cells and table.heading_cell(at) and all(map(_MARK.fullmatch, cells))
    ]
    numbers = [at for at in marks if all(cell.isdigit() for cell in columns[at])]
    if len(marks) - len(numbers) >= _FEWEST and len(marks) * 2 >= table.width - 1:
        return tr(_MATRIX)
    return ""


def _repeats(table: Table, columns: list[list[str]]) -> bool:
    """Whether a column names cases, of which several rows tell."""
    for at, cells in enumerate(columns):
        several = len(set(cells)) < len(cells)
        if several and (
            _CASE.search(table.heading_cell(at)) or all(map(_IDENTITY.fullmatch, cells))
        ):
            return True
    return False


_IDENTITY: Final = re.compile(r"[A-Za-z]{0,6}[-_#]?\d{1,12}")
