"""The handles at the edges of the hovered step, out of which a flow is dragged."""

from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor, QPainter

from pilotmap.layout.drawing import Drawing, Point
from pilotmap.ui.canvas.operations import Colours
from pilotmap.ui.canvas.outlines import painted_box
from pilotmap.ui.canvas.strokes import line
from pilotmap.ui.canvas.view import View

PORT_RADIUS: Final = 5.0
_CLEAR: Final = 3.0  # points; what is painted nearer to the box than this lies under no handle
_BEYOND: Final = 6.0  # points between what is painted and the middle of a handle


def ports(drawing: Drawing, step: str) -> tuple[Point, ...]:
    """Where a flow can be dragged out of a step: the middles of its four sides.

    Above a badge and below the times, where there are any: a handle hides no word.
    """
    placed = drawing.geometry.step_by_id.get(step)
    if placed is None:
        return ()
    box, all_of_it = placed.box, painted_box(drawing, step)
    x, y = box.centre
    top = all_of_it.y - _BEYOND if all_of_it.y < box.y - _CLEAR else box.y
    low = all_of_it.bottom
    bottom = low + _BEYOND if low > box.bottom + _CLEAR else box.bottom
    return ((box.right, y), (x, bottom), (box.x, y), (x, top))


def paint_ports(
    painter: QPainter, drawing: Drawing, view: View, step: str, colours: Colours
) -> None:
    """Paint the handles of a step."""
    painter.setPen(line(colours["handoff.line"], 1.4))
    painter.setBrush(QBrush(QColor(colours["ground"])))
    for port in ports(drawing, step):
        painter.drawEllipse(QPointF(*view.to_widget(*port)), PORT_RADIUS, PORT_RADIUS)
