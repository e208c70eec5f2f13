"""Every edit by name; a click goes back to how the map was after it, or forward again."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from pilotmap.language import tr
from pilotmap.ui.session import Session
from pilotmap.ui.tables.page import Page


class HistoryPage(Page):
    """The newest edit first; what was undone stands above, in faint type, until it is gone."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.list = QListWidget()
        self.list.setProperty("kind", "table")
        self.list.setAccessibleName(tr("Edits, the newest first"))
        self.list.setUniformItemSizes(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 0, 14, 8)
        column.addWidget(self.list)
        self.list.itemActivated.connect(self._go)
        self.list.itemClicked.connect(self._go)
        session.map_changed.connect(lambda _old, _new: self.refresh())
        session.opened.connect(self.refresh)

    @property
    def heading(self) -> str:
        return tr("History · a click goes to how the map was then")

    @property
    def first_stop(self) -> QWidget:
        return self.list

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Show the history as it is now; a hidden page waits until it is shown."""
        if not self.isVisible():
            return
        history = self._session.history
        states = history.states
        self._fit(len(states))
        for row, place in enumerate(reversed(range(len(states)))):
            item = self.list.item(row)
            words = states[place].label or tr("As it was opened")
            here = place == history.place
            item.setText(tr("{edit}   ← the map as it is now", edit=words) if here else words)
            item.setData(Qt.ItemDataRole.UserRole, place)
            undone = place > history.place
            colours = self.palette()
            ink = colours.placeholderText() if undone else colours.text()
            item.setForeground(ink)
            font = item.font()
            font.setBold(here)
            item.setFont(font)
            item.setToolTip(tr("Undone; a click brings it again") if undone else "")
        self.list.setCurrentRow(len(states) - 1 - history.place)
        self.headed.emit()

    def _fit(self, count: int) -> None:
        while self.list.count() < count:
            self.list.addItem(QListWidgetItem())
        while self.list.count() > count:
            self.list.takeItem(self.list.count() - 1)

    def _go(self, item: QListWidgetItem) -> None:
        self._session.go_to(int(item.data(Qt.ItemDataRole.UserRole)))
