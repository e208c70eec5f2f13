"""The capture line: a line of text does one thing to a map, and an outline makes a whole one."""

from pilotmap.model.capture.cursor import Captured, Completion, Cursor, Explanation
from pilotmap.model.capture.explain import explain
from pilotmap.model.capture.line import capture_line

__all__ = ["Captured", "Completion", "Cursor", "Explanation", "capture_line", "explain"]
