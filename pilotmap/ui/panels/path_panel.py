"""The Gate 1 path: five parts, each with the state that the file has, never ticked by hand."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pilotmap.language import N_, tr
from pilotmap.ui.analyzer import Analyzer
from pilotmap.ui.panels.form import section
from pilotmap.ui.panels.pieces import PartButton
from pilotmap.ui.theme import Look

PARTS: Final = (
    N_("Outcome"),
    N_("Process map"),
    N_("AI step"),
    N_("Working together"),
    N_("Sign-off"),
)


class PathPanel(QWidget):
    """Says how the five parts stand; a click opens one on the right."""

    chosen = Signal(int)
    """The number of a part, from 1."""

    def __init__(self, analyzer: Analyzer, look: Look) -> None:
        super().__init__()
        self._analyzer = analyzer
        self.buttons = tuple(
            PartButton(f"{number} {tr(title)}", look) for number, title in enumerate(PARTS, 1)
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(section(tr("Gate 1 · Problem definition")))
        column.addSpacing(6)
        for number, button in enumerate(self.buttons, 1):
            column.addWidget(button)
            button.clicked.connect(lambda _=False, n=number: self.chosen.emit(n))
        analyzer.ready.connect(self.refresh)

    def refresh(self) -> None:
        """Show the states of the map as it is now."""
        verdict = self._analyzer.verdict
        parts = verdict.gate1.parts if verdict is not None else ()
        for part, button in zip(parts, self.buttons, strict=False):
            button.show_part(f"{part.number} {part.title}", part.state, part.summary)

    def mark(self, number: int | None) -> None:
        """Show which part is open on the right."""
        for own, button in enumerate(self.buttons, 1):
            button.setChecked(own == number)
