"""Drags a flow out of a step's edge."""

from PySide6.QtCore import QPointF, Qt

from pilotmap.language import tr
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
        self._refused: dict[str, str] = {}

    def move(self, at: Point, pixel: QPointF) -> None:
        if not self._dragging:
            self._dragging = moved_enough(self._pressed, pixel)
            if not self._dragging:
                return
            self._refused = _refusals(self._desk.session.map, self._source)
            greyed = frozenset(self._refused) - {self._source}
            self._desk.picture.set_overlay(greyed=greyed, hovered=None)
        target = self._target(at)
        box = None if target is None else self._desk.picture.drawing.geometry.step_by_id[target].box
        refused = self._refused.get(target or "", "")
        self._desk.picture.set_overlay(rubber=Rubber(self._port, at, box, refused))

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
            self._desk.session.edit(
                label, lambda pilot_map: connect(pilot_map, self._source, target)
            )

    def cancel(self) -> None:
        self._desk.picture.set_overlay(rubber=None, greyed=frozenset())

    def _target(self, at: Point) -> str | None:
        hit = self._desk.picture.hit(at)
        return hit.id if hit.kind == "step" and hit.id != self._source else None

    def _offer_next(self, at: Point) -> None:
        hit = self._desk.picture.hit(at)
        if hit.kind == "step":
            return
        sheet = self._desk.picture.sheet
        lane = lane_at(sheet.flat.geometry, sheet.to_flat(at)[1])

        def make(pilot_map: PilotMap, name: str) -> Made:
            return append_step(pilot_map, self._source, name, lane=lane)

        self._desk.naming.new(make)


def _refusals(pilot_map: PilotMap, source: str) -> dict[str, str]:
    """Why a flow from a step cannot lead to those steps to which it cannot."""
    reasons = ((step.id, why_not_connect(pilot_map, source, step.id)) for step in pilot_map.steps)
    return {step: reason for step, reason in reasons if reason is not None}


def _label(pilot_map: PilotMap, source: str, target: str) -> str:
    first, last = pilot_map.step_by_id[source].name, pilot_map.step_by_id[target].name
    return tr("Lead from “{first}” to “{last}”", first=first, last=last)
