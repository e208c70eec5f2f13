"""Makes a document a PDF file: reportlab paints its pages, pikepdf adds what makes it keepable.

The same document gives the same bytes: nothing in the file tells when or where it was made.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Final

from pikepdf import (
    Array,
    Dictionary,
    Name,
    Object,
    ObjectStreamMode,
    Pdf,
    StreamDecodeLevel,
    String,
    __libqpdf_version__,
)
from PIL.features import version

from pilotmap.layout.theme import ThemeName, theme
from pilotmap.report.pdf.archive import attach, make_archivable
from pilotmap.report.pdf.fields import blank_appearance, widget
from pilotmap.report.pdf.painter import Painted, Painter, upwards
from pilotmap.report.pdf.streams import packed
from pilotmap.report.pdf.tags import Annotation, Structure, Tagged
from pilotmap.report.setting.page import Document, Page

EDITION: Final = "PilotMapEdition"
"""The name of the edition among the file's own notes about itself."""


def engines() -> dict[str, str]:
    """What writes the bytes under the libraries that the house asks for, each with its version."""
    return {"qpdf": __libqpdf_version__, "littlecms": version("littlecms2") or "none"}


def pdf(document: Document, theme_name: ThemeName = "light") -> bytes:
    """The document as a PDF file; what is printed or signed is always light."""
    painter = Painter(theme(theme_name))
    drawn, painted = painter.painted(document)
    with Pdf.open(BytesIO(drawn)) as file:
        pages = _finished(file, document, painted, painter.fonts.embedded(file))
        _describe(file, document)
        attach(file, document.attachments)
        if document.edition:
            make_archivable(file, document)
            file.Root.StructTreeRoot = Structure(file).written(pages)
        return _saved(file)


def _finished(
    file: Pdf, document: Document, painted: tuple[Painted, ...], fonts: Object
) -> list[Tagged]:
    """The pages with their fonts and annotations, and the form of those that are to be signed."""
    blank = blank_appearance(file)
    pages = []
    for page, on_it, made in zip(document.pages, painted, file.pages, strict=True):
        made.Contents = packed(file, made.Contents.read_bytes())
        made.Resources.Font = fonts
        del made.obj["/Trans"]
        annotations = [
            *_links(made.obj, on_it, blank),
            *_fields(file, page, made.obj, blank),
        ]
        if annotations:
            made.Annots = Array([each.made for each in annotations])
            # Walked through with the keyboard in the order of the document's structure.
            made.Tabs = Name.S
        pages.append(Tagged(made.obj, on_it, annotations))
    fields = [each.made for page in pages for each in page.annotations if "/FT" in each.made]
    if fields:
        file.Root.AcroForm = file.make_indirect(Dictionary(Fields=Array(fields)))
    return pages


def _links(made: Object, painted: Painted, blank: Object) -> Iterator[Annotation]:
    for link, annotation in zip(painted.links, made.get("/Annots", Array()), strict=True):
        annotation.AP = Dictionary(N=blank)
        yield Annotation(annotation, link.element)


def _fields(file: Pdf, page: Page, made: Object, blank: Object) -> Iterator[Annotation]:
    for field in page.fields:
        box = upwards(field.box, page.height)
        yield Annotation(widget(file, field, box, made, blank), field.element)


def _describe(file: Pdf, document: Document) -> None:
    """What the file says of itself; what made it is no tool's name but the edition."""
    said = Dictionary(Title=String(document.title))
    if document.edition:
        said[f"/{EDITION}"] = String(document.edition)
    file.trailer.Info = file.make_indirect(said)
    file.Root.Lang = String(document.language)
    file.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)


def _saved(file: Pdf) -> bytes:
    # The identity is made from the content; what a canvas calls itself would be kept in it.
    del file.trailer["/ID"]
    out = BytesIO()
    file.save(
        out,
        force_version="1.7",
        deterministic_id=True,
        # What is not packed yet is meant to be read as it is: what shows nothing, the metadata.
        compress_streams=False,
        stream_decode_level=StreamDecodeLevel.none,
        object_stream_mode=ObjectStreamMode.disable,
        fix_metadata_version=False,
    )
    return out.getvalue()
