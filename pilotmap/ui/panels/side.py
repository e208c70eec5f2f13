"""The left side: the path through Gate 1, what the map says, the gates ahead."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from pilotmap.ui.analyzer import Analyzer
from pilotmap.ui.gates.gates_now import GatesNow
from pilotmap.ui.panels.gates_ahead import GatesAhead
from pilotmap.ui.panels.map_says import MapSays
from pilotmap.ui.panels.path_panel import PathPanel
from pilotmap.ui.panels.pieces import kind, scrolling
from pilotmap.ui.sureness import Sureness
from pilotmap.ui.theme import Look


class Side(QWidget):
    """Three panels in a column that scrolls when the window is short."""

    def __init__(self, analyzer: Analyzer, sureness: Sureness, gates: GatesNow, look: Look) -> None:
        super().__init__()
        kind(self, "panel")
        self.path = PathPanel(analyzer, look)
        self.says = MapSays(analyzer, sureness)
        self.ahead = GatesAhead(gates)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(14, 16, 4, 16)
        column.setSpacing(22)
        for panel in (self.path, self.says, self.ahead):
            column.addWidget(panel)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(content))
