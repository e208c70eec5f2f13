"""The pages of a PDF as objects: their painted content, and the links on them."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from pilotmap.layout.theme import Role
from pilotmap.report.pdf.fields import SignatureForm
from pilotmap.report.pdf.fonts import FontBook
from pilotmap.report.pdf.objects import Objects, array, dictionary, name, numbers, stream, string
from pilotmap.report.pdf.painter import Content
from pilotmap.report.pdf.tags import Annotation, Tagged
from pilotmap.report.setting.page import Document, Link, Page


class MadePage(NamedTuple):
    """A page, its object, and what on it belongs to the document's structure."""

    page: Page
    made: Any
    tagged: Tagged


def made_pages(
    objects: Objects, document: Document, colours: Mapping[Role, str], form: SignatureForm
) -> tuple[tuple[MadePage, ...], Any]:
    """All pages, and the tree that the catalog knows them by."""
    fonts = FontBook()
    contents = tuple(_painted(page, colours, fonts) for page in document.pages)
    tree = dictionary({"Type": name("Pages"), "Count": len(document.pages)})
    font_names = fonts.write(objects)
    pages = tuple(
        _page(objects, page, tree, content, font_names, form)
        for page, content in zip(document.pages, contents, strict=True)
    )
    tree["Kids"] = array(*(objects.reference(each.made) for each in pages))
    return pages, objects.reference(tree)


def _painted(page: Page, colours: Mapping[Role, str], fonts: FontBook) -> Content:
    content = Content(page.height, colours, fonts)
    for layer in page.layers:
        content.layer(layer)
    return content


def _page(
    objects: Objects,
    page: Page,
    tree: Any,
    content: Content,
    font_names: Any,
    form: SignatureForm,
) -> MadePage:
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
    annotations = (
        *(Annotation(_link(link, page.height, form), link.element) for link in page.links),
        *(Annotation(each.widget, each.field.element) for each in form.place(page, made)),
    )
    if annotations:
        made["Annots"] = array(*(objects.reference(each.made) for each in annotations))
        # Walked through with the keyboard in the order of the document's structure.
        made["Tabs"] = name("S")
    return MadePage(page, made, Tagged(made, tuple(content.marked), annotations, content.extents))


def _link(link: Link, page_height: float, form: SignatureForm) -> Any:
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
            "AP": form.appearance(),
        }
    )
