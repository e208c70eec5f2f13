"""A choice from a list, a choice of lane, and a yes or no."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSignalBlocker, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox

from pilotmap.ui.fields.field import Field, LeaveWatch

Options = Sequence[tuple[object, str]]


class ChoiceField(Field):
    """One of a few; `nothing` is what the empty choice says, if there is one."""

    def __init__(self, caption: str, options: Options = (), nothing: str | None = None) -> None:
        self.box = ChoiceBox()
        super().__init__(caption, self.box)
        self._nothing = nothing
        self._options: tuple[tuple[object, str], ...] = ()
        self.set_options(options)
        self.box.activated.connect(self._take)
        LeaveWatch(self.box, self.left.emit)

    def set_options(self, options: Options) -> None:
        """Offer other values; the choice stays where it is still offered."""
        empty = () if self._nothing is None else ((None, self._nothing),)
        wanted = (*empty, *options)
        if wanted == self._options:
            return
        value = self._value_at(self.box.currentIndex())
        self._options = wanted
        with QSignalBlocker(self.box):
            self.box.clear()
            self.box.addItems([text for _, text in wanted])
        self.show_value(value)

    def show_value(self, value: object) -> None:
        values = [option for option, _ in self._options]
        with QSignalBlocker(self.box):
            self.box.setCurrentIndex(values.index(value) if value in values else -1)
        self._mark()

    @property
    def value(self) -> object:
        """What is chosen."""
        return self._value_at(self.box.currentIndex())

    @property
    def is_empty(self) -> bool:
        return self.value is None

    def _take(self, index: int) -> None:
        self._mark()
        self.edited.emit(self._value_at(index))

    def _value_at(self, index: int) -> object:
        return self._options[index][0] if 0 <= index < len(self._options) else None


class ChoiceBox(QComboBox):
    """A combo box with a thin arrow; scrolling past it does not change it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumContentsLength(6)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMaxVisibleItems(18)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().text().color(), 1.4))
        x, y = self.width() - 14.0, self.height() / 2
        painter.drawPolyline([QPointF(x - 4, y - 2), QPointF(x, y + 2), QPointF(x + 4, y - 2)])
        painter.end()


class YesNoField(Field):
    """A box to tick; its caption stands beside it."""

    def __init__(self, caption: str) -> None:
        self.box = QCheckBox(caption)
        super().__init__("", self.box)
        self.caption = caption
        self.box.setAccessibleName(caption)
        self.box.clicked.connect(lambda checked: self.edited.emit(checked))
        LeaveWatch(self.box, self.left.emit)

    def show_value(self, value: object) -> None:
        with QSignalBlocker(self.box):
            self.box.setChecked(bool(value))

    @property
    def is_empty(self) -> bool:
        return not self.box.isChecked()
