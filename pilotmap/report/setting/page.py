"""A page of a document as a value, before any format knows of it."""

from dataclasses import dataclass
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
