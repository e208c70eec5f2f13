"""The gates that follow: one quiet line each, which opens its page."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pilotmap.language import tr
from pilotmap.lazy import lazy_imports
from pilotmap.model.gates.gate import GATE_NAMES, LATER_GATES, LaterGate
from pilotmap.ui.fields.field import set_property
from pilotmap.ui.gates.gates_now import GatesNow
from pilotmap.ui.panels.form import section
from pilotmap.ui.panels.pieces import link_button

with lazy_imports():  # the first paint does not wait for the analysis
    from pilotmap.analysis.gates import line


class GatesAhead(QWidget):
    """What comes after Gate 1, each with the state that the file has."""

    chosen = Signal(object)
    """The number of a gate."""

    def __init__(self, gates: GatesNow) -> None:
        super().__init__()
        self._gates = gates
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(9)
        column.addWidget(section(tr("Gates ahead")))
        self.buttons = {gate: link_button(_locked(gate)) for gate in LATER_GATES}
        for gate, button in self.buttons.items():
            set_property(button, "kind", "quiet")
            column.addWidget(button)
            button.clicked.connect(lambda _=False, g=gate: self.chosen.emit(g))
        gates.ready.connect(self._show)

    def _show(self) -> None:
        for gate, now in self._gates.gates.items():
            self.buttons[gate].setText(line.gate_line(now))


def _locked(gate: LaterGate) -> str:
    return tr("{gate} {name} · {state}", gate=gate, name=tr(GATE_NAMES[gate]), state=tr("locked"))
