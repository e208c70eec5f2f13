"""The text field of the capture line, and what its keys mean."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from pilotmap.language import tr


class Entry(QLineEdit):
    """One line of text; several lines are handed over whole, however they came."""

    entered = Signal()
    escaped = Signal()
    completed = Signal()
    """Tab: take the completion."""
    stepped = Signal(int)
    """Up is -1, Down is 1."""
    lines_came = Signal(str, str)
    """Several lines were pasted or dropped: they alone, and with the words around them."""
    undo_wanted = Signal()
    """Undo where the field itself has nothing to take back."""
    redo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("capture-entry")
        self.setFrame(False)
        self.setAccessibleName(tr("Capture line"))
        self.setClearButtonEnabled(False)
        self._one_line = ""
        self.textChanged.connect(self._hand_over_lines)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        signal = {
            Qt.Key.Key_Return: self.entered,
            Qt.Key.Key_Enter: self.entered,
            Qt.Key.Key_Escape: self.escaped,
            Qt.Key.Key_Tab: self.completed,
        }.get(Qt.Key(event.key()))
        if signal is not None:
            signal.emit()
        elif event.text() == "/" and not self.text():
            return  # the key that opens the line, pressed where it is open: no line begins so
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.matches(QKeySequence.StandardKey.Paste) and self._pastes_lines():
            return
        elif event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable():
            self.undo_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable():
            self.redo_wanted.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, _next: bool) -> bool:
        """Tab completes; Esc leaves."""
        return False

    def paste(self) -> None:
        """Paste from the menu: several lines too."""
        if not self._pastes_lines():
            super().paste()

    def _pastes_lines(self) -> bool:
        text = QApplication.clipboard().text()
        if not _has_lines(text):
            return False
        here, chosen = self.text(), self.selectedText()
        at = self.selectionStart() if chosen else self.cursorPosition()
        self.lines_came.emit(text, here[:at] + text.rstrip("\n") + here[at + len(chosen) :])
        return True

    def _hand_over_lines(self, text: str) -> None:
        """A drop, a middle click or an input method may bring several lines as well."""
        if not _has_lines(text):
            self._one_line = text
            return
        self.setText(self._one_line)
        self.lines_came.emit(text, text)


def _has_lines(text: str) -> bool:
    return len(text.strip().splitlines()) > 1
