"""The session's picture as one sees it: previews in it, selection and gestures over it."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QRect, QRectF, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from pilotmap.layout.drawing import Box, Drawing, Point
from pilotmap.layout.theme import ThemeName, theme
from pilotmap.model.ids import taken_ids
from pilotmap.model.map import PilotMap
from pilotmap.ui.canvas.gaze import Gaze
from pilotmap.ui.canvas.heads import Heads
from pilotmap.ui.canvas.index import Hit
from pilotmap.ui.canvas.motion import Motion
from pilotmap.ui.canvas.operations import Colours
from pilotmap.ui.canvas.overlay import Overlay
from pilotmap.ui.canvas.painter import fineness
from pilotmap.ui.canvas.places import box_of
from pilotmap.ui.canvas.sheet import Folds, Sheet
from pilotmap.ui.canvas.stage import Stage, ghosts_of
from pilotmap.ui.canvas.strokes import paint_invitation
from pilotmap.ui.canvas.view import View
from pilotmap.ui.canvas.viewport import Viewport
from pilotmap.ui.derived import Derived
from pilotmap.ui.session import Session


class Picture(QObject):
    """What is seen is the Drawing; it says what lies where, and brings elements into sight."""

    changed = Signal()
    """Another Drawing, or other colours, are shown from now on."""

    def __init__(self, area: QWidget, session: Session, theme_name: ThemeName) -> None:
        super().__init__(area)
        self._area = area
        self.session = session
        self.folds = Folds()
        self.viewport = Viewport(area, self)
        self.motion = Motion(area)
        self.gaze = Gaze(area, self)
        self._preview: Derived | None = None
        self._ghosts: frozenset[str] = frozenset()
        self._stage: Stage | None = None
        self._last_stage: Stage | None = None
        self._colours: Colours = theme(theme_name)
        self._overlay = Overlay(selected=session.selected, pinned=_pinned(session.map))
        self.viewport.moved.connect(self._follow_eye)

    @property
    def drawing(self) -> Drawing:
        """The picture as it is shown, folded where it is, previews included."""
        return self.sheet.drawing

    @property
    def sheet(self) -> Sheet:
        """How the picture lies on the screen."""
        flat = self._preview.today if self._preview else self.session.drawing
        return self.folds.sheet(flat)

    @property
    def heads(self) -> Heads:
        """The heads of the lanes as they are shown."""
        return self._staged().heads

    @property
    def overlay(self) -> Overlay:
        """What lies over the picture right now."""
        return self._overlay

    @property
    def colours(self) -> Colours:
        """The theme's colours by role."""
        return self._colours

    @property
    def has_ghosts(self) -> bool:
        """Whether it shows elements that what is being typed would make."""
        return bool(self._ghosts)

    def whole(self, scale: float) -> Box:
        """All of it, in points, with the room that the heads of the lanes take at a scale."""
        beyond = self.heads.room(scale)
        return Box(-beyond, 0, self.drawing.width + beyond, self.drawing.height)

    def heads_width(self) -> float:
        """How many points at the left never shrink under the readable scale."""
        return self.heads.width

    def settle(self, room: tuple[float, float], least: float, most: float) -> bool:
        """Fold for a room in pixels, or lie flat; whether it is looked at from top to bottom."""
        before = self.sheet
        fills_width = self.folds.settle(before.flat, room, least, most)
        if self.sheet is not before:
            self.renew()
        return fills_width

    def box_of_interest(self) -> Box | None:
        """The place of what is selected."""
        return box_of(self.drawing, self.session.selection)

    def set_theme(self, name: ThemeName) -> None:
        """Paint in another theme from now on."""
        self._colours = theme(name)
        self.renew()

    def renew(self) -> None:
        """Prepare what is painted anew: the Drawing or the colours are others."""
        self._stage = None
        self._area.update()
        self.changed.emit()

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
        self._preview = shown
        self._ghosts = frozenset()
        if shown is not None and ghostly:
            self._ghosts = frozenset(ghosts_of(self.drawing, taken_ids(self.session.map)))
        ring = (selected,) if selected else self.session.selected
        self._overlay = replace(self._overlay, selected=ring, new=self._ghosts)
        self.renew()
        self.motion.go(self.drawing, self.viewport.view)

    def set_overlay(self, **changes: Any) -> None:
        """Change what lies over the picture."""
        overlay = replace(self._overlay, **changes)
        if overlay != self._overlay:
            self._overlay = overlay
            self._area.update()

    def hit(self, at: Point) -> Hit:
        """What lies at a point of the picture."""
        view = self.viewport.view
        lane = self.heads.lane_at(view, *view.to_widget(*at))
        if lane:
            return Hit("lane-head", lane)
        return self._staged().index.hit(*at, scale=view.scale)

    def steps_within(self, box: Box) -> tuple[str, ...]:
        """The steps that a box of the picture touches."""
        return self._staged().index.within_lasso(box)

    def follow(self, old: PilotMap, new: PilotMap) -> None:
        """Show the session's map after an edit.

        What was looked at stays where the eye is, what was made is in sight.
        """
        kept = self._overlay.selected[-1] if self._overlay.selected else None
        if _was_moved(old, new, kept):
            kept = None
        self._preview = None
        self._ghosts = frozenset()
        self._overlay = replace(
            self._overlay,
            selected=self.session.selected,
            hovered=None,
            new=frozenset(),
            pinned=_pinned(new),
        )
        self.renew()
        self.gaze.follow_edit(kept, old, new)

    def paint(self, painter: QPainter, area: QRect) -> None:
        """Paint a part of the widget."""
        painter.fillRect(area, QColor(self._colours["ground"]))
        left = self.motion.left()
        view = self.motion.view_at(left)
        x, y = view.to_picture(area.x(), area.y())
        seen = Box(x, y, area.width() / view.scale, area.height() / view.scale)
        fine = fineness(view.scale, self._area.devicePixelRatioF())
        moving = (self.motion.glide, left)
        painter.save()
        painter.scale(view.scale, view.scale)
        painter.translate(-view.x, -view.y)
        self._staged().paint(painter, seen, fine, moving)
        painter.restore()
        self._staged().paint_beside(painter, view, seen, fine, moving)
        painter.setClipRect(self._beside_heads(view))
        self._overlay.paint(painter, self.drawing, view, self._colours, self.motion.lag(left))
        painter.setClipping(False)
        if not self.drawing.geometry.lanes:
            room = QRectF(0, 0, self.viewport.width, self.viewport.free_height)
            paint_invitation(painter, room, self._colours)

    def _follow_eye(self, at_once: bool) -> None:
        show = self.motion.jump if at_once else self.motion.go
        show(self.drawing, self.viewport.view)

    def _staged(self) -> Stage:
        if self._stage is None:
            self._stage = Stage(self.drawing, self._colours, self._ghosts, self._last_stage)
            self._last_stage = self._stage
        return self._stage

    def _beside_heads(self, view: View) -> QRectF:
        """Where elements of the map are not covered by the heads of the lanes."""
        covered = self.heads.hidden_px(view)
        return QRectF(covered, 0, self._area.width() - covered, self._area.height())


def _pinned(pilot_map: PilotMap) -> frozenset[str]:
    return frozenset(step.id for step in pilot_map.steps if step.pin is not None)


def _was_moved(old: PilotMap, new: PilotMap, element: str | None) -> bool:
    """Whether the edit gave a step another place: then it is the step that moves, not the eye."""
    before, after = old.step_by_id.get(element or ""), new.step_by_id.get(element or "")
    if before is None or after is None:
        return False
    return (before.lane, before.pin) != (after.lane, after.pin)
