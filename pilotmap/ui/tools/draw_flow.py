"""Drags a flow out of a step's edge."""

from PySide6.QtCore import QPointF, Qt

from pilotmap.layout.drawing import Point
from pilotmap.model.edits.flows import connect
from pilotmap.model.edits.made import Made
from pilotmap.model.edits.rules import why_not_connect
from pilotmap.model.edits.steps import append_step
from pilotmap.model.map import PilotMap
from pilotmap.ui.canvas.overlay import Rubber
from pilotmap.ui.canvas.slots import lane_at
from pilotmap.ui.tools.desk import Desk
from pilotmap.ui.tools.tool import moved_enough


class DrawFlow:
    """Released on a step it leads there; released on empty ground it offers the next step."""

    cursor: Qt.CursorShape | None = Qt.CursorShape.CrossCursor

    def __init__(self, desk: Desk, source: str, port: Point, pixel: QPointF) -> None:
        self._desk = desk
        self._source = source
        self._port = port
        self._pressed = pixel
        self._dragging = False

    def move(self, at: Point, pixel: QPointF) -> None:
        self._dragging = self._dragging or moved_enough(self._pressed, pixel)
        if not self._dragging:
            return
        target = self._target(at)
        refused, box = "", None
        if target is not None:
            refused = why_not_connect(self._desk.session.map, self._source, target) or ""
            box = self._desk.drawing.geometry.step_by_id[target].box
        self._desk.set_overlay(rubber=Rubber(self._port, at, box, refused))

    def release(self, at: Point, pixel: QPointF) -> None:
        self.move(at, pixel)
        self.cancel()
        if not self._dragging:
            self._desk.session.select(self._source)
            return
        target = self._target(at)
        if target is None:
            self._offer_next(at)
        else:
            label = _label(self._desk.session.map, self._source, target)
            self._desk.session.edit(label, lambda m: connect(m, self._source, target))

    def cancel(self) -> None:
        self._desk.set_overlay(rubber=None)

    def _target(self, at: Point) -> str | None:
        hit = self._desk.hit(at)
        return hit.id if hit.kind == "step" and hit.id != self._source else None

    def _offer_next(self, at: Point) -> None:
        hit = self._desk.hit(at)
        if hit.kind == "step":
            return
        lane = lane_at(self._desk.drawing.geometry, at[1])

        def make(pilot_map: PilotMap, name: str) -> Made:
            return append_step(pilot_map, self._source, name, lane=lane)

        self._desk.name_new(make)


def _label(pilot_map: PilotMap, source: str, target: str) -> str:
    names = (pilot_map.step_by_id[step].name for step in (source, target))
    return "Lead from “{}” to “{}”".format(*names)
