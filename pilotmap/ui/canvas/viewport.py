"""Where one looks at a picture: scrolling, zooming, fitting, by keys, by wheel and by pinch."""

from collections.abc import Callable
from math import inf
from typing import Final, Protocol

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from pilotmap.layout.drawing import Box
from pilotmap.ui.canvas.sheet import READABLE, Sheet
from pilotmap.ui.canvas.view import MARGIN, View, fitted

_ZOOM_STEP: Final = 1.2
_LEAST_FREE: Final = 40  # pixels; a card as high as the map still leaves a strip to look at
_NOTCH: Final = 120.0
_PIXELS_A_NOTCH: Final = 72.0


class Scene(Protocol):
    """What is looked at."""

    def whole(self, scale: float) -> Box:
        """All that can be looked at, in points; what does not shrink needs more of them."""

    def settle(self, room: tuple[float, float], least: float, most: float) -> bool:
        """Lie so in a room of this size that it can be read, where it may.

        Says whether it fills the width, and one looks at it from top to bottom.
        """

    @property
    def sheet(self) -> Sheet:
        """How it lies."""

    def heads_width(self) -> float:
        """How many points at the left never shrink under the readable scale."""

    def box_of_interest(self) -> Box | None:
        """What zooming by keyboard keeps in sight."""


