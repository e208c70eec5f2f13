"""The table of `status` in a terminal."""

import sys
from collections.abc import Sequence
from os.path import relpath
from pathlib import Path
from typing import Final

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from pilotmap.analysis.gate1 import GATE_STATES
from pilotmap.analysis.gates.state import LATER_STATES
from pilotmap.analysis.verdict_words import TONES, Tone
from pilotmap.cli.maps import MAP_SUFFIX
from pilotmap.cli.survey import Row
from pilotmap.language import in_figures, tr, trn
from pilotmap.model.signoff import SEATS

_STATE_WORDS: Final = GATE_STATES | LATER_STATES
_STATES: Final = {
    "signed": "green",
    "signed with conditions": "green",
    "cleared": "green",
    "killed": "green",
    "stopped": "green",
    "ready": "cyan",
    "declined": "red",
    "stale": "yellow",
}
_TONES: Final[dict[Tone, str]] = {"good": "green", "careful": "yellow", "bad": "red"}
_WIDE: Final = 200  # where the output is no terminal, so that nothing is folded away


def print_table(rows: Sequence[Row], folder: Path) -> None:
    """Print the rows, and a line that sums them up."""
    console = Console(file=sys.stdout, width=None if sys.stdout.isatty() else _WIDE)
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    table.add_column(tr("Map"), overflow="fold")
    table.add_column(tr("Title"), overflow="fold")
    table.add_column(tr("Gate"))
    for number in (tr("Errors"), tr("Warnings"), tr("Seats"), tr("Stale"), tr("Days")):
        table.add_column(number, justify="right", no_wrap=True)
    table.add_column(tr("Over"), justify="right", no_wrap=True)
    table.add_column(tr("Next date"), no_wrap=True)
    table.add_column(tr("With this pilot"), overflow="fold")
    for row in rows:
        table.add_row(*_cells(row, folder))
    console.print(table)
    console.print(_sum(rows), highlight=False)


def _cells(row: Row, folder: Path) -> tuple[Text, ...]:
    file = Text(relpath(row.file, folder).removesuffix(MAP_SUFFIX))
    if row.error is not None:
        return (file, Text(_without_name(row), style="red"))
    state = f"{row.gate} {tr(_STATE_WORDS[row.state])}" if row.state else ""
    return (
        file,
        Text(row.title or ""),
        Text(state, style=_STATES.get(row.state or "", "")),
        Text(str(row.errors), style="red" if row.errors else "dim"),
        Text(str(row.warnings), style="yellow" if row.warnings else "dim"),
        Text(tr("{signed} of 3", signed=row.signed)),
        Text(str(row.stale), style="yellow" if row.stale else "dim"),
        Text("" if row.days_open is None else str(row.days_open)),
        Text(str(row.days_over) if row.days_over else "", style="red"),
        _next_date(row),
        Text(row.verdict_title or "", style=_TONES[TONES[row.verdict]] if row.verdict else "dim"),
    )


def _next_date(row: Row) -> Text:
    if row.idle:
        words = f"{row.next_review}, {tr('idle')}" if row.next_review else tr("idle")
        return Text(words, style="yellow")
    return Text(row.next_review or "")


def _without_name(row: Row) -> str:
    return (row.error or "").removeprefix(row.file).lstrip(": ")


def _sum(rows: Sequence[Row]) -> str:
    broken = sum(row.error is not None for row in rows)
    signed = sum(row.signed == len(SEATS) for row in rows)
    wrong = sum(bool(row.errors) for row in rows)
    return trn(
        "{number} map: {signed} signed, {wrong} with errors, {broken} that cannot be read",
        "{number} maps: {signed} signed, {wrong} with errors, {broken} that cannot be read",
        len(rows),
        signed=in_figures(f"{signed:,}"),
        wrong=in_figures(f"{wrong:,}"),
        broken=in_figures(f"{broken:,}"),
    )
