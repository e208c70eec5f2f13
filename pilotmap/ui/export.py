"""Turns the open map into the bytes of an exported file, by its suffix."""

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from pilotmap.language import tr
from pilotmap.model.errors import PilotMapError
from pilotmap.ui.session import Session

if TYPE_CHECKING:  # here only their types are named
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
    # it comes with libraries that take long to load: only an export pays for them
    from pilotmap.report.map_page import smallest_type_pt as smallest  # noqa: PLC0415

    return smallest(session.map, page)


def _pdf(session: Session, choice: "ExportChoice") -> bytes:
    # it comes with libraries that take long to load: only an export pays for them
    from pilotmap.report.problem_definition import problem_definition  # noqa: PLC0415

    return problem_definition(session.map, page=choice.page, language=choice.language)


def _svg(session: Session, choice: "ExportChoice") -> bytes:
    # only an export needs it
    from pilotmap.report.svg import svg  # noqa: PLC0415

    return svg(_drawing(session, choice), title=session.map.title).encode()


def _png(session: Session, choice: "ExportChoice") -> bytes:
    # it renders through the PDF: only an export pays for those libraries
    from pilotmap.report.png import png  # noqa: PLC0415

    return png(_drawing(session, choice))


def _geometry(session: Session, choice: "ExportChoice") -> bytes:
    # only an export needs it
    from pilotmap.layout.geometry_json import geometry_json  # noqa: PLC0415

    return (json.dumps(geometry_json(_drawing(session, choice)), indent=2) + "\n").encode()


def _outline(session: Session, _choice: "ExportChoice") -> bytes:
    # only an export needs it
    from pilotmap.capture.outline_text import write_outline  # noqa: PLC0415

    return write_outline(session.map).encode()


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
