"""Drags a step, or all that are selected, to another lane or another slot."""

from PySide6.QtCore import QPointF, Qt

from pilotmap.language import tr, trn
from pilotmap.layout.drawing import Box, Point
from pilotmap.model.edits.steps import move_to_lane, pin
from pilotmap.model.errors import EditRefused
from pilotmap.model.map import PilotMap
from pilotmap.ui.canvas.slots import Slot, slot_at
from pilotmap.ui.tools.desk import Desk
from pilotmap.ui.tools.tool import moved_enough


class MoveSteps:
    """Another lane is another owner, another slot a pin; a press without a drag selects."""

    cursor: Qt.CursorShape | None = Qt.CursorShape.SizeAllCursor

    def __init__(self, desk: Desk, step: str, at: Point, pixel: QPointF) -> None:
        self._desk = desk
        self._step = step
        chosen = desk.session.selected
        self._steps = tuple(s for s in chosen if s in desk.session.map.step_by_id) or (step,)
        self._pressed_at = at
        self._pressed = pixel
        self._sheet = desk.picture.sheet  # slots stay put while the preview moves things
        self._home = self._sheet.drawing.geometry.step_by_id[step]
        self._dragging = False
        self._shown: Slot | None = None

    def move(self, at: Point, pixel: QPointF) -> None:
        self._dragging = self._dragging or moved_enough(self._pressed, pixel)
        if not self._dragging:
            return
        slot = self._slot(at)
        if slot != self._shown:
            self._shown = slot
            self._desk.picture.preview(self._moved(slot))
        landing = self._desk.picture.drawing.geometry.step_by_id[self._step].box
        self._desk.picture.set_overlay(ghost=self._ghost(at), slot=landing, hovered=None)

    def release(self, at: Point, pixel: QPointF) -> None:
        self.move(at, pixel)
        session = self._desk.session
        new = self._moved(self._slot(at)) if self._dragging else None
        # steps that stay where they are shown already do not go back before
        if new is None or not session.commit(new, self._words(new)):
            self.cancel()
        self._desk.picture.set_overlay(ghost=None, slot=None)
        if not self._dragging:
            session.select(self._step)
        elif new is not None:
            session.select_several((*(s for s in self._steps if s != self._step), self._step))

    def cancel(self) -> None:
        self._desk.picture.preview(None)
        self._desk.picture.set_overlay(ghost=None, slot=None)

    def _words(self, new: PilotMap) -> str:
        here = self._desk.session.map
        if len(self._steps) > 1:
            return trn("Move {number} step", "Move {number} steps", len(self._steps))
        step, lane = here.step_by_id[self._step], new.step_by_id[self._step].lane
        if lane == step.lane:
            return tr("Move “{name}”", name=step.name)
        return tr("Give “{name}” to {lane}", name=step.name, lane=new.lane_by_id[lane].name)

    def _slot(self, at: Point) -> Slot | None:
        at = self._sheet.to_flat(self._ghost(at).centre)
        return slot_at(self._desk.session.map, self._sheet.flat.geometry, *at)

    def _ghost(self, at: Point) -> Box:
        box = self._home.box
        dx, dy = at[0] - self._pressed_at[0], at[1] - self._pressed_at[1]
        return Box(box.x + dx, box.y + dy, box.w, box.h)

    def _moved(self, slot: Slot | None) -> PilotMap | None:
        """The map with the steps moved alike; None where that changes nothing or cannot be."""
        if slot is None:
            return None
        new = here = self._desk.session.map
        lanes = list(here.lane_by_id)
        lane = here.step_by_id[self._step].lane
        by = lanes.index(slot.lane) - lanes.index(lane)
        columns, rows = slot.column - self._home.column, slot.row - self._home.row
        try:
            for step in self._steps:
                new = self._one_moved(new, step, by, (columns, 0 if by else rows))
                if by and columns and step == self._step:
                    new = pin(new, step, slot.column, slot.row)
        except (EditRefused, IndexError):
            return None
        return None if new is here else new

    def _one_moved(
        self, pilot_map: PilotMap, step: str, by: int, slots: tuple[int, int]
    ) -> PilotMap:
        placed = self._sheet.flat.geometry.step_by_id[step]
        lanes = list(pilot_map.lane_by_id)
        at = lanes.index(pilot_map.step_by_id[step].lane) + by
        if by and not 0 <= at < len(lanes):
            raise EditRefused(tr("There is no lane further that way."))
        if by:
            pilot_map = move_to_lane(pilot_map, step, lanes[at])
        column, row = placed.column + slots[0], placed.row + slots[1]
        return pin(pilot_map, step, column, row) if any(slots) else pilot_map
