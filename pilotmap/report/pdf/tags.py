"""Writes a PDF's logical structure: what its marked pieces are (ISO 32000-1, 14.7).

Elements hang under their parents in the order in which they first appear; annotations come after
the marked text of their page.
"""

from collections.abc import Sequence
from typing import NamedTuple

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from pilotmap.report.pdf.painter import Painted
from pilotmap.report.setting.structure import Element


class Annotation(NamedTuple):
    """An annotation's object, and the element that says what it is."""

    made: Object
    element: Element


class Tagged(NamedTuple):
    """A page's object with what is painted on it, and its annotations."""

    made: Object
    painted: Painted
    annotations: Sequence[Annotation]


class Structure:
    """Builds the tree from the pages; `written` gives its root for the catalog."""

    def __init__(self, file: Pdf) -> None:
        self._file = file
        self._document = file.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document))
        self._made: dict[Element, Object] = {}
        self._kids: dict[Element | None, list[Object | int]] = {None: []}
        self._pages: dict[Element, Object] = {}
        self._parents: list[Object] = []

    def written(self, pages: Sequence[Tagged]) -> Object:
        """The tree's root; the pages learn where they stand in it."""
        for page in pages:
            self._take_page(page)
        for page in pages:
            self._take_annotations(page)
        self._document.K = Array(self._kids[None])
        for element, made in self._made.items():
            kids = self._kids[element]
            # A single annotation stands for itself: in an array of one, the second of two
            # signatures would be seen as a change of the first one's file.
            made.K = kids[0] if len(kids) == 1 else Array(kids)
        numbered = [part for pair in enumerate(self._parents) for part in pair]
        root = self._file.make_indirect(
            Dictionary(
                Type=Name.StructTreeRoot,
                K=self._document,
                ParentTree=self._file.make_indirect(Dictionary(Nums=Array(numbered))),
                ParentTreeNextKey=len(self._parents),
            )
        )
        self._document.P = root
        return root

    def _take_page(self, page: Tagged) -> None:
        page.made.StructParents = len(self._parents)
        own = []
        for mark, element in enumerate(page.painted.marked):
            own.append(self._reference(element, page))
            self._kids[element].append(self._content(element, page, mark))
        self._parents.append(Array(own))

    def _take_annotations(self, page: Tagged) -> None:
        for made, element in page.annotations:
            reference = self._reference(element, page)
            made.StructParent = len(self._parents)
            self._parents.append(reference)
            self._kids[element].append(Dictionary(Type=Name.OBJR, Obj=made, Pg=page.made))

    def _content(self, element: Element, page: Tagged, mark: int) -> Object | int:
        if self._pages[element] is page.made:
            return mark
        return Dictionary(Type=Name.MCR, Pg=page.made, MCID=mark)

    def _reference(self, element: Element, page: Tagged) -> Object:
        if element in self._made:
            return self._made[element]
        parent = element.parent
        above = self._document if parent is None else self._reference(parent, page)
        made = Dictionary(Type=Name.StructElem, S=Name(f"/{element.kind}"), P=above, Pg=page.made)
        if element.alt:
            made.Alt = String(element.alt)
        box = page.painted.extents.get(element)
        if element.scope is not None:
            made.A = Dictionary(O=Name.Table, Scope=Name(f"/{element.scope}"))
        elif box is not None:
            corners = Array([box.x, box.y, box.right, box.bottom])
            made.A = Dictionary(O=Name.Layout, Placement=Name.Block, BBox=corners)
        self._pages[element] = page.made
        self._kids[element] = []
        self._made[element] = self._file.make_indirect(made)
        self._kids[parent].append(self._made[element])
        return self._made[element]
