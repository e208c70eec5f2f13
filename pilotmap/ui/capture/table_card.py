"""A copied table as it would be read, over the lower edge of the map; nothing is added yet."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from pilotmap.capture.cursor import Cursor
from pilotmap.capture.table import COLUMNS, Column, Table, guess_columns
from pilotmap.capture.table_steps import TableSteps, add_table
from pilotmap.language import later, tr, trn
from pilotmap.model.errors import EditRefused
from pilotmap.ui.canvas.canvas import Canvas
from pilotmap.ui.fields.choice import ChoiceBox

_NAME: Final = "table"
_SIDE: Final = 20
_BELOW: Final = 14
_WIDEST: Final = 1100
_SAMPLE_ROWS: Final = 4
_LONGEST: Final = 34
COLUMN_WORDS: Final[dict[Column, str]] = {
    "none": later("not used"),
    "step": later("Step"),
    "who": later("Who"),
    "system": later("System"),
    "next": later("Next"),
    "label": later("Label"),
    "work": later("Work"),
    "wait": later("Wait before"),
    "kind": later("Kind"),
    "id": later("Number"),
    "note": later("Note"),
}


class TableCard(QFrame):
    """The guessed columns can be put right; Enter adds, Esc does not. The map goes on working."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self.setProperty("kind", "popup")
        self.setAccessibleName(tr("Table to add"))
        self._canvas = canvas
        self._session = canvas.session
        self._table = Table((), ())
        self._cursor = Cursor()
        self._done: TableSteps | None = None
        self.choices: tuple[ChoiceBox, ...] = ()
        self._title = QLabel()
        self._title.setProperty("kind", "part")
        self.result = QLabel()
        self.result.setProperty("kind", "soft")
        self.result.setWordWrap(True)
        self.add_button = QPushButton()
        self.add_button.setProperty("kind", "strong")
        self.cancel_button = QPushButton(tr("Cancel Esc"))
        self.cancel_button.setProperty("kind", "plain")
        self._grid_area = QScrollArea()
        self._grid_area.setWidgetResizable(True)
        self._grid_area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lay_out()
        self.add_button.clicked.connect(self.add)
        self.cancel_button.clicked.connect(self.put_away)
        self._session.opened.connect(self.put_away)
        self._session.map_changed.connect(lambda _old, _new: self._show_result())
        canvas.gesture_ended.connect(self._show_result)
        canvas.installEventFilter(self)
        self.hide()

    @property
    def columns(self) -> tuple[Column, ...]:
        """What each column holds, as it is chosen now."""
        return tuple(COLUMNS[choice.currentIndex()] for choice in self.choices)

    def offer(self, table: Table, cursor: Cursor) -> None:
        """Show a table with its columns guessed."""
        self._table, self._cursor = table, cursor
        self._title.setText(
            trn(
                "A table of {number} row. Its columns seem to be:",
                "A table of {number} rows. Its columns seem to be:",
                len(table.rows),
            )
        )
        self._fill(guess_columns(table))
        self.show()
        self.raise_()
        self._show_result()
        self.add_button.setFocus()

    def add(self) -> None:
        """Add the table as one undo step."""
        done = self._done
        if done is None:
            return
        self._canvas.preview(None)
        self._done = None
        self.hide()
        self._canvas.cover(_NAME, 0)
        number = len(done.steps)
        words = trn("Add a table of {number} step", "Add a table of {number} steps", number)
        self._session.commit(done.map, words)
        self._session.select(done.steps[-1])
        self._canvas.setFocus()

    def put_away(self) -> None:
        """Add nothing."""
        if not self.isHidden():
            self._done = None
            self.hide()
            self._canvas.cover(_NAME, 0)
            self._canvas.preview(None)
            self._canvas.setFocus()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.result, 1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.add_button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 12, 16, 12)
        rows.setSpacing(8)
        rows.addWidget(self._title)
        rows.addWidget(self._grid_area)
        rows.addLayout(buttons)

    def _fill(self, columns: tuple[Column, ...]) -> None:
        content = QWidget()
        content.setProperty("kind", "surface")
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, 0, 4)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(3)
        self.choices = tuple(self._choice(at, column) for at, column in enumerate(columns))
        for at, choice in enumerate(self.choices):
            grid.addWidget(choice, 0, at)
            if self._table.heading:
                grid.addWidget(_cell(self._table.heading[at], "section"), 1, at)
            for number, row in enumerate(self._table.rows[:_SAMPLE_ROWS]):
                grid.addWidget(_cell(row[at], "soft"), number + 2, at)
        grid.setColumnStretch(len(self.choices), 1)
        self._grid_area.setWidget(content)
        self._grid_area.setFixedHeight(content.sizeHint().height() + 12)

    def _choice(self, at: int, column: Column) -> ChoiceBox:
        box = ChoiceBox()
        box.addItems([tr(COLUMN_WORDS[name]) for name in COLUMNS])
        box.setCurrentIndex(COLUMNS.index(column))
        box.setAccessibleName(tr("What column {number} holds", number=at + 1))
        box.currentIndexChanged.connect(self._show_result)
        return box

    def _show_result(self) -> None:
        if self.isHidden():
            return
        cursor = self._cursor.within(self._session.map)
        try:
            self._done = add_table(self._session.map, self._table, self.columns, cursor)
        except EditRefused as refused:
            self._done = None
            self.result.setText(refused.message)
            self._canvas.preview(None)
        else:
            self.result.setText(self._said(self._done))
            self._canvas.preview(self._done.map, ghostly=True)
        number = len(self._done.steps) if self._done else 0
        self.add_button.setText(trn("Add {number} step Enter", "Add {number} steps Enter", number))
        self.add_button.setEnabled(self._done is not None)
        self._place()
        if self._done is not None:
            self._canvas.show_id(self._done.steps[0])

    def _said(self, done: TableSteps) -> str:
        old = self._session.map
        lanes = len(done.map.lanes) - len(old.lanes)
        systems = len(done.map.systems) - len(old.systems)
        flows = len(done.map.flows) - len(old.flows)
        parts = [
            trn("{number} new lane", "{number} new lanes", lanes),
            trn("{number} new system", "{number} new systems", systems),
            trn("{number} flow", "{number} flows", flows),
        ]
        if done.problems:
            number = len(done.problems)
            parts.append(trn("{number} cell not read", "{number} cells not read", number))
            parts.append(done.problems[0])
        return " · ".join(parts)

    def _place(self) -> None:
        canvas = self._canvas
        width = min(_WIDEST, max(240, canvas.width() - 2 * _SIDE))
        self.setFixedWidth(width)
        height = self.sizeHint().height()
        x = (canvas.width() - width) // 2
        self.setGeometry(x, canvas.height() - height - _BELOW, width, height)
        canvas.cover(_NAME, height + _BELOW)

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


def _cell(words: str, kind: str) -> QLabel:
    shown = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
    label = QLabel(shown)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("kind", kind)
    return label
