"""Drags a lane by its head to another place in the order."""

from PySide6.QtCore import QPointF, Qt

from pilotmap.language import tr
from pilotmap.layout.drawing import Point
from pilotmap.model.edits.lanes import move_lane
from pilotmap.ui.tools.desk import Desk
from pilotmap.ui.tools.tool import moved_enough


class MoveLane:
    """A line shows between which lanes it would go."""

    cursor: Qt.CursorShape | None = Qt.CursorShape.SizeVerCursor

    def __init__(self, desk: Desk, lane: str, pixel: QPointF) -> None:
        self._desk = desk
        self._lane = lane
        self._pressed = pixel
        self._lanes = desk.picture.drawing.geometry.lanes
        self._dragging = False

    def move(self, at: Point, pixel: QPointF) -> None:
        self._dragging = self._dragging or moved_enough(self._pressed, pixel)
        if self._dragging:
            self._desk.picture.set_overlay(lane_mark=self._edges()[self._gap(at)], hovered=None)

    def release(self, at: Point, pixel: QPointF) -> None:
        self.move(at, pixel)
        self.cancel()
        if not self._dragging:
            return
        here = [lane for lane, _ in self._lanes].index(self._lane)
        gap = self._gap(at)
        target = gap - 1 if gap > here else gap
        session = self._desk.session
        name = session.map.lane_by_id[self._lane].name
        session.edit(
            tr("Move lane {name}", name=name),
            lambda pilot_map: move_lane(pilot_map, self._lane, target),
        )

    def cancel(self) -> None:
        self._desk.picture.set_overlay(lane_mark=None)

    def _gap(self, at: Point) -> int:
        return sum(at[1] > box.centre[1] for _, box in self._lanes)

    def _edges(self) -> list[float]:
        return [self._lanes[0][1].y, *(box.bottom for _, box in self._lanes)]
