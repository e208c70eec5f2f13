"""A pasted text of which some lines were not read: all of it can be mended before it is added."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QTextCursor, QTextFormat
from PySide6.QtWidgets import QListWidgetItem, QPlainTextEdit, QTextEdit

from pilotmap.capture.cursor import Cursor
from pilotmap.capture.outline import Outline, read_outline
from pilotmap.capture.pasted import why_declined
from pilotmap.language import tr, trn
from pilotmap.ui.canvas.canvas import Canvas
from pilotmap.ui.canvas.operations import Colours
from pilotmap.ui.capture.add_card import AddCard

_PAUSE_MS: Final = 150
_FEWEST_LINES: Final = 4
_MOST_LINES: Final = 12


class PastedText(QPlainTextEdit):
    """The text; Ctrl+Enter adds it, Tab leaves it."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("pasted-text")
        self.setAccessibleName(tr("Pasted text"))
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and _adds(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _adds(event):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def fit(self, room: int) -> None:
        """Be as high as the text, within a part of the room."""
        most = max(_FEWEST_LINES, min(_MOST_LINES, room // (3 * self.fontMetrics().lineSpacing())))
        lines = max(_FEWEST_LINES, min(most, self.blockCount()))
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 18)

    def mark(self, numbers: "set[int]", colour: str) -> None:
        """Colour the lines of these numbers, from 1."""
        marked = []
        for number in sorted(numbers):
            part = QTextEdit.ExtraSelection()
            part.cursor = QTextCursor(self.document().findBlockByNumber(number - 1))
            part.format.setBackground(QColor(colour))
            part.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
            marked.append(part)
        self.setExtraSelections(marked)

    def go_to(self, number: int) -> None:
        """Put the caret at the end of a line, and take the keyboard."""
        cursor = QTextCursor(self.document().findBlockByNumber(number - 1))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        self.setTextCursor(cursor)
        self.centerCursor()
        self.setFocus()


class OutlineCard(AddCard):
    """The text, the lines that were not read, and what the others make."""

    taken = Signal(object)
    """The Outline that a person added."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas, "pasted")
        self.setAccessibleName(tr("Text to add"))
        self._cursor = Cursor()
        self._outline: Outline | None = None
        self._colours: Colours = {}
        self.text = PastedText()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE_MS)
        self._soon.timeout.connect(self._refresh)
        self._lay_out(self.text)
        self.text.textChanged.connect(self._soon.start)
        self.text.entered.connect(self.add)
        self.unread.itemActivated.connect(self._go_to)
        self.unread.itemClicked.connect(self._go_to)

    def set_colours(self, colours: Colours) -> None:
        """Paint in a theme's colours."""
        self._colours = colours
        self._refresh()

    def offer(self, text: str, cursor: Cursor) -> None:
        """Show a text, the first line that was not read ready to be mended."""
        self.keep(text, cursor)
        self.read()
        unread = self.unread.unread
        self.text.go_to(unread[0].number if unread else 1)

    def keep(self, text: str, cursor: Cursor) -> None:
        """Show a text without reading it."""
        self._cursor, self._outline = cursor, None
        # one line of the field for one line as it is counted, whatever ended it
        self.text.setPlainText("\n".join(text.splitlines()))
        self._soon.stop()
        self.text.fit(self._canvas.height())
        self._come()

    def add(self) -> None:
        if self._soon.isActive():
            self.read()
        outline = self._outline
        if outline is not None and self.add_button.isEnabled():
            self._outline = None
            self._leave()
            self.taken.emit(outline)

    def read(self) -> None:
        self._soon.stop()
        cursor, old = self._cursor.within(self._session.map), self._session.map
        declined = why_declined(self.text.toPlainText())
        if declined:
            self._decline(declined)
            return
        outline = self._outline = read_outline(old, self.text.toPlainText(), cursor)
        unread = outline.unread
        lines = sum(bool(line.strip()) for line in self.text.toPlainText().splitlines())
        self.title.setText(
            trn(
                "{number} line was not read. Mend it here, or add the others without it.",
                "{number} lines were not read. Mend them here, or add the others without them.",
                len(unread),
            )
            if unread
            else tr("Every line can be read.")
        )
        self.unread.show_unread(unread)
        self.text.mark({each.number for each in unread}, self._colours.get("error.fill", ""))
        self.result.setText(" · ".join(self._brings(outline.map)))
        number = lines - len(unread)
        words = trn("Add {number} line Ctrl+Enter", "Add {number} lines Ctrl+Enter", number)
        self.add_button.setText(words)
        self.add_button.setEnabled(outline.map is not old)
        new = [step.id for step in outline.map.steps if step.id not in old.step_by_id]
        self._preview(outline.map, next(iter(new), None))

    def _decline(self, reason: str) -> None:
        """Say why the text is no process; it stays to be copied from and mended."""
        self._outline = None
        self.title.setText(reason)
        self.unread.show_unread(())
        self.text.mark(set(), "")
        self.result.setText("")
        self.add_button.setText(tr("Nothing to add"))
        self.add_button.setEnabled(False)
        self._preview(None, None)

    def _go_to(self, item: QListWidgetItem) -> None:
        self.text.go_to(self.unread.unread[self.unread.row(item)].number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not _adds(event):
            return  # only Ctrl+Enter adds: one more Enter in the text must not
        super().keyPressEvent(event)


def _adds(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent):
        return False
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
