"""`pilotmap schema`: the JSON Schema of the file."""

import click

from pilotmap.cli.options import print_json
from pilotmap.storage.schema import schema


@click.command(
    epilog="Example: pilotmap schema > pilotmap.schema.json",
    short_help="The JSON Schema of the file format.",
)
def command() -> None:
    """Print the JSON Schema (draft 2020-12) of the file format.

    Editors such as VS Code complete and check a map with it. What a schema cannot say, such as
    that every id may be used only once, `pilotmap check` says.
    """
    print_json(schema(), indent=2)
