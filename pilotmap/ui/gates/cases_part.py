"""The cases on the page of a gate: taken in from a table, by hand, or again after an edit."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from pilotmap.language import tr
from pilotmap.model.errors import PilotMapError
from pilotmap.model.gates.gate import SealedGate
from pilotmap.storage.records import Table
from pilotmap.ui.gates.cases import Cases
from pilotmap.ui.gates.cases_table import CasesModel, cases_view
from pilotmap.ui.gates.import_box import ImportBox
from pilotmap.ui.panels.pieces import plain_button


class CasesPart(QWidget):
    """Import, a button where the file was edited, and the table."""

    def __init__(self, cases: Cases, gate: SealedGate, refuse: Callable[[str], None]) -> None:
        super().__init__()
        self._cases = cases
        self._gate: SealedGate = gate
        self._refuse = refuse
        self.box = ImportBox(gate)
        self.box.taken.connect(self._take)
        self.again = plain_button(tr("Take the edited file in again"))
        self.again.clicked.connect(self._take_again)
        self.model = CasesModel(gate, self._take, refuse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for part in (self.box, self.again, cases_view(self.model)):
            column.addWidget(part)

    def refresh(self, *, is_edited: bool) -> None:
        """Show the cases as the map has them now; `is_edited` where their file is another."""
        self.again.setVisible(is_edited)
        try:
            self.model.show(self._cases.held(self._gate).cases)
        except PilotMapError:  # told among the findings
            self.model.show(())

    def _take(self, table: Table) -> None:
        try:
            self._cases.take_in(self._gate, table, tr("Take cases in"))
        except PilotMapError as error:
            self._refuse(error.message)

    def _take_again(self) -> None:
        try:
            self._cases.take_again(self._gate, tr("Take cases in again"))
        except PilotMapError as error:
            self._refuse(error.message)
