"""The keys that no field of a form wanted: none is lost, and none becomes a command on the map."""

from collections.abc import Callable
from typing import Final, Protocol, runtime_checkable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget

from pilotmap.language import tr
from pilotmap.ui.fields.field import Field
from pilotmap.ui.fields.typed import words_of
from pilotmap.ui.focus_ring import FocusRing
from pilotmap.ui.session import Session
from pilotmap.ui.tab_order import go_on, tab_stops
from pilotmap.ui.theme import Look

TextControl = QLineEdit | QPlainTextEdit
_ENTERS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BY_ENTER: Final = "pressed-by-enter"


@runtime_checkable
class AnswersWords(Protocol):
    """A part of a form that knows where words typed at one of its buttons belong."""

    def control_for_words(self, at: QWidget) -> TextControl | None:
        """The control that takes them, made ready; None where that is not known."""


class FormKeys:
    """What comes up to the panel from whatever has the keyboard in it.

    Enter goes to the next field. It presses only buttons that take nothing away: who types fast
    and believes to be in a field presses it between words. Words typed at a button go into the
    next field that is empty, or back into the one before.
    """

    def __init__(
        self,
        panel: QWidget,
        session: Session,
        look: Look,
        moved: Callable[[], None] = lambda: None,
    ) -> None:
        self._panel, self._session, self._look, self._moved = panel, session, look, moved
        self._ring: FocusRing | None = None

    def take(self, event: QKeyEvent) -> bool:
        """Take a key; False where it is for the window."""
        focus = QApplication.focusWidget()
        if focus is None or not (focus is self._panel or self._panel.isAncestorOf(focus)):
            return False
        if event.key() in _ENTERS:
            self._enter(focus)
            return True
        if words_of(event).strip():
            self._type(focus, event)
        return bool(words_of(event))

    def _enter(self, focus: QWidget) -> None:
        if isinstance(focus, QAbstractButton) and field_around(focus) is None:
            if focus.property(_BY_ENTER):
                focus.click()
        else:
            go_on(self._panel, forward=True)
            self._moved()

    def _type(self, focus: QWidget, event: QKeyEvent) -> None:
        control = self._control_for(focus)
        if control is None:
            self._stand_beside()
            return
        control.setFocus()
        self._moved()
        _go_to_end(control)
        copied = QKeyEvent(
            QEvent.Type.KeyPress, event.key(), event.modifiers(), event.text(), event.isAutoRepeat()
        )
        QApplication.sendEvent(control, copied)

    def _control_for(self, focus: QWidget) -> TextControl | None:
        around: QWidget | None = focus
        while around is not None and around is not self._panel:
            if isinstance(around, AnswersWords):
                control = around.control_for_words(focus)
                if control is not None:
                    return control
            around = around.parentWidget()
        return next_for_words(self._panel, focus)

    def _stand_beside(self) -> None:
        """No field takes words: they must not press a button with the first space among them."""
        self._session.refused.emit(
            tr("Nothing can be typed here. Tab goes on, Space presses a button, Esc leaves.")
        )
        if self._ring is None:
            self._ring = FocusRing(self._panel, self._look)
        self._panel.setFocus(Qt.FocusReason.ShortcutFocusReason)


def pressed_by_enter(button: QAbstractButton) -> None:
    """Have Enter press a button of a form, too: one that takes nothing away."""
    button.setProperty(_BY_ENTER, True)


def next_for_words(part: QWidget, focus: QWidget) -> TextControl | None:
    """The next empty text control of a part, or else the one before; None where there is none."""
    stops = list(tab_stops(part))
    at = stops.index(focus) if focus in stops else -1
    ring = [stop for stop in stops[at + 1 :] + stops[: max(at, 0)] if _takes_words(stop)]
    texts = [stop for stop in ring if isinstance(stop, TextControl)]
    return next((text for text in texts if not _text(text)), texts[-1] if texts else None)


def field_around(control: QWidget) -> Field | None:
    """The field that a control belongs to, if it does."""
    around: QWidget | None = control
    while around is not None and not isinstance(around, Field):
        around = around.parentWidget()
    return around


def _takes_words(control: QWidget) -> bool:
    return isinstance(control, TextControl) and not control.isReadOnly()


def _text(control: TextControl) -> str:
    return control.text() if isinstance(control, QLineEdit) else control.toPlainText()


def _go_to_end(control: TextControl) -> None:
    """Go behind the text that is there, and a space behind its last word."""
    text = _text(control)
    if isinstance(control, QLineEdit):
        control.end(False)
        control.insert(" " if text and not text[-1].isspace() else "")
    else:
        control.moveCursor(QTextCursor.MoveOperation.End)
        control.insertPlainText(" " if text and not text[-1].isspace() else "")
