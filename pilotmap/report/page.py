"""A page of a document as a value, before any format knows of it."""

from dataclasses import dataclass

from pilotmap.layout.drawing import Box, Primitive


@dataclass(frozen=True, slots=True)
class Layer:
    """Primitives in coordinates of their own, moved and scaled onto the page.

    The clip is in the page's points, the room added between letters in the layer's own. What is
    `apart` (a header, a footer) repeats on every page and is no part of the text.
    """

    primitives: tuple[Primitive, ...]
    x: float = 0.0
    y: float = 0.0
    scale: float = 1.0
    clip: Box | None = None
    letter_space: float = 0.0
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """An area of the page that leads to a bookmark's key."""

    box: Box
    target: str
    about: str


@dataclass(frozen=True, slots=True)
class SignatureField:
    """An area of the page that one person signs, and what it is for in words."""

    name: str
    box: Box
    about: str


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
    """A file that rides in the document as the source it was made from."""

    name: str
    data: bytes
    about: str
    media_type: str = "application/json"


@dataclass(frozen=True, slots=True)
class Document:
    """The pages in order, and what the file says of itself."""

    title: str
    pages: tuple[Page, ...]
    attachments: tuple[Attachment, ...] = ()
    language: str = "en"
    edition: str = ""
