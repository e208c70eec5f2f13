"""A click on the pin of a step lets it find its place again."""

from PySide6.QtCore import QPointF, Qt

from pilotmap.language import tr
from pilotmap.layout.drawing import Point
from pilotmap.model.edits.together import unpin_these
from pilotmap.ui.tools.desk import Desk
from pilotmap.ui.tools.tool import moved_enough


class LetGo:
    """Nothing happens where the pointer is taken elsewhere before the button is released."""

    cursor: Qt.CursorShape | None = Qt.CursorShape.PointingHandCursor

    def __init__(self, desk: Desk, step: str) -> None:
        self._desk = desk
        self._step = step
        self._pressed: QPointF | None = None

    def move(self, at: Point, pixel: QPointF) -> None:
        self._pressed = self._pressed or pixel

    def release(self, at: Point, pixel: QPointF) -> None:
        if self._pressed is not None and moved_enough(self._pressed, pixel):
            return
        label = tr("Let the step find its place")
        self._desk.session.edit(
            label, lambda pilot_map: unpin_these(pilot_map, (self._step,)), select=self._step
        )

    def cancel(self) -> None:
        return
