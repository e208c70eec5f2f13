"""The heads of the lanes, kept in sight at the left edge when the map is scrolled sideways."""

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from pilotmap.layout.drawing import Box, Drawing, Rect
from pilotmap.ui.canvas.view import View


def head_box(drawing: Drawing, lane: str) -> Box:
    """Where the head of a lane is drawn."""
    for group in drawing.groups:
        if group.kind == "lane" and group.id == lane:
            for part in group.primitives:
                if isinstance(part, Rect) and part.fill == "lane.head":
                    return part.box
    return drawing.geometry.lane_by_id[lane]


def shift(drawing: Drawing, view: View) -> float:
    """How far right of their place the heads are shown, in points; 0 where they are in sight."""
    if not drawing.geometry.lanes:
        return 0.0
    return max(0.0, view.x - head_box(drawing, drawing.geometry.lanes[0][0]).x)


def covered(drawing: Drawing) -> float:
    """How wide the heads are, in points: what they cover of a view that is scrolled sideways."""
    lanes = drawing.geometry.lanes
    return head_box(drawing, lanes[0][0]).w if lanes else 0.0


def lane_of_head(drawing: Drawing, view: View, x: float, y: float) -> str | None:
    """The lane whose head is shown at a point of the picture, at its own place or shifted."""
    moved = shift(drawing, view)
    for lane, box in drawing.geometry.lanes:
        if box.y <= y <= box.bottom:
            return lane if head_box(drawing, lane).contains(x - moved, y) else None
    return None


def paint_shifted(
    painter: QPainter, drawing: Drawing, view: View, paint: Callable[[list[int]], None]
) -> None:
    """Paint the heads at the left edge; the painter's transform is the view's."""
    moved = shift(drawing, view)
    if not moved:
        return
    head = head_box(drawing, drawing.geometry.lanes[0][0])
    numbers = [number for number, group in enumerate(drawing.groups) if group.kind == "lane"]
    painter.save()
    painter.translate(moved, 0)
    painter.setClipRect(QRectF(head.x, 0, head.w + 0.5, drawing.height))
    paint(numbers)
    painter.restore()
