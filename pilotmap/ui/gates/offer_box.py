"""The threshold that Gate 1 offers to Gate 2, with its sum."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from pilotmap.language import tr
from pilotmap.lazy import lazy_imports
from pilotmap.model.edits.gates import edit_gate
from pilotmap.ui.analyzer import Analyzer
from pilotmap.ui.fields.field import sentence
from pilotmap.ui.panels.pieces import link_button
from pilotmap.ui.session import Session

with lazy_imports():  # the first paint does not wait for the analysis
    from pilotmap.analysis import wording
    from pilotmap.analysis.gates import words


class OfferBox(QWidget):
    """What the threshold could be and why, to be taken with a click while there is none."""

    def __init__(self, session: Session, analyzer: Analyzer) -> None:
        super().__init__()
        self._session = session
        self._analyzer = analyzer
        self.said = sentence("", "small")
        self.take = link_button("")
        self.take.clicked.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.said)
        column.addWidget(self.take)

    def refresh(self) -> None:
        """Show what Gate 1 says now."""
        verdict, part = self._analyzer.verdict, self._session.map.feasibility
        share = self._share()
        if verdict is not None:
            self.said.setText(words.offered_sentence(self._session.map, verdict.figures))
        self.take.setVisible(share is not None and part is not None and part.threshold is None)
        if share is not None:
            self.take.setText(tr("Take {share} as the threshold", share=wording.percent(share)))

    def _share(self) -> float | None:
        verdict = self._analyzer.verdict
        return words.offered_threshold(verdict.figures) if verdict is not None else None

    def _take(self) -> None:
        share = self._share()
        if share is not None:
            rounded = round(share, 3)
            label = tr("Take the threshold offered")
            self._session.edit(label, lambda m: edit_gate(m, 2, threshold=rounded))
