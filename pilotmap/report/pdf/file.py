"""Writes a document as a PDF file: the same document gives the same bytes."""

import hashlib
from typing import Any

from pilotmap.layout.theme import ThemeName, theme
from pilotmap.report.edition import KEY
from pilotmap.report.pdf.colour import output_intent
from pilotmap.report.pdf.fields import SignatureForm
from pilotmap.report.pdf.metadata import metadata
from pilotmap.report.pdf.objects import Objects, array, dictionary, name, name_tree, stream, string
from pilotmap.report.pdf.outline import destinations, outline
from pilotmap.report.pdf.pages import MadePage, made_pages
from pilotmap.report.pdf.tags import Structure
from pilotmap.report.setting.page import Attachment, Document


def pdf(document: Document, theme_name: ThemeName = "light") -> bytes:
    """The document as a PDF file; what is printed or signed is always light."""
    objects = Objects()
    catalog = dictionary({"Type": name("Catalog"), "Lang": string(document.language)})
    objects.reference(catalog)
    form = SignatureForm(objects)
    pages, tree = made_pages(objects, document, theme(theme_name), form)
    catalog["Pages"] = tree
    if form.placed:
        catalog["AcroForm"] = form.form()
    catalog["ViewerPreferences"] = dictionary({"DisplayDocTitle": "true"})
    catalog["Names"] = dictionary(_names(objects, document, pages, catalog))
    info = dictionary({"Title": string(document.title)})
    if document.edition:
        info[KEY] = string(document.edition)
        _make_archivable(objects, document, pages, catalog)
    return objects.written(catalog, info)


def _make_archivable(
    objects: Objects, document: Document, pages: tuple[MadePage, ...], catalog: Any
) -> None:
    catalog["Metadata"] = objects.reference(metadata(document))
    catalog["MarkInfo"] = dictionary({"Marked": "true"})
    catalog["OutputIntents"] = array(output_intent(objects))
    catalog["StructTreeRoot"] = Structure(objects).written(tuple(each.tagged for each in pages))


def _names(
    objects: Objects, document: Document, pages: tuple[MadePage, ...], catalog: Any
) -> dict[str, Any]:
    """The places and files that the document knows by name; the catalog learns of both."""
    names: dict[str, Any] = {}
    marks = [mark for page in document.pages for mark in page.bookmarks]
    if marks:
        names["Dests"] = destinations(objects, [(each.page, each.made) for each in pages])
    titled = [mark for mark in marks if mark.title]
    if titled:
        catalog["Outlines"] = outline(objects, titled)
        catalog["PageMode"] = name("UseOutlines")
    if document.attachments:
        files = {each.name: _attached(objects, each) for each in document.attachments}
        names["EmbeddedFiles"] = name_tree(files)
        catalog["AF"] = array(*files.values())
    return names


def _attached(objects: Objects, attachment: Attachment) -> Any:
    digest = hashlib.md5(attachment.data, usedforsecurity=False).hexdigest()
    said = dictionary({"Size": len(attachment.data), "CheckSum": f"<{digest}>"})
    file = objects.reference(
        stream(
            attachment.data,
            Type=name("EmbeddedFile"),
            Subtype=name(attachment.media_type),
            Params=said,
        )
    )
    return objects.reference(
        dictionary(
            {
                "Type": name("Filespec"),
                "F": string(attachment.name),
                "UF": string(attachment.name),
                "Desc": string(attachment.about),
                "AFRelationship": name("Source"),
                "EF": dictionary({"F": file, "UF": file}),
            }
        )
    )
