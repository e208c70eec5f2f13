"""The outline: the map as a tree, for those who do not see it or think in lists."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from pilotmap.language import tr
from pilotmap.model.edits.steps import rename
from pilotmap.ui.fields.field import sentence
from pilotmap.ui.outline.rows import Row, rows
from pilotmap.ui.panels.pieces import kind
from pilotmap.ui.session import Session

_THING: Final = Qt.ItemDataRole.UserRole
_NAME: Final = Qt.ItemDataRole.UserRole + 1
_GOAL: Final = Qt.ItemDataRole.UserRole + 2
_INDENT_PX: Final = 14
AnyIndex = QModelIndex | QPersistentModelIndex


class OutlinePanel(QWidget):
    """Lanes, the steps in each, the ways on from each; what is selected here is on the map too.

    Nothing is built while it is hidden.
    """

    renamed = Signal(str, str)
    """An element's id and the name that was typed for it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown: tuple[Row, ...] = ()
        self._items: dict[str, QTreeWidgetItem] = {}
        self._is_following = False
        kind(self, "panel")
        self.setMinimumWidth(180)
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setIndentation(_INDENT_PX)
        self.tree.setAccessibleName(tr("Outline of the map"))
        self.tree.setEditTriggers(QTreeWidget.EditTrigger.EditKeyPressed)
        self.tree.setItemDelegate(_Names(self))
        self.setFocusProxy(self.tree)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 16, 4, 8)
        column.setSpacing(8)
        column.addWidget(sentence(tr("OUTLINE"), "section"))
        column.addWidget(self.tree, 1)
        self.tree.currentItemChanged.connect(self._select)
        self.tree.itemActivated.connect(self._activate)
        # an edit fills the tree anew, which must not happen under its own open line
        self.renamed.connect(self._rename, Qt.ConnectionType.QueuedConnection)
        session.map_changed.connect(lambda _old, _new: self.refresh())
        session.view_changed.connect(self.refresh)
        session.selection_changed.connect(self._follow_selection)
        self.hide()

    def take_actions(self, actions: Iterable[QAction]) -> None:
        """Let these keys of the map work here too."""
        self.tree.addActions(list(actions))

    def switch(self) -> None:
        """Show it and go there, or put it away."""
        self.setVisible(self.isHidden())
        if not self.isHidden():
            self.tree.setFocus()

    def setVisible(self, visible: bool) -> None:
        super().setVisible(visible)
        self.refresh()

    def refresh(self) -> None:
        """Say what the map says now; what was closed stays closed."""
        if self.isHidden():
            return
        rows = self._rows()
        if rows != self._shown:
            self._fill(rows)
        self._follow_selection()

    def _rows(self) -> tuple[Row, ...]:
        session = self._session
        derived = session.derived.with_ai if session.view == "with-ai" else None
        return rows(derived.map if derived else session.map, session.drawing)

    def _fill(self, rows: tuple[Row, ...]) -> None:
        closed = {element for element, item in self._items.items() if not item.isExpanded()}
        self._is_following = True
        self._shown, self._items = rows, {}
        self.tree.clear()
        self.tree.addTopLevelItems([self._item(row) for row in rows])
        for element, item in self._items.items():
            item.setExpanded(element not in closed)
        self._is_following = False

    def _item(self, row: Row) -> QTreeWidgetItem:
        item = QTreeWidgetItem([row.text])
        roles = Qt.ItemDataRole
        item.setData(0, roles.AccessibleTextRole, row.narration)
        item.setData(0, roles.ToolTipRole, row.text)
        item.setData(0, _THING, row.element)
        item.setData(0, _NAME, row.name)
        item.setData(0, _GOAL, row.goal)
        if row.name is not None and self._session.view == "today":
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        item.addChildren([self._item(inner) for inner in row.rows])
        self._items[row.element] = item
        return item

    def _select(self, item: QTreeWidgetItem | None) -> None:
        if item is not None and not self._is_following:
            self._session.select(item.data(0, _THING))

    def _follow_selection(self) -> None:
        item = self._items.get(self._session.selection or "")
        if item is None or item is self.tree.currentItem():
            return
        self._is_following = True
        self.tree.setCurrentItem(item)
        self.tree.scrollToItem(item)
        self._is_following = False

    def _activate(self, item: QTreeWidgetItem) -> None:
        """Enter goes along a way, and names a step or a lane."""
        goal = item.data(0, _GOAL)
        if goal is not None:
            self._session.select(goal)
        elif item.flags() & Qt.ItemFlag.ItemIsEditable:
            self.tree.editItem(item)

    def _rename(self, element: str, name: str) -> None:
        label = tr("Rename to “{name}”", name=name)
        self._session.edit(
            label, lambda pilot_map: rename(pilot_map, element, name), select=element
        )


class _Names(QStyledItemDelegate):
    """Edits the name alone, not what is said around it."""

    def __init__(self, panel: OutlinePanel) -> None:
        super().__init__(panel)
        self._panel = panel

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> QWidget:
        line = QLineEdit(parent)
        line.setAccessibleName(tr("Name"))
        line.setProperty("kind", "bare")
        line.setAutoFillBackground(True)
        return line

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        if isinstance(editor, QLineEdit):
            editor.setText(index.data(_NAME))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: AnyIndex) -> None:
        if isinstance(editor, QLineEdit) and editor.text() != index.data(_NAME):
            self._panel.renamed.emit(index.data(_THING), editor.text())
