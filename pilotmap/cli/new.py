"""`pilotmap new`: a map from a template."""

from pathlib import Path

import click
from pydantic import ValidationError

from pilotmap.cli.options import language_option
from pilotmap.language import tr
from pilotmap.model.errors import UnwritableFile
from pilotmap.model.map import PilotMap
from pilotmap.model.reading import invalid_map
from pilotmap.storage.json_file import save
from pilotmap.storage.templates import BLANK, template, templates


class _Help(click.Command):
    """Names the templates there are under the options."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Templates"):
            formatter.write_dl([(offered.name, offered.title) for offered in templates()])
        super().format_epilog(ctx, formatter)


@click.command(
    cls=_Help,
    epilog="Example: pilotmap new -o invoices.pilotmap.json --template supplier-invoices",
    short_help="A map from a template.",
)
@click.option("-o", "--output", "out", required=True, metavar="FILE", help="The map to make.")
@click.option("--template", "name", default=BLANK, show_default=True, help="What to start from.")
@click.option("--title", help="The title of the map.")
@click.option("--force", is_flag=True, help="Replace FILE where there is one.")
@language_option
def command(out: str, name: str, title: str | None, force: bool) -> None:
    """Make a map, empty or from a template.

    A template brings the steps of a process as it often runs; its numbers are marked as guessed
    until you put your own in their place.
    """
    if Path(out).exists() and not force:
        raise UnwritableFile(
            tr("{file} is there already: choose another name or add --force.", file=out)
        )
    made = template(name)
    save(made if title is None else _titled(made, title), out)
    click.echo(tr("Wrote {file}", file=out))


def _titled(made: PilotMap, title: str) -> PilotMap:
    try:
        return made.replace(title=title)
    except ValidationError as error:
        raise click.UsageError(
            tr("--title: {rule}; leave that out", rule=invalid_map(error).rule)
        ) from error
