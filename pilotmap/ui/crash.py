"""A bug is seen as one: a report to copy, while the map stays open."""

import sys
from types import TracebackType

from PySide6.QtWidgets import QWidget

from pilotmap.lazy import lazy_imports
from pilotmap.ui.autosave import Autosave
from pilotmap.ui.session import Session

with lazy_imports():  # a bug may wait for its dialog, and the first paint need not
    from pilotmap.ui import crash_dialog, crash_report


class CrashReports:
    """Shows what went wrong in one dialog; several bugs in a row share it."""

    def __init__(self, window: QWidget, session: Session, autosave: Autosave) -> None:
        self._dialog: crash_dialog.CrashDialog | None = None
        self.belong_to(window, session, autosave)

    def belong_to(self, window: QWidget, session: Session, autosave: Autosave) -> None:
        """Show reports over another window from now on."""
        self._window, self._session, self._autosave = window, session, autosave
        self._dialog = None

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
        sys.stderr.write(crash_report.report(error, with_words=True))
        if self._dialog is None or self._dialog.isHidden():
            self._dialog = crash_dialog.CrashDialog(self._window)
        self._dialog.add(error)
        self._dialog.say_what_is_safe(self._session.file, self._autosave.trouble)
        self._dialog.show()
