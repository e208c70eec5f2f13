"""What lies over the picture and is no part of it: selection, hover, ports, drop previews."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from pilotmap.layout.drawing import Box, Drawing, Point
from pilotmap.layout.theme import Role
from pilotmap.ui.canvas.heads import head_box, shift
from pilotmap.ui.canvas.operations import Colours, qrect
from pilotmap.ui.canvas.view import View

PORT_RADIUS: Final = 5.0
_RING_GAP: Final = 5.0
_HINT_SIZE: Final = 12
_INVITATION: Final[tuple[tuple[int, QFont.Weight, Role, str, float], ...]] = (
    (20, QFont.Weight.DemiBold, "ink", "Type what happens, and the map draws itself", -40.0),
    (14, QFont.Weight.Normal, "ink.soft", "Who: what they do. Enter, and the next step.", -4.0),
)


@dataclass(frozen=True, slots=True)
class Rubber:
    """The line of a flow being drawn, in points; `refused` says why it cannot end here."""

    start: Point
    end: Point
    target: Box | None = None
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Overlay:
    """All that is shown over a Drawing right now; boxes and points are the picture's."""

    selected: str | None = None
    hovered: str | None = None
    ghost: Box | None = None
    rubber: Rubber | None = None
    lane_mark: float | None = None
    """The y between two lanes where a dragged lane would go."""

    def paint(self, painter: QPainter, drawing: Drawing, view: View, colours: Colours) -> None:
        """Paint over a painter whose units are the widget's pixels."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
        if self.hovered is not None and self.hovered != self.selected:
            glow = _line(colours["handoff.line"], 1.2, 0.55)
            _outline(painter, drawing, view, self.hovered, glow, close=True)
        if self.hovered is not None and self.rubber is None and self.ghost is None:
            _ports(painter, drawing, view, self.hovered, colours)
        if self.selected is not None:
            ring = _line(colours["handoff.line"], 2.0)
            ring.setDashPattern([2.0, 1.5])
            _outline(painter, drawing, view, self.selected, ring)
        if self.ghost is not None:
            _ghost(painter, view.box_to_widget(self.ghost), colours)
        if self.lane_mark is not None:
            _lane_mark(painter, drawing, view, self.lane_mark, colours)
        if self.rubber is not None:
            _rubber(painter, view, self.rubber, colours)


def paint_invitation(painter: QPainter, room: QRectF, colours: Colours) -> None:
    """What an empty map says, in the middle of the room."""
    for size, weight, role, words, below in _INVITATION:
        font = QFont(painter.font())
        font.setPixelSize(size)
        font.setWeight(weight)
        painter.setFont(font)
        painter.setPen(QColor(colours[role]))
        line = QRectF(room.x(), room.center().y() + below, room.width(), 2.0 * size)
        painter.drawText(line, Qt.AlignmentFlag.AlignHCenter, words)


def ports(drawing: Drawing, step: str) -> tuple[Point, ...]:
    """Where a flow can be dragged out of a step: the middles of its four sides."""
    placed = drawing.geometry.step_by_id.get(step)
    if placed is None:
        return ()
    box = placed.box
    x, y = box.centre
    return ((box.right, y), (x, box.bottom), (box.x, y), (x, box.y))


def _line(colour: str, width: float, opacity: float = 1.0) -> QPen:
    ink = QColor(colour)
    ink.setAlphaF(opacity)
    return QPen(ink, width)


def _outline(
    painter: QPainter,
    drawing: Drawing,
    view: View,
    thing: str,
    stroke: QPen,
    *,
    close: bool = False,
) -> None:
    painter.setPen(stroke)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    geometry = drawing.geometry
    if thing in geometry.step_by_id:
        placed = geometry.step_by_id[thing].box if close else _painted_box(drawing, thing)
        box = view.box_to_widget(placed)
        gap = max(3.0, _RING_GAP * view.scale)
        around = qrect(box).adjusted(-gap, -gap, gap, gap)
        radius = 12 * view.scale
        painter.drawRoundedRect(around, radius, radius)
    elif thing in geometry.flow_by_id:
        _flow_outline(painter, drawing, view, thing, stroke)
    elif thing in geometry.lane_by_id:
        box = head_box(drawing, thing)
        head = Box(box.x + shift(drawing, view), box.y, box.w, box.h)
        painter.drawRect(qrect(view.box_to_widget(head)).adjusted(1.5, 1.5, -1.5, -1.5))


def _painted_box(drawing: Drawing, step: str) -> Box:
    """All that is painted for a step, its badge and its times too, so that no line crosses them."""
    painted = (group.box for group in drawing.groups if group.id == step and group.kind == "step")
    return next(painted, drawing.geometry.step_by_id[step].box)


def _flow_outline(
    painter: QPainter, drawing: Drawing, view: View, thing: str, stroke: QPen
) -> None:
    flow = drawing.geometry.flow_by_id[thing]
    glow = QColor(stroke.color())
    glow.setAlphaF(0.28)
    painter.setPen(QPen(glow, max(6.0, 7 * view.scale), j=Qt.PenJoinStyle.RoundJoin))
    points = [QPointF(*view.to_widget(*point)) for point in flow.points]
    painter.drawPolyline(QPolygonF(points))
    painter.setPen(stroke)
    if flow.label is not None:
        label = qrect(view.box_to_widget(flow.label)).adjusted(-2, -2, 2, 2)
        painter.drawRoundedRect(label, 4, 4)
    for end in (points[0], points[-1]):
        painter.setBrush(QBrush(stroke.color()))
        painter.drawEllipse(end, 3.0, 3.0)


def _ports(painter: QPainter, drawing: Drawing, view: View, step: str, colours: Colours) -> None:
    painter.setPen(_line(colours["handoff.line"], 1.4))
    painter.setBrush(QBrush(QColor(colours["ground"])))
    for port in ports(drawing, step):
        painter.drawEllipse(QPointF(*view.to_widget(*port)), PORT_RADIUS, PORT_RADIUS)


def _ghost(painter: QPainter, box: Box, colours: Colours) -> None:
    fill = QColor(colours["handoff.fill"])
    fill.setAlphaF(0.45)
    painter.setPen(_line(colours["handoff.line"], 1.2, 0.8))
    painter.setBrush(QBrush(fill))
    painter.drawRoundedRect(qrect(box), 8, 8)


def _lane_mark(painter: QPainter, drawing: Drawing, view: View, y: float, colours: Colours) -> None:
    left, at = view.to_widget(0, y)
    right, _ = view.to_widget(drawing.width, y)
    painter.setPen(_line(colours["handoff.line"], 3.0))
    painter.drawLine(QPointF(left, at), QPointF(right, at))
    painter.setBrush(QBrush(QColor(colours["handoff.line"])))
    painter.drawEllipse(QPointF(left, at), 4.0, 4.0)


def _rubber(painter: QPainter, view: View, rubber: Rubber, colours: Colours) -> None:
    ink = colours["error"] if rubber.refused else colours["handoff.line"]
    start, end = QPointF(*view.to_widget(*rubber.start)), QPointF(*view.to_widget(*rubber.end))
    if rubber.target is not None:
        painter.setPen(_line(ink, 2.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        box = qrect(view.box_to_widget(rubber.target)).adjusted(-4, -4, 4, 4)
        painter.drawRoundedRect(box, 10, 10)
    dashed = _line(ink, 1.8)
    dashed.setDashPattern([4.0, 3.0])
    painter.setPen(dashed)
    painter.drawLine(start, end)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(QColor(ink)))
    painter.drawEllipse(end, 4.0, 4.0)
    if rubber.refused:
        _tag(painter, end + QPointF(14, 18), rubber.refused, colours)


def _tag(painter: QPainter, at: QPointF, words: str, colours: Colours) -> None:
    font = QFont(painter.font())
    font.setPixelSize(_HINT_SIZE)
    painter.setFont(font)
    measure = QFontMetricsF(font)
    box = QRectF(at.x(), at.y(), measure.horizontalAdvance(words) + 16, measure.height() + 8)
    painter.setPen(_line(colours["error"], 1.0))
    painter.setBrush(QBrush(QColor(colours["error.fill"])))
    painter.drawRoundedRect(box, 5, 5)
    painter.setPen(QColor(colours["error"]))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
