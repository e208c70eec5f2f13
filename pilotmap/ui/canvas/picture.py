"""The session's Drawing as it is painted: previews over it, gliding from edit to edit."""

from dataclasses import replace
from time import perf_counter
from typing import Any, Final

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent

from pilotmap.layout.drawing import Box, Drawing, Point
from pilotmap.layout.theme import ThemeName, theme
from pilotmap.model.ids import taken_ids
from pilotmap.model.map import PilotMap
from pilotmap.ui.canvas import heads
from pilotmap.ui.canvas.glide import STILL, Glide, between, glide_between
from pilotmap.ui.canvas.index import Hit
from pilotmap.ui.canvas.operations import Colours
from pilotmap.ui.canvas.overlay import Overlay
from pilotmap.ui.canvas.painter import fineness
from pilotmap.ui.canvas.places import box_of
from pilotmap.ui.canvas.stage import Stage, ghosts_of
from pilotmap.ui.canvas.strokes import paint_invitation
from pilotmap.ui.canvas.view import View
from pilotmap.ui.canvas.viewport import Viewport
from pilotmap.ui.derived import Derived
from pilotmap.ui.session import Session

_FRAME_MS: Final = 15


class Picture(Viewport):
    """What is seen is the Drawing; selection, ports and previews lie over it."""

    picture_changed = Signal()
    """Another Drawing, or other colours, are shown from now on."""

    def __init__(self, session: Session, theme_name: ThemeName) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.session = session
        self.less_motion = False
        """Whether the picture jumps from edit to edit, as a person may prefer."""
        self._preview: Derived | None = None
        self._ghosts: frozenset[str] = frozenset()
        self._stage: Stage | None = None
        self._last_stage: Stage | None = None
        self._overlay = Overlay()
        self._glide: Glide = STILL
        self._frames = QTimer(self)
        self._frames.setInterval(_FRAME_MS)
        self._frames.timeout.connect(self._next_frame)
        self._colours: Colours = theme(theme_name)

    @property
    def drawing(self) -> Drawing:
        """The picture as it is shown, previews included."""
        return self._preview.today if self._preview else self.session.drawing

    @property
    def _last_drawing(self) -> Drawing:
        """The picture shown last, which an edit of the session has already left behind."""
        return self._last_stage.drawing if self._last_stage else self.drawing

    @property
    def overlay(self) -> Overlay:
        """What lies over the picture right now."""
        return self._overlay

    @property
    def colours(self) -> Colours:
        """The theme's colours by role."""
        return self._colours

    @property
    def is_gliding(self) -> bool:
        """Whether things are still on their way to where they are."""
        return self._glide.left_at(_now_ms()) > 0 and self._glide is not STILL

    def whole(self) -> Box:
        return Box(0, 0, self.drawing.width, self.drawing.height)

    def centre_of_interest(self) -> Point | None:
        box = box_of(self.drawing, self.session.selection)
        return None if box is None else box.centre

    def set_theme(self, name: ThemeName) -> None:
        """Paint in another theme from now on."""
        self._colours = theme(name)
        self._forget_picture()

    def show_view(self, view: View) -> None:
        self._glide = STILL  # hands move the view now
        super().show_view(view)

    def show_id(self, thing: str | None) -> None:
        """Bring a thing into sight, moving the view no further than needed."""
        seen, going, view = self._painted_view(), self._glide, self._view
        self._bring_into_sight(thing)
        if view != self._view:
            self._start_glide(self.drawing, seen, going)

    def preview(
        self, pilot_map: PilotMap | None, selected: str | None = None, *, ghostly: bool = False
    ) -> None:
        """Show a map that is not committed, or the session's again.

        What is only in it is shown half transparent where it is `ghostly`.
        """
        shown = None if pilot_map is None else Derived(pilot_map)
        self.preview_derived(shown, selected, ghostly=ghostly)

    def preview_derived(
        self, shown: Derived | None, selected: str | None = None, *, ghostly: bool = False
    ) -> None:
        """The same with what follows from the map computed already."""
        if shown is None and self._preview is None:
            return
        before, seen, going = self.drawing, self._painted_view(), self._glide
        self._preview = shown
        self._ghosts = frozenset()
        if shown is not None and ghostly:
            self._ghosts = frozenset(ghosts_of(self.drawing, taken_ids(self.session.map)))
        ring = (selected,) if selected else self.session.selected
        self._overlay = replace(self._overlay, selected=ring, new=self._ghosts)
        self._forget_picture()
        self._start_glide(before, seen, going)

    def set_overlay(self, **changes: Any) -> None:
        """Change what lies over the picture."""
        overlay = replace(self._overlay, **changes)
        if overlay != self._overlay:
            self._overlay = overlay
            self.update()

    def hit(self, at: Point) -> Hit:
        """What lies at a point of the picture."""
        lane = heads.lane_of_head(self.drawing, self._view, *at)
        if lane:
            return Hit("lane-head", lane)
        return self._staged().index.hit(*at, scale=self._view.scale)

    def steps_within(self, box: Box) -> tuple[str, ...]:
        """The steps that a box of the picture touches."""
        return self._staged().index.within_lasso(box)

    def _show_edited(self, before: Drawing, seen: View, kept: str | None) -> None:
        """After an edit: what was looked at stays where the eye is, what was made is in sight."""
        going = self._glide
        self._view = self._anchored(before, kept)
        self._bring_into_sight(self.session.selection)
        self.view_moved.emit()
        self._start_glide(before, seen, going)

    def _anchored(self, before: Drawing, thing: str | None) -> View:
        """The view in which a thing stands where it stood; unmoved where all is in sight anyway."""
        old, new = box_of(before, thing), box_of(self.drawing, thing)
        view = self._view
        if old is None or new is None or not self.isVisible():
            return view
        if not view.visible(self.width(), self.free_height).overlaps(old):
            return view
        by = (new.centre[0] - old.centre[0], new.centre[1] - old.centre[1])
        return view.anchored(by, self.whole(), self.width(), self.free_height)

    def _bring_into_sight(self, thing: str | None) -> None:
        box = box_of(self.drawing, thing)
        if box is None or not self.isVisible():
            return
        left = 0.0
        if thing in self.drawing.geometry.lane_by_id:
            box = box._replace(x=box.x + heads.shift(self.drawing, self._view))
        else:
            left = heads.covered(self.drawing)
        view = self._view.showing(box, self.width(), self.free_height, left)
        if view != self._view:
            super().show_view(view)

    def _start_glide(self, before: Drawing, seen: View, going: Glide) -> None:
        if self.less_motion or not self.isVisible() or not self._animates():
            self._glide = STILL
        else:
            self._glide = glide_between(before, self.drawing, (seen, self._view), _now_ms(), going)
        if self._glide is not STILL:
            self._frames.start()
        self.update()

    def _animates(self) -> bool:
        """Whether the system wants movement."""
        # its many enumerations are made when it is first named: not before the first paint
        from PySide6.QtWidgets import QStyle  # noqa: PLC0415

        hint = QStyle.StyleHint.SH_Widget_Animation_Duration
        return self.style().styleHint(hint, None, self) > 0

    def _next_frame(self) -> None:
        if not self.is_gliding:
            self._glide = STILL
            self._frames.stop()
        self.update()

    def _painted_view(self) -> View:
        return between(self._glide.view, self._view, self._left())

    def _left(self) -> float:
        return 0.0 if self._glide is STILL else self._glide.left_at(_now_ms())

    def _staged(self) -> Stage:
        if self._stage is None:
            self._stage = Stage(self.drawing, self._colours, self._ghosts, self._last_stage)
            self._last_stage = self._stage
        return self._stage

    def _forget_picture(self) -> None:
        self._stage = None
        self.update()
        self.picture_changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._colours["ground"]))
        left = self._left()
        view = between(self._glide.view, self._view, left)
        area = event.rect()
        x, y = view.to_picture(area.x(), area.y())
        seen = Box(x, y, area.width() / view.scale, area.height() / view.scale)
        fine = fineness(view.scale, self.devicePixelRatioF())
        painter.save()
        painter.scale(view.scale, view.scale)
        painter.translate(-view.x, -view.y)
        self._staged().paint(painter, view, seen, fine, (self._glide, left))
        painter.restore()
        self._staged().paint_names(painter, view, seen, fine)
        painter.setClipRect(self._beside_heads(view))
        self._overlay.paint(painter, self.drawing, view, self._colours, self._lag(left))
        painter.setClipping(False)
        if not self.drawing.geometry.lanes:
            room = QRectF(0, 0, self.width(), self.free_height)
            paint_invitation(painter, room, self._colours)
        painter.end()

    def _beside_heads(self, view: View) -> QRectF:
        """Where things of the map are not covered by the heads of the lanes."""
        covered = 0.0
        if heads.shift(self.drawing, view):
            covered = heads.covered(self.drawing) * view.scale
        return QRectF(covered, 0, self.width() - covered, self.height())

    def _lag(self, left: float) -> Any:
        glide, scale = self._glide, self._view.scale * left

        def lag(thing: str) -> Point:
            x, y = glide.offset_of(thing) if left else (0.0, 0.0)
            return (x * scale, y * scale)

        return lag


def _now_ms() -> float:
    return perf_counter() * 1000
