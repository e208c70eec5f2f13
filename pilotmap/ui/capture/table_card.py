"""A copied table as it would be read: what each column holds can be put right."""

from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from pilotmap.capture.cursor import Cursor
from pilotmap.capture.table import COLUMNS, Column, Table, guess_columns
from pilotmap.capture.table_steps import TableSteps, add_table
from pilotmap.language import N_, tr, trn
from pilotmap.model.errors import EditRefused
from pilotmap.ui.canvas.canvas import Canvas
from pilotmap.ui.capture.add_card import AddCard
from pilotmap.ui.fields.choice_box import ChoiceBox

_SAMPLE_ROWS: Final = 4
_LONGEST: Final = 34
_MOST_HEADINGS: Final = 8
_UNIT_WORDS: Final = {
    "": N_("as written"),
    "min": N_("minutes"),
    "h": N_("hours"),
    "d": N_("days"),
}
COLUMN_WORDS: Final[dict[Column, str]] = {
    "none": N_("not used"),
    "step": N_("Step"),
    "who": N_("Who"),
    "system": N_("System"),
    "next": N_("Next"),
    "previous": N_("Before"),
    "label": N_("Label"),
    "work": N_("Work"),
    "wait": N_("Wait before"),
    "kind": N_("Kind"),
    "id": N_("Number"),
    "note": N_("Note"),
}


class TableCard(AddCard):
    """The first rows under a choice for each column."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas, "table")
        self.setAccessibleName(tr("Table to add"))
        self._table = Table((), ())
        self._cursor = Cursor()
        self._done: TableSteps | None = None
        self.choices: tuple[ChoiceBox, ...] = ()
        self._grid_area = QScrollArea()
        self._grid_area.setWidgetResizable(True)
        self._grid_area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.heading_row = _choice_box(tr("Row of the headings"))
        self.unit = _choice_box(tr("Unit of numbers without one"))
        self.unit.addItems([tr(words) for words in _UNIT_WORDS.values()])
        self.heading_row.currentIndexChanged.connect(self._head)
        self.unit.currentIndexChanged.connect(self._refresh)
        body = QWidget()
        rows = QVBoxLayout(body)
        rows.setContentsMargins(0, 0, 0, 0)
        choices = QHBoxLayout()
        for words, box in ((tr("Headings"), self.heading_row), (tr("Unit"), self.unit)):
            choices.addWidget(_cell(words, "soft"))
            choices.addWidget(box)
        choices.addStretch(1)
        rows.addLayout(choices)
        rows.addWidget(self._grid_area)
        self._lay_out(body)

    @property
    def columns(self) -> tuple[Column, ...]:
        """What each column holds, as it is chosen now."""
        return tuple(COLUMNS[choice.currentIndex()] for choice in self.choices)

    def offer(self, table: Table, cursor: Cursor) -> None:
        """Show a table with its columns guessed."""
        self._table, self._cursor = table, cursor
        first = len(table.above) + bool(table.heading)
        numbers = table.all_numbers[:_MOST_HEADINGS]
        with QSignalBlocker(self.heading_row):
            self.heading_row.clear()
            self.heading_row.addItems(
                [tr("none"), *(tr("row {number}", number=number) for number in numbers)]
            )
            self.heading_row.setCurrentIndex(first if table.heading else 0)
        self.title.setText(
            trn(
                "A table of {number} row. Its columns seem to be:",
                "A table of {number} rows. Its columns seem to be:",
                len(table.rows),
            )
        )
        self._fill(guess_columns(table))
        self._come()
        self.read()
        self.add_button.setFocus()

    def add(self) -> None:
        done = self._done
        if done is None:
            return
        self._done = None
        self._leave()
        number = len(done.steps)
        words = trn("Add a table of {number} step", "Add a table of {number} steps", number)
        self._session.commit(done.map, words)
        self._session.select(done.steps[-1])

    def read(self) -> None:
        cursor = self._cursor.within(self._session.map)
        try:
            unit = list(_UNIT_WORDS)[self.unit.currentIndex()]
            units: dict[Column, str] = {"work": unit, "wait": unit} if unit else {}
            self._done = add_table(
                self._session.map, self._table, self.columns, cursor, units=units
            )
        except EditRefused as refused:
            self._done = None
            self.result.setText(refused.message)
        else:
            self.result.setText(self._told(self._done))
        done = self._done
        number = len(done.steps) if done else 0
        self.unread.show_unread(done.unread if done else ())
        self.add_button.setText(trn("Add {number} step Enter", "Add {number} steps Enter", number))
        self.add_button.setEnabled(done is not None)
        self._preview(done.map if done else None, done.steps[0] if done else None)

    def _head(self, row: int) -> None:
        """Another row holds the headings."""
        self._table = self._table.headed_by(row - 1)
        self._fill(guess_columns(self._table))
        self._refresh()

    def _told(self, done: TableSteps) -> str:
        parts = self._brings(done.map)
        if done.unread:
            number = len({each.number for each in done.unread})
            parts.append(
                trn("{number} row not read in full", "{number} rows not read in full", number)
            )
        return " · ".join(parts)

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
        box.currentIndexChanged.connect(self._refresh)
        return box


def _choice_box(name: str) -> ChoiceBox:
    box = ChoiceBox()
    box.setAccessibleName(name)
    return box


def _cell(words: str, kind: str) -> QLabel:
    shown = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
    label = QLabel(shown)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("kind", kind)
    return label
