"""Everything for showing a map to a room: room mode, the blank screen, one case on its way."""

from PySide6.QtWidgets import QMainWindow

from pilotmap.ui.canvas.canvas import Canvas
from pilotmap.ui.capture.line import CaptureLine
from pilotmap.ui.commands import going
from pilotmap.ui.present.room import Room
from pilotmap.ui.present.walk import CaseWalk


class Present:
    """What the actions of presenting do."""

    def __init__(self, window: QMainWindow, canvas: Canvas, capture: CaptureLine) -> None:
        self._canvas = canvas
        self.room = Room(window, canvas, capture)
        self.walk = CaseWalk(canvas)

    def read_back(self) -> None:
        """Show the map alone and begin to walk one case, or go on where one is on its way."""
        if not self.room.is_on:
            self.room.switch()
        if not self.walk.is_on:
            self.walk.go_on()
        self._canvas.setFocus()

    def tab(self, by: int) -> None:
        """Along the flow; where a walked case can go several ways, to the next of them."""
        if self.walk.is_at_fork:
            self.walk.choose(by)
        elif by > 0:
            going.follow_flow(self._canvas)
        else:
            going.follow_flow_back(self._canvas)

    def escape(self) -> None:
        """Out of the innermost thing that is going on; at the end out of room mode."""
        if going.cancel(self._canvas):
            return
        if self.walk.is_on:
            self.walk.stop()
        elif self._canvas.session.selection is not None:
            self._canvas.session.select(None)
        else:
            self.room.leave()
