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

    def __init__(self, desk: Desk, lane: str, at: Point, pixel: QPointF) -> None:
        self._desk = desk
        self._lane = lane
        self._pressed = pixel
        self._lanes = desk.picture.sheet.lanes_at(at[1])
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
        session = self._desk.session
        target = self._target(self._gap(at), list(session.map.lane_by_id))
        name = session.map.lane_by_id[self._lane].name
        session.edit(
            tr("Move lane {name}", name=name),
            lambda pilot_map: move_lane(pilot_map, self._lane, target),
        )

    def cancel(self) -> None:
        self._desk.picture.set_overlay(lane_mark=None)

    def _target(self, gap: int, order: list[str]) -> int:
        """The place in the map's order; lanes that this strip leaves out stay where they are."""
        here = order.index(self._lane)
        is_last = gap == len(self._lanes)
        shown = self._lanes[-1 if is_last else gap][0]
        place = order.index(shown) + is_last
        return place - 1 if place > here else place

    def _gap(self, at: Point) -> int:
        return sum(at[1] > box.centre[1] for _, box in self._lanes)

    def _edges(self) -> list[float]:
        return [self._lanes[0][1].y, *(box.bottom for _, box in self._lanes)]
