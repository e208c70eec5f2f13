"""The document of Gate 1 as a file: its pages, the map they were made from, and what made it."""

from dataclasses import replace
from datetime import date

from pilotmap.language import Language, speaking
from pilotmap.language import language as language_spoken
from pilotmap.model.map import PilotMap
from pilotmap.report.attachment import attachment
from pilotmap.report.document.material import Material, gathered
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
        return printed(gathered(pilot_map, today), page)


def printed(material: Material, page: PageName) -> bytes:
    """The same from what was gathered already, in the language spoken."""
    return pdf(with_its_map(material, page, edition(page)))


def with_its_map(material: Material, page: PageName, made_with: str) -> Document:
    """The document with its map attached, and with what it says of its making."""
    attached = attachment(material.map, material.title)
    return replace(document(material, page), attachments=(attached,), edition=made_with)
