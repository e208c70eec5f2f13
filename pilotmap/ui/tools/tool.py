"""A gesture of the pointer is one object: pressed, moved, then released or cancelled."""

from typing import Protocol

from PySide6.QtCore import QPointF, Qt

from pilotmap.layout.drawing import Point


class Tool(Protocol):
    """One gesture from press to release; `at` is in points of the picture."""

    cursor: Qt.CursorShape | None

    def move(self, at: Point, pixel: QPointF) -> None:
        """Show what releasing here would do; commit nothing."""

    def release(self, at: Point, pixel: QPointF) -> None:
        """Do it, as one undo step."""

    def cancel(self) -> None:
        """Leave everything as it was."""


def moved_enough(start: QPointF, now: QPointF, pixels: float = 5.0) -> bool:
    """Whether a press has become a drag."""
    return (now - start).manhattanLength() > pixels
