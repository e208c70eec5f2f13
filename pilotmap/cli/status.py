"""`pilotmap status`: where the maps of a folder stand."""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from pilotmap.cli.maps import maps_in
from pilotmap.cli.options import format_option, language_option, print_json, today_option
from pilotmap.cli.survey import Row, survey
from pilotmap.language import tr
from pilotmap.lazy import lazy_imports

with lazy_imports():  # JSON needs no table
    from pilotmap.cli import status_table


@click.command(
    epilog="Example: pilotmap status maps/ --format json",
    short_help="A table of a folder's maps.",
)
@click.argument("folder", metavar="DIR")
@format_option
@today_option
@language_option
def command(folder: str, form: str, today: date | None) -> int:
    """Show a table of all maps in a folder: gate, findings, seats signed, stale, age.

    A file that cannot be read is a row that says why. The exit code is 1 when a map has errors or
    a file cannot be read.
    """
    files = maps_in(folder)
    rows = _surveyed(files, today or date.today())
    if form == "json":
        print_json([row.as_json() for row in rows], indent=2)
    elif not rows:
        click.echo(tr("There is no map in {folder}", folder=folder))
    else:
        status_table.print_table(rows, Path(folder))
    return 0 if all(row.is_clean for row in rows) else 1


def _surveyed(files: Sequence[str], today: date) -> list[Row]:
    rows = survey(files, today)
    if not sys.stderr.isatty():
        return list(rows)
    with click.progressbar(
        rows, length=len(files), label=tr("Reading maps"), file=sys.stderr
    ) as shown:
        return list(shown)
