"""A table that is edited in place: Enter or a letter edits, Tab goes on, Delete removes."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from pilotmap.language import tr
from pilotmap.ui.tables.cell_editor import CellEditor
from pilotmap.ui.tables.model import TableModel
from pilotmap.ui.theme import Look

_ROW_PX = 26
_TICKS = Qt.Key.Key_Space
_OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RowsView(QTableView):
    """Sorts by a click on a heading; a third click is the order of the file again."""

    deleted = Signal(int)

    def __init__(self, model: TableModel, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "table")
        self._rows = model
        self.setModel(model)
        self.setItemDelegate(CellEditor(look, self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed
        )
        self.setTabKeyNavigation(False)
        self.setAccessibleName(tr(model.table.title))
        self._arrange()
        look.changed.connect(self.viewport().update)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, key = self.currentIndex(), event.key()
        keypad = Qt.KeyboardModifier.KeypadModifier
        typing = self.state() == QAbstractItemView.State.EditingState
        # a line passes on the Enter that ended it
        if typing or event.modifiers() not in (Qt.KeyboardModifier.NoModifier, keypad):
            super().keyPressEvent(event)
        elif index.isValid() and (key in _OPENS or (key == _TICKS and self._ticks(index))):
            self._edit_or_tick(index)
        elif key == Qt.Key.Key_Delete and index.isValid():
            self.deleted.emit(index.row())
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setMinimumSectionSize(36)
        for at, column in enumerate(self._rows.table.columns):
            header.resizeSection(at, column.width)
        header.setStretchLastSection(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        down = self.verticalHeader()
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setMinimumSectionSize(_ROW_PX)
        down.setDefaultSectionSize(_ROW_PX)

    def _ticks(self, index: QModelIndex) -> bool:
        return index.isValid() and self._rows.table.columns[index.column()].ticks

    def _edit_or_tick(self, index: QModelIndex) -> None:
        if self._ticks(index):
            role = Qt.ItemDataRole.CheckStateRole
            ticked = Qt.CheckState(self._rows.data(index, role)) == Qt.CheckState.Checked
            self._rows.setData(
                index, Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked, role
            )
        elif self._rows.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)