class Viewport(QObject):
    """Knows the view that a widget has of a scene, and how hands move it."""

    zoomed = Signal(float)
    moved = Signal(bool)
    """One looks elsewhere; whether at once, as hands do it, or after an edit, which may glide."""
    covered = Signal(str)
    """Something at the lower edge covers more or less than before; its name."""

    def __init__(self, area: QWidget, scene: Scene) -> None:
        super().__init__(area)
        self._area, self._scene = area, scene
        self._covers: dict[str, int] = {}
        self.wheel_zooms = False
        """Whether the wheel alone zooms and scrolls with Ctrl, or the other way about."""
        self._view = View()
        self._filled: tuple[float, float, float] | None = None
        """The scale at which a folded picture fills the width, and the bounds that gave it."""
        # until someone looks elsewhere, another size is fitted again
        self._fit_again: Callable[[], None] | None = self.fit_readably
        area.installEventFilter(self)

    @property
    def view(self) -> View:
        """Where one looks."""
        return self._view

    @property
    def zoom(self) -> float:
        """Pixels a point; 1.0 is 100 %."""
        return self._view.scale

    @property
    def width(self) -> int:
        """The width of what is seen, in pixels."""
        return self._area.width()

    @property
    def free_height(self) -> int:
        """The height that nothing covers, in pixels."""
        return max(_LEAST_FREE, self._area.height() - max(self._covers.values(), default=0))

    @property
    def seen(self) -> Box:
        """What is seen of the scene, in points."""
        return self._view.visible(self.width, self.free_height)

    @property
    def whole(self) -> Box:
        """All that can be looked at, in points."""
        return self._scene.whole(self._view.scale)

    @property
    def is_fitted(self) -> bool:
        """Whether the view follows the size of the widget, as nobody has moved it since."""
        return self._fit_again is not None

    def cover(self, name: str, pixels: int) -> None:
        """Say how far up from the lower edge something reaches; 0 where it does no longer."""
        if self._covers.get(name, 0) != pixels:
            self._covers[name] = pixels
            self.covered.emit(name)

    def show_view(self, view: View, *, at_once: bool = True) -> None:
        """Look elsewhere; the picture cannot be lost from sight."""
        whole = self._scene.whole(view.scale)
        view = view.kept_near(whole, self.width, self.free_height)
        zoomed = view.scale != self._view.scale
        self._view = view
        self._fit_again = None
        self.moved.emit(at_once)
        if zoomed:
            self.zoomed.emit(view.scale)

    def follow(self, view: View) -> None:
        """Look on at the same after an edit: what was fitted before still is."""
        self._view = view
        self.moved.emit(False)

    def fit(self) -> None:
        """Show the whole picture, folded where it would be too small to read in one piece."""
        self.show_view(self._whole_view(READABLE, 1.0))
        self._show_chosen()
        self._fit_again = self.fit_readably

    def fit_readably(self) -> None:
        """Show the whole picture, or its beginning where all of it would be too small to read."""
        self.fit_largely(READABLE, 1.0)
        self._fit_again = self.fit_readably

    def fit_largely(self, at_least: float, at_most: float) -> None:
        """Show the whole picture as large as it goes, or its beginning where that is too small."""
        view = self._whole_view(at_least, at_most)
        if view.scale < at_least:
            view = View(at_least, -MARGIN / at_least, -MARGIN / at_least)
        self.show_view(view)
        self._fit_again = lambda: self.fit_largely(at_least, at_most)

    def refold(self) -> None:
        """Lie as it is wanted from now on, and look on at the same place."""
        self._lie_anew(READABLE, 1.0)

    def _lie_anew(self, least: float, most: float) -> None:
        """Fold anew or lie flat, with what is looked at in the middle."""
        at, chosen = self.seen.centre, self._scene.box_of_interest()
        if chosen is not None and self.seen.overlaps(chosen):
            at = chosen.centre
        point = self._scene.sheet.to_flat(at)
        scale = max(self._whole_view(least, most).scale, least)
        x, y = self._scene.sheet.to_sheet(point)
        view = View(scale, x - self.width / 2 / scale, y - self.free_height / 2 / scale)
        self.show_view(view.within(self._scene.whole(scale), self.width, self.free_height))

    def _show_chosen(self) -> None:
        box = self._scene.box_of_interest()
        if box is not None:
            self.show_view(self._view.showing(box, self.width, self.free_height))

    def _whole_view(self, least: float, most: float) -> View:
        room = (max(1.0, self.width - 2 * MARGIN), max(1.0, self.free_height - 2 * MARGIN))
        fills_width = self._scene.settle(room, least, most)
        height = inf if fills_width else self.free_height
        heads = (self._scene.heads_width(), READABLE)
        view = fitted(self._scene.whole(1.0), self.width, height, most, heads)
        self._filled = (view.scale, least, most) if fills_width else None
        return view

    def zoom_to(self, scale: float) -> None:
        """Another scale, around what is selected where it is in sight, else around the middle."""
        box, at = self._scene.box_of_interest(), (self.width / 2, self.free_height / 2)
        if box is not None and self.seen.overlaps(box):
            at = self._view.to_widget(*box.centre)
        view = self._view.zoomed(scale, at)
        if box is not None:
            view = view.showing(box, self.width, self.free_height)
        self.show_view(view)

    def zoom_in(self) -> None:
        """One notch nearer."""
        self.zoom_to(self._view.scale * _ZOOM_STEP)

    def zoom_out(self) -> None:
        """One notch further off."""
        self.zoom_to(self._view.scale / _ZOOM_STEP)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.Wheel and isinstance(event, QWheelEvent):
            self._turn_wheel(event)
            return True
        if kind == QEvent.Type.NativeGesture and isinstance(event, QNativeGestureEvent):
            return self._pinch(event)
        if kind == QEvent.Type.Resize:
            self._resize()
        return super().eventFilter(watched, event)

    def _resize(self) -> None:
        if self._fit_again is not None:
            fit_again, chosen = self._fit_again, self._scene.box_of_interest()
            was_seen = chosen is not None and self.seen.overlaps(chosen)
            fit_again()
            if was_seen:
                self._show_chosen()
            self._fit_again = fit_again
        elif self._filled is not None and self._filled[0] == self._view.scale:
            self._lie_anew(*self._filled[1:])
        else:
            self.show_view(self._view)

    def _turn_wheel(self, event: QWheelEvent) -> None:
        pixels, angle = event.pixelDelta(), event.angleDelta()
        with_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if with_ctrl != self.wheel_zooms:
            factor = _ZOOM_STEP ** (angle.y() / _NOTCH)
            at = (event.position().x(), event.position().y())
            self.show_view(self._view.zoomed(self._view.scale * factor, at))
            return
        dx, dy = float(pixels.x()), float(pixels.y())
        if pixels.isNull():
            dx, dy = (delta * _PIXELS_A_NOTCH / _NOTCH for delta in (angle.x(), angle.y()))
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and dx == 0:
            dx, dy = dy, 0.0
        self.show_view(self._view.scrolled(-dx, -dy))

    def _pinch(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return False
        at = (event.position().x(), event.position().y())
        self.show_view(self._view.zoomed(self._view.scale * (1 + event.value()), at))
        return True
