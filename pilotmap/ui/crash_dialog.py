"""The report of a bug, to be copied, and what is safe."""

import platform

from PySide6 import __version__ as qt_version
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from pilotmap import __version__
from pilotmap.language import tr
from pilotmap.ui.crash_report import report
from pilotmap.ui.fields.field import sentence
from pilotmap.ui.open_file import OpenFile
from pilotmap.ui.path_words import path_words


class CrashDialog(QDialog):
    """Says what happened and whether the work is safe, and gives the report to copy."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._errors: list[BaseException] = []
        self.setWindowTitle(tr("Something went wrong in PilotMap"))
        self.resize(640, 440)
        self.safe = sentence("", "")
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(tr("Report"))
        self.with_words = QCheckBox(
            tr("With the words of the fault, which may hold names and texts of the map")
        )
        self.with_words.toggled.connect(self._write)
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
        fault = tr(
            "This is a fault of the program, not yours. Your map is still open as it was before "
            "the last action. Please send the report below to whoever looks after PilotMap for you."
        )
        column.addWidget(sentence(fault, "soft"))
        column.addWidget(self.safe)
        column.addWidget(self.text, 1)
        column.addWidget(self.with_words)
        column.addLayout(buttons)

    def add(self, error: BaseException) -> None:
        """Add one more report."""
        self._errors.append(error)
        self._write()

    def say_what_is_safe(self, file: OpenFile, trouble: OSError | None) -> None:
        """Say where the work is kept, or that it is not."""
        self.safe.setText(_safe_words(file, trouble))

    def copy(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self.text.toPlainText())

    def _write(self) -> None:
        wanted = self.with_words.isChecked()
        reports = (report(error, with_words=wanted) for error in self._errors)
        self.text.setPlainText("\n".join((_versions(), *reports)))


def _versions() -> str:
    return (
        f"PilotMap {__version__} · Python {platform.python_version()} · "
        f"Qt {qt_version} · {platform.platform()}\n"
    )


def _safe_words(file: OpenFile, trouble: OSError | None) -> str:
    if file.path is not None and not file.is_modified:
        return tr("Your work is safe: it is saved in “{name}”.", name=path_words(file.path.name))
    if trouble is not None:
        return tr(
            "Your last edits are in no file ({reason}): save the map under another name now.",
            reason=trouble.strerror or type(trouble).__name__,
        )
    return tr(
        "Your work is safe: every edit is kept on this computer, and offered again should PilotMap "
        "end. It is not saved in a file yet."
    )
