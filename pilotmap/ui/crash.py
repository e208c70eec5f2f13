"""A bug is seen as one: a report to copy, while the map stays open."""

import sys
from types import TracebackType

from PySide6.QtWidgets import QWidget

from pilotmap.lazy import lazy_imports

with lazy_imports():  # a bug may wait for its dialog, and the first paint need not
    import traceback

    from pilotmap.ui import crash_dialog


class CrashReports:
    """Shows what went wrong in one dialog; several bugs in a row share it."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._dialog: crash_dialog.CrashDialog | None = None

    def belong_to(self, window: QWidget) -> None:
        """Show reports over another window from now on."""
        self._window, self._dialog = window, None

    def install(self) -> None:
        """Be told of every exception that nothing else caught."""
        sys.excepthook = self.report

    def report(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Show an exception; the console has it too."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        sys.stderr.write(text)
        if self._dialog is None or self._dialog.isHidden():
            self._dialog = crash_dialog.CrashDialog(self._window)
        self._dialog.add(text)
        self._dialog.show()
