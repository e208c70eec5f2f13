"""A table as a page of the lower area, in step with the map and its selection."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from pilotmap.language import tr
from pilotmap.ui.analyzer import Analyzer
from pilotmap.ui.fields.field import sentence
from pilotmap.ui.fields.reading import read_text
from pilotmap.ui.session import Session
from pilotmap.ui.tables.column import Facts, Table
from pilotmap.ui.tables.model import TableModel
from pilotmap.ui.tables.page import Page
from pilotmap.ui.tables.view import RowsView
from pilotmap.ui.theme import Look


class TablePage(Page):
    """Rows to edit; the chosen one is selected on the map, and the other way round."""

    wanted = Signal(str)
    """The id of an element to select and show."""

    def __init__(self, session: Session, analyzer: Analyzer, look: Look, table: Table) -> None:
        super().__init__()
        self._session = session
        self._analyzer = analyzer
        self._table = table
        self._following = False
        self.model = TableModel(session, table)
        self.model.refused.connect(session.refused)
        self.view = RowsView(self.model, look)
        self._empty = sentence("", "soft")
        self.new = QLineEdit()
        self._lay_out()
        self.view.deleted.connect(self.delete)
        self.view.selectionModel().currentRowChanged.connect(self._choose)
        session.map_changed.connect(lambda _old, _new: self.refresh())
        session.selection_changed.connect(self._follow_selection)
        analyzer.ready.connect(self.refresh)

    @property
    def heading(self) -> str:
        shown, there = len(self.model.ids), len(self._table.rows(self._session.map))
        title = tr(self._table.title)
        of = f"{there}" if shown == there else tr("{shown} of {there}", shown=shown, there=there)
        # in one line: the field beside it gives way
        return f"{title} · {of}".replace(" ", "\N{NO-BREAK SPACE}")

    @property
    def first_stop(self) -> QWidget:
        return self.view if self.model.ids or self.new.isHidden() else self.new

    @property
    def can_filter(self) -> bool:
        return True

    def filter_by(self, text: str) -> None:
        self.model.filter_by(text)
        self._say_empty()
        self.headed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()
        self._follow_selection()

    def refresh(self) -> None:
        """Show the map as it is now; a hidden page waits until it is shown."""
        if not self.isVisible():
            return
        element = self._current_element()
        before = self.model.ids
        self._following = True
        self.model.show_facts(Facts(self._session.map, self._analyzer.verdict))
        if self.model.ids != before:
            self._choose_row(element or self._session.selection)
        self._following = False
        self._say_empty()
        self.headed.emit()

    def delete(self, row: int) -> None:
        """Remove the element of a row, as one undo step."""
        remove = self._table.delete
        if remove is None or row >= len(self.model.ids):
            return
        element = self.model.ids[row]
        column = self.view.currentIndex().column()
        self._session.edit(
            tr(self._table.delete_label), lambda pilot_map: remove(pilot_map, element)
        )
        if self.model.ids:
            self.view.setCurrentIndex(
                self.model.index(min(row, len(self.model.ids) - 1), max(0, column))
            )

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 0, 14, 8)
        column.setSpacing(4)
        column.addWidget(self._empty)
        column.addWidget(self.view, 1)
        column.addWidget(self.new)
        self._empty.hide()
        self.new.setVisible(self._table.add is not None)
        self.new.setPlaceholderText(tr(self._table.add_words))
        self.new.setAccessibleName(tr(self._table.add_words))
        self.new.returnPressed.connect(self._add)

    def _add(self) -> None:
        text, add = read_text(self.new.text()), self._table.add
        selected = self._session.selection
        if text and add is not None:

            def make(m):  # type: ignore[no-untyped-def]
                made = add(m, text)
                return made if not isinstance(made, tuple) else made[0]

            if self._session.edit(tr(self._table.add_label), make, select=selected):
                self.new.clear()

    def _say_empty(self) -> None:
        there = bool(self._table.rows(self._session.map))
        self._empty.setText(tr("Nothing holds these words.") if there else tr(self._table.empty))
        self._empty.setVisible(not self.model.ids)
        self.view.setVisible(bool(self.model.ids))

    def _current_element(self) -> str | None:
        row = self.view.currentIndex().row()
        if not 0 <= row < len(self.model.ids):
            return None
        return self.model.table.shows(self.model.map, self.model.ids[row])

    def _choose(self, now: QModelIndex, _before: QModelIndex) -> None:
        if self._following or not now.isValid() or not self.isVisible():
            return
        element = self._table.shows(self.model.map, self.model.ids[now.row()])
        if element is not None and element != self._session.selection:
            self.wanted.emit(element)

    def _follow_selection(self) -> None:
        if not self.isVisible():
            return
        self._following = True
        self._choose_row(self._session.selection)
        self._following = False

    def _choose_row(self, element: str | None) -> None:
        if element is None or element == self._current_element():
            return
        row = self.model.row_of(element)
        if row is None:
            return
        index = self.model.index(row, max(0, self.view.currentIndex().column()))
        flags = QItemSelectionModel.SelectionFlag
        self.view.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.view.scrollTo(index)
