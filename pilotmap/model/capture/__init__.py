"""The capture line: a line of text does one thing to a map, and an outline makes a whole one."""

from pilotmap.model.capture.complete import complete
from pilotmap.model.capture.cursor import Captured, Completion, Cursor, Explanation
from pilotmap.model.capture.explain import explain
from pilotmap.model.capture.line import capture_line
from pilotmap.model.capture.outline import read_outline
from pilotmap.model.capture.outline_text import write_outline

__all__ = [
    "Captured",
    "Completion",
    "Cursor",
    "Explanation",
    "capture_line",
    "complete",
    "explain",
    "read_outline",
    "write_outline",
]
