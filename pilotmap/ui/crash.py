"""A bug is seen as one: a report to copy, while the map stays open."""

import platform
import sys
import traceback
from types import TracebackType

from PySide6 import __version__ as qt_version
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from pilotmap import __version__
from pilotmap.language import tr
from pilotmap.ui.fields.field import sentence


class CrashReports:
    """Shows what went wrong in one dialog; several bugs in a row share it."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._dialog: CrashDialog | None = None

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
            self._dialog = CrashDialog(self._window)
        self._dialog.add(text)
        self._dialog.show()


class CrashDialog(QDialog):
    """Says what happened and what is safe, and gives the report to copy."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setWindowTitle(tr("Something went wrong in PilotMap"))
        self.resize(640, 420)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(tr("Report"))
        self.text.setPlainText(
            f"PilotMap {__version__} · Python {platform.python_version()} · "
            f"Qt {qt_version} · {platform.platform()}\n"
        )
        copy, go_on = QPushButton(tr("Copy the report")), QPushButton(tr("Go on"))
        copy.setProperty("kind", "plain")
        go_on.setProperty("kind", "strong")
        copy.clicked.connect(self.copy)
        go_on.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(copy)
        buttons.addWidget(go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(12)
        column.addWidget(
            sentence(
                tr(
                    "This is a fault of the program, not yours. Your map is still open as it was "
                    "before the last action: save it under another name to be safe, and send the "
                    "report below to whoever looks after PilotMap for you."
                ),
                "soft",
            )
        )
        column.addWidget(self.text, 1)
        column.addLayout(buttons)

    def add(self, report: str) -> None:
        """Add one more report."""
        self.text.appendPlainText(report)

    def copy(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self.text.toPlainText())
