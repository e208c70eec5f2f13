"""A line that adds what is typed into it: a lane, a system, a note."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AddingLine(QLineEdit):
    """Enter adds and stays; Esc first drops the words; an empty line leaves both to others."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        has_words = bool(self.text())
        if has_words and event.key() in _ENTERS:
            self._put_offers_away()
            super().keyPressEvent(event)
            event.accept()
        elif has_words and event.key() == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)

    def _put_offers_away(self) -> None:
        completer = self.completer()
        offers = completer.popup() if completer is not None else None
        if offers is not None:
            offers.hide()
