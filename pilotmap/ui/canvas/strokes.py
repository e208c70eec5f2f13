"""The strokes of which overlays are made; boxes and points are the widget's pixels."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from pilotmap.language import N_, tr
from pilotmap.layout.drawing import Box, Drawing, Point
from pilotmap.layout.theme import Role
from pilotmap.ui.canvas.operations import Colours, qrect
from pilotmap.ui.canvas.view import View

PIN_RADIUS: Final = 4.5
_HINT_SIZE: Final = 12
_INVITATION: Final[tuple[tuple[int, QFont.Weight, Role, str, float], ...]] = (
    (20, QFont.Weight.DemiBold, "ink", N_("Type what happens, and the map draws itself"), -40.0),
    (
        14,
        QFont.Weight.Normal,
        "ink.soft",
        N_("Who: what they do. Enter, and the next step."),
        -4.0,
    ),
)


def line(colour: str, width: float, opacity: float = 1.0) -> QPen:
    """A pen, more or less see-through."""
    ink = QColor(colour)
    ink.setAlphaF(opacity)
    return QPen(ink, width)


def fill(colour: str, opacity: float) -> QBrush:
    """A brush, more or less see-through."""
    ink = QColor(colour)
    ink.setAlphaF(opacity)
    return QBrush(ink)


def paint_invitation(painter: QPainter, room: QRectF, colours: Colours) -> None:
    """What an empty map says, in the middle of the room."""
    for size, weight, role, words, below in _INVITATION:
        font = QFont(painter.font())
        font.setPixelSize(size)
        font.setWeight(weight)
        painter.setFont(font)
        painter.setPen(QColor(colours[role]))
        here = QRectF(room.x(), room.center().y() + below, room.width(), 2.0 * size)
        painter.drawText(here, Qt.AlignmentFlag.AlignHCenter, tr(words))


def paint_ghost(painter: QPainter, box: Box, colours: Colours) -> None:
    """The step that hangs on the pointer."""
    painter.setPen(line(colours["handoff.line"], 1.2, 0.8))
    painter.setBrush(fill(colours["handoff.fill"], 0.45))
    painter.drawRoundedRect(qrect(box), 8, 8)


def paint_slot(painter: QPainter, box: Box, colours: Colours) -> None:
    """Where a dragged step will stand."""
    painter.setPen(line(colours["handoff.line"], 2.0))
    painter.setBrush(fill(colours["handoff.line"], 0.12))
    painter.drawRoundedRect(qrect(box).adjusted(-4, -4, 4, 4), 10, 10)


def paint_new(painter: QPainter, box: Box, colours: Colours) -> None:
    """Around a step that is still being typed."""
    painter.setPen(line(colours["handoff.line"], 1.2, 0.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(qrect(box).adjusted(-5, -5, 5, 5), 11, 11)


def paint_wash(painter: QPainter, box: Box, colours: Colours) -> None:
    """Over a step that cannot be chosen now."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill(colours["ground"], 0.72))
    painter.drawRoundedRect(qrect(box).adjusted(-2, -2, 2, 2), 8, 8)


def paint_lasso(painter: QPainter, box: Box, colours: Colours) -> None:
    """The rubber band that selects what it touches."""
    painter.setPen(line(colours["handoff.line"], 1.0))
    painter.setBrush(fill(colours["handoff.line"], 0.1))
    painter.drawRect(qrect(box))


def paint_lane_mark(
    painter: QPainter, drawing: Drawing, view: View, y: float, colours: Colours
) -> None:
    """Between which two lanes a dragged one would go."""
    left, at = view.to_widget(0, y)
    right, _ = view.to_widget(drawing.width, y)
    painter.setPen(line(colours["handoff.line"], 3.0))
    painter.drawLine(QPointF(left, at), QPointF(right, at))
    painter.setBrush(QBrush(QColor(colours["handoff.line"])))
    painter.drawEllipse(QPointF(left, at), 4.0, 4.0)


def paint_rubber(
    painter: QPainter,
    ends: tuple[Point, Point],
    target: Box | None,
    refused: str,
    colours: Colours,
) -> None:
    """The line of a flow being drawn, and why it cannot end here."""
    ink = colours["error"] if refused else colours["handoff.line"]
    start, end = (QPointF(*at) for at in ends)
    if target is not None:
        painter.setPen(line(ink, 2.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(qrect(target).adjusted(-4, -4, 4, 4), 10, 10)
    painter.setPen(line(ink, 1.8))
    painter.drawLine(start, end)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(QColor(ink)))
    painter.drawEllipse(end, 4.0, 4.0)
    if refused:
        _tag(painter, end + QPointF(14, 18), refused, colours)


def paint_trail(
    painter: QPainter,
    drawing: Drawing,
    view: View,
    trail: Iterable[str],
    colours: Colours,
    *,
    ahead: bool = False,
) -> None:
    """The way that a walked case has taken; paler and thinner, the one that it takes next."""
    flows = drawing.geometry.pieces_by_id
    wide = max(5.0, 8.0 * view.scale)
    pen = line(colours["good"], wide / 2 if ahead else wide, 0.4)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for flow in dict.fromkeys(trail):
        for piece in flows.get(flow, ()):
            points = [QPointF(*view.to_widget(*at)) for at in piece.points]
            painter.drawPolyline(QPolygonF(points))


def paint_spot(painter: QPainter, box: Box, colours: Colours) -> None:
    """Where a walked case is now."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for grown, opacity in ((7.0, 0.95), (12.0, 0.45), (17.0, 0.2)):
        painter.setPen(line(colours["good"], 4.0, opacity))
        around = qrect(box).adjusted(-grown, -grown, grown, grown)
        painter.drawRoundedRect(around, 12, 12)


def pin_place(box: Box) -> Point:
    """Where the pin of a step sticks, in the units of the box: its lower left corner."""
    return (box.x, box.bottom)


def paint_pins(
    painter: QPainter, drawing: Drawing, view: View, pinned: Iterable[str], colours: Colours
) -> None:
    """A pin at the corner of each step that stands in a place of its own."""
    for step in pinned:
        placed = drawing.geometry.step_by_id.get(step)
        if placed is not None:
            _pin(painter, QPointF(*view.to_widget(*pin_place(placed.box))), colours)


def _pin(painter: QPainter, at: QPointF, colours: Colours) -> None:
    ink = QColor(colours["ink.soft"])
    painter.setPen(QPen(ink, 1.6))
    painter.drawLine(at, at + QPointF(-5.5, 5.5))
    painter.setPen(QPen(QColor(colours["ground"]), 1.0))
    painter.setBrush(QBrush(ink))
    painter.drawEllipse(at, PIN_RADIUS, PIN_RADIUS)


def _tag(painter: QPainter, at: QPointF, words: str, colours: Colours) -> None:
    font = QFont(painter.font())
    font.setPixelSize(_HINT_SIZE)
    painter.setFont(font)
    measure = QFontMetricsF(font)
    box = QRectF(at.x(), at.y(), measure.horizontalAdvance(words) + 16, measure.height() + 8)
    room = painter.window()
    box.moveLeft(max(4.0, min(box.x(), room.width() - box.width() - 4)))
    box.moveTop(max(4.0, min(box.y(), room.height() - box.height() - 4)))
    painter.setPen(line(colours["error"], 1.0))
    painter.setBrush(QBrush(QColor(colours["error.fill"])))
    painter.drawRoundedRect(box, 5, 5)
    painter.setPen(QColor(colours["error"]))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
