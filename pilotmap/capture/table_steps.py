"""A table put into a map: a row is a step, and what stands under Next is where it leads."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import zip_longest
from typing import Final, Literal, NamedTuple

from pilotmap.capture.cursor import Cursor
from pilotmap.capture.names import guessed_kind, lane_called, system_called
from pilotmap.capture.roles import named, split_roles
from pilotmap.capture.shares import find_share, share_of
from pilotmap.capture.table import Column, Table, unit_of
from pilotmap.capture.table_words import KINDS, NOTHING, OVER
from pilotmap.capture.unread import Unread
from pilotmap.capture.ways import Way, ways
from pilotmap.language import N_, tr
from pilotmap.model.edits.fields import edit_map, edit_step
from pilotmap.model.edits.flows import connect
from pilotmap.model.edits.lanes import add_lane
from pilotmap.model.edits.notes import add_note
from pilotmap.model.edits.parts import one_line
from pilotmap.model.edits.rules import leads_on, why_not_connect
from pilotmap.model.edits.steps import add_step
from pilotmap.model.edits.systems import add_system
from pilotmap.model.errors import EditRefused
from pilotmap.model.figures import read_figure
from pilotmap.model.map import PilotMap
from pilotmap.model.process import StepKind
from pilotmap.model.quantity import Duration
from pilotmap.model.times import parse_clock, parse_duration

_SEVERAL: Final = re.compile(r"\s*[,;\n]\s*")
_PREDECESSOR: Final = re.compile(r"\s*(.+?)\s*(?:(?:FS|SS|FF|SF|EA|AA|EE|AE)\s*(?:[+-].*)?)?$")
"""MS Project writes `3FS+2 days` for what may begin two days after row 3 has finished."""
_NO_TIME: Final = N_("“{cell}” is no time, such as 5 min or 2 d.")
_NO_UNIT: Final = N_("“{cell}” has no unit; say whether it is minutes, hours or days.")


class TableSteps(NamedTuple):
    """The map with the table in it, the ids of its steps, and the rows not read in full."""

    map: PilotMap
    steps: tuple[str, ...]
    unread: tuple[Unread, ...]


@dataclass
class _Reading:
    """A table on its way into a map."""

    map: PilotMap
    table: Table
    columns: Sequence[Column]
    units: Mapping[Column, str]
    roles: frozenset[str] = frozenset()
    steps: dict[int, str] = field(default_factory=dict)
    """The step of each row that names one."""
    unread: list[Unread] = field(default_factory=list)

    def leave_out(self, row: int, reason: str) -> None:
        """Say of a row what is not in the map."""
        words = " · ".join(cell for cell in self.table.rows[row] if cell)
        self.unread.append(Unread(self.table.number(row), words, reason, is_row=True))

    def cell(self, row: int, column: Column) -> str:
        """What a row says in the column that holds this; empty where no column does."""
        if column not in self.columns:
            return ""
        return self.table.rows[row][self.columns.index(column)]

    def heading(self, column: Column) -> str:
        """What stands over the column that holds this."""
        at = self.columns.index(column)
        return self.table.heading[at] if self.table.heading else ""

    @cached_property
    def named(self) -> frozenset[int]:
        """The rows that name a step."""
        return frozenset(n for n in range(len(self.table.rows)) if self.cell(n, "step"))

    @cached_property
    def names(self) -> Mapping[str, int]:
        """The first row of each step's name, whatever its case."""
        return self._first_rows("step")

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The first row of each number that the table gives."""
        return self._first_rows("id")

    def _first_rows(self, column: Column) -> Mapping[str, int]:
        rows: dict[str, int] = {}
        for row in range(len(self.table.rows)):
            if words := self.cell(row, column).casefold():
                rows.setdefault(words, row)
        return rows


def add_table(
    pilot_map: PilotMap,
    table: Table,
    columns: Sequence[Column],
    cursor: Cursor | None = None,
    *,
    units: Mapping[Column, str] | None = None,
) -> TableSteps:
    """The map with a step for each row that names one; raises EditRefused where none does.

    An empty cell under Who means the one above it. Without a column of what is next or before,
    each row leads to the row below. `units` are those of bare numbers, where a person chose one.
    """
    used = [column for column in columns if column != "none"]
    if "step" not in used:
        raise EditRefused(tr("Say which column holds the steps."))
    if len(set(used)) < len(used):
        raise EditRefused(tr("Two columns are said to hold the same; choose one of them."))
    reading = _Reading(pilot_map, table, columns, units or {})
    if table.title and not pilot_map.title and not pilot_map.steps:
        reading.map = edit_map(pilot_map, title=table.title)
    whos = [reading.cell(row, "who") for row in range(len(table.rows))]
    reading.roles = frozenset().union(*map(named, whos))
    lane: tuple[str, ...] = ()
    for row in range(len(table.rows)):
        if reading.cell(row, "step"):
            lane = _lane(reading, row) or lane
            _add_row(reading, row, lane)
        else:
            reading.leave_out(row, tr("It names no step."))
    if not reading.steps:
        raise EditRefused(tr("No row names a step; say which column holds the steps."))
    _connect_rows(reading)
    _continue_from(reading, cursor or Cursor())
    return TableSteps(
        reading.map, tuple(reading.steps.values()), tuple(sorted(set(reading.unread)))
    )


def _lane(reading: _Reading, row: int) -> tuple[str, ...]:
    """The lanes that a row names, the one whose step it is first."""
    cell = reading.cell(row, "who")
    if cell.casefold() in NOTHING:
        return ()
    known = {one_line(lane.name).casefold() for lane in reading.map.lanes}
    lanes = []
    for name in split_roles(cell, known, reading.roles):
        lane = lane_called(reading.map, name)
        if lane is None:
            reading.map, lane = add_lane(reading.map, name, kind=guessed_kind(name))
        lanes.append(lane)
    return tuple(dict.fromkeys(lanes))


def _add_row(reading: _Reading, row: int, lanes: tuple[str, ...]) -> None:
    systems = []
    for name in _SEVERAL.split(reading.cell(row, "system")):
        name = name.strip().removeprefix("@")
        if name.casefold() not in NOTHING:
            system = system_called(reading.map, name)
            if system is None:
                reading.map, system = add_system(reading.map, name)
            systems.append(system)
    reading.map, step = add_step(
        reading.map,
        lanes[0] if lanes else None,
        reading.cell(row, "step"),
        kind=_kind(reading, row),
        systems=tuple(systems),
        work=_time(reading, row, "work"),
        wait=_time(reading, row, "wait"),
    )
    if lanes[1:]:
        reading.map = edit_step(reading.map, step, with_lanes=lanes[1:])
    note = reading.cell(row, "note")
    if note:
        reading.map = add_note(reading.map, "note", note, step).map
    reading.steps[row] = step


def _kind(reading: _Reading, row: int) -> StepKind:
    cell = reading.cell(row, "kind")
    said = KINDS.get(cell.casefold())
    if said is not None:
        return said
    if cell:
        reading.leave_out(row, tr("“{cell}” is no kind of step, such as decision.", cell=cell))
    several = len(_nexts(reading, row)) > 1
    asks = reading.cell(row, "step").endswith("?")
    return "decision" if several or asks else "step"


def _nexts(reading: _Reading, row: int) -> list[Way]:
    return ways(reading.cell(row, "next"), lambda name: _row_called(reading, name) in reading.named)


def _labels(reading: _Reading, row: int) -> list[str]:
    cell = reading.cell(row, "label")
    return _SEVERAL.split(cell) if cell else []


def _time(reading: _Reading, row: int, column: Literal["work", "wait"]) -> Duration | None:
    cell = reading.cell(row, column)
    if cell.casefold() in NOTHING:
        return None
    unit = unit_of(reading.heading(column)) or reading.units.get(column, "")
    time = parse_duration(cell, column) or parse_clock(cell)
    if time is None and unit:
        time = parse_duration(f"{cell} {unit}", column)
    if time is None:
        bare = read_figure(cell) is not None
        reading.leave_out(row, tr(_NO_UNIT if bare else _NO_TIME, cell=cell))
    return time


def _connect_rows(reading: _Reading) -> None:
    if "previous" in reading.columns and "next" not in reading.columns:
        _connect_previous(reading)
        return
    rows = list(reading.steps)
    nexts = {row: _nexts(reading, row) for row in rows}
    # a column with few entries says only where it does not go on to the row below
    mostly_said = sum(map(bool, nexts.values())) * 2 >= len(rows) - 1
    for row, below in zip_longest(rows, rows[1:]):
        if len(_labels(reading, row)) > len(nexts[row]):
            reading.leave_out(row, tr("It has more labels than steps that follow."))
        if nexts[row]:
            _connect_named(reading, row, nexts[row])
        elif not mostly_said and below is not None:
            _connect(reading, row, below, "")


def _connect_named(reading: _Reading, row: int, found: Sequence[Way]) -> None:
    labels = _labels(reading, row)
    for number, way in enumerate(found):
        if way.name.casefold() in OVER and _row_called(reading, way.name) < 0:
            continue
        target = _row_called(reading, way.name)
        if target not in reading.steps:
            reading.leave_out(row, tr("No row is called “{name}”.", name=way.name))
        else:
            label = way.label or (labels[number] if number < len(labels) else "")
            _connect(reading, row, target, label)


def _connect_previous(reading: _Reading) -> None:
    for row in reading.steps:
        for name in _SEVERAL.split(reading.cell(row, "previous")):
            before = _PREDECESSOR.match(name)
            if before is None:
                continue
            source = _row_called(reading, before[1])
            if source not in reading.steps:
                reading.leave_out(row, tr("No row is called “{name}”.", name=before[1]))
            else:
                _connect(reading, source, row, "")


def _row_called(reading: _Reading, name: str) -> int:
    """By the number in the table, by name, or by the place of the row; -1 where there is none."""
    wanted = name.casefold()
    by_words = reading.numbers.get(wanted, reading.names.get(wanted))
    if by_words is not None:
        return by_words
    return int(wanted) - 1 if re.fullmatch(r"[0-9]{1,6}", wanted) else -1


def _connect(reading: _Reading, row: int, below: int, label: str) -> None:
    source, target = reading.steps[row], reading.steps[below]
    taken = find_share(label)
    reason = why_not_connect(reading.map, source, target)
    if reason is not None:
        reading.leave_out(row, reason)
        return
    reading.map = connect(
        reading.map,
        source,
        target,
        label=taken.rest.strip(),
        share=share_of(taken),
        rework=below < row,
    ).map


def _continue_from(reading: _Reading, cursor: Cursor) -> None:
    """The first row follows what the cursor is on, where nothing follows that yet."""
    first, before = next(iter(reading.steps.values())), cursor.branch_of or cursor.step
    pilot_map = reading.map
    if before not in pilot_map.step_by_id or leads_on(pilot_map, pilot_map.step_by_id[str(before)]):
        return
    if why_not_connect(pilot_map, str(before), first) is None:
        reading.map = connect(
            pilot_map, str(before), first, label=cursor.label, share=cursor.share
        ).map
