"""Builds a document again from the map attached to it, and says whether it is the same file."""

import json
from collections.abc import Callable
from typing import Any, Final, cast, get_args

import pypdfium2

from pilotmap.language import LANGUAGES, Language, speaking, tr
from pilotmap.model.errors import UnreadableFile
from pilotmap.model.map import PilotMap
from pilotmap.report.attachment import map_of_pdf
from pilotmap.report.document.material import gathered
from pilotmap.report.edition import made_with
from pilotmap.report.pdf.file import EDITION, pdf
from pilotmap.report.problem_definition import with_its_map
from pilotmap.report.setting.paper import PageName

_CHOICES: Final = {"page", "language"}
_LONGEST: Final = 2000

Build = Callable[[PilotMap, PageName, Language, str], bytes]


def compare_pages(base: bytes, build: Build | None = None) -> tuple[PilotMap, bool | None]:
    """The map attached to an unsigned document, and whether the document is the one it gives.

    Where it was made with other versions of PilotMap, its fonts or its libraries, the same bytes
    still say that it is; other bytes then say nothing: None. Raises UnreadableFile where it does
    not say what made it. A caller that compares many files may lend a `build` that remembers.
    """
    pilot_map = map_of_pdf(base, tr("The document"))
    text = _edition_text(base)
    said = _edition(text)
    if base == _again(pilot_map, text, build or built):
        return pilot_map, True
    made_alike = {key: value for key, value in said.items() if key not in _CHOICES} == made_with()
    return pilot_map, False if made_alike else None


def rebuilt(data: bytes, build: Build | None = None) -> bytes:
    """The document that the map attached to a PDF makes, on its paper and in its language.

    Raises UnreadableFile or InvalidMap.
    """
    pilot_map = map_of_pdf(data, tr("The document"))
    return _again(pilot_map, _edition_text(data), build or built)


def _again(pilot_map: PilotMap, text: str, build: Build) -> bytes:
    said = _edition(text)
    page, language = said.get("page"), said.get("language")
    if page not in get_args(PageName) or language not in LANGUAGES:
        raise UnreadableFile(tr("The document does not say how PilotMap made it: export it again."))
    return build(pilot_map, cast(PageName, page), cast(Language, language), text)


def built(pilot_map: PilotMap, page: PageName, language: Language, edition: str) -> bytes:
    """The document of a map on this paper in this language, with what it says of its making."""
    with speaking(language):
        return pdf(with_its_map(gathered(pilot_map), page, edition))


def _edition_text(base: bytes) -> str:
    try:
        with pypdfium2.PdfDocument(base) as opened:
            return opened.get_metadata_value(EDITION) or ""
    except pypdfium2.PdfiumError:
        return ""


def _edition(text: str) -> dict[str, Any]:
    try:
        record = json.loads(text) if len(text) <= _LONGEST else {}
    except (ValueError, RecursionError):
        return {}
    return record if isinstance(record, dict) else {}
