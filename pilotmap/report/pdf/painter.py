"""A page's content stream, written in the drawing's own terms: points, y downwards, theme roles."""

from collections.abc import Mapping

from pilotmap.layout.drawing import (
    Box,
    Point,
    Polygon,
    Polyline,
    Primitive,
    Rect,
    TextLine,
)
from pilotmap.layout.theme import Role
from pilotmap.report.numbers import number
from pilotmap.report.pdf.fonts import FontBook
from pilotmap.report.pdf.glyphs import text_operators
from pilotmap.report.rounded import Command, closed, rounded_box, rounded_line
from pilotmap.report.setting.page import Layer
from pilotmap.report.setting.structure import Element

_WORDS = {"M": "m", "L": "l", "C": "c", "Z": "h"}


class Content:
    """Collects the operators of one page of the given height."""

    def __init__(self, height_pt: float, colours: Mapping[Role, str], fonts: FontBook) -> None:
        self._colours = colours
        self._fonts = fonts
        self._operators = [f"1 0 0 -1 0 {number(height_pt)} cm"]
        self._open: Element | None = None
        self._begun = False
        self.opacities: dict[str, float] = {}
        self.marked: list[Element] = []
        self.extents: dict[Element, Box] = {}
        self._height = height_pt

    def written(self) -> bytes:
        """The stream so far; `marked` has the element of each marked piece, by its number."""
        end = ("EMC",) if self._begun else ()
        return "\n".join((*self._operators, *end, "")).encode("ascii")

    def layer(self, layer: Layer) -> None:
        """A layer at its place, within its clip, marked as what it is part of."""
        if not layer.primitives:
            return
        self._mark(layer.element)
        if layer.element is not None and layer.extent is not None:
            self._extend(layer.element, layer.extent)
        self._painted(layer)

    def _extend(self, element: Element, box: Box) -> None:
        """Take note of where on the page a figure stands, here with y upwards as the format has."""
        x, y, right, top = box.x, self._height - box.bottom, box.right, self._height - box.y
        before = self.extents.get(element)
        if before is not None:
            x, y = min(x, before.x), min(y, before.y)
            right, top = max(right, before.right), max(top, before.bottom)
        self.extents[element] = Box(x, y, right - x, top - y)

    def _mark(self, element: Element | None) -> None:
        if self._begun and element is self._open:
            return
        if self._begun:
            self._operators.append("EMC")
        self._open, self._begun = element, True
        if element is None:
            self._operators.append("/Artifact BMC")
            return
        self._operators.append(f"/{element.kind} <</MCID {len(self.marked)}>> BDC")
        self.marked.append(element)

    def _painted(self, layer: Layer) -> None:
        clip = layer.clip
        self._operators.append("q")
        if clip is not None:
            box = (clip.x, clip.y, clip.w, clip.h)
            self._operators.append(f"{' '.join(map(number, box))} re W n")
        scale = number(layer.scale, 6)
        self._operators.append(f"{scale} 0 0 {scale} {number(layer.x)} {number(layer.y)} cm")
        if layer.letter_space:
            self._operators.append(f"{number(layer.letter_space)} Tc")
        for primitive in layer.primitives:
            self._paint(primitive)
        self._operators.append("Q")

    def _paint(self, primitive: Primitive) -> None:
        match primitive:
            case Rect():
                self._rect(primitive)
            case Polygon():
                self._dash(primitive.dash)
                self._shape(
                    closed(primitive.points), primitive.fill, primitive.line, primitive.line_width
                )
            case Polyline():
                self._dash(primitive.dash)
                path = rounded_line(primitive.points, primitive.radius)
                self._shape(path, None, primitive.line, primitive.line_width)
            case TextLine():
                self._operators.append(f"{self._colour(primitive.colour)} rg")
                self._operators.extend(text_operators(primitive, self._fonts))

    def _rect(self, rect: Rect) -> None:
        if rect.opacity < 1:
            self._operators.append(f"q /{self._opacity(rect.opacity)} gs")
        self._dash(rect.dash)
        self._shape(rounded_box(rect.box, rect.radius), rect.fill, rect.line, rect.line_width)
        if rect.opacity < 1:
            self._operators.append("Q")

    def _opacity(self, opacity: float) -> str:
        name = f"O{round(opacity * 100)}"
        self.opacities[name] = opacity
        return name

    def _dash(self, dash: tuple[float, ...]) -> None:
        self._operators.append(f"[{' '.join(map(number, dash))}] 0 d")

    def _shape(
        self, path: tuple[Command, ...], fill: Role | None, line: Role | None, width: float
    ) -> None:
        if fill is not None:
            self._operators.append(f"{self._colour(fill)} rg")
        if line is not None:
            self._operators.append(f"{self._colour(line)} RG {number(width)} w")
        self._operators.extend(_path(command) for command in path)
        self._operators.append(
            {(1, 1): "B", (1, 0): "f", (0, 1): "S", (0, 0): "n"}[
                (int(fill is not None), int(line is not None))
            ]
        )

    def _colour(self, role: Role) -> str:
        value = self._colours[role]
        return " ".join(number(int(value[at : at + 2], 16) / 255, 4) for at in (1, 3, 5))


def _path(command: Command) -> str:
    return " ".join((*map(_point, command.points), _WORDS[command.kind]))


def _point(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"
