"""Turns the open map into the bytes of an exported file, by its suffix."""

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from pilotmap.language import tr
from pilotmap.lazy import lazy_imports
from pilotmap.model.errors import PilotMapError
from pilotmap.ui.session import Session

with lazy_imports():  # only an export pays for what it needs
    from pilotmap.capture import outline_text
    from pilotmap.layout import geometry_json
    from pilotmap.report import png, problem_definition, svg
    from pilotmap.report.document import map_page

if TYPE_CHECKING:
    from pilotmap.layout.drawing import Drawing
    from pilotmap.ui.export_dialog import ExportChoice, Page


class NotExported(PilotMapError):
    """A suffix that no document has."""


def exported(session: Session, choice: "ExportChoice") -> bytes:
    """The document that the suffix of the path asks for.

    Raises NotExported for any other suffix, and what the report layer raises.
    """
    make = _MAKERS.get(choice.path.suffix.lower())
    if make is None:
        raise NotExported(
            tr(
                "“{file}” has no known ending: use {endings}.",
                file=choice.path.name,
                endings=", ".join(_MAKERS),
            )
        )
    return make(session, choice)


def smallest_type_pt(session: Session, page: "Page") -> float:
    """The smallest type that the printed map would have, in points."""
    return map_page.smallest_type_pt(session.map, page)


def _pdf(session: Session, choice: "ExportChoice") -> bytes:
    return problem_definition.problem_definition(
        session.map, page=choice.page, language=choice.language
    )


def _svg(session: Session, choice: "ExportChoice") -> bytes:
    return svg.svg(_drawing(session, choice), title=session.map.title).encode()


def _png(session: Session, choice: "ExportChoice") -> bytes:
    return png.png(_drawing(session, choice))


def _geometry(session: Session, choice: "ExportChoice") -> bytes:
    geometry = geometry_json.geometry_json(_drawing(session, choice))
    return (json.dumps(geometry, indent=2) + "\n").encode()


def _outline(session: Session, _choice: "ExportChoice") -> bytes:
    return outline_text.write_outline(session.map).encode()


def _drawing(session: Session, choice: "ExportChoice") -> "Drawing":
    other = session.derived.with_ai_drawing if choice.view == "with-ai" else None
    return other or session.derived.today


_MAKERS: Final[dict[str, "Callable[[Session, ExportChoice], bytes]"]] = {
    ".pdf": _pdf,
    ".svg": _svg,
    ".png": _png,
    ".json": _geometry,
    ".txt": _outline,
}
