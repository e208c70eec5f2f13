"""What the parts of a page are, for a reader that cannot see them: headings, tables, figures."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "Sect", "H1", "H2", "H3", "P", "Table", "TR", "TH", "TD", "L", "LI", "Lbl", "LBody",
    "Figure", "Link", "Form",
]  # fmt: skip
Scope = Literal["Row", "Column"]


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """A node of the document's logical structure (ISO 32000-1, 14.8.4); its own parent knows it.

    Its children stand in the order in which they appear on the pages. Two elements are the same
    only where they are one: a paragraph that is broken over two pages stays one paragraph.
    """

    kind: Kind
    parent: "Element | None" = None
    alt: str = ""
    scope: Scope | None = None
