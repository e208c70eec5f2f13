"""One Drawing painted with QPainter: whole when near, in bars and batches from afar."""

from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from pilotmap.layout.drawing import Drawing, Group, Point, Rect
from pilotmap.ui.canvas.afar import BAR_OPACITY, batches
from pilotmap.ui.canvas.operations import (
    NO_PEN,
    Colours,
    Operation,
    bar,
    brush,
    operations,
    text_of,
    text_operations,
)

_FROM_AFAR: Final = 0.3  # below this scale a name of 13 points is under 4 pixels high
_NAMED_BELOW: Final = 0.4  # from here on names are written apart, larger than they are
_NAMED_FROM: Final = 0.25  # still smaller, and they would lie over each other
_SMALLEST_TEXT: Final = 4.2  # pixels; smaller text is a bar
_SHARPEST: Final = 1.5  # how much of a fine screen's sharpness helps the eye


def fineness(scale: float, device_pixel_ratio: float) -> float:
    """The scale that decides what can be read: a fine screen shows smaller text."""
    return scale * min(_SHARPEST, max(1.0, device_pixel_ratio))


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
        self._afar: dict[bool, tuple[Operation, ...]] = {}

    def paint(self, painter: QPainter, seen: Callable[[], Iterable[int]], scale: float) -> None:
        """Paint the groups that are seen; the painter's transform is already the view's.

        `scale` is in pixels a point, counted finer on a fine screen. From afar everything is
        painted at once, and `seen` is not asked.
        """
        if self.is_afar(scale):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, scale > _FROM_AFAR / 2)
            _run(painter, self._from_afar(bars=not self.is_named_apart(scale)))
            return
        self.paint_groups(painter, seen(), scale)

    @staticmethod
    def is_named_apart(scale: float) -> bool:
        """Whether FarNames writes the names, and all other words are left out."""
        return _NAMED_FROM <= scale < _NAMED_BELOW

    @staticmethod
    def is_afar(scale: float) -> bool:
        """Whether no name can be read, so that everything is painted at once."""
        return scale < _FROM_AFAR

    def paint_groups(self, painter: QPainter, numbers: Iterable[int], scale: float) -> None:
        """Paint these groups one by one, at any distance."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
        named = self.is_named_apart(scale)
        for number in numbers:
            shapes, text_size, bars = self._prepared.get(number) or self._prepare(number)
            _run(painter, shapes)
            if text_size and not named:
                readable = text_size * scale >= _SMALLEST_TEXT
                _run(painter, self._text_of(number) if readable else bars)

    def paint_reshaped(
        self, painter: QPainter, number: int, shapes: Group, words_at: Point, scale: float
    ) -> None:
        """Paint one group with other shapes than its own, its words so far from their place."""
        _run(painter, operations(shapes, self.colours))
        text_size = (self._prepared.get(number) or self._prepare(number)).text_size
        if text_size * scale < _SMALLEST_TEXT or self.is_named_apart(scale):
            return
        painter.save()
        room = shapes.primitives[-1]
        if isinstance(room, Rect):  # a lane that is still opening shows as much as fits
            painter.setClipRect(QRectF(room.box.x, room.box.y, room.box.w, room.box.h))
        painter.translate(*words_at)
        _run(painter, self._text_of(number))
        painter.restore()

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
                brush(self.colours[line.colour], BAR_OPACITY),
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

    def _from_afar(self, *, bars: bool) -> tuple[Operation, ...]:
        if bars not in self._afar:
            self._afar[bars] = batches(self.drawing, self.colours, bars=bars)
        return self._afar[bars]


def _run(painter: QPainter, prepared: Iterable[Operation]) -> None:
    for stroke, fill, draw, arguments in prepared:
        painter.setPen(stroke)
        painter.setBrush(fill)
        draw(painter, *arguments)
