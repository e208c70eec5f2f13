"""`pilotmap export`: a map as a document, a picture or geometry, by the suffix of the target."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from pilotmap.cli.maps import MAP_SUFFIX, read_map
from pilotmap.cli.options import language_option
from pilotmap.language import tr
from pilotmap.lazy import lazy_imports
from pilotmap.model.errors import UnreadableFile, UnwritableFile
from pilotmap.model.map import PilotMap
from pilotmap.storage.atomic import write_atomically
from pilotmap.storage.json_file import holds_a_map

with lazy_imports():  # each suffix loads its own painter, and bad usage is told at once
    from pilotmap.analysis import with_ai
    from pilotmap.layout import draw, geometry_json
    from pilotmap.report import png, problem_definition, svg
    from pilotmap.report.document import map_page, material

if TYPE_CHECKING:
    from pilotmap.layout.drawing import Drawing
    from pilotmap.report.setting.paper import PageName


@click.command(
    epilog="Example: pilotmap export support.pilotmap.json -o support.pdf --page a3 --language de",
    short_help="A map as PDF, picture or geometry.",
)
@click.argument("file", metavar="FILE")
@click.option("-o", "--output", "out", required=True, metavar="OUT", help="The file to write.")
@click.option("--view", type=click.Choice(["today", "with-ai"]), help="Which picture (not .pdf).")
@click.option("--page", type=click.Choice(["a4", "a3", "letter"]), help="The paper (.pdf only).")
@language_option
def command(file: str, out: str, view: str | None, page: "PageName | None") -> None:
    """Write a map as what the suffix of OUT says.

    .pdf is the problem definition to sign, .svg and .png the map as a picture, .json where
    everything in the picture is. A map with errors is exported too; its PDF says DRAFT.
    """
    suffix = Path(out).suffix.lower()
    _check(file, out, suffix, view, page)
    pilot_map = read_map(file)
    if suffix == ".pdf":
        data = _pdf(pilot_map, page or "a4")
    else:
        data = _PICTURES[suffix](_drawing(file, pilot_map, view), pilot_map)
    write_atomically(out, data)
    click.echo(tr("Wrote {file}", file=out))


def _check(file: str, out: str, suffix: str, view: str | None, page: str | None) -> None:
    kinds = (".pdf", *_PICTURES)
    if suffix not in kinds:
        said = tr("“{file}” must end in one of {endings}", file=out, endings=", ".join(kinds))
        raise click.UsageError(said)
    if suffix != ".pdf" and page:
        said = tr("--page is for .pdf only, a {ending} has no pages: leave it out", ending=suffix)
        raise click.UsageError(said)
    if suffix == ".pdf" and view:
        said = tr("--view is for pictures: leave it out, or end OUT in .svg or .png")
        raise click.UsageError(said)
    is_itself = Path(out).exists() and Path(file).exists() and Path(out).samefile(file)
    if out.lower().endswith(MAP_SUFFIX):
        said = tr("{file} is the name of a map, not of its geometry: choose another.", file=out)
        raise UnwritableFile(said)
    if is_itself:
        said = tr("{file} is what is read: choose another name to write to.", file=out)
        raise UnwritableFile(said)
    if suffix == ".json" and holds_a_map(out):
        said = tr("{file} holds a map, which its geometry would replace: choose another.", file=out)
        raise UnwritableFile(said)


def _pdf(pilot_map: PilotMap, page: "PageName") -> bytes:
    """The document; before it is made, whether its map can be read on this paper is said."""
    found = material.gathered(pilot_map)
    click.echo(map_page.type_words(map_page.printed_type_pt(found.views, page)))
    return problem_definition.printed(found, page)


def _drawing(file: str, pilot_map: PilotMap, view: str | None) -> "Drawing":
    if view != "with-ai":
        return draw.draw_map(pilot_map)
    try:
        derived = with_ai.with_ai(pilot_map)
    except with_ai.NoPictureWithAi as error:
        raise UnreadableFile(
            tr(
                "{file} has no picture With AI ({reason}): answer that in the map first, or export "
                "--view today.",
                file=file,
                reason=error.message,
            )
        ) from error
    return draw.draw_map(derived.map, tags=derived.tags)


def _svg(drawing: "Drawing", pilot_map: PilotMap) -> bytes:
    return svg.svg(drawing, title=pilot_map.title).encode("utf-8")


def _png(drawing: "Drawing", _: PilotMap) -> bytes:
    return png.png(drawing)


def _geometry(drawing: "Drawing", _: PilotMap) -> bytes:
    return (json.dumps(geometry_json.geometry_json(drawing), ensure_ascii=False) + "\n").encode(
        "utf-8"
    )


_PICTURES: Final[dict[str, Callable[["Drawing", PilotMap], bytes]]] = {
    ".svg": _svg,
    ".png": _png,
    ".json": _geometry,
}
