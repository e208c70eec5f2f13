"""Shows in the picture what the line being typed would make, before it is committed."""

from time import thread_time
from typing import Final

from PySide6.QtCore import QObject, QTimer

from pilotmap.ui.canvas.canvas import Canvas
from pilotmap.ui.capture.writer import Writer
from pilotmap.ui.derived import Derived

_SOONEST_MS: Final = 20
_PAUSES: Final = 3.0  # a large map is laid out in a pause of the typing, not between two strokes


class LinePreview(QObject):
    """The same path as a commit: capture, layout, paint; only the history knows nothing of it."""

    def __init__(self, canvas: Canvas, writer: Writer) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._writer = writer
        self._line = ""
        self._layout_ms = 0.0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._show)
        canvas.gesture_ended.connect(lambda: self.follow(self._line))

    def follow(self, line: str) -> None:
        """Show what this line would make, in a moment."""
        self._line = line
        if not line.strip():
            self.drop()
        else:
            self._soon.start(max(_SOONEST_MS, round(self._layout_ms * _PAUSES)))

    def drop(self) -> None:
        """Show the map as it is."""
        self._soon.stop()
        self._line = ""
        if not self._canvas.naming.is_active:
            self._canvas.preview(None)

    def forget(self) -> None:
        """What is being committed needs no preview any more."""
        self._soon.stop()
        self._line = ""

    def _show(self) -> None:
        canvas = self._canvas
        if canvas.naming.is_active or canvas.has_gesture or canvas.session.view != "today":
            return
        captured = self._writer.explain(self._line).captured
        if captured is None or captured.map is canvas.session.map:
            canvas.preview(None)
            return
        derived = Derived(captured.map)
        began = thread_time()
        _ = derived.today
        self._layout_ms = (thread_time() - began) * 1000
        canvas.session.foresee(derived)
        canvas.preview_derived(derived, ghostly=True)
        canvas.show_id(captured.cursor.step)
