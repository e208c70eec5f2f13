"""What PDF/UA-1 asks of the structure: everything is said, in order, with what it is."""

import itertools
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pikepdf

KINDS = {
    "/Document", "/Sect", "/H1", "/H2", "/H3", "/P", "/Table", "/TR", "/TH", "/TD", "/L", "/LI",
    "/Lbl", "/LBody", "/Figure", "/Link", "/Form",
}  # fmt: skip
INSIDE = {
    "/Table": {"/TR"},
    "/TR": {"/TH", "/TD"},
    "/L": {"/LI"},
    "/LI": {"/Lbl", "/LBody"},
}
PAINTING = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "TJ", "Tj", "Do", "sh"}


class Node:
    """An element of the tree with what hangs under it."""

    def __init__(self, made: Any, parent: "Node | None") -> None:
        self.made = made
        self.kind = str(made.S)
        self.parent = parent
        self.nodes: list[Node] = []
        self.marks: list[tuple[Any, int]] = []
        self.annotations: list[Any] = []
        kids = made.get("/K", pikepdf.Array())
        self.single = not isinstance(kids, pikepdf.Array)
        for kid in [kids] if self.single else list(kids):
            self._take(kid)

    def _take(self, kid: Any) -> None:
        if isinstance(kid, int):
            self.marks.append((self.made.Pg.objgen, kid))
        elif kid.get("/Type") == "/MCR":
            self.marks.append((kid.Pg.objgen, int(kid.MCID)))
        elif kid.get("/Type") == "/OBJR":
            self.annotations.append(kid.Obj)
        else:
            self.nodes.append(Node(kid, self))

    def walked(self) -> Iterator["Node"]:
        """This node and all below, in reading order."""
        yield self
        for node in self.nodes:
            yield from node.walked()


def tree_of(file: pikepdf.Pdf) -> Node:
    """The document's element."""
    return Node(file.Root.StructTreeRoot.K, None)


def structure_faults(file: pikepdf.Pdf) -> Iterator[str]:
    """Everything that is wrong with the tree and the pages' marks."""
    nodes = list(tree_of(file).walked())
    yield from _elements(nodes)
    yield from _headings(nodes)
    yield from _marks(file, nodes)
    yield from _annotations(file, nodes)


def _elements(nodes: list[Node]) -> Iterator[str]:
    for node in nodes:
        if node.kind not in KINDS:
            yield f"an element of kind {node.kind}"
        for child in node.nodes:
            if child.made.P.objgen != node.made.objgen:
                yield f"{child.kind} does not know its parent {node.kind}"
            if child.kind not in INSIDE.get(node.kind, {child.kind}):
                yield f"{child.kind} stands in {node.kind}"
        if node.kind == "/Figure":
            yield from _figure(node)
        if node.kind == "/Table":
            yield from _table(node)
        if node.kind == "/LI" and {child.kind for child in node.nodes} != {"/Lbl", "/LBody"}:
            yield "an item of a list lacks its sign or its words"


def _figure(node: Node) -> Iterator[str]:
    if not str(node.made.get("/Alt", "")).strip():
        yield "a figure is not told in words"
    if "/BBox" not in node.made.get("/A", {}):
        yield "a figure does not say where it is"


def _table(node: Node) -> Iterator[str]:
    counts = {len(row.nodes) for row in node.nodes}
    if len(counts) != 1:
        yield f"rows of {counts} cells in a table"
    titles = [cell for row in node.nodes for cell in row.nodes if cell.kind == "/TH"]
    if not titles:
        yield "a table without titles"
    if any(cell.made.get("/A", {}).get("/Scope") not in ("/Row", "/Column") for cell in titles):
        yield "a title that does not say what it is the title of"


def _headings(nodes: list[Node]) -> Iterator[str]:
    levels = [int(node.kind[2:]) for node in nodes if node.kind[1:2] == "H"]
    if levels[:1] != [1]:
        yield "the first heading is not the topmost"
    for before, after in itertools.pairwise(levels):
        if after > before + 1:
            yield f"a heading of level {after} follows one of level {before}"


def _marks(file: pikepdf.Pdf, nodes: list[Node]) -> Iterator[str]:
    hung = Counter(mark for node in nodes for mark in node.marks)
    owner = {mark: node for node in nodes for mark in node.marks}
    if any(count > 1 for count in hung.values()):
        yield "a marked piece hangs in two places"
    parents = _parent_tree(file)
    for page in file.pages:
        there, faults = _page_marks(page)
        yield from faults
        listed = parents[int(page.StructParents)]
        for mark in there:
            node = owner.get((page.objgen, mark))
            if node is None or listed[mark].objgen != node.made.objgen:
                yield f"mark {mark} of page {page.objgen} is in no element, or in another"
        missing = {number for place, number in hung if place == page.objgen} - set(there)
        if missing:
            yield f"marks {missing} are on no page"


def _parent_tree(file: pikepdf.Pdf) -> dict[int, Any]:
    flat = list(file.Root.StructTreeRoot.ParentTree.Nums)
    return dict(zip(map(int, flat[::2]), flat[1::2], strict=True))


def _page_marks(page: Any) -> tuple[list[int], list[str]]:
    """The page's marks in order; a fault where something is painted outside of any."""
    open_marks: list[str] = []
    found, faults = [], []
    for operands, operator in pikepdf.parse_content_stream(page):
        word = str(operator)
        if word in ("BMC", "BDC"):
            kind = str(operands[0])
            if open_marks and kind != "/Span":
                faults.append(f"{kind} begins inside of {open_marks[-1]}")
            open_marks.append(kind)
            if word == "BDC" and "/MCID" in operands[1]:
                found.append(int(operands[1]["/MCID"]))
        elif word == "EMC":
            open_marks.pop()
        elif word in PAINTING and not open_marks:
            faults.append(f"{word} paints what is neither said nor an artifact")
    if open_marks:
        faults.append("a mark is not closed")
    return found, faults


def _annotations(file: pikepdf.Pdf, nodes: list[Node]) -> Iterator[str]:
    owner = {made.objgen: node for node in nodes for made in node.annotations}
    parents = _parent_tree(file)
    for page in file.pages:
        annotations = list(page.get("/Annots", []))
        if annotations and page.get("/Tabs") != "/S":
            yield "a page's annotations are not walked through in the order of the structure"
        for each in annotations:
            node = owner.get(each.objgen)
            wanted = {"/Link": "/Link", "/Widget": "/Form"}.get(str(each.Subtype))
            if node is None or node.kind != wanted:
                yield f"a {each.Subtype} is in no element of its kind"
                continue
            if parents[int(each.StructParent)].objgen != node.made.objgen:
                yield f"a {each.Subtype} does not know its element"
            if node.kind == "/Form" and not node.single:
                yield "a field's element holds a list, which makes the second signature break"
            if "/AP" not in each:
                yield f"a {each.Subtype} has no appearance"
            if not str(each.get("/Contents", each.get("/TU", ""))).strip():
                yield f"a {each.Subtype} is not told in words"
            if int(each.get("/F", 0)) & 0b100100011 or not int(each.get("/F", 0)) & 4:
                yield f"a {each.Subtype} is hidden or not printed"
