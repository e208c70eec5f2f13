"""Writes a document as a PDF file: the same document gives the same bytes.

The file is assembled from reportlab's PDF objects rather than with its canvas, which would name a
font that it does not embed, a producer and the time of day.
"""

import hashlib
from collections.abc import Mapping
from typing import Any

from pilotmap.layout.theme import Role, ThemeName, theme
from pilotmap.report.edition import KEY
from pilotmap.report.page import Attachment, Document, Link, Page
from pilotmap.report.pdf_content import Content
from pilotmap.report.pdf_fonts import FontBook
from pilotmap.report.pdf_objects import (
    Objects,
    array,
    dictionary,
    name,
    name_tree,
    numbers,
    stream,
    string,
)
from pilotmap.report.pdf_outline import destinations, outline
from pilotmap.report.signature_fields import SignatureForm


def pdf(document: Document, theme_name: ThemeName = "light") -> bytes:
    """The document as a PDF file; what is printed or signed is always light."""
    objects = Objects()
    catalog = dictionary({"Type": name("Catalog"), "Lang": string(document.language)})
    objects.reference(catalog)
    contents = _painted(document, theme(theme_name), fonts := FontBook())
    tree = dictionary({"Type": name("Pages"), "Count": len(document.pages)})
    font_names, fields = fonts.write(objects), SignatureForm(objects)
    pages = [
        (page, _page(objects, page, tree, content, font_names, fields))
        for page, content in zip(document.pages, contents, strict=True)
    ]
    tree["Kids"] = array(*(objects.reference(made) for _, made in pages))
    if fields.placed:
        catalog["AcroForm"] = fields.form()
    catalog["Pages"] = objects.reference(tree)
    catalog["ViewerPreferences"] = dictionary({"DisplayDocTitle": "true"})
    catalog["Names"] = dictionary(_names(objects, document, pages, catalog))
    info = dictionary({"Title": string(document.title)})
    if document.edition:
        info[KEY] = string(document.edition)
    return objects.written(catalog, info, _identity(document, contents))


def _painted(
    document: Document, colours: Mapping[Role, str], fonts: FontBook
) -> tuple[Content, ...]:
    contents = tuple(Content(page.height, colours, fonts) for page in document.pages)
    for page, content in zip(document.pages, contents, strict=True):
        for layer in page.layers:
            content.layer(layer)
    return contents


def _page(
    objects: Objects,
    page: Page,
    tree: Any,
    content: Content,
    font_names: Any,
    fields: SignatureForm,
) -> Any:
    states = {
        key: dictionary({"Type": name("ExtGState"), "ca": opacity, "CA": opacity})
        for key, opacity in content.opacities.items()
    }
    made = dictionary(
        {
            "Type": name("Page"),
            "Parent": objects.reference(tree),
            "MediaBox": numbers(0, 0, page.width, page.height),
            "Resources": dictionary({"Font": font_names, "ExtGState": dictionary(states)}),
            "Contents": objects.reference(stream(content.written())),
        }
    )
    links = (objects.reference(_link(link, page.height)) for link in page.links)
    annotations = (*links, *fields.widgets(page, made))
    if annotations:
        made["Annots"] = array(*annotations)
    return made


def _link(link: Link, page_height: float) -> Any:
    box = link.box
    return dictionary(
        {
            "Type": name("Annot"),
            "Subtype": name("Link"),
            "Rect": numbers(box.x, page_height - box.bottom, box.right, page_height - box.y),
            "Border": array(0, 0, 0),
            "F": 4,
            "Contents": string(link.about),
            "Dest": string(link.target),
        }
    )


def _names(
    objects: Objects, document: Document, pages: list[tuple[Page, Any]], catalog: Any
) -> dict[str, Any]:
    """The places and files that the document knows by name; the catalog learns of both."""
    names: dict[str, Any] = {}
    marks = [mark for page in document.pages for mark in page.bookmarks]
    if marks:
        names["Dests"] = destinations(objects, pages)
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


def _identity(document: Document, contents: tuple[Content, ...]) -> str:
    # The format asks for an id; made from what the file holds, it is the same when built twice.
    digest = hashlib.sha256(f"{document.title}\n{document.edition}".encode())
    for content in contents:
        digest.update(content.written())
    for each in document.attachments:
        digest.update(each.data)
    return digest.hexdigest()[:32].upper()
