"""What every field of a form has: a caption, a control, and a sentence when it is wrong."""

import re
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from shiboken6 import isValid

from pilotmap.layout.text.graphemes import graphemes

_LONG_WORD: Final = re.compile(r"\S{28,}")
_MAY_BREAK: Final = "\u200b"  # a space of no width


class NotUnderstood(Exception):
    """What was typed is no value yet; the message is a sentence for the person who types."""


class Field(QWidget):
    """A control with its caption.

    `show_value` shows what the map holds, `edited` says what a person made of it. A field that
    already shows a value leaves its text and caret alone.
    """

    edited = Signal(object)
    left = Signal()
    """The focus went elsewhere: the next change is an edit of its own."""

    def __init__(self, caption: str, control: QWidget) -> None:
        super().__init__()
        self.caption = caption
        self.control = control
        self._wanted = False
        self._complaint = sentence("", "complaint")
        self._complaint.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._above = sentence(caption, "caption")
        self._above.setBuddy(control)
        column.addWidget(self._above)
        self._above.setVisible(bool(caption))
        column.addWidget(control)
        column.addWidget(self._complaint)
        control.setAccessibleName(caption)

    @property
    def stop(self) -> QWidget:
        """What takes the keyboard; a focus proxy would make Tab stop at each field twice."""
        return self.control

    def rename(self, caption: str) -> None:
        """Ask the same in other words."""
        if caption != self.caption:
            self.caption = caption
            self._above.setText(caption)
            self.control.setAccessibleName(caption)

    def show_value(self, value: object) -> None:
        """Show what the map holds."""
        raise NotImplementedError

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been given."""
        raise NotImplementedError

    @property
    def draft(self) -> str | None:
        """Text that is no valid value yet, and so is not in the map."""
        return None

    def restore(self, draft: str) -> None:
        """Show text again that is no valid value yet."""

    def take_back(self) -> bool:
        """Drop what is unfinished and show the map's value; False where nothing is unfinished."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Esc leaves the panel, but not over something half typed
        if event.key() == Qt.Key.Key_Escape and self.take_back():
            return
        super().keyPressEvent(event)

    def refuse(self, reason: str, value: object) -> None:
        """Say why the map, which still holds the value, did not take what was given."""
        self.show_value(value)
        self.complain(reason)

    def forget(self) -> None:
        """Be ready to show another element: what is shown now belongs to the last one."""
        self.complain("")

    @property
    def complaint(self) -> str:
        """The sentence under the field, or nothing."""
        return "" if self._complaint.isHidden() else self._complaint.text()

    def complain(self, reason: str) -> None:
        """Mark the field as wrong with a sentence, or take the mark away with an empty one."""
        self._complaint.setText(reason)
        self._complaint.setVisible(bool(reason))
        self._mark()

    def want(self, wanted: bool) -> None:
        """Mark the field as one that Gate 1 still waits for, where it is empty."""
        self._wanted = wanted
        self._mark()

    def _mark(self) -> None:
        state = "wrong" if self.complaint else "wanted" if self._wanted and self.is_empty else ""
        set_property(self.control, "state", state)


class LeavesUndoToTheWindow(QObject):
    """Keeps a text control from taking Ctrl+Z: undo is the map's, fields included."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() in _KEY_EVENTS and _is_undo(event):
            event.ignore()
            return True
        return super().eventFilter(watched, event)


_KEY_EVENTS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)


def _is_undo(event: QKeyEvent) -> bool:
    standard = QKeySequence.StandardKey
    return event.matches(standard.Undo) or event.matches(standard.Redo)


class LeaveWatch(QObject):
    """Calls a function when the watched control loses the focus."""

    def __init__(self, control: QWidget, left: Callable[[], None]) -> None:
        super().__init__(control)
        self._left = left
        self._control = control
        control.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # a control that is destroyed loses the focus too, and may not be touched any more
        if event.type() == QEvent.Type.FocusOut and isValid(self._control):
            self._left()
        return super().eventFilter(watched, event)


def sentence(text: str, kind: str) -> QLabel:
    """A label that wraps and takes its look from the style sheet."""
    label = _Sentence(text)
    label.setProperty("kind", kind)
    label.setWordWrap(True)
    return label


class _Sentence(QLabel):
    """A word that is longer than a panel is wide may break too, unless the words are markup."""

    def __init__(self, text: str) -> None:
        super().__init__(_breakable(text))

    def setText(self, text: str) -> None:
        super().setText(_breakable(text))


def _breakable(text: str) -> str:
    if "<" in text:
        return text
    return _LONG_WORD.sub(lambda word: _MAY_BREAK.join(graphemes(word[0])), text)


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at, and have it look again."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
