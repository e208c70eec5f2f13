"""A Drawing seen from so far that no text can be read: a few large batches instead of groups."""

from collections.abc import Callable
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from pilotmap.layout.drawing import Drawing, Group, Point, Polygon, Polyline, Rect
from pilotmap.layout.theme import Role
from pilotmap.ui.canvas.operations import (
    NO_BRUSH,
    NO_PEN,
    Colours,
    Operation,
    brush,
    far_shapes,
    pen,
)

_SMALLEST_SHAPE: Final = 16.0  # points; arrow heads are left out

_Look = tuple[str, Role | None, Role | None]


class _Batches:
    """Rectangles, lines and shapes by kind of group and look, in the order found."""

    def __init__(self) -> None:
        self.rects: dict[_Look, list[QRectF]] = {}
        self.lines: dict[_Look, list[QLineF]] = {}
        self.shapes: dict[_Look, list[tuple[Point, ...]]] = {}

    def add(self, group: Group) -> None:
        """Take a group apart."""
        kind = group.kind
        for part in far_shapes(group):
            if isinstance(part, Rect):
                box = part.box
                rect = QRectF(box.x, box.y, box.w, box.h)
                self.rects.setdefault((kind, part.line, part.fill), []).append(rect)
            elif isinstance(part, Polyline):
                sides = [QLineF(*a, *b) for a, b in pairwise(part.points)]
                self.lines.setdefault((kind, part.line, None), []).extend(sides)
            elif isinstance(part, Polygon) and _is_large(part):
                look = (kind, part.line, part.fill)
                self.shapes.setdefault(look, []).append(part.points)


def batches(drawing: Drawing, colours: Colours) -> tuple[Operation, ...]:
    """All but words in few calls; kinds of groups in the order in which they are painted."""
    found = _Batches()
    for group in drawing.groups:
        found.add(group)
    kinds = dict.fromkeys(group.kind for group in drawing.groups)
    return tuple(op for kind in kinds for op in _operations(found, kind, colours))


def _operations(found: _Batches, kind: str, colours: Colours) -> list[Operation]:
    made = []
    for look, rects in found.rects.items():
        if look[0] == kind:
            made.append(_filled(look, colours, QPainter.drawRects, rects))
    for look, lines in found.lines.items():
        if look[0] == kind:
            made.append(_filled(look, colours, QPainter.drawLines, lines))
    for look, shapes in found.shapes.items():
        if look[0] == kind:
            made.append(_filled(look, colours, QPainter.drawPath, _path(shapes)))
    return made


def _filled(look: _Look, colours: Colours, draw: Callable[..., None], shapes: object) -> Operation:
    _, line, fill = look
    stroke = _hairline(colours[line]) if line else NO_PEN
    return Operation(stroke, brush(colours[fill]) if fill else NO_BRUSH, draw, (shapes,))


def _is_large(shape: Polygon) -> bool:
    across = [x for x, _ in shape.points]
    return max(across) - min(across) >= _SMALLEST_SHAPE


def _path(shapes: list[tuple[Point, ...]]) -> QPainterPath:
    path = QPainterPath()
    for points in shapes:
        path.addPolygon(QPolygonF([QPointF(*at) for at in (*points, points[0])]))
    return path


def _hairline(colour: str) -> QPen:
    made = QPen(pen(colour, 1.0))
    made.setCosmetic(True)
    made.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
    return made
