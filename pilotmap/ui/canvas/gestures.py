"""The pointer over the picture, and the keys it is held with: one gesture at a time."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip, QWidget

from pilotmap.language import tr
from pilotmap.layout.drawing import Point
from pilotmap.ui.canvas.edge_scroll import EdgeScroll
from pilotmap.ui.tools.choose import pin_at, port_at, tool_for
from pilotmap.ui.tools.desk import Desk
from pilotmap.ui.tools.pan import Pan
from pilotmap.ui.tools.tool import Tool, moved_enough

_ADDING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


class Gestures(QObject):
    """Hears the events of a widget before it does, and hands each gesture to a tool."""

    ended = Signal()
    """The pointer let go."""
    menu_wanted = Signal(QPoint)
    """The right button or the menu key, on what is selected by then; a global position."""

    def __init__(self, area: QWidget, desk: Desk) -> None:
        super().__init__(area)
        self._area, self._desk = area, desk
        self._tool: Tool | None = None
        self._pressed = QPointF()
        self._edges = EdgeScroll(desk.viewport, self._drag_on)
        self._space_held = False
        kinds = QEvent.Type
        self._answers: dict[QEvent.Type, Callable[[Any], bool]] = {
            kinds.MouseButtonPress: self._press,
            kinds.MouseMove: self._move,
            kinds.MouseButtonRelease: self._release,
            kinds.MouseButtonDblClick: self._press_twice,
            kinds.ContextMenu: self._ask_for_menu,
            kinds.ToolTip: self._explain,
            kinds.KeyPress: self._press_key,
            kinds.KeyRelease: self._release_key,
            kinds.FocusOut: self._lose_keyboard,
            kinds.Leave: self._leave,
        }
        area.installEventFilter(self)

    @property
    def is_on(self) -> bool:
        """Whether the pointer is in the middle of something."""
        return self._tool is not None

    def cancel(self) -> bool:
        """Drop the gesture in progress; False where there is none."""
        if self._tool is None:
            return False
        self._tool.cancel()
        self._end_tool()
        self.ended.emit()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        answer = self._answers.get(event.type())
        return answer is not None and answer(event)

    def _press(self, event: QMouseEvent) -> bool:
        desk = self._desk
        desk.naming.take()
        if desk.picture.has_ghosts:  # it takes hold of what is there, not of what is being typed
            desk.picture.preview(None)
            desk.picture.set_overlay(hovered=None)
        self._area.setFocus(Qt.FocusReason.MouseFocusReason)
        pixel, at = self._places(event)
        self._pressed = pixel
        left = event.button() == Qt.MouseButton.LeftButton
        if event.button() == Qt.MouseButton.MiddleButton or (left and self._space_held):
            self._tool = Pan(desk, pixel)
        elif left:
            adding = bool(event.modifiers() & _ADDING)
            self._tool = tool_for(desk, at, pixel, desk.picture.overlay.hovered, adding=adding)
        return True

    def _move(self, event: QMouseEvent) -> bool:
        pixel, at = self._places(event)
        if self._tool is None:
            self._hover(at)
            return True
        self._tool.move(at, pixel)
        if self._tool.cursor is not None:
            self._area.setCursor(self._tool.cursor)
        if not isinstance(self._tool, Pan) and moved_enough(self._pressed, pixel):
            self._edges.follow(pixel)
        return True

    def _release(self, event: QMouseEvent) -> bool:
        if self._tool is not None:
            tool, (pixel, at) = self._tool, self._places(event)
            self._end_tool()
            tool.release(at, pixel)
            self.ended.emit()
        return True

    def _press_twice(self, event: QMouseEvent) -> bool:
        _, at = self._places(event)
        if event.button() == Qt.MouseButton.LeftButton and self._desk.session.view == "today":
            hit = self._desk.picture.hit(at)
            if hit.kind == "lane":
                self._desk.naming.new_in_lane(at)
            elif hit.kind != "empty":
                self._desk.naming.rename(hit.id)
        return True

    def _ask_for_menu(self, event: QContextMenuEvent) -> bool:
        session = self._desk.session
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            hit = self._desk.picture.hit(self._point(event.pos()))
            if hit.id not in session.selected:
                session.select(hit.id or None)
        self.menu_wanted.emit(event.globalPos())
        return True

    def _explain(self, event: QHelpEvent) -> bool:
        pinned = pin_at(self._desk, self._point(event.pos())) is not None
        words = tr("Kept in this place. A click or L lets it go.") if pinned else ""
        QToolTip.showText(event.globalPos(), words, self._area)
        return True

    def _press_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space_held = True
            self._area.setCursor(Qt.CursorShape.OpenHandCursor)
            return True
        return event.key() == Qt.Key.Key_Escape and self.cancel()

    def _release_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space_held = False
            self._area.unsetCursor()
            return True
        return False

    def _lose_keyboard(self, _event: QEvent) -> bool:
        self._space_held = False
        return False

    def _leave(self, _event: QEvent) -> bool:
        self._desk.picture.set_overlay(hovered=None)
        return False

    def _places(self, event: QMouseEvent) -> tuple[QPointF, Point]:
        pixel = event.position()
        return pixel, self._point(pixel)

    def _point(self, pixel: QPoint | QPointF) -> Point:
        return self._desk.viewport.view.to_picture(pixel.x(), pixel.y())

    def _hover(self, at: Point) -> None:
        desk, picture = self._desk, self._desk.picture
        if desk.session.view == "today" and port_at(desk, at, picture.overlay.hovered):
            self._area.setCursor(Qt.CursorShape.CrossCursor)
            return
        if not self._space_held:
            self._area.unsetCursor()
        if pin_at(desk, at) is not None:
            self._area.setCursor(Qt.CursorShape.PointingHandCursor)
        hit = picture.hit(at)
        picture.set_overlay(hovered=hit.id if hit.kind in {"step", "flow", "lane-head"} else None)

    def _drag_on(self, pixel: QPointF) -> None:
        """The view moved under a pointer that holds something."""
        if self._tool is not None:
            self._tool.move(self._point(pixel), pixel)

    def _end_tool(self) -> None:
        self._edges.stop()
        self._tool = None
        self._area.unsetCursor()
