"""`pilotmap import`: a map from a text or a table as people write them."""

from pathlib import Path
from typing import Final

import click

from pilotmap.capture.pasted import read_whole
from pilotmap.cli.maps import refuse_unreadable
from pilotmap.cli.options import language_option
from pilotmap.language import tr
from pilotmap.model.errors import EditRefused, UnreadableFile, UnwritableFile
from pilotmap.model.map import empty_map
from pilotmap.storage.json_file import save

SUFFIXES: Final = (".txt", ".tsv", ".csv", ".md")
FOUND: Final = 1


@click.command(
    epilog="Example: pilotmap import notes.txt -o support.pilotmap.json",
    short_help="A map from a text or a table.",
)
@click.argument("source", metavar="SRC")
@click.option("-o", "--output", "out", required=True, metavar="FILE", help="The map to make.")
@click.option("--force", is_flag=True, help="Replace FILE where there is one.")
@language_option
def command(source: str, out: str, force: bool) -> int:
    """Make a map from SRC: an outline (.txt, .md) or a table (.tsv, .csv).

    It is read as if it were pasted on the map. What could not be read is listed line by line on
    stderr, and the exit code is 1 then.
    """
    if Path(source).suffix.lower() not in SUFFIXES:
        words = tr(
            "{file} is none of {kinds}: save it as one.", file=source, kinds=", ".join(SUFFIXES)
        )
        raise UnreadableFile(words)
    if Path(out).exists() and not force:
        raise UnwritableFile(
            tr("{file} is there already: choose another name or add --force.", file=out)
        )
    with refuse_unreadable(source):
        text = _decoded(Path(source).read_bytes())
    try:
        made, unread = read_whole(empty_map(), text)
    except EditRefused as refused:
        raise UnreadableFile(f"{source}: {refused.message}") from refused
    for each in unread:
        click.echo(each.message, err=True)
    if not made.steps:
        raise UnreadableFile(tr("{file} names no step: write one in a line.", file=source))
    save(made, out)
    click.echo(tr("Wrote {file}", file=out))
    return FOUND if unread else 0


def _decoded(data: bytes) -> str:
    """Text as Windows and everybody else saves it."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
