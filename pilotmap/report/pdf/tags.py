"""Writes a PDF's logical structure: what its marked pieces are (ISO 32000-1, 14.7).

Elements hang under their parents in the order in which they first appear; annotations come after
the marked text of their page.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from pilotmap.layout.drawing import Box
from pilotmap.report.pdf.objects import Objects, array, dictionary, name, numbers, string
from pilotmap.report.setting.structure import Element


class Annotation(NamedTuple):
    """An annotation's object, and the element that says what it is."""

    made: Any
    element: Element


class Tagged(NamedTuple):
    """A page's object with the element of each marked piece, and its annotations."""

    made: Any
    marked: tuple[Element, ...]
    annotations: tuple[Annotation, ...]
    extents: dict[Element, Box]


class Structure:
    """Builds the tree from the pages; `written` gives its root for the catalog."""

    def __init__(self, objects: Objects) -> None:
        self._objects = objects
        self._document = dictionary({"Type": name("StructElem"), "S": name("Document")})
        self._made: dict[Element, Any] = {}
        self._kids: dict[Element | None, list[Any]] = {None: []}
        self._pages: dict[Element, Any] = {}
        self._parents: list[Any] = []

    def written(self, pages: tuple[Tagged, ...]) -> Any:
        """The reference of the tree's root; the pages learn where they stand in it."""
        for page in pages:
            self._take_page(page)
        for page in pages:
            self._take_annotations(page)
        root = dictionary({"Type": name("StructTreeRoot")})
        reference = self._objects.reference(root)
        self._document["P"] = reference
        self._document["K"] = array(*self._kids[None])
        for element, made in self._made.items():
            kids = self._kids[element]
            # A single annotation stands for itself: in an array of one, the second of two
            # signatures would be seen as a change of the first one's file.
            made["K"] = kids[0] if len(kids) == 1 else array(*kids)
        root["K"] = self._objects.reference(self._document)
        root["ParentTree"] = self._objects.reference(dictionary({"Nums": array(*self._numbered())}))
        root["ParentTreeNextKey"] = len(self._parents)
        return reference

    def _numbered(self) -> Iterator[Any]:
        for at, parent in enumerate(self._parents):
            yield at
            yield parent

    def _take_page(self, page: Tagged) -> None:
        page.made["StructParents"] = len(self._parents)
        own = []
        for mark, element in enumerate(page.marked):
            own.append(self._reference(element, page))
            self._kids[element].append(self._content(element, page, mark))
        self._parents.append(array(*own))

    def _take_annotations(self, page: Tagged) -> None:
        for made, element in page.annotations:
            reference = self._reference(element, page)
            made["StructParent"] = len(self._parents)
            self._parents.append(reference)
            self._kids[element].append(
                dictionary(
                    {
                        "Type": name("OBJR"),
                        "Obj": self._objects.reference(made),
                        "Pg": self._objects.reference(page.made),
                    }
                )
            )

    def _content(self, element: Element, page: Tagged, mark: int) -> Any:
        if self._pages.setdefault(element, page.made) is page.made:
            return mark
        where = self._objects.reference(page.made)
        return dictionary({"Type": name("MCR"), "Pg": where, "MCID": mark})

    def _reference(self, element: Element, page: Tagged) -> Any:
        if element in self._made:
            return self._objects.reference(self._made[element])
        above = self._document
        if element.parent is not None:
            self._reference(element.parent, page)
            above = self._made[element.parent]
        made = dictionary(
            {
                "Type": name("StructElem"),
                "S": name(element.kind),
                "P": self._objects.reference(above),
                "Pg": self._objects.reference(page.made),
            }
        )
        if element.alt:
            made["Alt"] = string(element.alt)
        attributes = _attributes(element, page)
        if attributes is not None:
            made["A"] = attributes
        self._pages[element] = page.made
        self._made[element] = made
        self._kids[element] = []
        reference = self._objects.reference(made)
        self._kids[element.parent].append(reference)
        return reference


def _attributes(element: Element, page: Tagged) -> Any:
    if element.scope is not None:
        return dictionary({"O": name("Table"), "Scope": name(element.scope)})
    if element in page.extents:
        box = page.extents[element]
        placed = {"O": name("Layout"), "Placement": name("Block")}
        return dictionary({**placed, "BBox": numbers(box.x, box.y, box.right, box.bottom)})
    return None
