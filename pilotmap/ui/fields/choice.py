"""A choice from a list, and a yes or no: each is also chosen by typing its words."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCheckBox

from pilotmap.language import tr
from pilotmap.ui.fields.choice_box import ChoiceBox, goes_on
from pilotmap.ui.fields.field import Field, LeaveWatch
from pilotmap.ui.fields.typed import TypedWords

Options = Sequence[tuple[object, str]]
_NOTHING_YET = object()  # unlike every value, so the first one is always shown


class TypedField(Field):
    """A field that words typed at it choose from; words that mean nothing stay to be put right."""

    typed: TypedWords

    def _follow_words(self) -> None:
        """Say under the field what is wrong with the words."""
        self.typed.changed.connect(lambda: self.complain(self.typed.fault))

    @property
    def draft(self) -> str | None:
        return self.typed.words or None

    def restore(self, draft: str) -> None:
        self.typed.restore(draft)

    def take_back(self) -> bool:
        return self.typed.take_back()

    def forget(self) -> None:
        self.typed.clear()
        super().forget()


class ChoiceField(TypedField):
    """One of a few; `nothing` is what the empty choice says, if there is one."""

    def __init__(self, caption: str, options: Options = (), nothing: str | None = None) -> None:
        self.box = ChoiceBox(has_nothing=nothing is not None)
        super().__init__(caption, self.box)
        self.typed = self.box.typed
        self._nothing = nothing
        self._value: object = _NOTHING_YET
        self._options: tuple[tuple[object, str], ...] = ()
        self.set_options(options)
        self.box.activated.connect(self._take)
        self._follow_words()
        LeaveWatch(self.box, self.left.emit)

    def set_options(self, options: Options) -> None:
        """Offer other values; the choice stays where it is still offered."""
        empty = () if self._nothing is None else ((None, self._nothing),)
        wanted = (*empty, *options)
        if wanted == self._options:
            return
        self._options = wanted
        with QSignalBlocker(self.box):
            self.box.clear()
            self.box.addItems([text for _, text in wanted])
        self._show(self._value)

    def show_value(self, value: object) -> None:
        if value != self._value:
            self._value = value
            self.forget()
        if not self.box.is_typing:
            self._show(value)

    def refuse(self, reason: str, value: object) -> None:
        self._value = value
        self._show(value)
        self.complain(reason)

    def forget(self) -> None:
        super().forget()
        self._show(self._value)

    @property
    def value(self) -> object:
        """What is chosen."""
        return self._value_at(self.box.currentIndex())

    @property
    def is_empty(self) -> bool:
        return self.value is None

    def _show(self, value: object) -> None:
        values = [option for option, _ in self._options]
        with QSignalBlocker(self.box):
            self.box.setCurrentIndex(values.index(value) if value in values else -1)
        self._mark()

    def _take(self, index: int) -> None:
        value = self._value_at(index)
        if value == self._value:
            self._mark()
            return
        self._value = value
        self.complain(self.typed.fault)
        self.edited.emit(value)

    def _value_at(self, index: int) -> object:
        return self._options[index][0] if 0 <= index < len(self._options) else None


class YesNoField(TypedField):
    """A box to tick; its caption stands beside it."""

    def __init__(self, caption: str) -> None:
        self.box = _TickBox(caption)
        super().__init__("", self.box)
        self.typed = self.box.typed
        self.caption = caption
        self.box.setAccessibleName(caption)
        self.box.clicked.connect(lambda checked: self.edited.emit(checked))
        self._follow_words()
        LeaveWatch(self.box, self.left.emit)

    def show_value(self, value: object) -> None:
        with QSignalBlocker(self.box):
            self.box.setChecked(bool(value))

    @property
    def is_empty(self) -> bool:
        return not self.box.isChecked()


class _TickBox(QCheckBox):
    """Yes and no, or as many letters of them as are needed, tick it or not."""

    def __init__(self, caption: str) -> None:
        super().__init__(caption)
        self.typed = TypedWords(self, lambda: (tr("yes"), tr("no")), self._place)
        self.typed.meant.connect(self._choose)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.typed.take(event):
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if goes_on(event):
            self.typed.settle()
        super().focusOutEvent(event)

    def _place(self) -> int:
        return 0 if self.isChecked() else 1

    def _choose(self, place: int) -> None:
        if place != self._place():
            self.click()
