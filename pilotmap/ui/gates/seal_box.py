"""Sealing a threshold before the first case, and changing a sealed one with name and reason."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from pilotmap.language import tr
from pilotmap.lazy import lazy_imports
from pilotmap.model.errors import EditRefused
from pilotmap.model.gates.gate import SealedGate
from pilotmap.model.map import PilotMap
from pilotmap.ui.fields.field import sentence
from pilotmap.ui.fields.line import LineField
from pilotmap.ui.fields.reading import date_text
from pilotmap.ui.panels.pieces import Fold, plain_button
from pilotmap.ui.panels.seats.decision_form import account
from pilotmap.ui.session import Session

with lazy_imports():  # the first paint does not wait for the analysis
    from pilotmap.analysis.gates import sealing


class SealBox(QWidget):
    """Who seals the threshold; once it is sealed, the way to another one."""

    def __init__(
        self,
        session: Session,
        gate: SealedGate,
        new: LineField,
        key: str,
        value_of: Callable[[Any], Any] = lambda typed: typed,
    ) -> None:
        super().__init__()
        self._session = session
        self._gate: SealedGate = gate
        self._key = key
        self._value_of = value_of
        self.said = sentence("", "small")
        self.name = QLineEdit()
        self.name.setPlaceholderText(tr("Who seals it"))
        self.name.setAccessibleName(tr("Who seals it"))
        self.seal = plain_button(tr("Seal the threshold"))
        self.new = new
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(tr("Reason"))
        self.reason.setAccessibleName(tr("Reason"))
        self.by = QLineEdit()
        self.by.setPlaceholderText(tr("Name"))
        self.by.setAccessibleName(tr("Name"))
        self.change = plain_button(tr("Change it and seal it anew"))
        self.fold = Fold(tr("Change the sealed threshold"))
        for part in (self.new, self.by, self.reason, self.change):
            self.fold.column.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self.said, self.name, self.seal, self.fold):
            column.addWidget(widget)
        self.seal.clicked.connect(self._seal)
        self.change.clicked.connect(self._change)

    def refresh(self) -> None:
        """Show whether it is sealed, by whom and when."""
        seal = sealing.seal_of(self._session.map, self._gate)
        self.name.setVisible(seal is None)
        self.seal.setVisible(seal is None)
        self.fold.setVisible(seal is not None)
        if seal is None:
            self.said.setText(tr("Not sealed yet. Seal it before the first case is judged."))
            return
        day = date_text(datetime.fromisoformat(seal.at).date())
        words = tr("Sealed by {name} on {day}, seal {id}.", name=seal.by, day=day, id=seal.id[:8])
        self.said.setText(words)

    def _seal(self) -> None:
        def sealed(pilot_map: PilotMap) -> PilotMap:
            return sealing.seal_gate(pilot_map, self._gate, self.name.text(), _now(), account())

        self._record(sealed)

    def _change(self) -> None:
        def changed(pilot_map: PilotMap) -> PilotMap:
            changes: dict[str, Any] = {self._key: self._value_of(self.new.value)}
            return sealing.change_sealed(
                pilot_map,
                self._gate,
                changes,
                self.by.text(),
                self.reason.text(),
                _now(),
                account(),
            )

        if self._record(changed):
            self.by.clear()
            self.reason.clear()
            self.new.forget()
            self.fold.show_content(False)

    def _record(self, made: Callable[[PilotMap], PilotMap]) -> bool:
        """Put a seal on record: no undo step, and undo does not take it back."""
        self._session.close_merge()
        try:
            new = made(self._session.map)
        except EditRefused as refusal:
            self._session.refused.emit(refusal.message)
            return False
        self._session.record(new)
        return True


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="milliseconds")
