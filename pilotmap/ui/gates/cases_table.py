"""The cases of a gate as a table: only what is seen is asked for, so 100,000 rows stay fluent."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QTableView

from pilotmap.language import tr
from pilotmap.model.gates.cases import CASE_OF, Case
from pilotmap.model.gates.gate import SealedGate
from pilotmap.storage.records import Table
from pilotmap.storage.records_columns import COLUMNS, Habits, Unreadable, reader, written

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_HEIGHT_PX = 240


class CasesModel(QAbstractTableModel):
    """One row a case, and an empty one below for the next; what is typed is an edit of the case."""

    def __init__(
        self, gate: SealedGate, take: Callable[[Table], None], refuse: Callable[[str], None]
    ) -> None:
        super().__init__()
        self._gate: SealedGate = gate
        self._take = take
        self._refuse = refuse
        self._cases: tuple[Case, ...] = ()

    def show(self, cases: tuple[Case, ...]) -> None:
        """Show other cases."""
        if cases != self._cases:
            self.beginResetModel()
            self._cases = cases
            self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._cases) + 1

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(COLUMNS[self._gate])

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return tr(COLUMNS[self._gate][section].caption)
        return str(section + 1) if section < len(self._cases) else "+"

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return None
        if not index.isValid() or index.row() >= len(self._cases):
            return ""
        value = self._cases[index.row()][index.column()]
        if isinstance(value, bool):
            return tr("yes") if value else tr("no")
        return written(value)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        is_key = index.column() == 0
        is_new = index.row() == len(self._cases)
        return usual | Qt.ItemFlag.ItemIsEditable if is_key == is_new else usual

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole:
            return False
        column = COLUMNS[self._gate][index.column()]
        try:
            read = reader(column.kind, Habits(day_first=True))(str(value))
        except Unreadable as error:
            self._refuse(str(error))
            return False
        if index.row() == len(self._cases):
            return self._add(str(read))
        changes: dict[str, Any] = {column.key: read}
        case = self._cases[index.row()]._replace(**changes)
        self._take(Table((case,), columns=case._fields))
        return True

    def _add(self, key: str) -> bool:
        if not key or any(case.key == key for case in self._cases):
            if key:
                self._refuse(tr("There is a case “{case}” already.", case=key))
            return False
        case = CASE_OF[self._gate](key)
        self._take(Table((case,), columns=(COLUMNS[self._gate][0].key,)))
        return True


def cases_view(model: CasesModel) -> QTableView:
    """The table of a model."""
    view = QTableView()
    view.setModel(model)
    view.setMinimumHeight(_HEIGHT_PX)
    view.setAccessibleName(tr("Cases"))
    view.horizontalHeader().setDefaultSectionSize(110)
    view.verticalHeader().setDefaultSectionSize(24)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    return view
