"""Completion of what is typed into a line, in the window's own look."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit


def completer_of(line: QLineEdit, texts: Sequence[str] = ()) -> QCompleter:
    """Complete a line from these texts, whatever their case."""
    completer = QCompleter(QStringListModel(list(texts), line), line)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    offers = completer.popup()
    if offers is not None:
        offers.setProperty("kind", "offers")
    line.setCompleter(completer)
    return completer
