"""A rubber band that selects the steps it touches."""

from PySide6.QtCore import QPointF, Qt

from pilotmap.layout.drawing import Box, Point
from pilotmap.ui.tools.desk import Desk
from pilotmap.ui.tools.tool import moved_enough


class Lasso:
    """Begun on empty ground; a press without a drag selects nothing."""

    cursor: Qt.CursorShape | None = None

    def __init__(self, desk: Desk, at: Point, pixel: QPointF, *, adding: bool) -> None:
        self._desk = desk
        self._start = at
        self._pressed = pixel
        self._before = desk.session.selected if adding else ()
        self._dragging = False
        desk.session.select_several(self._before)

    def move(self, at: Point, pixel: QPointF) -> None:
        self._dragging = self._dragging or moved_enough(self._pressed, pixel)
        if self._dragging:
            self._desk.picture.set_overlay(
                lasso=self._band(at), selected=(*self._before, *self._caught(at))
            )

    def release(self, at: Point, pixel: QPointF) -> None:
        self.move(at, pixel)
        caught = self._caught(at) if self._dragging else ()
        self.cancel()
        self._desk.session.select_several((*self._before, *caught))

    def cancel(self) -> None:
        self._desk.picture.set_overlay(lasso=None, selected=self._desk.session.selected)

    def _caught(self, at: Point) -> tuple[str, ...]:
        return self._desk.picture.steps_within(self._band(at))

    def _band(self, at: Point) -> Box:
        x, y = min(self._start[0], at[0]), min(self._start[1], at[1])
        return Box(x, y, abs(at[0] - self._start[0]), abs(at[1] - self._start[1]))
