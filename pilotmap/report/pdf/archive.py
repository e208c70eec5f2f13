"""What PDF/A-3 and PDF/UA ask of a file that is kept: its colours, its sources, its own words."""

import struct
import zlib
from datetime import date
from functools import lru_cache
from typing import Final

from pikepdf import Array, AttachedFileSpec, Dictionary, Name, Object, Pdf, String
from PIL.ImageCms import ImageCmsProfile, createProfile

from pilotmap.report.pdf.metadata import xmp
from pilotmap.report.pdf.streams import packed
from pilotmap.report.setting.page import Attachment, Document

_COLOURS: Final = "sRGB IEC61966-2.1"
_MADE: Final = slice(24, 36)  # of a profile's header: year, month, day, hour, minute, second


def make_archivable(file: Pdf, document: Document) -> None:
    """Say in the file what it is, and what its colours are; the structure comes apart."""
    root = file.Root
    root.Metadata = file.make_stream(xmp(document).encode(), Type=Name.Metadata, Subtype=Name.XML)
    root.MarkInfo = Dictionary(Marked=True)
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String(_COLOURS),
        Info=String(_COLOURS),
        DestOutputProfile=packed(file, srgb_profile(), N=3),
    )
    root.OutputIntents = Array([intent])


@lru_cache(maxsize=1)
def srgb_profile() -> bytes:
    """The profile of the colours that a document's numbers mean."""
    made = bytearray(ImageCmsProfile(createProfile("sRGB")).tobytes())
    # The day of the standard: that of today would be in the bytes of the document.
    made[_MADE] = struct.pack(">6H", 1999, 10, 1, 0, 0, 0)
    return bytes(made)


def attach(file: Pdf, attachments: tuple[Attachment, ...]) -> None:
    """Put files in as the sources that the document was made from."""
    if attachments:
        file.Root.AF = Array([_attached(file, each) for each in attachments])


def _attached(file: Pdf, attachment: Attachment) -> Object:
    source = AttachedFileSpec(
        file,
        attachment.data,
        filename=attachment.name,
        description=attachment.about,
        mime_type=attachment.media_type,
        relationship=Name.Source,
        mod_date=_pdf_date(attachment.changed),
    )
    file.attachments[attachment.name] = source
    source.obj.EF.F.write(zlib.compress(attachment.data), filter=Name.FlateDecode)
    return source.obj


def _pdf_date(day: date) -> str:
    return f"D:{day:%Y%m%d}000000Z"
