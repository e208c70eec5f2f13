"""Gates 2 to 4 of the open map, judged after Gate 1."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from pilotmap.lazy import lazy_imports
from pilotmap.model.gates.gate import LaterGate
from pilotmap.ui.analyzer import Analyzer
from pilotmap.ui.gates.cases import Cases

with lazy_imports():  # the first paint does not wait for the analysis
    from pilotmap.analysis.gates import state

if TYPE_CHECKING:
    from pilotmap.analysis.gates.state import LaterGateNow


class GatesNow(QObject):
    """How each later gate stands; `ready` says that it is about the map as it is now."""

    ready = Signal()

    def __init__(self, analyzer: Analyzer, cases: Cases) -> None:
        super().__init__()
        self._analyzer = analyzer
        self._cases = cases
        self.gates: Mapping[LaterGate, LaterGateNow] = {}
        analyzer.ready.connect(self._judge)

    def begin(self) -> None:
        """See that the map as it is now is judged, where that is quick."""
        self._analyzer.begin(aside=False)

    def _judge(self) -> None:
        verdict = self._analyzer.verdict
        if verdict is not None:
            beside = self._cases.beside()
            self.gates = state.later_gates(verdict.map, verdict.gate1, date.today(), beside)
            self.ready.emit()
