"""The three modes side by side: how long, how much work, how far a wrong answer goes."""

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from pilotmap.language import later, tr
from pilotmap.model.pilot import MODE_WORDS, MODES
from pilotmap.ui.fields.field import sentence
from pilotmap.ui.judgement import Judgement
from pilotmap.ui.panels.form import section
from pilotmap.ui.panels.words import hours

if TYPE_CHECKING:  # numpy comes with the analysis: it must not delay the first paint
    from pilotmap.analysis.variants import Variant

_COLUMNS = ("", later("Elapsed"), later("Work"), later("A wrong answer reaches"))


class CompareModes(QWidget):
    """Figures only where they can be computed."""

    def __init__(self, judgement: Judgement) -> None:
        super().__init__()
        self._judgement = judgement
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(7)
        self._cells = [
            self._new_cell(row, column)
            for row in range(len(MODES) + 1)
            for column in range(len(_COLUMNS))
        ]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(section(tr("The three ways in figures")))
        column.addLayout(self._grid)
        judgement.ready.connect(self.refresh)

    def refresh(self) -> None:
        """Show the figures of the map as it is now."""
        verdict = self._judgement.verdict
        variants = () if verdict is None else verdict.variants
        self.setVisible(bool(variants))
        if verdict is None or not variants:
            return
        chosen = verdict.map.pilot.mode
        for column, words in enumerate(_COLUMNS):
            self._put(0, column, f"<span style='font-size:11px'>{tr(words)}</span>")
        for row, variant in enumerate(variants, 1):
            for column, text in enumerate(cells(variant)):
                self._put(row, column, f"<b>{text}</b>" if variant.mode == chosen else text)

    def _put(self, row: int, column: int, text: str) -> None:
        self._cells[row * len(_COLUMNS) + column].setText(text)

    def _new_cell(self, row: int, column: int) -> QLabel:
        cell = sentence("", "caption")
        cell.setTextFormat(Qt.TextFormat.RichText)
        self._grid.addWidget(cell, row, column, Qt.AlignmentFlag.AlignTop)
        return cell


def _with_capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def cells(variant: "Variant") -> tuple[str, str, str, str]:
    """One mode as the words of a row, as rich text."""
    reach = variant.exposure
    outside = f"; {escape(', '.join(reach.outside))}" if reach.outside else ""
    return (
        _with_capital(tr(MODE_WORDS[variant.mode])),
        tr("not known") if variant.elapsed is None else hours(variant.elapsed),
        tr("not known") if variant.work is None else hours(variant.work),
        f"{reach.steps}{outside}",
    )
