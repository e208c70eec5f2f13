"""One Drawing painted with QPainter: whole when near, in bars and batches from afar."""

from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import Final, NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen, QPolygonF

from pilotmap.layout.drawing import Drawing, Group, Polyline, Rect, TextLine
from pilotmap.ui.canvas.operations import (
    NO_BRUSH,
    NO_PEN,
    Colours,
    Operation,
    bar,
    brush,
    operations,
    pen,
    qrect,
    text_of,
    text_operations,
)

_FROM_AFAR: Final = 0.3  # below this scale a name of 13 points is under 4 pixels high
_SMALLEST_TEXT: Final = 4.5  # pixels; smaller text is a bar
_BAR_OPACITY: Final = 0.35


class _Prepared(NamedTuple):
    """One group ready to be painted: its shapes, the size of its text, the bars for it."""

    shapes: tuple[Operation, ...]
    text_size: float
    bars: tuple[Operation, ...]


class Painter:
    """Paints parts of one Drawing in one theme; what it prepares is kept for the next frame."""

    def __init__(self, drawing: Drawing, colours: Colours) -> None:
        self.drawing = drawing
        self.colours = colours
        self._prepared: dict[int, _Prepared] = {}
        self._texts: dict[int, tuple[Operation, ...]] = {}
        self._afar: list[Operation] | None = None

    def paint(self, painter: QPainter, seen: Callable[[], Iterable[int]], scale: float) -> None:
        """Paint the groups that are seen; the painter's transform is already the view's.

        From afar everything is painted at once, and `seen` is not asked.
        """
        if scale < _FROM_AFAR:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, scale > _FROM_AFAR / 2)
            _run(painter, self._from_afar())
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
        for number in seen():
            shapes, text_size, bars = self._prepared.get(number) or self._prepare(number)
            _run(painter, shapes)
            if text_size:
                readable = text_size * scale >= _SMALLEST_TEXT
                _run(painter, self._text_of(number) if readable else bars)

    def _prepare(self, number: int) -> _Prepared:
        group = self.drawing.groups[number]
        size = max((line.size for line in text_of(group)), default=0.0)
        prepared = _Prepared(operations(group, self.colours), size, self._bars(group))
        self._prepared[number] = prepared
        return prepared

    def _bars(self, group: Group) -> tuple[Operation, ...]:
        return tuple(
            Operation(
                NO_PEN,
                brush(self.colours[line.colour], _BAR_OPACITY),
                QPainter.drawRect,
                (bar(line),),
            )
            for line in text_of(group)
        )

    def _text_of(self, number: int) -> tuple[Operation, ...]:
        found = self._texts.get(number)
        if found is None:
            found = text_operations(self.drawing.groups[number], self.colours)
            self._texts[number] = found
        return found

    def _from_afar(self) -> list[Operation]:
        if self._afar is None:
            self._afar = _batches(self.drawing, self.colours)
        return self._afar


def _run(painter: QPainter, prepared: Iterable[Operation]) -> None:
    for stroke, fill, draw, arguments in prepared:
        painter.setPen(stroke)
        painter.setBrush(fill)
        draw(painter, *arguments)


class _Batch:
    """Everything of one look within one kind of group, to be painted at once."""

    def __init__(self) -> None:
        self.rects: list[QRectF] = []
        self.lines: list[QLineF] = []
        self.shapes = QPainterPath()

    def operations(self, stroke: QPen, fill: QBrush) -> list[Operation]:
        made = []
        if self.rects:
            made.append(Operation(stroke, fill, QPainter.drawRects, (self.rects,)))
        if self.lines:
            made.append(Operation(stroke, NO_BRUSH, QPainter.drawLines, (self.lines,)))
        if not self.shapes.isEmpty():
            made.append(Operation(stroke, fill, QPainter.drawPath, (self.shapes,)))
        return made


_Look = tuple[str, str, str]


def _batches(drawing: Drawing, colours: Colours) -> list[Operation]:
    found: dict[_Look, _Batch] = {}
    for group in drawing.groups:
        _collect(group, colours, found)
    prepared: list[Operation] = []
    order = {kind: at for at, kind in enumerate(dict.fromkeys(kind for kind, _, _ in found))}
    for look in sorted(found, key=lambda look: order[look[0]]):
        _, line, fill = look
        stroke = _hairline(line) if line else NO_PEN
        filled = NO_BRUSH if not fill else brush(fill.lstrip("~"), _opacity(fill))
        prepared.extend(found[look].operations(stroke, filled))
    return prepared


def _collect(group: Group, colours: Colours, found: dict[_Look, _Batch]) -> None:
    for part in group.primitives:
        if isinstance(part, TextLine):
            _batch(found, group, "", "~" + colours[part.colour]).rects.append(bar(part))
            continue
        line = colours[part.line] if part.line else ""
        if isinstance(part, Polyline):
            lines = _batch(found, group, line, "").lines
            points = [QPointF(*point) for point in part.points]
            lines.extend(QLineF(a, b) for a, b in pairwise(points))
            continue
        fill = colours[part.fill] if part.fill else ""
        batch = _batch(found, group, line, fill)
        if isinstance(part, Rect):
            batch.rects.append(qrect(part.box))
        else:
            corners = [QPointF(*at) for at in (*part.points, part.points[0])]
            batch.shapes.addPolygon(QPolygonF(corners))


def _batch(found: dict[_Look, _Batch], group: Group, line: str, fill: str) -> _Batch:
    look = (group.kind, line, fill)
    batch = found.get(look)
    if batch is None:
        batch = found[look] = _Batch()
    return batch


def _opacity(fill: str) -> float:
    return _BAR_OPACITY if fill.startswith("~") else 1.0


def _hairline(colour: str) -> QPen:
    made = QPen(pen(colour, 1.0))
    made.setCosmetic(True)
    made.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
    return made
