"""The drop-down of a choice: a thin arrow, and words that are typed into it as into a line."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

from pilotmap.ui.fields.typed import TypedWords, words_of

_ENTERS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TEXT_INSET_PX: Final = 1
_TABS: Final = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class ChoiceBox(QComboBox):
    """Scrolling past it does not change it; letters never open its list, and none is lost.

    `activated` says what is chosen, by typing too. With `has_nothing` the first entry is the
    empty choice: Delete has it, and no words mean it. A box that `waits` says what words choose
    when the keyboard goes on, not as soon as they mean one thing.
    """

    def __init__(self, *, has_nothing: bool = False, waits: bool = False) -> None:
        super().__init__()
        self._has_nothing, self._waits = has_nothing, waits
        self._watched = False
        self.typed = TypedWords(self, self._texts, self.currentIndex, shows_first=True)
        self.typed.meant.connect(self._choose)
        self.typed.changed.connect(self._foresee)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setMinimumContentsLength(6)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMaxVisibleItems(18)

    @property
    def is_typing(self) -> bool:
        """Whether words are being typed: what they mean is shown, and is not to be exchanged."""
        return bool(self.typed.words) and self.hasFocus()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.typed.take(event):
            return
        if event.key() in _ENTERS:
            self.typed.settle()
            event.ignore()
        elif event.key() == Qt.Key.Key_Delete and self._has_nothing:
            self.typed.clear()
            self._choose(0)
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self.typed.clear()
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        key, modifiers = QEvent.Type.KeyPress, Qt.KeyboardModifier.NoModifier
        self.typed.take(QKeyEvent(key, Qt.Key.Key_unknown, modifiers, event.commitString()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if goes_on(event):
            self.typed.settle()
        super().focusOutEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        # what the words mean may ask more, and that is where the keyboard goes next
        self.typed.settle()
        return super().focusNextPrevChild(forward)

    def showPopup(self) -> None:
        self.typed.settle()
        super().showPopup()
        if not self._watched:
            self._watched = True
            self.view().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _TABS:
                self._take_from_list()
                self.focusNextPrevChild(event.key() == Qt.Key.Key_Tab)
                return True
            if words_of(event).strip():
                self.hidePopup()
                self.keyPressEvent(event)
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        words = self.typed.words
        if words:
            option.currentText = words
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.setRenderHint(QStylePainter.RenderHint.Antialiasing)
        if words:
            self._paint_rest(painter, option)
        painter.setPen(QPen(self.palette().text().color(), 1.4))
        x, y = self.width() - 14.0, self.height() / 2
        painter.drawPolyline([QPointF(x - 4, y - 2), QPointF(x, y + 2), QPointF(x + 4, y - 2)])
        painter.end()

    def _paint_rest(self, painter: QStylePainter, option: QStyleOptionComboBox) -> None:
        """What the words are taken for, and a caret where the next letter goes."""
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self)
        x = room.x() + _TEXT_INSET_PX + option.fontMetrics.horizontalAdvance(self.typed.words)
        if self.hasFocus():
            painter.setPen(self.palette().text().color())
            half = option.fontMetrics.height() // 2
            painter.drawLine(x, room.center().y() - half, x, room.center().y() + half)
        painter.setPen(self.palette().placeholderText().color())
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(room.adjusted(x - room.x() + 1, 0, 0, 0), middle, self._rest())

    def _rest(self) -> str:
        words, fits = self.typed.words, self.typed.fits
        if not fits:
            return ""
        text = self.itemText(fits[0])
        begins = text.casefold().startswith(words.casefold())
        return text[len(words) :] if begins else f" → {text}"

    def _texts(self) -> Sequence[str]:
        texts = [self.itemText(place) for place in range(self.count())]
        return ["", *texts[1:]] if self._has_nothing else texts

    def _foresee(self) -> None:
        """Stand where the keyboard would choose if it went on now."""
        fits = self.typed.fits
        if fits:
            self.setCurrentIndex(fits[0])
        self.update()

    def _take_from_list(self) -> None:
        place = self.view().currentIndex().row()
        self.hidePopup()
        if place >= 0:
            self._choose(place)

    def _choose(self, place: int) -> None:
        self.setCurrentIndex(place)
        if not (self._waits and self.typed.words):
            self.activated.emit(place)


def goes_on(event: QFocusEvent) -> bool:
    """Whether the keyboard went elsewhere, and not only under a list or another window."""
    reasons = Qt.FocusReason
    return event.reason() not in (
        reasons.PopupFocusReason,
        reasons.ActiveWindowFocusReason,
        reasons.MenuBarFocusReason,
    )
