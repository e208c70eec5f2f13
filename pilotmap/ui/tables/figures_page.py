"""All figures in words: times, forecast, loads; how sure it is; and of what is not known, why."""

from collections.abc import Iterable, Iterator
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from pilotmap.language import N_, tr
from pilotmap.lazy import lazy_imports
from pilotmap.ui.analyzer import Analyzer
from pilotmap.ui.fields.field import sentence
from pilotmap.ui.panels.pieces import kind, scrolling
from pilotmap.ui.sureness import Sure, Sureness
from pilotmap.ui.tables.page import Page
from pilotmap.ui.tables.tornado_picture import TornadoPicture
from pilotmap.ui.theme import Look

with lazy_imports():  # the analysis is loaded by the first verdict
    from pilotmap.analysis import range_words, reasons, time_sentences

_COLUMNS = (N_("In words"), N_("How sure is the forecast?"), N_("Not known, and why"))


class FiguresPage(Page):
    """Three columns that scroll together; what takes seconds is reckoned while it is shown."""

    def __init__(self, analyzer: Analyzer, sureness: Sureness, look: Look) -> None:
        super().__init__()
        self._analyzer, self._sureness = analyzer, sureness
        self.words, self.chance, self.unknown = (_rich(tr(title)) for title in _COLUMNS)
        self.tornado = TornadoPicture(look)
        self.legend = sentence("", "caption")
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(14, 2, 8, 10)
        row.setSpacing(24)
        for title, parts, stretch in zip(
            _COLUMNS,
            ((self.words,), (self.chance, self.tornado, self.legend), (self.unknown,)),
            (3, 4, 3),
            strict=True,
        ):
            row.addLayout(_column(tr(title), parts), stretch)
        self._area = scrolling(content)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setAccessibleName(tr("Figures"))
        kind(self._area, "page")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)
        analyzer.ready.connect(self.refresh)
        sureness.changed.connect(self.refresh)

    @property
    def heading(self) -> str:
        return tr("Figures · all that the map says in numbers")

    @property
    def first_stop(self) -> QWidget:
        return self._area

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._sureness.watch()
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._sureness.look_away()

    def refresh(self) -> None:
        """Show the figures of the map as it is now; a hidden page waits until it is shown."""
        verdict = self._analyzer.verdict
        if verdict is None or not self.isVisible():
            return
        known = self._sureness.known
        numbers = verdict.figures if known is None else known.figures
        self.words.setText(_paragraphs(time_sentences.figure_sentences(verdict.map, numbers)))
        self.chance.setText(_paragraphs(self._chance(known)))
        self.tornado.show_ranges(known)
        self.legend.setText(range_words.legend() if self.tornado.drawing is not None else "")
        sure = None if known is None else known.ranges
        missing = reasons.null_reasons(verdict.map, numbers, sure)
        said = (f"{reasons.figure_name(name)}: {why}." for name, why in missing.items())
        self.unknown.setText(_paragraphs(said if missing else (tr("Nothing."),)))

    def _chance(self, known: Sure | None) -> Iterator[str]:
        share = self._sureness.share_done
        if known is not None:
            yield from range_words.range_sentences(known.map, known.ranges)
        elif share is not None:
            yield tr("Reckoning: {share} %", share=round(share * 100))


def _column(title: str, parts: Iterable[QWidget]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(6)
    column.addWidget(sentence(title, "caption"))
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return column


def _rich(name: str) -> QLabel:
    label = sentence("", "soft")
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setAccessibleName(name)
    flags = Qt.TextInteractionFlag
    label.setTextInteractionFlags(flags.TextSelectableByMouse)
    return label


def _paragraphs(said: Iterable[str]) -> str:
    return "".join(f"<p style='margin:0 0 5px 0'>{escape(one)}</p>" for one in said)
