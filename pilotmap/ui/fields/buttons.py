"""A choice of a few that stand side by side as buttons; its words can be typed, too."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QButtonGroup, QFrame, QHBoxLayout, QPushButton, QWidget

from pilotmap.ui.fields.choice import Options, TypedField
from pilotmap.ui.fields.choice_box import goes_on
from pilotmap.ui.fields.field import set_property
from pilotmap.ui.fields.typed import TypedWords


class ButtonsField(TypedField):
    """Exactly one of them, or none yet; Tab stops once, arrows walk, Space presses."""

    def __init__(
        self, caption: str, options: Options, buttons: Sequence[QPushButton], kind: str
    ) -> None:
        self._row = _Row(buttons, lambda event: self.typed.take(event))
        super().__init__("", self._row)
        self.caption = caption
        self._row.setAccessibleName(caption)
        self._words = [words for _, words in options]
        self._value: object = None
        self.buttons = {value: button for (value, _), button in zip(options, buttons, strict=True)}
        for value, button in self.buttons.items():
            button.setProperty("kind", kind)
            button.setProperty("last", button is buttons[-1])
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, v=value: self._take(v))
        self.typed = TypedWords(self, lambda: self._words, self._place)
        self.typed.meant.connect(self._choose)
        self._follow_words()
        self._row.left.connect(self._leave)
        self._show(None)

    @property
    def stop(self) -> QWidget:
        return next((b for b in self.buttons.values() if b.isChecked()), self._row.buttons[0])

    @property
    def value(self) -> object:
        """What is chosen; None for nothing."""
        return self._value

    @property
    def is_empty(self) -> bool:
        return self._value is None

    def show_value(self, value: object) -> None:
        if value != self._value:
            self._show(value)
        self._mark()

    def _show(self, value: object) -> None:
        self._value = value
        self._row.check(self.buttons.get(value))

    def _take(self, value: object) -> None:
        self.typed.clear()
        self._give(value)

    def _choose(self, place: int) -> None:
        value = list(self.buttons)[place] if place >= 0 else None
        if value != self._value:
            self._give(value)
        if self._row.has_keyboard:
            self.stop.setFocus()

    def _give(self, value: object) -> None:
        self._show(value)
        self.complain(self.typed.fault)
        self.edited.emit(value)

    def _place(self) -> int:
        return next((n for n, value in enumerate(self.buttons) if value == self._value), -1)

    def _leave(self) -> None:
        self.typed.settle()
        self.left.emit()


class _Row(QFrame):
    left = Signal()

    def __init__(
        self, buttons: Sequence[QPushButton], take_key: Callable[[QKeyEvent], bool]
    ) -> None:
        super().__init__()
        self.buttons, self._take_key = tuple(buttons), take_key
        self.setProperty("kind", "modes")
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        for button in buttons:
            self._group.addButton(button)
            button.installEventFilter(self)
            row.addWidget(button)

    @property
    def has_keyboard(self) -> bool:
        return QApplication.focusWidget() in self.buttons

    def check(self, chosen: QPushButton | None) -> None:
        """Press one button, or let all go; Tab stops there, or at the first."""
        self._group.setExclusive(False)
        for button in self.buttons:
            button.setChecked(button is chosen)
        self._group.setExclusive(True)
        self._keep_one_stop(chosen or self.buttons[0])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QKeyEvent) and kind == QEvent.Type.KeyPress:
            return self._take_key(event)
        if kind == QEvent.Type.FocusIn:
            set_property(self, "focused", True)
        gone = isinstance(event, QFocusEvent) and kind == QEvent.Type.FocusOut and goes_on(event)
        if gone and not self.has_keyboard:
            set_property(self, "focused", False)
            self.left.emit()
        return super().eventFilter(watched, event)

    def _keep_one_stop(self, stop: QPushButton) -> None:
        policies = Qt.FocusPolicy
        for button in self.buttons:
            button.setFocusPolicy(policies.StrongFocus if button is stop else policies.ClickFocus)
