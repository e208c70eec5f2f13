"""One Drawing painted with QPainter: whole when near, without words and in batches from afar."""

from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from pilotmap.layout.content import NAME
from pilotmap.layout.drawing import Drawing, Group, Point, Rect
from pilotmap.ui.canvas.afar import batches
from pilotmap.ui.canvas.operations import (
    Colours,
    Operation,
    far_operations,
    operations,
    text_operations,
)

_FROM_AFAR: Final = 0.3
_NAMED_BELOW: Final = 9.0 / NAME.size_pt  # smaller names are written apart, larger than they are
_NAMED_FROM: Final = 0.22  # still smaller, and not one word would have room
_SHARPEST: Final = 1.5  # how much of a fine screen's sharpness helps the eye


def fineness(scale: float, device_pixel_ratio: float) -> float:
    """The scale that decides what can be read: a fine screen shows smaller text."""
    return scale * min(_SHARPEST, max(1.0, device_pixel_ratio))


class Painter:
    """Paints parts of one Drawing in one theme; what it prepares is kept for the next frame."""

    def __init__(self, drawing: Drawing, colours: Colours) -> None:
        self.drawing = drawing
        self.colours = colours
        self._shapes: dict[tuple[int, bool], tuple[Operation, ...]] = {}
        self._texts: dict[int, tuple[Operation, ...]] = {}
        self._afar: tuple[Operation, ...] | None = None

    def paint(self, painter: QPainter, seen: Callable[[], Iterable[int]], scale: float) -> None:
        """Paint the groups that are seen; the painter's transform is already the view's.

        `scale` is in pixels a point, counted finer on a fine screen. From afar everything is
        painted at once, and `seen` is not asked.
        """
        if self.is_afar(scale):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, scale > _FROM_AFAR / 2)
            if self._afar is None:
                self._afar = batches(self.drawing, self.colours)
            _run(painter, self._afar)
            return
        self.paint_groups(painter, seen(), scale)

    @staticmethod
    def is_named_apart(scale: float) -> bool:
        """Whether FarNames writes the names; all other words are left out."""
        return _NAMED_FROM <= scale < _NAMED_BELOW

    @staticmethod
    def has_words(scale: float) -> bool:
        """Whether the words of the picture are large enough to be read."""
        return scale >= _NAMED_BELOW

    @staticmethod
    def is_afar(scale: float) -> bool:
        """Whether no name can be read, so that everything is painted at once."""
        return scale < _FROM_AFAR

    def paint_groups(self, painter: QPainter, numbers: Iterable[int], scale: float) -> None:
        """Paint these groups one by one, at any distance."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
        has_words = self.has_words(scale)
        for number in numbers:
            _run(painter, self._shapes_of(number, has_words=has_words))
            if has_words:
                _run(painter, self._text_of(number))

    def paint_reshaped(
        self, painter: QPainter, number: int, shapes: Group, words_at: Point, scale: float
    ) -> None:
        """Paint one group with other shapes than its own, its words so far from their place."""
        _run(painter, operations(shapes, self.colours))
        if not self.has_words(scale):
            return
        painter.save()
        room = shapes.primitives[-1]
        if isinstance(room, Rect):  # a lane that is still opening shows as much as fits
            painter.setClipRect(QRectF(room.box.x, room.box.y, room.box.w, room.box.h))
        painter.translate(*words_at)
        _run(painter, self._text_of(number))
        painter.restore()

    def _shapes_of(self, number: int, *, has_words: bool) -> tuple[Operation, ...]:
        found = self._shapes.get((number, has_words))
        if found is None:
            prepare = operations if has_words else far_operations
            found = prepare(self.drawing.groups[number], self.colours)
            self._shapes[number, has_words] = found
        return found

    def _text_of(self, number: int) -> tuple[Operation, ...]:
        found = self._texts.get(number)
        if found is None:
            found = text_operations(self.drawing.groups[number], self.colours)
            self._texts[number] = found
        return found


def _run(painter: QPainter, prepared: Iterable[Operation]) -> None:
    for stroke, fill, draw, arguments in prepared:
        painter.setPen(stroke)
        painter.setBrush(fill)
        draw(painter, *arguments)
