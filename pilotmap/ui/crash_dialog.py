"""The report of a bug, to be copied, and what is safe."""

import platform

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
