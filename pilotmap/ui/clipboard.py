"""The map leaves as text, and lines copied elsewhere come in, in the form that people type."""

from PySide6.QtWidgets import QApplication

from pilotmap.model.capture import read_outline, write_outline
from pilotmap.ui.canvas.canvas import Canvas
from pilotmap.ui.capture.writer import cursor_at


def copy_outline(canvas: Canvas) -> None:
    """Put the whole map on the clipboard as lines of the capture form."""
    QApplication.clipboard().setText(write_outline(canvas.session.map))


def paste_outline(canvas: Canvas) -> None:
    """Add the lines on the clipboard where the selection is, as one undo step."""
    session = canvas.session
    text = QApplication.clipboard().text()
    if not text.strip():
        session.refused.emit("The clipboard holds no text; copy some lines first.")
        return
    session.set_view("today")
    cursor = cursor_at(session.map, session.selection)
    session.edit("Paste an outline", lambda m: read_outline(m, text, cursor))


def holds_steps(canvas: Canvas) -> bool:
    """Whether there is anything to copy."""
    return bool(canvas.session.map.steps)
