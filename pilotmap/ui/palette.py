"""Ctrl+K: run any action by its name."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from pilotmap.language import tr
from pilotmap.ui.fields.field import LeaveWatch
from pilotmap.ui.sheet import Sheet

_ROW_PX = 30


class Palette(Sheet):
    """A line to type in, and the actions whose names fit."""

    run = Signal(str)
    """The id of the action to run."""

    def __init__(self, window: QWidget, actions: dict[str, QAction]) -> None:
        super().__init__(window, 560, 420)
        self._actions = actions
        self.line = QLineEdit()
        self.line.setPlaceholderText(tr("What do you want to do?"))
        self.line.setAccessibleName(tr("Command"))
        self.list = QListWidget()
        self.list.setItemDelegate(_Rows(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 10)
        column.setSpacing(8)
        column.addWidget(self.line)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self._offer)
        self.line.installEventFilter(self)
        LeaveWatch(self.line, self.focus_gone)
        self.list.itemClicked.connect(lambda _: self._run())

    def open(self) -> None:
        self.line.clear()
        self._offer("")
        super().open()

    @property
    def offered(self) -> tuple[str, ...]:
        """The ids of the actions in the list."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(item.data(Qt.ItemDataRole.UserRole) for item in items)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line:
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self._steer(event)
            return False
        return super().eventFilter(watched, event)

    def _steer(self, event: QKeyEvent) -> bool:
        keys = Qt.Key
        steps = {keys.Key_Down: 1, keys.Key_Up: -1, keys.Key_PageDown: 8, keys.Key_PageUp: -8}
        if event.key() in steps:
            row = self.list.currentRow() + steps[keys(event.key())]
            self.list.setCurrentRow(max(0, min(self.list.count() - 1, row)))
            return True
        if event.key() in (keys.Key_Return, keys.Key_Enter):
            self._run()
            return True
        return False

    def _offer(self, typed: str) -> None:
        self.list.clear()
        fitting = [
            (rank, number, name, action)
            for number, (name, action) in enumerate(self._actions.items())
            if action.isEnabled() and (rank := rank_of(typed, action.text())) is not None
        ]
        for _, _, name, action in sorted(fitting, key=lambda fit: fit[:2]):
            item = QListWidgetItem(action.text())
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setData(_KEYS, key_words(action.shortcuts()))
            item.setSizeHint(QSize(100, _ROW_PX))
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _run(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            name = item.data(Qt.ItemDataRole.UserRole)
            self.put_away()
            self.run.emit(name)


_KEYS = Qt.ItemDataRole.UserRole + 1
AnyIndex = QModelIndex | QPersistentModelIndex


class _Rows(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        super().paint(painter, option, index)
        keys = index.data(_KEYS)
        painter.save()
        painter.setPen(option.palette.placeholderText().color())
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(option.rect.adjusted(0, 0, -10, 0), right, keys)
        painter.restore()


def rank_of(typed: str, text: str) -> int | None:
    """How well a name fits what was typed, 0 the best; None where it does not.

    The name begins with it, a word does, it is inside, or its letters occur in this order.
    """
    wanted, name = typed.strip().casefold(), text.casefold()
    if name.startswith(wanted):
        return 0
    if f" {wanted}" in name:
        return 1
    if wanted in name:
        return 2
    letters = iter(name)
    return 3 if all(letter in letters for letter in wanted if letter != " ") else None


def key_words(keys: Sequence[QKeySequence]) -> str:
    """The keys as the system writes them."""
    form = QKeySequence.SequenceFormat.NativeText
    # the two Enter keys of a keyboard are one to the person who presses them
    spelt = (key.toString(form).replace("Return", "Enter") for key in keys)
    distinct = list(dict.fromkeys(spelt))
    return (
        tr("{key} or {other}", key=distinct[0], other=distinct[1])
        if distinct[1:]
        else "".join(distinct)
    )
