"""Drags a step to another lane or another slot."""

from PySide6.QtCore import QPointF, Qt

from pilotmap.layout.drawing import Box, Point
from pilotmap.model.edits.steps import move_to_lane, pin
from pilotmap.model.errors import EditRefused
from pilotmap.model.map import PilotMap
from pilotmap.ui.canvas.slots import Slot, slot_at
from pilotmap.ui.tools.desk import Desk
from pilotmap.ui.tools.tool import moved_enough


class MoveStep:
    """Another lane is another owner, another slot a pin; a press without a drag selects."""

    cursor: Qt.CursorShape | None = Qt.CursorShape.SizeAllCursor

    def __init__(self, desk: Desk, step: str, at: Point, pixel: QPointF) -> None:
        self._desk = desk
        self._step = step
        self._pressed_at = at
        self._pressed = pixel
        self._geometry = desk.drawing.geometry  # slots stay put while the preview moves things
        self._home = self._geometry.step_by_id[step]
        self._dragging = False
        self._shown: Slot | None = None

    def move(self, at: Point, pixel: QPointF) -> None:
        self._dragging = self._dragging or moved_enough(self._pressed, pixel)
        if not self._dragging:
            return
        slot = self._slot(at)
        if slot != self._shown:
            self._shown = slot
            self._desk.preview(self._moved(slot))
        self._desk.set_overlay(ghost=self._ghost(at), hovered=None)

    def release(self, at: Point, pixel: QPointF) -> None:
        self.move(at, pixel)
        self.cancel()
        if not self._dragging:
            return
        new = self._moved(self._slot(at))
        if new is None:
            return
        session = self._desk.session
        step = session.map.step_by_id[self._step]
        lane = new.step_by_id[self._step].lane
        words = f"Move “{step.name}”"
        if lane != step.lane:
            words = f"Give “{step.name}” to {new.lane_by_id[lane].name}"
        session.commit(new, words, select=self._step)

    def cancel(self) -> None:
        self._desk.preview(None)
        self._desk.set_overlay(ghost=None)

    def _slot(self, at: Point) -> Slot | None:
        box = self._ghost(at)
        return slot_at(self._desk.session.map, self._geometry, *box.centre)

    def _ghost(self, at: Point) -> Box:
        box = self._home.box
        dx, dy = at[0] - self._pressed_at[0], at[1] - self._pressed_at[1]
        return Box(box.x + dx, box.y + dy, box.w, box.h)

    def _moved(self, slot: Slot | None) -> PilotMap | None:
        """The map with the step in the slot; None where that changes nothing."""
        if slot is None:
            return None
        new = here = self._desk.session.map
        lane = here.step_by_id[self._step].lane
        elsewhere = slot.column != self._home.column or (
            slot.lane == lane and slot.row != self._home.row
        )
        try:
            if slot.lane != lane:
                new = move_to_lane(new, self._step, slot.lane)
            if elsewhere:
                new = pin(new, self._step, slot.column, slot.row)
        except EditRefused:
            return None
        return None if new is here else new
