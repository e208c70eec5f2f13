"""Primitives of a Drawing as calls of QPainter, prepared once and repeated at every frame."""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from itertools import islice
from typing import Any, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF

from pilotmap.layout.drawing import Box, Group, Polygon, Polyline, Rect, TextLine
from pilotmap.layout.theme import Role
from pilotmap.report.rounded import rounded_line
from pilotmap.ui.canvas.glyphs import glyph_runs

Colours = Mapping[Role, str]


class Operation(NamedTuple):
    """One call: the pen, the brush, the method of QPainter, and what it takes."""

    pen: QPen
    brush: QBrush
    draw: Callable[..., None]
    arguments: tuple[Any, ...]


@lru_cache(maxsize=512)
def pen(colour: str, width: float, dash: tuple[float, ...] = ()) -> QPen:
    """A pen in points; the lengths of the dash are points too, not widths of the pen."""
    made = QPen(QColor(colour), width)
    made.setCapStyle(Qt.PenCapStyle.FlatCap)
    made.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    if dash:
        made.setDashPattern([length / width for length in dash])
    return made


@lru_cache(maxsize=128)
def brush(colour: str, opacity: float = 1.0) -> QBrush:
    """A plain fill."""
    filled = QColor(colour)
    filled.setAlphaF(opacity)
    return QBrush(filled)


NO_PEN = QPen(Qt.PenStyle.NoPen)
NO_BRUSH = QBrush(Qt.BrushStyle.NoBrush)


def operations(group: Group, colours: Colours) -> tuple[Operation, ...]:
    """All of a group except its text, in the order of painting."""
    return tuple(
        _operation(primitive, colours)
        for primitive in group.primitives
        if not isinstance(primitive, TextLine)
    )


def far_shapes(group: Group) -> Iterator[Rect | Polygon | Polyline]:
    """What of a group is still seen where its words are too small: of a step only its box."""
    shapes = (part for part in group.primitives if not isinstance(part, TextLine))
    return islice(shapes, 1) if group.kind == "step" else shapes


def far_operations(group: Group, colours: Colours) -> tuple[Operation, ...]:
    """A group where its words are too small to be read."""
    return tuple(_operation(part, colours) for part in far_shapes(group))


def text_operations(group: Group, colours: Colours) -> tuple[Operation, ...]:
    """The text of a group, glyph by glyph where the measure put it."""
    return tuple(
        Operation(pen(colours[line.colour], 1.0), NO_BRUSH, QPainter.drawGlyphRun, (at, run))
        for line in text_of(group)
        for at, run in _placed_runs(line)
    )


def text_of(group: Group) -> Iterator[TextLine]:
    """The lines of text of a group."""
    return (line for line in group.primitives if isinstance(line, TextLine))


def qrect(box: Box) -> QRectF:
    """A box as Qt has it."""
    return QRectF(box.x, box.y, box.w, box.h)


def line_path(line: Polyline) -> QPainterPath:
    """An open line with its corners rounded exactly as in the PDF and the SVG."""
    path = QPainterPath()
    for command in rounded_line(line.points, line.radius):
        points = [QPointF(*point) for point in command.points]
        if command.kind == "M":
            path.moveTo(points[0])
        elif command.kind == "L":
            path.lineTo(points[0])
        elif command.kind == "C":
            path.cubicTo(*points)
    return path


def _operation(primitive: Rect | Polygon | Polyline, colours: Colours) -> Operation:
    if isinstance(primitive, Polyline):
        stroke = pen(colours[primitive.line], primitive.line_width, primitive.dash)
        return Operation(stroke, NO_BRUSH, QPainter.drawPath, (line_path(primitive),))
    if isinstance(primitive, Polygon):
        corners = QPolygonF([QPointF(*point) for point in primitive.points])
        return Operation(*_look(primitive, colours), QPainter.drawPolygon, (corners,))
    radius = min(primitive.radius, primitive.box.w / 2, primitive.box.h / 2)
    if radius <= 0:
        return Operation(*_look(primitive, colours), _draw_sharp, (qrect(primitive.box),))
    arguments = (qrect(primitive.box), radius, radius)
    return Operation(*_look(primitive, colours), QPainter.drawRoundedRect, arguments)


def _draw_sharp(painter: QPainter, rect: QRectF) -> None:
    """A rectangle on the pixel grid: its edges are crisp, and a large one is filled sooner."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.drawRect(rect)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)


def _look(shape: Rect | Polygon, colours: Colours) -> tuple[QPen, QBrush]:
    opacity = shape.opacity if isinstance(shape, Rect) else 1.0
    line, fill = shape.line, shape.fill
    return (
        pen(colours[line], shape.line_width, shape.dash) if line else NO_PEN,
        brush(colours[fill], opacity) if fill else NO_BRUSH,
    )


def _placed_runs(line: TextLine) -> Iterator[tuple[QPointF, Any]]:
    origin = QPointF(line.x, line.y)
    return ((origin, run) for run in glyph_runs(line.shaped, line.size))
