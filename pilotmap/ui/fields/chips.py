"""Lanes or systems as chips: type to add, click or Backspace to remove."""

from collections.abc import Sequence

from PySide6.QtCore import QMargins, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QWidget,
)

from pilotmap.language import tr
from pilotmap.model.edits.references import Name
from pilotmap.ui.fields.adding import AddingLine
from pilotmap.ui.fields.completing import completer_of
from pilotmap.ui.fields.field import Field
from pilotmap.ui.fields.flow_layout import FlowLayout
from pilotmap.ui.fields.reading import read_text

_WIDEST_NAME_PX = 200


class ChipsField(Field):
    """Names as chips. What is `edited` are the ids of all, a `Name` for one that was typed."""

    def __init__(self, caption: str, placeholder: str) -> None:
        self._frame = QFrame()
        self._frame.setProperty("kind", "chips")
        self._frame.setProperty("state", "")
        super().__init__(caption, self._frame)
        self.line = _ChipLine()
        self.line.setProperty("kind", "bare")
        self.line.setAccessibleName(caption)
        self.line.setMinimumWidth(60)
        self._placeholder = placeholder
        self._flow = FlowLayout(self._frame, QMargins(7, 5, 7, 5), 5)
        self._flow.addWidget(self.line)
        self._shown: tuple[tuple[str, str], ...] = ()
        self._chips: list[_Chip] = []
        self._offers = QStringListModel(self.line)
        self._complete()
        self.line.returnPressed.connect(self._add)
        self.line.emptied.connect(self._remove_last)
        self.show_value(())

    @property
    def stop(self) -> QWidget:
        return self.line

    def show_value(self, value: object) -> None:
        chips = tuple(value) if isinstance(value, tuple) else ()
        self.line.setPlaceholderText("" if chips else self._placeholder)
        if chips == self._shown:
            return
        self._shown = chips
        while len(self._chips) < len(chips):
            self._chips.append(self._new_chip())
        for chip, (element, name) in zip(self._chips, chips, strict=False):
            chip.show_element(element, name)
        for spare in self._chips[len(chips) :]:
            spare.hide()
        self._flow.invalidate()
        self.updateGeometry()

    def offer(self, options: Sequence[tuple[object, str]]) -> None:
        """Complete what is typed from the names of those that are no chips yet."""
        chosen = set(self._ids)
        texts = [name for element, name in options if element not in chosen]
        if self._offers.stringList() != texts:
            self._offers.setStringList(texts)

    @property
    def _ids(self) -> tuple[str, ...]:
        return tuple(element for element, _ in self._shown)

    def _choose(self, *chosen: str) -> None:
        self.edited.emit(chosen)
        self.left.emit()  # each is an edit of its own

    @property
    def is_empty(self) -> bool:
        return not self._shown

    @property
    def draft(self) -> str | None:
        return self.line.text() or None

    def restore(self, draft: str) -> None:
        self.line.setText(draft)

    def take_back(self) -> bool:
        begun = bool(self.line.text())
        self.line.clear()
        return begun

    def forget(self) -> None:
        super().forget()
        self.line.clear()

    def _complete(self) -> None:
        completer = completer_of(self.line)
        completer.setModel(self._offers)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        # The completer writes into the line after this signal: the line is emptied after that.
        completer.activated.connect(lambda _: QTimer.singleShot(0, self.line, self._add))

    def _add(self) -> None:
        name = read_text(self.line.text()).strip()
        self.line.clear()
        if name:
            self._choose(*self._ids, Name(name))

    def _remove_last(self) -> None:
        if self._shown:
            self._choose(*self._ids[:-1])

    def _remove(self, chip: "_Chip") -> None:
        # the chip that moves up into this place must not be the next one that Space removes
        self.line.setFocus()
        self._choose(*(each for each in self._ids if each != chip.element))

    def _new_chip(self) -> "_Chip":
        # chips are used again, never deleted: one may be removed by a click on itself
        chip = _Chip(self._frame)
        chip.remove.clicked.connect(lambda: self._remove(chip))
        self._flow.insert(self._flow.count() - 1, chip)
        return chip


class _Chip(QFrame):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "chip")
        self.element = ""
        self._name = QLabel()
        self.remove = QToolButton()
        self.remove.setText("×")
        row = QHBoxLayout(self)
        row.setContentsMargins(7, 1, 3, 1)
        row.setSpacing(1)
        row.addWidget(self._name)
        row.addWidget(self.remove)

    def show_element(self, element: str, name: str) -> None:
        """Be the chip of another element."""
        self.element = element
        self._name.ensurePolished()
        right = Qt.TextElideMode.ElideRight
        self._name.setText(self._name.fontMetrics().elidedText(name, right, _WIDEST_NAME_PX))
        self._name.setToolTip(name)
        self.remove.setAccessibleName(tr("Remove {name}", name=name))
        self.remove.setToolTip(tr("Remove {name}", name=name))
        self.show()


class _ChipLine(AddingLine):
    emptied = Signal()
    """Backspace in an empty line."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self.emptied.emit()
            return
        super().keyPressEvent(event)
