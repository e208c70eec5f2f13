"""The Gate 1 path: five parts, each with the state that the file has, never ticked by hand."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pilotmap.language import tr
from pilotmap.model.fields.part import Part
from pilotmap.ui.analyzer import Analyzer
from pilotmap.ui.panels.form import section
from pilotmap.ui.panels.pages import PAGE_OF, PAGES
from pilotmap.ui.panels.pieces import PartButton
from pilotmap.ui.theme import Look


class PathPanel(QWidget):
    """Says how the five parts stand; a click opens one on the right."""

    chosen = Signal(object)
    """A part."""

    def __init__(self, analyzer: Analyzer, look: Look) -> None:
        super().__init__()
        self._analyzer = analyzer
        self.buttons = tuple(PartButton(page.heading, look) for page in PAGES)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(section(tr("Gate 1 · Problem definition")))
        column.addSpacing(6)
        for page, button in zip(PAGES, self.buttons, strict=True):
            column.addWidget(button)
            button.clicked.connect(lambda _=False, part=page.part: self.chosen.emit(part))
        analyzer.ready.connect(self.refresh)

    def refresh(self) -> None:
        """Show the states of the map as it is now."""
        verdict = self._analyzer.verdict
        parts = verdict.gate1.parts if verdict is not None else ()
        for now, button in zip(parts, self.buttons, strict=False):
            button.show_part(PAGE_OF[now.part].heading, now.state, now.summary)

    def mark(self, part: Part | None) -> None:
        """Show which part is open on the right."""
        for page, button in zip(PAGES, self.buttons, strict=True):
            button.setChecked(page.part is part)
