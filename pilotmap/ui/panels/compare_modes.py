"""The three modes side by side: forecast, work, load, how far a wrong answer goes."""

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from pilotmap.language import N_, tr
from pilotmap.lazy import lazy_imports
from pilotmap.model.fields.table import field_of
from pilotmap.model.map import PilotMap
from pilotmap.model.pilot import MODE_WORDS, MODES
from pilotmap.ui.analyzer import Analyzer
from pilotmap.ui.fields.field import sentence
from pilotmap.ui.panels.form import section
from pilotmap.ui.panels.words import hours, share_words

with lazy_imports():  # the first paint does not wait for the analysis
    from pilotmap.analysis import verdict_words

if TYPE_CHECKING:
    from pilotmap.analysis.variants import Variant

_ROWS = ("", N_("Forecast"), N_("Work"), N_("Load"), N_("Wrong answers reach"))


class CompareModes(QWidget):
    """Figures only where they can be computed."""

    def __init__(self, analyzer: Analyzer) -> None:
        super().__init__()
        self._analyzer = analyzer
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(7)
        self._cells = [
            self._new_cell(row, column)
            for row in range(len(_ROWS))
            for column in range(len(MODES) + 1)
        ]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(section(tr("The three ways in figures")))
        column.addLayout(self._grid)
        self._missing = sentence("", "caption")
        column.addWidget(self._missing)
        analyzer.ready.connect(self.refresh)

    def refresh(self) -> None:
        """Show the figures of the map as it is now."""
        verdict = self._analyzer.verdict
        variants = () if verdict is None else verdict.variants
        self.setVisible(bool(variants))
        if verdict is None or not variants:
            return
        chosen = verdict.map.pilot.mode
        for row, words in enumerate(_ROWS):
            self._put(row, 0, f"<span style='font-size:11px'>{tr(words)}</span>")
        for column, variant in enumerate(variants, 1):
            for row, text in enumerate(cells(variant, verdict.map)):
                self._put(row, column, f"<b>{text}</b>" if variant.mode == chosen else text)
        said = (words for one in variants for words in (not_given_words(one),) if words)
        missing = " ".join((*unknown_words(variants, verdict.map), *said))
        self._missing.setText(missing)
        self._missing.setVisible(bool(missing))

    def _put(self, row: int, column: int, text: str) -> None:
        self._cells[row * (len(MODES) + 1) + column].setText(text)

    def _new_cell(self, row: int, column: int) -> QLabel:
        cell = sentence("", "caption")
        cell.setTextFormat(Qt.TextFormat.RichText)
        self._grid.addWidget(cell, row, column, Qt.AlignmentFlag.AlignTop)
        return cell


def _with_capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def cells(variant: "Variant", pilot_map: PilotMap) -> tuple[str, ...]:
    """One mode as the words of a column, as rich text."""
    reach = variant.exposure
    outside = f"; {escape(', '.join(reach.outside))}" if reach.outside else ""
    unknown = tr("not known")
    most = max((load.ratio or 0.0 for load in variant.loads.values()), default=None)
    careful = variant.forecast
    return (
        _with_capital(tr(MODE_WORDS[variant.mode])),
        unknown if careful is None else escape(verdict_words.outcome_time(pilot_map, careful)),
        unknown if variant.work is None else hours(variant.work),
        unknown if most is None else share_words(most),
        f"{reach.steps}{outside}",
    )


def unknown_words(variants: Sequence["Variant"], pilot_map: PilotMap) -> tuple[str, ...]:
    """Why a figure is not known, each reason once."""
    found = []
    for one in variants:
        if one.forecast is None and one.because:
            found.append(tr("No forecast: {reason}.", reason=one.because))
        if one.work is None and one.trouble is not None:
            found.append(tr("No work: {reason}.", reason=one.trouble.reason))
        if not one.loads and pilot_map.volume is None:
            found.append(tr("No load: {reason}.", reason=tr("the number of cases is not given")))
        elif any(load.ratio is None for load in one.loads.values()):
            found.append(tr("No load: {reason}.", reason=tr("people or hours a day are not given")))
    return tuple(dict.fromkeys(found))


def not_given_words(variant: "Variant") -> str:
    """Which numbers count as nothing in a mode, because nobody gave them."""
    if not variant.not_given:
        return ""
    names = ", ".join(tr(field_of("pilot", key).caption) for key in variant.not_given)
    return tr("{mode}: not given and counted as zero: {names}.", mode=_mode(variant), names=names)


def _mode(variant: "Variant") -> str:
    return _with_capital(tr(MODE_WORDS[variant.mode]))
