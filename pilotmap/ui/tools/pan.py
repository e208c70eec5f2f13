"""Drags the view."""

from PySide6.QtCore import QPointF, Qt

from pilotmap.layout.drawing import Point
from pilotmap.ui.canvas.view import View
from pilotmap.ui.tools.desk import Desk


class Pan:
    """Space and drag, the middle button, or a drag on empty ground."""

    cursor: Qt.CursorShape | None = Qt.CursorShape.ClosedHandCursor

    def __init__(self, desk: Desk, pixel: QPointF) -> None:
        self._desk = desk
        self._start: View = desk.viewport.view
        self._pressed = pixel

    def move(self, at: Point, pixel: QPointF) -> None:
        off = self._pressed - pixel
        self._desk.viewport.show_view(self._start.scrolled(off.x(), off.y()))

    def release(self, at: Point, pixel: QPointF) -> None:
        self.move(at, pixel)

    def cancel(self) -> None:
        self._desk.viewport.show_view(self._start)
