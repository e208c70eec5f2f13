"""A table put into a map: a row is a step, and what stands under Next is where it leads."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from pilotmap.capture.cursor import Cursor
from pilotmap.capture.names import guessed_kind, lane_called, system_called
from pilotmap.capture.table import Column, Table, unit_of
from pilotmap.capture.table_words import KINDS
from pilotmap.language import tr
from pilotmap.model.edits.flows import connect
from pilotmap.model.edits.lanes import add_lane
from pilotmap.model.edits.notes import add_note
from pilotmap.model.edits.rules import leads_on, why_not_connect
from pilotmap.model.edits.steps import add_step
from pilotmap.model.edits.systems import add_system
from pilotmap.model.errors import EditRefused
from pilotmap.model.map import PilotMap
from pilotmap.model.process import StepKind
from pilotmap.model.quantity import Duration, parse_duration

_SEVERAL: Final = re.compile(r"\s*[,;\n]\s*")
_CLOCK: Final = re.compile(r"(\d{1,3}):(\d{2})(?::(\d{2}))?")
_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)?")


class TableSteps(NamedTuple):
    """The map with the table in it, the ids of its steps, and what could not be read."""

    map: PilotMap
    steps: tuple[str, ...]
    problems: tuple[str, ...]


@dataclass
class _Reading:
    """A table on its way into a map."""

    map: PilotMap
    table: Table
    columns: Sequence[Column]
    steps: list[str] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    """The row of each step: one without a name is no step."""
    problems: list[str] = field(default_factory=list)

    def cell(self, row: int, column: Column) -> str:
        if column not in self.columns:
            return ""
        return self.table.rows[row][self.columns.index(column)]

    def heading(self, column: Column) -> str:
        at = self.columns.index(column)
        return self.table.heading[at] if self.table.heading else ""


def add_table(
    m: PilotMap, table: Table, columns: Sequence[Column], cursor: Cursor | None = None
) -> TableSteps:
    """The map with a step for each row that names one; raises EditRefused where none does.

    An empty cell under Who means the one above it. Without a column of what is next, each row
    leads to the row below.
    """
    if "step" not in columns:
        raise EditRefused(tr("Say which column holds the steps."))
    reading = _Reading(m, table, columns)
    lane: str | None = None
    for row in range(len(table.rows)):
        lane = _lane(reading, row) or lane
        if reading.cell(row, "step"):
            _add_row(reading, row, lane)
    if not reading.steps:
        raise EditRefused(tr("No row names a step; say which column holds the steps."))
    _connect_rows(reading)
    _continue_from(reading, cursor or Cursor())
    return TableSteps(reading.map, tuple(reading.steps), tuple(reading.problems))


def _lane(reading: _Reading, row: int) -> str | None:
    name = reading.cell(row, "who")
    if not name:
        return None
    lane = lane_called(reading.map, name)
    if lane is None:
        reading.map, lane = add_lane(reading.map, name, kind=guessed_kind(name))
    return lane


def _add_row(reading: _Reading, row: int, lane: str | None) -> None:
    systems = []
    for name in _SEVERAL.split(reading.cell(row, "system")):
        if name:
            system = system_called(reading.map, name)
            if system is None:
                reading.map, system = add_system(reading.map, name)
            systems.append(system)
    reading.map, step = add_step(
        reading.map,
        lane,
        reading.cell(row, "step"),
        kind=_kind(reading, row),
        systems=tuple(systems),
        work=_time(reading, row, "work"),
        wait=_time(reading, row, "wait"),
    )
    note = reading.cell(row, "note")
    if note:
        reading.map = add_note(reading.map, "note", note, step).map
    reading.steps.append(step)
    reading.rows.append(row)


def _kind(reading: _Reading, row: int) -> StepKind:
    said = KINDS.get(reading.cell(row, "kind").casefold())
    if said is not None:
        return said
    several = len(_nexts(reading, row)) > 1
    asks = reading.cell(row, "step").endswith("?")
    return "decision" if several or asks else "step"


def _nexts(reading: _Reading, row: int) -> list[str]:
    cell = reading.cell(row, "next")
    names = {reading.cell(n, "step").casefold() for n in range(len(reading.table.rows))}
    if cell.casefold() in names:  # a name may hold a comma
        return [cell]
    return [name for name in _SEVERAL.split(cell) if name]


def _time(reading: _Reading, row: int, column: Column) -> Duration | None:
    cell = reading.cell(row, column)
    if not cell:
        return None
    unit, clock = unit_of(reading.heading(column)), _CLOCK.fullmatch(cell)
    time = parse_duration(cell)
    if time is None and clock is not None:
        hours, minutes, seconds = (int(part or 0) for part in clock.groups())
        time = parse_duration(f"{hours * 60 + minutes + seconds / 60:.6g} min")
    elif time is None and unit and _NUMBER.fullmatch(cell):
        time = parse_duration(f"{cell} {unit}")
    if time is None:
        reading.problems.append(
            tr("Row {row}: “{cell}” is no time, such as 5 min or 2 d.", row=row + 1, cell=cell)
        )
    return time


def _connect_rows(reading: _Reading) -> None:
    rows = reading.rows
    said = [bool(_nexts(reading, row)) for row in rows]
    # a column with few entries says only where the way does not lead to the row below
    mostly_said = sum(said) * 2 >= len(rows) - 1
    for at, row in enumerate(rows):
        if said[at]:
            _connect_named(reading, at, row)
        elif not mostly_said and at + 1 < len(rows):
            _connect(reading, at, reading.steps[at + 1], "")


def _connect_named(reading: _Reading, at: int, row: int) -> None:
    labels = _SEVERAL.split(reading.cell(row, "label"))
    for number, name in enumerate(_nexts(reading, row)):
        target = _named(reading, name)
        if target is None:
            reading.problems.append(
                tr("Row {row}: no row is called “{name}”.", row=row + 1, name=name)
            )
        else:
            _connect(reading, at, target, labels[number] if number < len(labels) else "")


def _named(reading: _Reading, name: str) -> str | None:
    """By id, by name, or by the number of the row."""
    wanted = name.casefold()
    for column in ("id", "step"):
        for at, row in enumerate(reading.rows):
            if reading.cell(row, column).casefold() == wanted:
                return reading.steps[at]
    numbers = [row + 1 for row in reading.rows]
    return (
        reading.steps[numbers.index(int(name))]
        if name.isdecimal() and int(name) in numbers
        else None
    )


def _connect(reading: _Reading, at: int, target: str, label: str) -> None:
    source = reading.steps[at]
    reason = why_not_connect(reading.map, source, target)
    if reason is not None:
        reading.problems.append(tr("Row {row}: {reason}", row=reading.rows[at] + 1, reason=reason))
        return
    rework = reading.steps.index(target) < at
    reading.map = connect(reading.map, source, target, label=label, rework=rework).map


def _continue_from(reading: _Reading, cursor: Cursor) -> None:
    """The first row follows what the cursor is on, where nothing follows that yet."""
    first, before = reading.steps[0], cursor.branch_of or cursor.step
    m = reading.map
    if before not in m.step_by_id or leads_on(m, m.step_by_id[str(before)]):
        return
    if why_not_connect(m, str(before), first) is None:
        reading.map = connect(m, str(before), first, label=cursor.label, share=cursor.share).map
