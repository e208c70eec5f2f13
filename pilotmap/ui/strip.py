"""A strip between header and map that says one thing and offers what can be done about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from pilotmap.ui.fields.field import sentence
from pilotmap.ui.panels.pieces import kind
from pilotmap.ui.tab_order import tab_stops


class Strip(QWidget):
    """Hidden until there is something to say."""

    left = Signal()
    """It was put away while it had the keyboard."""

    def __init__(self) -> None:
        super().__init__()
        kind(self, "notice")
        self.words: QLabel = sentence("", "plain")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(14, 7, 14, 7)
        self.row.setSpacing(10)
        self.row.addWidget(self.words, 1)
        self.hide()

    @property
    def first_stop(self) -> QWidget:
        """Where the keyboard goes that comes here."""
        return next(tab_stops(self))

    def put_away(self) -> None:
        """Hide, and give the keyboard back."""
        focused = self.window().focusWidget()
        had_keyboard = focused is not None and self.isAncestorOf(focused)
        self.hide()
        if had_keyboard:
            self.left.emit()
