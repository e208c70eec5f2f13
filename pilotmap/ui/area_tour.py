"""F6 sends the keyboard from area to area of the window."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from pilotmap.ui.in_sight import is_in_sight


class Stop(NamedTuple):
    """An area, and what takes the keyboard in it."""

    area: QWidget
    goal: QWidget


class AreaTour:
    """The areas in the order in which one goes through them, as they are when one does."""

    def __init__(self, window: QWidget, stops: Callable[[], Sequence[Stop]]) -> None:
        self._window, self._stops = window, stops

    def next_area(self) -> None:
        """Send the keyboard to the next area that is shown."""
        stops, focus = self._stops(), self._window.focusWidget()
        inside = [
            focus is not None and (stop.area is focus or stop.area.isAncestorOf(focus))
            for stop in stops
        ]
        at = inside.index(True) if True in inside else -1
        ahead = (*stops[at + 1 :], *stops)
        goals = (stop.goal for stop in ahead if is_in_sight(stop.area) and stop.goal.isVisible())
        next(goals).setFocus(Qt.FocusReason.ShortcutFocusReason)
