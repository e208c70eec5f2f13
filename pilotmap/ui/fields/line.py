"""Fields of one line: the text is read by a function and committed while it is typed."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, QStringListModel
from PySide6.QtWidgets import QLineEdit

from pilotmap.ui.fields.completing import completer_of
from pilotmap.ui.fields.field import Field, LeavesUndoToTheWindow, LeaveWatch, NotUnderstood

_NOTHING_YET = object()  # unlike every value, so the first one is always shown


class LineField(Field):
    """One line; `read` turns the text into a value or says why it is none."""

    def __init__(
        self,
        caption: str,
        read: Callable[[str], Any],
        text_of: Callable[[Any], str],
        *,
        placeholder: str = "",
    ) -> None:
        self.line = QLineEdit()
        super().__init__(caption, self.line)
        self._read = read
        self._text_of = text_of
        self._value: object = _NOTHING_YET
        self._draft: str | None = None
        self._seen = ""
        self.line.setPlaceholderText(placeholder)
        self.line.textEdited.connect(self._take)
        self.line.installEventFilter(LeavesUndoToTheWindow(self.line))
        LeaveWatch(self.line, self._tidy)

    def show_value(self, value: object) -> None:
        if value != self._value:
            self._value = value
            self._draft = None
            self._set_text(self._text_of(value))
            self.complain("")
        self._mark()

    @property
    def value(self) -> Any:
        """What is shown, as a value; None before anything was."""
        return None if self._value is _NOTHING_YET else self._value

    @property
    def is_empty(self) -> bool:
        return not self.line.text().strip()

    @property
    def draft(self) -> str | None:
        return self._draft

    def restore(self, draft: str) -> None:
        self._set_text(draft)
        self._take(draft)

    def refuse(self, reason: str, value: object) -> None:
        self._draft = self.line.text()
        self._value = value
        self.complain(reason)

    def take_back(self) -> bool:
        if self._draft is None:
            return False
        self._draft = None
        self._set_text(self._text_of(self.value))
        self.line.end(False)
        self.complain("")
        return True

    def forget(self) -> None:
        super().forget()
        self._value = _NOTHING_YET
        self._draft = None

    def offer(self, texts: Sequence[str]) -> None:
        """Complete what is typed from these texts."""
        completer = self.line.completer()
        if completer is None:
            completer = completer_of(self.line)
            completer.activated.connect(self._take)
        model = completer.model()
        if isinstance(model, QStringListModel) and model.stringList() != list(texts):
            model.setStringList(list(texts))

    def _take(self, text: str) -> None:
        self._seen = text
        try:
            value = self._read(text)
        except NotUnderstood as reason:
            self._draft = text
            self.complain(str(reason))
            return
        self._draft = None
        self._value = value
        self.complain("")
        self.edited.emit(value)

    def _tidy(self) -> None:
        if self.line.text() != self._seen:  # a completion that was chosen, and not yet taken
            self._take(self.line.text())
        if self._draft is None:
            self._set_text(self._text_of(self._value))
        self.left.emit()

    def _set_text(self, text: str) -> None:
        self._seen = text
        if self.line.text() != text:
            caret = self.line.cursorPosition() if self.line.hasFocus() else 0
            with QSignalBlocker(self.line):
                self.line.setText(text)
                self.line.setCursorPosition(caret)
