"""Answering an error in writing: a short form in place, under the findings."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from pilotmap.language import tr
from pilotmap.model.map import PilotMap
from pilotmap.model.notes import Waiver
from pilotmap.ui.fields.field import sentence
from pilotmap.ui.fields.reading import read_text
from pilotmap.ui.panels.keyboard import FormKeys
from pilotmap.ui.panels.pieces import kind, link_button
from pilotmap.ui.session import Session
from pilotmap.ui.tab_order import go_on
from pilotmap.ui.theme import Look

if TYPE_CHECKING:  # the analysis is loaded after the first paint
    from pilotmap.analysis.findings.finding import Finding


class WaiveForm(QWidget):
    """Asks for the reason and the name that answer one finding."""

    closed = Signal()

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        kind(self, "surface")
        self._session = session
        self._keys = FormKeys(self, session, look)
        self._finding: Finding | None = None
        self._asks = sentence("", "soft")
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(tr("Why this is acceptable"))
        self.by = QLineEdit()
        self.by.setPlaceholderText(tr("Answered by"))
        self.by.setMaximumWidth(220)
        self._accept = QPushButton(tr("Record the answer"))
        self._accept.setProperty("kind", "strong")
        cancel = link_button(tr("Cancel"))
        row = QHBoxLayout()
        for widget in (self.reason, self.by, self._accept, cancel):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 6, 14, 12)
        column.setSpacing(8)
        column.addWidget(self._asks)
        column.addLayout(row)
        self._accept.clicked.connect(self.record)
        cancel.clicked.connect(self.closed)
        for line in (self.reason, self.by):
            line.textChanged.connect(self._weigh)
            line.returnPressed.connect(self.record)

    def ask(self, finding: "Finding") -> None:
        """Begin to answer this finding, or go on where it was left."""
        before, self._finding = self._finding, finding
        self._asks.setText(
            f"{finding.rule} · {finding.message}. " + tr("The answer is printed in the PDF.")
        )
        if before is None or (before.rule, before.refs) != (finding.rule, finding.refs):
            self._clear()
        self._weigh()
        self.reason.setFocus()

    def record(self) -> None:
        """Put the answer into the map, as one undo step."""
        reason, by = read_text(self.reason.text()).strip(), read_text(self.by.text()).strip()
        finding = self._finding
        if finding is None or not reason or not by:
            return
        waiver = finding.answer(reason, by, date.today())
        self._session.edit(
            tr("Answer {rule} in writing", rule=finding.rule),
            lambda pilot_map: answered(pilot_map, waiver),
        )
        self._clear()
        self.closed.emit()

    def _clear(self) -> None:
        self.reason.clear()
        self.by.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif not self._keys.take(event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays in the form: in the table over it, letters do something."""
        return go_on(self, forward=forward)

    def _weigh(self) -> None:
        self._accept.setEnabled(bool(self.reason.text().strip() and self.by.text().strip()))


def answered(pilot_map: PilotMap, waiver: Waiver) -> PilotMap:
    """The map with this answer; an earlier one to the same finding is replaced."""
    others = tuple(
        earlier
        for earlier in pilot_map.waivers
        if (earlier.rule, earlier.refs) != (waiver.rule, waiver.refs)
    )
    return pilot_map.replace(waivers=(*others, waiver))
