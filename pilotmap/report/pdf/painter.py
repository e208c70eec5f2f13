"""Pages painted on reportlab's canvas, each piece marked as the part of the document that it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from itertools import chain
from types import SimpleNamespace
from typing import Any, Final

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfgen.canvas import Canvas

from pilotmap.layout.drawing import Box, Point, Polygon, Polyline, Primitive, Rect, TextLine
from pilotmap.layout.theme import Role
from pilotmap.report.pdf.fonts import FontBook
from pilotmap.report.pdf.glyphs import Glyphs
from pilotmap.report.rounded import rounded_line
from pilotmap.report.setting.page import Document, Layer, Link, Page
from pilotmap.report.setting.structure import Element

_GLYPHS: Final = "PilotMapGlyphs"
# What a canvas begins with. Ours gets its fonts from the glyphs that were shaped: another first
# font would be set on each page, and then missing from the file.
registerFont(
    SimpleNamespace(
        fontName=_GLYPHS, face=SimpleNamespace(name=_GLYPHS), _dynamicFont=True, _multiByte=False
    )
)


@dataclass(slots=True)
class Painted:
    """What of a painted page is part of what the document says: pieces, figures, links.

    `marked` has the element of each marked piece by its number; extents have y upwards.
    """

    marked: list[Element] = field(default_factory=list)
    extents: dict[Element, Box] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)


class Painter:
    """Paints a document's pages one after another."""

    def __init__(self, colours: Mapping[Role, str]) -> None:
        self.fonts = FontBook()
        self._colours = {role: _rgb(colour) for role, colour in colours.items()}
        self._canvas: Any = Canvas(
            BytesIO(),
            bottomup=0,
            pageCompression=0,
            invariant=1,
            initialFontName=_GLYPHS,
        )
        self._open: list[Element | None] = []

    def painted(self, document: Document) -> tuple[bytes, tuple[Painted, ...]]:
        """A file of all pages with their links and the outline; its fonts are still missing."""
        known = {mark.key for page in document.pages for mark in page.bookmarks}
        pages = tuple(self._page(page, known) for page in document.pages)
        self._outline(document)
        return self._canvas.getpdfdata(), pages

    def _page(self, page: Page, known: set[str]) -> Painted:
        canvas = self._canvas
        canvas.setPageSize((round(page.width, 3), round(page.height, 3)))
        painted = Painted()
        for layer in page.layers:
            if layer.primitives:
                self._mark(layer.element, painted)
                _extend(painted, layer, page.height)
                self._layer(layer)
        self._end_mark()
        for mark in page.bookmarks:
            canvas.bookmarkHorizontalAbsolute(mark.key, page.height - mark.y + 12)
        # A place that is not there, such as a table without rows, is told and leads nowhere.
        for link in page.links:
            if link.target in known:
                painted.links.append(link)
                box = upwards(link.box, page.height)
                place = (box.x, box.y, box.right, box.bottom)
                canvas.linkAbsolute(link.about, link.target, place, F=4)
        canvas.showPage()
        return painted

    def _outline(self, document: Document) -> None:
        """Each bookmark with a title, under the nearest one before it of a higher level."""
        level = -1
        for page in document.pages:
            for mark in page.bookmarks:
                if mark.title:
                    level = min(mark.level, level + 1)
                    self._canvas.addOutlineEntry(mark.title, mark.key, level)
        if level >= 0:
            self._canvas.showOutline()

    def _mark(self, element: Element | None, painted: Painted) -> None:
        if self._open and element is self._open[0]:
            return
        self._end_mark()
        self._open.append(element)
        if element is None:
            self._canvas.addLiteral("/Artifact BMC")
            return
        self._canvas.addLiteral(f"/{element.kind} <</MCID {len(painted.marked)}>> BDC")
        painted.marked.append(element)

    def _end_mark(self) -> None:
        if self._open:
            self._open.pop()
            self._canvas.addLiteral("EMC")

    def _layer(self, layer: Layer) -> None:
        canvas = self._canvas
        canvas.saveState()
        if layer.clip is not None:
            path = canvas.beginPath()
            path.rect(*layer.clip)
            canvas.clipPath(path, stroke=0)
        # Finer than any printer, and what readers round to lines comes out as the setting meant.
        scale = round(layer.scale, 6)
        canvas.transform(scale, 0, 0, scale, round(layer.x, 3), round(layer.y, 3))
        for primitive in layer.primitives:
            self._paint(primitive, layer.letter_space)
        canvas.restoreState()

    def _paint(self, primitive: Primitive, letter_space: float) -> None:
        match primitive:
            case TextLine():
                self._canvas.setFillColorRGB(*self._colours[primitive.colour])
                self._canvas.drawText(Glyphs(primitive, letter_space, self.fonts))
            case Rect():
                self._rect(primitive)
            case Polygon(points=((x, y), *others)):
                path = self._canvas.beginPath()
                path.moveTo(x, y)
                for point in others:
                    path.lineTo(*point)
                path.close()
                self._canvas.drawPath(path, **self._inks(primitive))
            case Polyline(points=points):
                self._canvas.drawPath(self._line(points, primitive.radius), **self._inks(primitive))

    def _rect(self, rect: Rect) -> None:
        canvas, box = self._canvas, rect.box
        canvas.saveState()
        if rect.opacity < 1:
            canvas.setFillAlpha(rect.opacity)
            canvas.setStrokeAlpha(rect.opacity)
        radius = min(rect.radius, box.w / 2, box.h / 2)
        if radius > 0:
            canvas.roundRect(*box, radius, **self._inks(rect))
        else:
            canvas.rect(*box, **self._inks(rect))
        canvas.restoreState()

    def _line(self, points: tuple[Point, ...], radius: float) -> Any:
        path = self._canvas.beginPath()
        draw = {"M": path.moveTo, "L": path.lineTo, "C": path.curveTo}
        for command in rounded_line(points, radius):
            draw[command.kind](*chain.from_iterable(command.points))
        return path

    def _inks(self, shape: Rect | Polygon | Polyline) -> dict[str, bool]:
        """Take up the pens for a shape, and tell which of them draw it."""
        canvas = self._canvas
        fill = None if isinstance(shape, Polyline) else shape.fill
        canvas.setDash(shape.dash)
        if fill is not None:
            canvas.setFillColorRGB(*self._colours[fill])
        if shape.line is not None:
            canvas.setStrokeColorRGB(*self._colours[shape.line])
            canvas.setLineWidth(shape.line_width)
        return {"fill": fill is not None, "stroke": shape.line is not None}


def _extend(painted: Painted, layer: Layer, page_height: float) -> None:
    """Take note of where on the page a figure stands."""
    if layer.element is None or layer.extent is None:
        return
    box = upwards(layer.extent, page_height)
    before = painted.extents.get(layer.element, box)
    x, y = min(box.x, before.x), min(box.y, before.y)
    right, top = max(box.right, before.right), max(box.bottom, before.bottom)
    painted.extents[layer.element] = Box(x, y, right - x, top - y)


def upwards(box: Box, page_height: float) -> Box:
    """A box of the page as the format has it, where y runs upwards."""
    return box._replace(y=page_height - box.bottom)


def _rgb(colour: str) -> tuple[float, ...]:
    return tuple(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
