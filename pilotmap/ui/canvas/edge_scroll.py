"""Scrolls while something is dragged to the edge of the map, so that a drag can reach all of it."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QPointF, QTimer

from pilotmap.ui.canvas.viewport import Viewport

_EDGE_PX: Final = 26.0
_FASTEST_PX: Final = 22.0  # a frame, right at the edge
_FRAME_MS: Final = 16
_BEYOND_PX: Final = 240.0  # of empty ground past the end: room for a slot that is not there yet


class EdgeScroll(QObject):
    """The nearer to the edge the faster; it ends with the gesture."""

    def __init__(self, viewport: Viewport, moved: Callable[[QPointF], None]) -> None:
        super().__init__(viewport)
        self._viewport = viewport
        self._moved = moved
        self._pixel = QPointF()
        self._timer = QTimer(self)
        self._timer.setInterval(_FRAME_MS)
        self._timer.timeout.connect(self._scroll)

    def follow(self, pixel: QPointF) -> None:
        """The pointer is here, in the middle of a gesture."""
        self._pixel = pixel
        if self._speed() == (0.0, 0.0):
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """The gesture is over."""
        self._timer.stop()

    def _scroll(self) -> None:
        viewport, (dx, dy) = self._viewport, self._speed()
        view, whole, seen = viewport.view, viewport.whole, viewport.seen
        beyond = _BEYOND_PX / view.scale
        if (dx > 0 and seen.right > whole.right + beyond) or (dx < 0 and seen.x < whole.x - beyond):
            dx = 0.0
        if (dy > 0 and seen.bottom > whole.bottom + beyond) or (
            dy < 0 and seen.y < whole.y - beyond
        ):
            dy = 0.0
        if (dx, dy) == (0.0, 0.0):
            self._timer.stop()
            return
        viewport.show_view(view.scrolled(dx, dy))
        self._moved(self._pixel)

    def _speed(self) -> tuple[float, float]:
        width, height = self._viewport.width, self._viewport.free_height
        return (_pull(self._pixel.x(), width), _pull(self._pixel.y(), height))


def _pull(at: float, length: float) -> float:
    """How many pixels a frame, by how far into the edge the pointer is."""
    if at < _EDGE_PX:
        return -_FASTEST_PX * min(1.0, (_EDGE_PX - at) / _EDGE_PX)
    if at > length - _EDGE_PX:
        return _FASTEST_PX * min(1.0, (at - length + _EDGE_PX) / _EDGE_PX)
    return 0.0
