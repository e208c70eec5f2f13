"""The way of the eye and of all elements from where they were painted to where they are now."""

from time import perf_counter
from typing import Final

from PySide6 import QtWidgets
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from pilotmap.layout.drawing import Drawing, Point
from pilotmap.ui.canvas.glide import STILL, Glide, between, glide_between
from pilotmap.ui.canvas.overlay import Lag
from pilotmap.ui.canvas.view import View

_FRAME_MS: Final = 15


class Motion(QObject):
    """Remembers what is shown, so that what is shown next can glide there."""

    def __init__(self, area: QWidget) -> None:
        super().__init__(area)
        self._area = area
        self.is_unwanted = False
        """Whether the picture jumps from edit to edit, as a person may prefer."""
        self._drawing: Drawing | None = None
        self._view = View()
        self._glide: Glide = STILL
        self._frames = QTimer(self)
        self._frames.setInterval(_FRAME_MS)
        self._frames.timeout.connect(self._next_frame)

    @property
    def drawing(self) -> Drawing | None:
        """The picture that is shown, or on its way; None before the first."""
        return self._drawing

    @property
    def glide(self) -> Glide:
        """Where all comes from."""
        return self._glide

    @property
    def is_on(self) -> bool:
        """Whether elements are still on their way to where they are."""
        return self.left() > 0

    def left(self) -> float:
        """How much of the way is left now, from 1 to 0."""
        return 0.0 if self._glide is STILL else self._glide.left_at(_now_ms())

    def view_at(self, left: float) -> View:
        """Where the eye is, where so much of the way is left."""
        return between(self._glide.view, self._view, left)

    def lag(self, left: float) -> Lag:
        """How far from its place an element is painted, in pixels, where so much is left."""
        glide, scale = self._glide, self._view.scale * left

        def lag(element: str) -> Point:
            x, y = glide.offset_of(element) if left else (0.0, 0.0)
            return (x * scale, y * scale)

        return lag

    def jump(self, drawing: Drawing, view: View) -> None:
        """Show this at once."""
        self._glide = STILL
        self._drawing, self._view = drawing, view
        self._area.update()

    def go(self, drawing: Drawing, view: View) -> None:
        """Show this, gliding from what is painted now."""
        before, seen = self._drawing, self.view_at(self.left())
        if before is None or self.is_unwanted or not self._area.isVisible() or not self._animates():
            self.jump(drawing, view)
            return
        self._glide = glide_between(before, drawing, (seen, view), _now_ms(), self._glide)
        self._drawing, self._view = drawing, view
        if self._glide is not STILL:
            self._frames.start()
        self._area.update()

    def _animates(self) -> bool:
        """Whether the system wants movement."""
        # by its module: its many enumerations are made when it is named, not before the first paint
        hint = QtWidgets.QStyle.StyleHint.SH_Widget_Animation_Duration
        return self._area.style().styleHint(hint, None, self._area) > 0

    def _next_frame(self) -> None:
        if not self.is_on:
            self._glide = STILL
            self._frames.stop()
        self._area.update()


def _now_ms() -> float:
    return perf_counter() * 1000
