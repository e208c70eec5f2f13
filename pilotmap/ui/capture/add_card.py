"""What was pasted as it would be read, over the lower edge of the map; nothing is added yet."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from pilotmap.capture.unread import Unread
from pilotmap.language import tr, trn
from pilotmap.model.map import PilotMap
from pilotmap.ui.canvas.canvas import Canvas

_SIDE: Final = 20
_BELOW: Final = 14
_WIDEST: Final = 1100
_MOST_UNREAD: Final = 4


class UnreadList(QListWidget):
    """What was not read, a row each, as high as its rows up to a few."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "table")
        self.setAccessibleName(tr("What was not read"))
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.unread: tuple[Unread, ...] = ()

    def show_unread(self, unread: Sequence[Unread]) -> None:
        """Say these, and nothing where all was read."""
        self.unread = tuple(unread)
        self.clear()
        self.addItems([each.message for each in unread])
        self.setVisible(bool(unread))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        rows = [self.sizeHintForRow(row) for row in range(min(self.count(), _MOST_UNREAD))]
        return QSize(300, sum(rows) + 2 * self.frameWidth() + 4)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()  # in another width the rows have another height


class AddCard(QFrame):
    """A card with a body of its own; Enter or a button adds, Esc does not. The map goes on."""

    left = Signal()
    """It has been put away, and the keyboard is free."""

    def __init__(self, canvas: Canvas, name: str) -> None:
        super().__init__(canvas)
        self.setProperty("kind", "popup")
        self._canvas = canvas
        self._session = canvas.session
        self._name = name
        self.title = QLabel()
        self.title.setProperty("kind", "part")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setWordWrap(True)
        self.unread = UnreadList()
        self.result = QLabel()
        self.result.setProperty("kind", "soft")
        self.result.setWordWrap(True)
        self.result.setTextFormat(Qt.TextFormat.PlainText)
        self.add_button = QPushButton()
        self.add_button.setProperty("kind", "strong")
        self.cancel_button = QPushButton(tr("Cancel Esc"))
        self.cancel_button.setProperty("kind", "plain")
        self.add_button.clicked.connect(self.add)
        self.cancel_button.clicked.connect(self.put_away)
        self._session.opened.connect(self.put_away)
        self._session.map_changed.connect(lambda _old, _new: self._refresh())
        canvas.gesture_ended.connect(self._refresh)
        canvas.installEventFilter(self)
        self.hide()

    def add(self) -> None:
        """Add what was read as one undo step."""
        raise NotImplementedError

    def read(self) -> None:
        """Read anew what is to be added, and show what it would make."""
        raise NotImplementedError

    def put_away(self) -> None:
        """Add nothing."""
        if not self.isHidden():
            self._leave()

    def _leave(self) -> None:
        self._canvas.preview(None)
        self.hide()
        self._canvas.cover(self._name, 0)
        self.left.emit()

    def _come(self) -> None:
        self.show()
        self.raise_()
        self._place()

    def _lay_out(self, body: QWidget) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.result, 1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.add_button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 12, 16, 12)
        rows.setSpacing(8)
        rows.addWidget(self.title)
        rows.addWidget(body)
        rows.addWidget(self.unread)
        rows.addLayout(buttons)

    def _refresh(self) -> None:
        if not self.isHidden():
            self.read()

    def _preview(self, made: PilotMap | None, show: str | None) -> None:
        """Show the map as it would be, and one of its steps."""
        self._canvas.preview(made, ghostly=made is not None)
        self._place()
        if made is not None:
            self._canvas.show_id(show)

    def _brings(self, made: PilotMap) -> list[str]:
        """What would be new beside the steps."""
        old = self._session.map
        new = len(made.lanes) - len(old.lanes)
        systems = len(made.systems) - len(old.systems)
        flows = len(made.flows) - len(old.flows)
        return [
            trn("{number} new lane", "{number} new lanes", new),
            trn("{number} new system", "{number} new systems", systems),
            trn("{number} flow", "{number} flows", flows),
        ]

    def _place(self) -> None:
        canvas = self._canvas
        width = min(_WIDEST, max(240, canvas.width() - 2 * _SIDE))
        self.setFixedWidth(width)
        height = min(self.sizeHint().height(), canvas.height() - 2 * _BELOW)
        x = (canvas.width() - width) // 2
        self.setGeometry(x, canvas.height() - height - _BELOW, width, height)
        canvas.cover(self._name, height + _BELOW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.add()
        elif event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)
