"""The map that rides in an exported PDF: put in as its source, and read back out."""

import re
import unicodedata
from datetime import date, datetime
from typing import Final

import pypdfium2

from pilotmap.language import tr
from pilotmap.model.errors import UnreadableFile
from pilotmap.model.map import PilotMap
from pilotmap.report.setting.page import Attachment
from pilotmap.storage.json_file import from_bytes, to_bytes

_NO_DAY: Final = date(1970, 1, 1)
SUFFIX: Final = ".pilotmap.json"
_LONGEST_STEM: Final = 60
_LARGEST_PDF: Final = 200_000_000
_LARGEST_MAP: Final = 20_000_000


def attachment(pilot_map: PilotMap, title: str) -> Attachment:
    """The map's canonical bytes as a file of the document, named after its title."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    stem = "-".join(re.findall(r"[a-z0-9]+", plain))[:_LONGEST_STEM].strip("-")
    return Attachment(
        name=f"{stem or 'map'}{SUFFIX}",
        data=to_bytes(pilot_map),
        about=tr("The map that this document was made from; PilotMap opens it"),
        changed=_last_dated(pilot_map),
    )


def _last_dated(pilot_map: PilotMap) -> date:
    """The last day that the map itself tells of; the first of all where it tells of none."""
    recorded = (datetime.fromisoformat(record.at).date() for record in pilot_map.signoffs)
    waived = (each.on for each in pilot_map.waivers if each.on)
    opened = (pilot_map.opened,) if pilot_map.opened else ()
    return max((*recorded, *waived, *opened), default=_NO_DAY)


def map_of_pdf(data: bytes, name: str = "the PDF") -> PilotMap:
    """The map attached to an exported PDF.

    Raises UnreadableFile where the bytes are no PDF or no map is attached, and InvalidMap where
    the attached file is no valid map.
    """
    if len(data) > _LARGEST_PDF:
        raise UnreadableFile(
            tr("{file} is larger than 200 MB: PilotMap does not open it.", file=name)
        )
    if b"%PDF-" not in data[:1024]:
        raise UnreadableFile(
            tr("{file} is not a PDF: choose a PDF that PilotMap exported.", file=name)
        )
    found, content = _attached(data, name)
    return from_bytes(content, tr("{map} in {file}", map=found, file=name))


def _attached(data: bytes, name: str) -> tuple[str, bytes]:
    try:
        with pypdfium2.PdfDocument(data) as document:
            for at in range(document.count_attachments()):
                attached = document.get_attachment(at)
                if attached.get_name().endswith(SUFFIX):
                    content = bytes(attached.get_data())
                    if len(content) <= _LARGEST_MAP:
                        return attached.get_name(), content
                    raise UnreadableFile(
                        tr("{file}: the attached map is larger than 20 MB.", file=name)
                    )
    except pypdfium2.PdfiumError as error:
        said = tr(
            "{file} is damaged or locked with a password: export it again from the map.", file=name
        )
        raise UnreadableFile(said) from error
    raise UnreadableFile(
        tr(
            "{file} has no map attached: open the map's own file, or a PDF that PilotMap exported.",
            file=name,
        )
    )
