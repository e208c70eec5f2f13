"""A page of a document as a value, before any format knows of it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from pilotmap.language import Language
from pilotmap.layout.drawing import Box, Primitive
from pilotmap.report.setting.structure import Element


@dataclass(frozen=True, slots=True)
class Layer:
    """Primitives in coordinates of their own, moved and scaled onto the page.

    The clip and a figure's extent are in the page's points, the room added between letters in the
    layer's own. Without an element it is no part of what the page says: a rule, a frame, a footer.
    """

    primitives: tuple[Primitive, ...]
    x: float = 0.0
    y: float = 0.0
    scale: float = 1.0
    clip: Box | None = None
    letter_space: float = 0.0
    element: Element | None = None
    extent: Box | None = None

    def moved(self, x: float, y: float) -> "Layer":
        """The layer elsewhere on the page, with its clip and extent."""
        clip, extent = (each and moved(each, x, y) for each in (self.clip, self.extent))
        return replace(self, x=self.x + x, y=self.y + y, clip=clip, extent=extent)


@dataclass(frozen=True, slots=True)
class Link:
    """An area of the page that leads to a bookmark's key, and the element that says where to."""

    box: Box
    target: str
    about: str
    element: Element


@dataclass(frozen=True, slots=True)
class SignatureField:
    """An area of the page that one person signs, and what it is for in words."""

    name: str
    box: Box
    about: str
    element: Element


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A place that links lead to; the outline names it where it has a title.

    Level 0 is the topmost.
    """

    key: str
    title: str
    y: float = 0.0
    level: int = 0


@dataclass(frozen=True, slots=True)
class Slice:
    """A piece that stays whole, in coordinates from its own upper left corner."""

    height: float
    layers: tuple[Layer, ...] = ()
    links: tuple[Link, ...] = ()
    fields: tuple[SignatureField, ...] = ()
    bookmarks: tuple[Bookmark, ...] = ()

    @classmethod
    def joined(cls, height: float, parts: Iterable["Slice"]) -> "Slice":
        """Pieces at their places as one of this height."""
        parts = tuple(parts)
        return cls(
            height,
            tuple(each for part in parts for each in part.layers),
            tuple(each for part in parts for each in part.links),
            tuple(each for part in parts for each in part.fields),
            tuple(each for part in parts for each in part.bookmarks),
        )

    def moved(self, x: float, y: float) -> "Slice":
        """The piece at another place."""
        return Slice(
            self.height,
            tuple(each.moved(x, y) for each in self.layers),
            tuple(replace(each, box=moved(each.box, x, y)) for each in self.links),
            tuple(replace(each, box=moved(each.box, x, y)) for each in self.fields),
            tuple(replace(each, y=each.y + y) for each in self.bookmarks),
        )

    def repeated(self) -> "Slice":
        """What is seen of the piece once more, which is neither read out nor led to again."""
        return Slice(self.height, tuple(replace(each, element=None) for each in self.layers))


def moved(box: Box, x: float, y: float) -> Box:
    """A box elsewhere."""
    return box._replace(x=box.x + x, y=box.y + y)


@dataclass(frozen=True, slots=True)
class Page:
    """Size in points, y downwards, layers in paint order."""

    width: float
    height: float
    layers: tuple[Layer, ...]
    links: tuple[Link, ...] = ()
    bookmarks: tuple[Bookmark, ...] = ()
    fields: tuple[SignatureField, ...] = ()


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that rides in the document as the source it was made from.

    `changed` is the last day that is known to have left its mark on it.
    """

    name: str
    data: bytes
    about: str
    changed: date
    media_type: str = "application/json"


@dataclass(frozen=True, slots=True)
class Document:
    """The pages in order, and what the file says of itself.

    With an edition, what it was made with, it is meant to be kept: it is tagged and archivable.
    """

    title: str
    pages: tuple[Page, ...]
    attachments: tuple[Attachment, ...] = ()
    language: Language = "en"
    edition: str = ""
