"""`pilotmap records`: takes cases of a feasibility build or a shadow run in."""

from datetime import date
from pathlib import Path
from typing import Final

import click

from pilotmap.analysis.findings import find
from pilotmap.analysis.gate1 import gate1
from pilotmap.analysis.gates.state import later_gates
from pilotmap.cli.options import language_option, today_option
from pilotmap.language import in_figures, tr, trn
from pilotmap.model.errors import EditRefused
from pilotmap.model.gates.gate import SealedGate
from pilotmap.model.map import PilotMap
from pilotmap.storage.atomic import write_atomically
from pilotmap.storage.json_file import load, to_bytes
from pilotmap.storage.records import Form, form_of, merged, read_table, records_path, save_table
from pilotmap.storage.records_columns import COLUMNS
from pilotmap.storage.records_kept import held_cases, taken_in

_MOST_LINES: Final = 50


@click.command(
    epilog="Example: pilotmap records support.pilotmap.json --gate 2 --from cases.csv",
    short_help="Take cases of gates 2 and 4 in.",
)
@click.argument("file", metavar="MAP")
@click.option("--gate", type=click.Choice(["2", "4"]), required=True, help="Of which gate.")
@click.option(
    "--from",
    "source",
    metavar="CSV",
    required=True,
    help="The table; the file of the cases itself takes in what was edited in it.",
)
@today_option
@language_option
def command(file: str, gate: str, source: str, today: date | None) -> int:
    """Take cases of a feasibility build (gate 2) or a shadow run (gate 4) in from a CSV file.

    Separator, encoding and headings are recognised, in English and German. A case whose id is
    there already is updated, the others are added. A row that cannot be read is listed by its line
    and left out, and the exit code is 1 then.
    """
    number: SealedGate = 2 if gate == "2" else 4
    path = Path(file)
    pilot_map = load(file)
    _refuse_locked(pilot_map, number, today or date.today())
    form = form_of(Path(source), number)
    table = read_table(Path(source), number, form)
    target = records_path(path, number)
    is_same = target.exists() and target.samefile(source)
    old = () if is_same else held_cases(pilot_map, path, number).cases
    taken = taken_in(pilot_map, number, merged(old, table), path)
    save_table(target, taken.data)  # first the cases, then the map: a crash between is found
    write_atomically(path, to_bytes(taken.map))
    _tell(number, form, len(table.cases), len(merged(old, table)), target.name)
    for row in table.bad[:_MOST_LINES]:
        click.echo(f"{source}, {row}", err=True)
    if len(table.bad) > _MOST_LINES:
        more = in_figures(f"{len(table.bad) - _MOST_LINES:,}")
        click.echo(tr("and {number} more rows that were left out", number=more), err=True)
    return 1 if table.bad else 0


def _refuse_locked(pilot_map: PilotMap, gate: SealedGate, today: date) -> None:
    now = gate1(pilot_map, today, findings=find(pilot_map, today))
    why = later_gates(pilot_map, now, today)[gate].why_locked
    if why:
        raise EditRefused(tr("Gate {gate} takes no entry yet: {reason}.", gate=gate, reason=why))


def _tell(gate: SealedGate, form: Form, taken: int, all_cases: int, name: str) -> None:
    captions = {column.key: column.caption for column in COLUMNS[gate]}
    read = ", ".join(
        f"{tr(captions[key])} = “{form.headings[at]}”" for key, at in form.columns.items()
    )
    click.echo(tr("Columns: {columns}", columns=read))
    unread = [h for at, h in enumerate(form.headings) if at not in form.columns.values() and h]
    if unread:
        click.echo(tr("Not read: {columns}", columns=", ".join(f"“{h}”" for h in unread)))
    click.echo(
        trn(
            "{number} case taken in; {file} holds {all} now.",
            "{number} cases taken in; {file} holds {all} now.",
            taken,
            file=name,
            all=in_figures(f"{all_cases:,}"),
        )
    )
