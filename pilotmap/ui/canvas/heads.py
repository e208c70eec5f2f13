"""The heads of the lanes: always in sight at the left edge, and never too small to read."""

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from pilotmap.layout.drawing import Box, Drawing, Group, Rect, TextLine
from pilotmap.ui.canvas.glyphs import glyph_runs
from pilotmap.ui.canvas.operations import Colours, pen, text_of
from pilotmap.ui.canvas.sheet import READABLE
from pilotmap.ui.canvas.view import View

_ASCENT: Final = 0.95
_DESCENT: Final = 0.35
_KINDS: Final = ("lane", "band")

Edges = Callable[[Group], tuple[float, float]]
"""How far the upper and the lower edge of a group on the move are from their place, in points."""


class Head(NamedTuple):
    """The head of a lane, or the band of a group of lanes: its box, and what is drawn there."""

    group: Group
    box: Box

    @property
    def is_lane(self) -> bool:
        """Whether it is a lane's."""
        return self.group.kind == "lane"


class Heads:
    """All heads of one Drawing, in the order in which they are painted.

    Where the picture is small they keep a size that can be read and reach further to the left, so
    they cover nothing of the map.
    """

    def __init__(self, drawing: Drawing) -> None:
        groups = (group for group in drawing.groups if group.kind in _KINDS)
        self._all = tuple(Head(group, _box(group)) for group in groups)
        lanes = [head.box for head in self._all if head.is_lane]
        self._left = min((box.x for box in lanes), default=0.0)
        self._end = max((box.right for box in lanes), default=0.0)

    @property
    def width(self) -> float:
        """How wide they are together with the bands, in points of the picture."""
        return self._end

    def room(self, scale: float) -> float:
        """How far they reach beyond the left edge of the picture, in points."""
        return self._end * (max(scale, READABLE) / scale - 1.0)

    def covered(self, scale: float) -> float:
        """How much they cover of a view that is scrolled sideways, in points."""
        return (self._end - self._left) * max(scale, READABLE) / scale

    def hidden_px(self, view: View) -> float:
        """How much of a view's left edge lies under them, in pixels; 0 at their own place."""
        if self._is_in_place(view):
            return 0.0
        return self._x(view, self._left) + self.covered(view.scale) * view.scale

    def lane_at(self, view: View, x: float, y: float) -> str | None:
        """The lane whose head is shown at a place of the widget."""
        for head in self._all:
            if head.is_lane and _on_widget(self, head, view).contains(x, y):
                return head.group.id
        return None

    def boxes(self, view: View, lane: str) -> Iterator[Box]:
        """Where the heads of a lane are shown on the widget, one in each strip that has it."""
        for head in self._all:
            if head.is_lane and head.group.id == lane:
                yield _on_widget(self, head, view)

    def paint(
        self, painter: QPainter, view: View, height: float, colours: Colours, edges: Edges
    ) -> None:
        """Paint them where they are not at their own place; the painter's units are pixels."""
        scale = max(view.scale, READABLE)
        if self._is_in_place(view):
            return
        ink = pen(colours["lane.line"], max(1.0, view.scale))
        for head in self._all:
            above, below = edges(head.group)
            box = _on_widget(self, head, view)
            top, bottom = box.y + above * view.scale, box.bottom + below * view.scale
            if bottom < 0 or top > height or box.right < 0:
                continue
            room = QRectF(box.x, top, box.w, max(0.0, bottom - top))
            painter.fillRect(room, QColor(colours["lane.head"]))
            painter.setPen(ink)
            lines = (room.topLeft(), room.bottomLeft(), room.topRight(), room.bottomRight())
            painter.drawLines([QLineF(lines[0], lines[2]), QLineF(lines[1], lines[3])])
            painter.drawLine(QLineF(lines[2], lines[3]))
            _write(painter, head, room, scale, colours)

    def _is_in_place(self, view: View) -> bool:
        return view.scale >= READABLE and view.x <= self._left

    def _x(self, view: View, x: float) -> float:
        """Where an upright line of the heads is shown: lanes stop at the edge, bands do not."""
        scale = max(view.scale, READABLE)
        at = (self._end - view.x) * view.scale - (self._end - x) * scale
        return max(0.0, at) if x >= self._left else at


def head_box(drawing: Drawing, lane: str) -> Box:
    """Where the head of a lane is drawn, in a folded picture the first."""
    for group in drawing.groups:
        if group.kind == "lane" and group.id == lane:
            return _box(group)
    return drawing.geometry.lane_by_id[lane]


def _box(group: Group) -> Box:
    parts = (p.box for p in group.primitives if isinstance(p, Rect) and p.fill == "lane.head")
    return next(parts, group.box)


def _on_widget(heads: Heads, head: Head, view: View) -> Box:
    box = head.box
    _, top = view.to_widget(0.0, box.y)
    left = heads._x(view, box.x)
    return Box(left, top, box.w * max(view.scale, READABLE), box.h * view.scale)


def _write(painter: QPainter, head: Head, room: QRectF, scale: float, colours: Colours) -> None:
    """As many of its lines as there is height for, in the middle."""
    words = list(text_of(head.group))
    lines = _fitting(words, room.height() / scale)
    if not lines:
        return
    middle = head.box.centre[1]
    if len(lines) < len(words):
        middle = (_top(lines[0]) + _bottom(lines[-1])) / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(room)
    painter.translate(room.x(), room.center().y())
    painter.scale(scale, scale)
    painter.translate(-head.box.x, -middle)
    for line in lines:
        painter.setPen(QColor(colours[line.colour]))
        for run in glyph_runs(line.shaped, line.size):
            painter.drawGlyphRun(QPointF(line.x, line.y), run)
    painter.restore()


def _fitting(lines: list[TextLine], height: float) -> list[TextLine]:
    while lines and _bottom(lines[-1]) - _top(lines[0]) > height:
        lines = lines[:-1]
    return lines


def _top(line: TextLine) -> float:
    return line.y - _ASCENT * line.size


def _bottom(line: TextLine) -> float:
    return line.y + _DESCENT * line.size
