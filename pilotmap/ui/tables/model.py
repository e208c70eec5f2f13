"""The rows of a table as Qt asks for them: sorted, filtered, and written back to the map."""

import math
from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from pilotmap.language import tr
from pilotmap.model.clock import Clock
from pilotmap.model.map import PilotMap
from pilotmap.model.quantity import Duration
from pilotmap.ui.fields.field import NotUnderstood
from pilotmap.ui.session import Session
from pilotmap.ui.tables.column import Column, Facts, Table

AnyIndex = QModelIndex | QPersistentModelIndex
_ROLES: Final = Qt.ItemDataRole
_CALENDAR: Final = Clock(working=False)
_LAST: Final = (2, "")


class TableModel(QAbstractTableModel):
    """Shows one table of the map; what is typed becomes one undo step."""

    refused = Signal(str)
    """Why what was typed is no value."""

    def __init__(self, session: Session, table: Table) -> None:
        super().__init__()
        self.table = table
        self._session = session
        self._facts = Facts(session.map, None)
        self.ids: tuple[str, ...] = ()
        self._sorted_by: int | None = None
        self._order = Qt.SortOrder.AscendingOrder
        self._filter = ""

    @property
    def map(self) -> PilotMap:
        """The map that is shown."""
        return self._facts.map

    def show_facts(self, facts: Facts) -> None:
        """Show another map; rows that stay are only painted anew."""
        self._facts = facts
        ids = self._arranged()
        if ids == self.ids:
            if ids:
                last = self.index(len(ids) - 1, len(self.table.columns) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.ids = ids
        self.endResetModel()

    def filter_by(self, text: str) -> None:
        """Show only rows with all of these words in them."""
        self._filter = text.casefold()
        self.show_facts(self._facts)

    def row_of(self, element: str) -> int | None:
        """Where the row stands that shows this element."""
        for row, name in enumerate(self.ids):
            if self.table.shows(self.map, name) == element:
                return row
        return None

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.ids)

    def columnCount(self, _parent: AnyIndex | None = None) -> int:
        return len(self.table.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _ROLES.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == _ROLES.DisplayRole:
            return tr(self.table.columns[section].title)
        if role == _ROLES.TextAlignmentRole:
            return _alignment(self.table.columns[section])
        return None

    def data(self, index: AnyIndex, role: int = _ROLES.DisplayRole) -> Any:
        column = self.table.columns[index.column()]
        if role == _ROLES.TextAlignmentRole:
            return _alignment(column)
        value = column.value(self._facts, self.ids[index.row()])
        if role == _ROLES.CheckStateRole and column.ticks:
            return Qt.CheckState.Checked if value else Qt.CheckState.Unchecked
        if role == _ROLES.UserRole:
            return value
        if role in (_ROLES.DisplayRole, _ROLES.EditRole, _ROLES.ToolTipRole) and not column.ticks:
            return column.words(value)
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        column = self.table.columns[index.column()]
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if column.write is None or not self.may_edit(index):
            return flags
        tick = Qt.ItemFlag.ItemIsUserCheckable
        return flags | (tick if column.ticks else Qt.ItemFlag.ItemIsEditable)

    def may_edit(self, index: AnyIndex) -> bool:
        """Whether this cell can be changed here."""
        only = self.table.columns[index.column()].only
        return only is None or only(self.map, self.ids[index.row()])

    def setData(self, index: AnyIndex, value: Any, role: int = _ROLES.EditRole) -> bool:
        column, element = self.table.columns[index.column()], self.ids[index.row()]
        write = column.write
        if write is None:
            return False
        if role == _ROLES.CheckStateRole:
            value = Qt.CheckState(value) == Qt.CheckState.Checked
        elif column.read is not None and isinstance(value, str):
            try:
                value = column.read(value)
            except NotUnderstood as reason:
                self.refused.emit(str(reason))
                return False
        if value == column.value(self._facts, element):
            return True
        selected = self._session.selection
        label = tr(self.table.change_label, what=tr(column.title))
        return self._session.edit(
            label, lambda pilot_map: write(pilot_map, element, value), select=selected
        )

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 is the order of the file."""
        self._sorted_by = column if column >= 0 else None
        self._order = order
        self.show_facts(self._facts)

    def _arranged(self) -> tuple[str, ...]:
        ids: Sequence[str] = self.table.rows(self.map)
        if self._filter:
            ids = [name for name in ids if self._holds(name)]
        if self._sorted_by is not None:
            column = self.table.columns[self._sorted_by]
            turned = self._order == Qt.SortOrder.DescendingOrder
            keys = {name: sort_key(column, self._facts, name) for name in ids}
            full = [name for name in ids if keys[name] != _LAST]
            full.sort(key=lambda name: keys[name], reverse=turned)
            ids = [*full, *(name for name in ids if keys[name] == _LAST)]
        return tuple(ids)

    def _holds(self, element: str) -> bool:
        said = (c.words(c.value(self._facts, element)) for c in self.table.columns if not c.ticks)
        text = " ".join(said).casefold()
        return all(word in text for word in self._filter.split())


def sort_key(column: Column, facts: Facts, element: str) -> tuple[int, Any]:
    """Numbers before words, what is empty last."""
    value = column.value(facts, element)
    if isinstance(value, Duration):
        return (0, _CALENDAR.waits(value))
    if isinstance(value, date):
        return (0, float(value.toordinal()))
    if isinstance(value, bool | int | float):
        return (0, float(value)) if math.isfinite(value) else _LAST
    words = column.words(value).casefold()
    return (1, words) if words else _LAST


def _alignment(column: Column) -> int:
    side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)
