"""A text of several lines that grows with what is written."""

from PySide6.QtCore import QEvent, QSignalBlocker, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from pilotmap.ui.fields.field import Field, LeavesUndoToTheWindow, LeaveWatch
from pilotmap.ui.fields.reading import read_text, text_text

_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_FRAME_PX = 10
_MOST_LINES = 12


class ParagraphField(Field):
    """A longer text; the file holds it as one line, so Enter goes to the next field."""

    def __init__(self, caption: str, placeholder: str = "") -> None:
        self.text = _GrowingText()
        super().__init__(caption, self.text)
        self._value = ""
        self.text.setPlaceholderText(placeholder)
        self.text.textChanged.connect(self._take)
        self.text.installEventFilter(LeavesUndoToTheWindow(self.text))
        LeaveWatch(self.text, self._tidy)

    def show_value(self, value: object) -> None:
        if value != self._value:
            self._value = text_text(value)
            self._set_text(self._value)
        self._mark()

    @property
    def value(self) -> str:
        """The text as the file can hold it."""
        return self._value

    @property
    def is_empty(self) -> bool:
        return not self._value.strip()

    def _take(self) -> None:
        value = read_text(self.text.toPlainText())
        self.text.fit()
        if value != self._value:
            self._value = value
            self._mark()
            self.edited.emit(value)

    def _tidy(self) -> None:
        self._set_text(self._value)
        self.left.emit()

    def _set_text(self, text: str) -> None:
        if self.text.toPlainText() == text:
            return
        cursor = self.text.textCursor()
        caret = cursor.position() if self.text.hasFocus() else 0
        with QSignalBlocker(self.text):
            self.text.setPlainText(text)
        cursor.setPosition(min(caret, len(text)))
        self.text.setTextCursor(cursor)
        self.text.fit()


class _GrowingText(QPlainTextEdit):
    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(3)
        self.fit()

    def fit(self) -> None:
        """Be as high as the text, within reason."""
        lines = max(1, int(self.document().size().height()))
        scrolls = lines > _MOST_LINES
        always = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            always.ScrollBarAsNeeded if scrolls else always.ScrollBarAlwaysOff
        )
        height = self.fontMetrics().lineSpacing() * min(lines, _MOST_LINES) + _FRAME_PX + 8
        if height != self.height():
            self.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in _BY_KEY:
            self.moveCursor(QTextCursor.MoveOperation.End)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextPrevChild(True)
            return
        super().keyPressEvent(event)
