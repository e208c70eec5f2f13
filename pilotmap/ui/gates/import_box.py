"""Taking cases in from a table: which column is which, the first rows, and then the rest."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from pilotmap.language import tr, trn
from pilotmap.model.errors import PilotMapError
from pilotmap.model.gates.gate import SealedGate
from pilotmap.storage.records import Form, Table, form_of, read_table
from pilotmap.storage.records_columns import COLUMNS
from pilotmap.ui.fields.field import sentence
from pilotmap.ui.panels.pieces import plain_button

_MOST_LINES = 8
_HEIGHT_PX = 200


class ImportBox(QWidget):
    """Nothing is taken in before somebody has seen how it is read."""

    wanted = Signal()
    """A file is to be chosen."""
    taken = Signal(object)
    """A table that was looked at."""

    def __init__(self, gate: SealedGate) -> None:
        super().__init__()
        self._gate: SealedGate = gate
        self._chosen: tuple[Path, Form] | None = None
        self.choose = plain_button(tr("Take cases in from a CSV file …"))
        self.said = sentence("", "small")
        self.preview = QTableWidget()
        self.preview.setMinimumHeight(_HEIGHT_PX)
        self.preview.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.preview.setAccessibleName(tr("The first rows of the table"))
        self.take = plain_button(tr("Take in"))
        self.cancel = plain_button(tr("Cancel"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.take)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self.choose, self.said, self.preview):
            column.addWidget(part)
        column.addLayout(buttons)
        self.choose.clicked.connect(self.wanted)
        self.take.clicked.connect(self._take)
        self.cancel.clicked.connect(self.put_away)
        self.put_away()
        self.said.hide()

    def look_at(self, path: Path) -> None:
        """Show how a table is read."""
        self.put_away()
        self.said.show()
        try:
            form = form_of(path, self._gate)
        except PilotMapError as error:
            self.said.setText(error.message)
            return
        self._chosen = (path, form)
        self.said.setText(_how(self._gate, form))
        self._fill(form)
        for part in (self.preview, self.take, self.cancel):
            part.show()

    def put_away(self) -> None:
        """Show nothing of a table any more."""
        self._chosen = None
        for part in (self.preview, self.take, self.cancel):
            part.hide()

    def _take(self) -> None:
        assert self._chosen is not None
        path, form = self._chosen
        try:
            table = read_table(path, self._gate, form)
        except PilotMapError as error:
            self.said.setText(error.message)
            return
        self.put_away()
        self.said.setText(_taken_words(table))
        self.taken.emit(table)

    def _fill(self, form: Form) -> None:
        self.preview.setColumnCount(len(form.headings))
        self.preview.setHorizontalHeaderLabels(form.headings)
        self.preview.setRowCount(len(form.first))
        for row, cells in enumerate(form.first):
            for column, cell in enumerate(cells):
                self.preview.setItem(row, column, QTableWidgetItem(cell))


def _how(gate: SealedGate, form: Form) -> str:
    captions = {column.key: tr(column.caption) for column in COLUMNS[gate]}
    read = [f"{captions[key]} = “{form.headings[at]}”" for key, at in form.columns.items()]
    unread = [h for at, h in enumerate(form.headings) if at not in form.columns.values() and h]
    words = [tr("Columns: {columns}", columns=", ".join(read))]
    if unread:
        words.append(tr("Not read: {columns}", columns=", ".join(f"“{each}”" for each in unread)))
    return "\n".join(words)


def _taken_words(table: Table) -> str:
    lines = [trn("{number} case read.", "{number} cases read.", len(table.cases))]
    if table.bad:
        left = trn("{number} row was left out:", "{number} rows were left out:", len(table.bad))
        lines += [left, *(f"· {row}" for row in table.bad[:_MOST_LINES])]
        if len(table.bad) > _MOST_LINES:
            more = len(table.bad) - _MOST_LINES
            lines.append(trn("and {number} more", "and {number} more", more))
    return "\n".join(lines)
