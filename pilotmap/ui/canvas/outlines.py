"""Outlines around elements of the picture: what is selected, what is hovered."""

from collections.abc import Collection, Sequence
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF

from pilotmap.layout.drawing import Box, Drawing
from pilotmap.ui.canvas.heads import Heads
from pilotmap.ui.canvas.operations import qrect
from pilotmap.ui.canvas.view import View

_BADGE_GAP_PX: Final = 3.0  # no handle stands at a badge, but a neighbour may
_RING_GAP_PX: Final = 7.0  # clear of a handle at the edge of the box, however small the map


def outline(
    painter: QPainter,
    drawing: Drawing,
    view: View,
    element: str,
    stroke: QPen,
    around: Box | None = None,
    worn: Sequence[Box] = (),
) -> None:
    """Draw around a step, along a flow, or around the head of a lane.

    `around` is a box to draw around instead of that of the step alone; `worn` are badge and marks
    in it, which may reach out to both sides.
    """
    painter.setPen(stroke)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    geometry = drawing.geometry
    if element in geometry.step_by_id:
        core = geometry.step_by_id[element].box
        body = _without(worn, core, around or core)
        ring = _rounded(view, body, _RING_GAP_PX)
        for box in worn if body != around else ():
            ring = ring.united(_rounded(view, box, _BADGE_GAP_PX))
        painter.drawPath(ring.simplified())
    elif element in geometry.flow_by_id:
        _flow_outline(painter, drawing, view, element, stroke)
    elif element in geometry.lane_by_id:
        painter.setClipping(False)  # the heads lie beside everything else
        for head in Heads(drawing).boxes(view, element):
            painter.drawRect(qrect(head).adjusted(1.5, 1.5, -1.5, -1.5))


def _without(worn: Sequence[Box], core: Box, around: Box) -> Box:
    """The box of a step and its times, where nothing but what is worn reaches out beside it."""
    left, right = min(b.x for b in (core, *worn)), max(b.right for b in (core, *worn))
    if not worn or around.x < left - 1 or around.right > right + 1:
        return around
    return Box(core.x, core.y, core.w, around.bottom - core.y)


def _rounded(view: View, box: Box, gap: float) -> QPainterPath:
    radius = min(14.0, 12 * view.scale + 2)
    path = QPainterPath()
    around = qrect(view.box_to_widget(box)).adjusted(-gap, -gap, gap, gap)
    path.addRoundedRect(around, radius, radius)
    return path


def worn_boxes(drawing: Drawing, steps: Collection[str]) -> dict[str, list[Box]]:
    """The badges and marks of each of these steps that has some, in one look through it."""
    wanted, found = set(steps), dict[str, list[Box]]()
    for group in drawing.groups if wanted else ():
        if group.kind in ("badge", "mark") and group.id in wanted:
            found.setdefault(group.id, []).append(group.box)
    return found


def painted_boxes(drawing: Drawing, steps: Collection[str]) -> dict[str, Box]:
    """All that is painted for each of these steps, badge and times too, in one look through it."""
    if not steps:
        return {}
    wanted = set(steps)
    return {g.id: g.box for g in drawing.groups if g.kind == "step" and g.id in wanted}


def painted_box(drawing: Drawing, step: str) -> Box:
    """All that is painted for a step, its times too, so that no line crosses them."""
    found = painted_boxes(drawing, (step,))
    return found.get(step) or drawing.geometry.step_by_id[step].box


def _flow_outline(
    painter: QPainter, drawing: Drawing, view: View, element: str, stroke: QPen
) -> None:
    pieces = drawing.geometry.pieces_by_id[element]
    glow = QColor(stroke.color())
    glow.setAlphaF(0.28)
    painter.setPen(QPen(glow, max(6.0, 7 * view.scale), j=Qt.PenJoinStyle.RoundJoin))
    lines = [[QPointF(*view.to_widget(*at)) for at in piece.points] for piece in pieces]
    for points in lines:
        painter.drawPolyline(QPolygonF(points))
    painter.setPen(stroke)
    if pieces[0].label is not None:
        label = qrect(view.box_to_widget(pieces[0].label)).adjusted(-2, -2, 2, 2)
        painter.drawRoundedRect(label, 4, 4)
    if len(lines) > 1:
        return  # a folded flow ends in lettered tags
    for end in (lines[0][0], lines[0][-1]):
        painter.setBrush(QBrush(stroke.color()))
        painter.drawEllipse(end, 3.0, 3.0)
