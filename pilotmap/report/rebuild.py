"""Builds a document again from the map attached to it, and says whether it is the same file."""

import json
from collections.abc import Callable
from typing import Any, Final, cast, get_args

import pypdfium2

from pilotmap.language import LANGUAGES, Language, speaking, tr
from pilotmap.model.errors import UnreadableFile
from pilotmap.model.map import PilotMap
from pilotmap.report.attachment import map_of_pdf
from pilotmap.report.edition import KEY, made_with
from pilotmap.report.paper import PageName
from pilotmap.report.problem_definition import problem_definition

_CHOICES: Final = {"page", "language"}

Build = Callable[[PilotMap, PageName, Language], bytes]


def compare_pages(base: bytes, build: Build | None = None) -> tuple[PilotMap, bool | None]:
    """The map attached to an unsigned document, and whether the document is the one it gives.

    None where it was made with other versions of PilotMap, its fonts or its libraries, which may
    set the same map in other bytes. Raises UnreadableFile where it does not say what made it. A
    caller that compares many files may lend a `build` that remembers.
    """
    pilot_map = map_of_pdf(base, tr("The document"))
    said = _edition(base)
    page, language = said.get("page"), said.get("language")
    if page not in get_args(PageName) or language not in LANGUAGES:
        raise UnreadableFile(tr("The document does not say how PilotMap made it: export it again."))
    if {key: value for key, value in said.items() if key not in _CHOICES} != made_with():
        return pilot_map, None
    return pilot_map, base == (build or built)(
        pilot_map, cast(PageName, page), cast(Language, language)
    )


def built(pilot_map: PilotMap, page: PageName, language: Language) -> bytes:
    """The document of a map on this paper in this language."""
    with speaking(language):
        return problem_definition(pilot_map, page=page)


def _edition(base: bytes) -> dict[str, Any]:
    try:
        with pypdfium2.PdfDocument(base) as document:
            told = json.loads(document.get_metadata_value(KEY) or "{}")
    except (pypdfium2.PdfiumError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}
