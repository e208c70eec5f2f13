"""Editors in the cells of a table: a line that completes, or a choice."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from pilotmap.language import tr
from pilotmap.ui.fields.choice_box import ChoiceBox
from pilotmap.ui.fields.completing import completer_of
from pilotmap.ui.fields.field import LeavesUndoToTheWindow, NotUnderstood, set_property
from pilotmap.ui.tables.column import Column
from pilotmap.ui.tables.model import AnyIndex, TableModel
from pilotmap.ui.theme import Look

_SUBMITS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ENTERS = (*_SUBMITS, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class CellEditor(QStyledItemDelegate):
    """What is typed and is no value keeps its editor open, with the reason said."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        # the sheet's rules paint the text; the line below and the chosen cell are ours
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(self._look.colours["hover"]))
        super().paint(painter, option, index)
        painter.setPen(QPen(QColor(self._look.colours["line.faint"])))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(self._look.colours["focus"]), 1.4))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> QWidget:
        model = index.model()
        assert isinstance(model, TableModel)
        column = model.table.columns[index.column()]
        if column.options is not None:
            return self._choice(parent, column, model)
        line = QLineEdit(parent)
        line.setProperty("kind", "cell")
        line.setAccessibleName(tr(column.title))
        line.installEventFilter(LeavesUndoToTheWindow(line))
        if column.offers is not None:
            completer_of(line, column.offers(model.map))
        line.textEdited.connect(lambda _: set_property(line, "state", ""))
        return line

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        model = index.model()
        assert isinstance(model, TableModel)
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findText(str(index.data(Qt.ItemDataRole.EditRole))))
        elif isinstance(editor, QLineEdit) and not editor.isModified():
            # what is being typed is never exchanged under the hands
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: AnyIndex) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        editor.setGeometry(option.rect)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _ENTERS
            and isinstance(editor, QLineEdit)
        ):
            if self._refuse(editor):
                return True
            if event.key() in _SUBMITS:
                # Qt takes what was typed a moment later: the table may have been filled anew then
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.SubmitModelCache)
                return True
        return super().eventFilter(editor, event)

    def _refuse(self, line: QLineEdit) -> bool:
        view = self.parent()
        index = view.currentIndex() if isinstance(view, QAbstractItemView) else QModelIndex()
        model = index.model()
        if not isinstance(model, TableModel):
            return False
        column = model.table.columns[index.column()]
        if column.read is None:
            return False
        try:
            column.read(line.text())
        except NotUnderstood as reason:
            set_property(line, "state", "wrong")
            model.refused.emit(str(reason))
            return True
        return False

    def _choice(self, parent: QWidget, column: Column, model: TableModel) -> QWidget:
        box = ChoiceBox(waits=True)
        box.setParent(parent)
        box.setProperty("kind", "cell")
        box.setAccessibleName(tr(column.title))
        assert column.options is not None
        for value, words in column.options(model.map):
            box.addItem(words, value)
        box.activated.connect(lambda _: self._take(box))
        return box

    def _take(self, box: QComboBox) -> None:
        # a table that was filled anew meanwhile has given its editor up, and hidden it
        if box.isVisible():
            self.commitData.emit(box)
            self.closeEditor.emit(box)
