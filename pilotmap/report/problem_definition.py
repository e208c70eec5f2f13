"""The document of Gate 1 as a file: its pages, the map they were made from, and what made it."""

from dataclasses import replace
from datetime import date

from pilotmap.language import Language, speaking
from pilotmap.language import language as language_spoken
from pilotmap.model.map import PilotMap
from pilotmap.report.attachment import attachment
from pilotmap.report.document.page_one import title_of
from pilotmap.report.document.pages import document
from pilotmap.report.edition import edition
from pilotmap.report.pdf.file import pdf
from pilotmap.report.setting.page import Document
from pilotmap.report.setting.paper import PageName


def problem_definition(
    pilot_map: PilotMap,
    *,
    page: PageName = "a4",
    language: Language | None = None,
    today: date | None = None,
) -> bytes:
    """The problem definition as a PDF; the same map gives the same bytes, on any day.

    It speaks its own language, by default the one spoken around it.
    """
    with speaking(language or language_spoken()):
        return pdf(with_its_map(pilot_map, page, edition(page), today))


def with_its_map(
    pilot_map: PilotMap, page: PageName, made_with: str, today: date | None = None
) -> Document:
    """The document with its map attached, and with what it says of its making."""
    attached = attachment(pilot_map, title_of(pilot_map))
    said = document(pilot_map, page=page, today=today)
    return replace(said, attachments=(attached,), edition=made_with)
