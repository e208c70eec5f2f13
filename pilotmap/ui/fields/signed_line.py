"""A line with a sign at its end that opens more: a calendar, or how a number is known."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent

from pilotmap.ui.fields.line import LineField
from pilotmap.ui.icons import icon


class SignedLine(LineField):
    """Alt+Down, F4 or a click on the sign opens it; typing works as in every line."""

    opened = Signal()
    """What the sign stands for is wanted."""

    def __init__(
        self,
        caption: str,
        read: Callable[[str], Any],
        text_of: Callable[[Any], str],
        sign: str,
        words: str,
        *,
        placeholder: str = "",
    ) -> None:
        super().__init__(caption, read, text_of, placeholder=placeholder)
        self._sign, self._tinted = sign, ""
        self._open = QAction(words, self)
        self._open.triggered.connect(self.opened)
        self.line.addAction(self._open, self.line.ActionPosition.TrailingPosition)
        self._tint()
        self.line.installEventFilter(_OpeningKeys(self))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_tinted"):
            self._tint()

    def _tint(self) -> None:
        colour = self.palette().placeholderText().color().name()
        if colour != self._tinted:
            self._tinted = colour
            self._open.setIcon(icon(self._sign, colour))


class _OpeningKeys(QObject):
    def __init__(self, field: SignedLine) -> None:
        super().__init__(field)
        self._field = field

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
            if event.key() == Qt.Key.Key_F4 or (alt and event.key() == Qt.Key.Key_Down):
                self._field.opened.emit()
                return True
        return super().eventFilter(watched, event)
