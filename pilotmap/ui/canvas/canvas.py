"""The map under hands: follows the session, and hands gestures to tools."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip

from pilotmap.language import tr
from pilotmap.layout.drawing import Point
from pilotmap.layout.theme import ThemeName
from pilotmap.model.map import PilotMap
from pilotmap.ui.canvas.edge_scroll import EdgeScroll
from pilotmap.ui.canvas.minimap import Minimap
from pilotmap.ui.canvas.naming import Make, Naming
from pilotmap.ui.canvas.picture import Picture
from pilotmap.ui.session import Session
from pilotmap.ui.tools.choose import pin_at, port_at, tool_for
from pilotmap.ui.tools.pan import Pan
from pilotmap.ui.tools.tool import Tool, moved_enough

_ADDING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


class Canvas(Picture):
    """One gesture at a time; the keyboard walks, and names are typed in place."""

    context_menu_wanted = Signal(QPoint)
    """The right button or the menu key, on what is selected by then; a global position."""
    gesture_ended = Signal()
    """The pointer let go; what was previewed before may be shown again."""
    selection_shown = Signal()
    """What is selected now is in sight; the forms, which take longer, have not followed yet."""

    def __init__(self, session: Session, theme_name: ThemeName = "light") -> None:
        super().__init__(session, theme_name)
        self.setObjectName("canvas")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(240, 160)
        self.setAccessibleName(tr("Process map"))
        self._tool: Tool | None = None
        self._pressed = QPointF()
        self._edges = EdgeScroll(self, self._drag_on)
        self._space_held = False
        self.naming = Naming(self)
        self.minimap = Minimap(self)
        self.view_moved.connect(self.naming.place)
        self.set_theme(theme_name)
        self.set_overlay(selected=session.selected, pinned=_pinned(session.map))
        session.map_changed.connect(self._follow_map)
        session.opened.connect(self._follow_opening)
        session.selection_changed.connect(self._follow_selection)
        session.view_changed.connect(self._follow_view)

    def set_theme(self, name: ThemeName) -> None:
        super().set_theme(name)
        self.naming.set_colours(self._colours)

    @property
    def has_gesture(self) -> bool:
        """Whether the pointer is in the middle of something."""
        return self._tool is not None

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
        self.gesture_ended.emit()
        return True

    def _forget_picture(self) -> None:
        super()._forget_picture()
        self.naming.place()

    def _follow_map(self, old: PilotMap, new: PilotMap) -> None:
        self.cancel_gesture()
        before, seen = self._last_drawing, self._painted_view()
        kept = self._overlay.selected[-1] if self._overlay.selected else None
        if _was_moved(old, new, kept):
            kept = None
        self.naming.cancel()  # its own edit has ended it; this one came from elsewhere
        self._preview = None
        self._ghosts = frozenset()
        self._overlay = replace(
            self._overlay,
            selected=self.session.selected,
            hovered=None,
            new=frozenset(),
            pinned=_pinned(new),
        )
        self._forget_picture()
        self._show_edited(before, seen, kept)

    def _follow_opening(self) -> None:
        self.naming.cancel()
        self.fit_readably()

    def _follow_selection(self) -> None:
        self.set_overlay(selected=self.session.selected)
        self.show_id(self.session.selection)
        self.selection_shown.emit()

    def _follow_view(self) -> None:
        self.naming.cancel()
        self._forget_picture()
        self.fit_readably()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.naming.take()
        if self._ghosts:  # a gesture takes hold of what is there, not of what is being typed
            self.preview(None)
            self.set_overlay(hovered=None)
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        pixel, at = self._places(event)
        self._pressed = pixel
        left = event.button() == Qt.MouseButton.LeftButton
        if event.button() == Qt.MouseButton.MiddleButton or (left and self._space_held):
            self._tool = Pan(self, pixel)
        elif left:
            adding = bool(event.modifiers() & _ADDING)
            self._tool = tool_for(self, at, pixel, self._overlay.hovered, adding=adding)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        pixel, at = self._places(event)
        if self._tool is None:
            self._hover(at)
            return
        self._tool.move(at, pixel)
        if self._tool.cursor is not None:
            self.setCursor(self._tool.cursor)
        if not isinstance(self._tool, Pan) and moved_enough(self._pressed, pixel):
            self._edges.follow(pixel)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._tool is None:
            return
        tool, (pixel, at) = self._tool, self._places(event)
        self._end_tool()
        tool.release(at, pixel)
        self.gesture_ended.emit()

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
            if hit.id not in self.session.selected:
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

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._space_held = False

    def focusNextPrevChild(self, _next: bool) -> bool:
        """Tab walks along the flow; the window has another key that leaves the canvas."""
        return False

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.set_overlay(hovered=None)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = self._view.to_picture(event.pos().x(), event.pos().y())
            pinned = pin_at(self, at) is not None
            words = tr("Kept in this place. A click or L lets it go.") if pinned else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def _places(self, event: QMouseEvent) -> tuple[QPointF, Point]:
        pixel = event.position()
        return pixel, self._view.to_picture(pixel.x(), pixel.y())

    def _hover(self, at: Point) -> None:
        if self.session.view == "today" and port_at(self, at, self._overlay.hovered):
            self.setCursor(Qt.CursorShape.CrossCursor)
            return
        if not self._space_held:
            self.unsetCursor()
        if pin_at(self, at) is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        hit = self.hit(at)
        self.set_overlay(hovered=hit.id if hit.kind in {"step", "flow", "lane-head"} else None)

    def _drag_on(self, pixel: QPointF) -> None:
        """The view moved under a pointer that holds something."""
        if self._tool is not None:
            self._tool.move(self._view.to_picture(pixel.x(), pixel.y()), pixel)

    def _end_tool(self) -> None:
        self._edges.stop()
        self._tool = None
        self.unsetCursor()


def _pinned(pilot_map: PilotMap) -> frozenset[str]:
    return frozenset(step.id for step in pilot_map.steps if step.pin is not None)


def _was_moved(old: PilotMap, new: PilotMap, thing: str | None) -> bool:
    """Whether the edit gave a step another place: then it is the step that moves, not the eye."""
    before, after = old.step_by_id.get(thing or ""), new.step_by_id.get(thing or "")
    if before is None or after is None:
        return False
    return (before.lane, before.pin) != (after.lane, after.pin)
