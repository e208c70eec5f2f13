"""The map on screen: one widget that paints the session's Drawing and hands gestures to tools."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)

from pilotmap.layout.drawing import Box, Drawing, Point
from pilotmap.layout.theme import ThemeName, theme
from pilotmap.model.map import PilotMap
from pilotmap.ui.canvas import heads
from pilotmap.ui.canvas.announcing import announce
from pilotmap.ui.canvas.index import Hit, Index
from pilotmap.ui.canvas.naming import Make, Naming
from pilotmap.ui.canvas.operations import Colours
from pilotmap.ui.canvas.overlay import Overlay, paint_invitation
from pilotmap.ui.canvas.painter import Painter, fineness
from pilotmap.ui.canvas.places import box_of
from pilotmap.ui.canvas.viewport import Viewport
from pilotmap.ui.derived import Derived
from pilotmap.ui.session import Session
from pilotmap.ui.tools.choose import port_at, tool_for
from pilotmap.ui.tools.pan import Pan
from pilotmap.ui.tools.tool import Tool


class Canvas(Viewport):
    """What is seen is the Drawing; selection, ports and previews lie over it."""

    context_menu_wanted = Signal(QPoint)
    """The right button or the menu key, on what is selected by then; a global position."""

    def __init__(self, session: Session, theme_name: ThemeName = "light") -> None:
        super().__init__()
        self.setObjectName("canvas")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(240, 160)
        self.setAccessibleName("Process map")
        self.session = session
        self._preview: Derived | None = None
        self._painter: Painter | None = None
        self._index: Index | None = None
        self._overlay = Overlay()
        self._tool: Tool | None = None
        self._space_held = False
        self.naming = Naming(self)
        self.view_moved.connect(self.naming.place)
        self.set_theme(theme_name)
        session.map_changed.connect(self._follow_map)
        session.opened.connect(self._follow_opening)
        session.selection_changed.connect(self._follow_selection)
        session.view_changed.connect(self._follow_view)

    @property
    def drawing(self) -> Drawing:
        """The picture as it is shown, previews included."""
        return self._preview.today if self._preview else self.session.drawing

    @property
    def overlay(self) -> Overlay:
        """What lies over the picture right now."""
        return self._overlay

    @property
    def colours(self) -> Colours:
        """The theme's colours by role."""
        return self._colours

    def whole(self) -> Box:
        return Box(0, 0, self.drawing.width, self.drawing.height)

    def centre_of_interest(self) -> Point | None:
        box = box_of(self.drawing, self.session.selection)
        return None if box is None else box.centre

    def set_theme(self, name: ThemeName) -> None:
        """Paint in another theme from now on."""
        self._colours = theme(name)
        self.naming.editor.set_colours(self._colours)
        self._forget_picture()

    def show_id(self, thing: str | None) -> None:
        """Bring a thing into sight, moving the view no further than needed."""
        box = box_of(self.drawing, thing)
        if box is not None and self.isVisible():
            left = 0.0
            if thing in self.drawing.geometry.lane_by_id:
                box = replace(box, x=box.x + heads.shift(self.drawing, self._view))
            else:
                left = heads.covered(self.drawing)
            view = self._view.showing(box, self.width(), self.free_height, left)
            if view != self._view:
                self.show_view(view)

    def preview(self, pilot_map: PilotMap | None, selected: str | None = None) -> None:
        """Show a map that is not committed, or the session's again."""
        if pilot_map is None and self._preview is None:
            return
        self._preview = None if pilot_map is None else Derived(pilot_map)
        self._overlay = replace(self._overlay, selected=selected or self.session.selection)
        self._forget_picture()

    def set_overlay(self, **changes: Any) -> None:
        """Change what lies over the picture."""
        overlay = replace(self._overlay, **changes)
        if overlay != self._overlay:
            self._overlay = overlay
            self.update()

    def hit(self, at: Point) -> Hit:
        """What lies at a point of the picture."""
        lane = heads.lane_of_head(self.drawing, self._view, *at)
        return Hit("lane-head", lane) if lane else self._indexed().hit(*at, scale=self._view.scale)

    def name_new(self, make: Make) -> None:
        """Ask for the name of a new step where it will stand."""
        self.naming.new(make)

    def edit_name(self) -> None:
        """Edit the name of what is selected, in place."""
        if self.session.selection is not None and self.session.view == "today":
            self.naming.rename(self.session.selection)

    def cancel_gesture(self) -> bool:
        """Drop the gesture in progress; False where there is none."""
        if self._tool is None:
            return False
        self._tool.cancel()
        self._end_tool()
        return True

    def _indexed(self) -> Index:
        if self._index is None:
            self._index = Index(self.drawing)
        return self._index

    def _forget_picture(self) -> None:
        self._painter = self._index = None
        self.naming.place()
        self.update()

    def _follow_map(self) -> None:
        self.cancel_gesture()
        self.naming.cancel()  # its own edit has ended it; this one came from elsewhere
        self._preview = None
        self._overlay = replace(self._overlay, selected=self.session.selection, hovered=None)
        self._forget_picture()
        self.show_id(self.session.selection)

    def _follow_opening(self) -> None:
        self.naming.cancel()
        self.fit_readably()

    def _follow_selection(self) -> None:
        self.set_overlay(selected=self.session.selection)
        self.show_id(self.session.selection)
        announce(self, self.session)

    def _follow_view(self) -> None:
        self.naming.cancel()
        self._forget_picture()
        self.fit_readably()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._colours["ground"]))
        if self._painter is None:
            self._painter = Painter(self.drawing, self._colours)
        view = self._view
        left, top = view.to_picture(event.rect().x(), event.rect().y())
        seen = Box(left, top, event.rect().width() / view.scale, event.rect().height() / view.scale)
        fine = fineness(view.scale, self.devicePixelRatioF())
        painter.save()
        painter.scale(view.scale, view.scale)
        painter.translate(-view.x, -view.y)
        self._painter.paint(painter, lambda: self._indexed().within(seen), fine)
        heads.paint_shifted(painter, self._painter, view, fine)
        painter.restore()
        self._overlay.paint(painter, self.drawing, view, self._colours)
        if not self.drawing.geometry.lanes:
            room = QRectF(0, 0, self.width(), self.free_height)
            paint_invitation(painter, room, self._colours)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.naming.take()
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        pixel, at = self._places(event)
        left = event.button() == Qt.MouseButton.LeftButton
        if event.button() == Qt.MouseButton.MiddleButton or (left and self._space_held):
            self._tool = Pan(self, pixel)
        elif left:
            self._tool = tool_for(self, at, pixel, self._overlay.hovered)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        pixel, at = self._places(event)
        if self._tool is not None:
            self._tool.move(at, pixel)
            if self._tool.cursor is not None:
                self.setCursor(self._tool.cursor)
            return
        self._hover(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._tool is None:
            return
        tool, (pixel, at) = self._tool, self._places(event)
        self._end_tool()
        tool.release(at, pixel)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        _, at = self._places(event)
        if event.button() != Qt.MouseButton.LeftButton or self.session.view != "today":
            return
        hit = self.hit(at)
        if hit.kind == "lane":
            self.naming.new_in_lane(at)
        elif hit.kind != "empty":
            self.naming.rename(hit.id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            hit = self.hit(self._view.to_picture(event.pos().x(), event.pos().y()))
            self.session.select(hit.id or None)
        self.context_menu_wanted.emit(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space_held = True
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        elif event.key() == Qt.Key.Key_Escape and self.cancel_gesture():
            return
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space_held = False
            self.unsetCursor()
        else:
            super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        announce(self, self.session)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._space_held = False

    def focusNextPrevChild(self, _next: bool) -> bool:
        """Tab walks along the flow; the window has another key that leaves the canvas."""
        return False

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.set_overlay(hovered=None)

    def _places(self, event: QMouseEvent) -> tuple[QPointF, Point]:
        pixel = event.position()
        return pixel, self._view.to_picture(pixel.x(), pixel.y())

    def _hover(self, at: Point) -> None:
        if self.session.view == "today" and port_at(self, at, self._overlay.hovered):
            self.setCursor(Qt.CursorShape.CrossCursor)
            return
        if not self._space_held:
            self.unsetCursor()
        hit = self.hit(at)
        self.set_overlay(hovered=hit.id if hit.kind in {"step", "flow", "lane-head"} else None)

    def _end_tool(self) -> None:
        self._tool = None
        self.unsetCursor()
