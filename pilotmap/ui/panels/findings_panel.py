"""What has to be cleared before sign-off, with Go to and Fix for each finding."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from pilotmap.language import N_, tr
from pilotmap.lazy import lazy_imports
from pilotmap.model.map import PilotMap
from pilotmap.model.notes import Waiver
from pilotmap.ui.analyzer import Analyzer
from pilotmap.ui.later import Later
from pilotmap.ui.panels.findings_table import (
    ROW_PX,
    FindingsDelegate,
    FindingsModel,
    Row,
    deed_places,
)
from pilotmap.ui.panels.pieces import kind
from pilotmap.ui.panels.words import counted
from pilotmap.ui.session import Session
from pilotmap.ui.tables.page import Page
from pilotmap.ui.theme import Look

with lazy_imports():  # the first paint does not wait for the analysis, nor for answers to it
    from pilotmap.analysis.findings import waivers
    from pilotmap.ui.panels import waive_form

if TYPE_CHECKING:
    from pilotmap.analysis.findings.finding import Finding
    from pilotmap.ui.panels.waive_form import WaiveForm

GO_TO: Final = N_("Go to")
SHOW_WHY: Final = N_("Show why")
FIX: Final = N_("Fix")
_HEIGHT_TO_ANSWER_PX: Final = 230
_DEEDS_PX: Final = 118
_WITH_A_REASON: Final = frozenset({"PM105"})
ANSWER: Final = N_("Answer in writing")
TAKE_BACK: Final = N_("Take the answer back")


class FindingsPanel(Page):
    """The list of findings; Enter goes to the chosen one, F fixes it."""

    go_to = Signal(object)
    """The finding to go to."""

    def __init__(self, session: Session, analyzer: Analyzer, look: Look) -> None:
        super().__init__()
        kind(self, "surface")
        self._session = session
        self._analyzer = analyzer
        self._look = look
        self._heading = tr("Findings")  # until the map is judged
        self.model = FindingsModel()
        self.table = _Table(look)
        self.table.setModel(self.model)
        self.table.arrange()
        self.table.deeds.deed.connect(self.do)
        self.table.activated.connect(lambda index: self._go_to(index.row()))
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._show_menu)
        self.table.fix_wanted.connect(lambda row: self.do(row, FIX))
        self._waive = Later(self._new_waive)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        inset = QVBoxLayout()
        inset.setContentsMargins(14, 0, 14, 0)
        inset.addWidget(self.table)
        column.addLayout(inset, 1)
        analyzer.ready.connect(self.refresh)

    @property
    def waive(self) -> "WaiveForm":
        """The form in which a finding is answered."""
        return self._waive()

    @property
    def heading(self) -> str:
        return self._heading

    @property
    def first_stop(self) -> QWidget:
        return self.table

    def refresh(self) -> None:
        """Show the findings of the map as it is now; the chosen row stays chosen."""
        verdict = self._analyzer.verdict
        findings = verdict.findings if verdict is not None else ()
        self._heading = heading(findings)
        self.headed.emit()
        chosen = self._chosen()
        self.model.show_rows(tuple(Row(finding, _deeds(finding)) for finding in findings))
        self.table.fit_deeds()
        for number, row in enumerate(self.model.rows):
            if chosen is not None and _same(chosen, row.finding):
                self.table.selectRow(number)
                break

    def do(self, row: int, deed: str) -> None:
        """Do what one of the links of a row says."""
        if row >= len(self.model.rows) or deed not in self.model.rows[row].deeds:
            return
        finding = self.model.rows[row].finding
        if deed in (GO_TO, SHOW_WHY):
            self.go_to.emit(finding)
        elif deed == FIX and finding.fix is not None:
            self._session.edit(finding.fix.label, finding.fix.edit)
        elif deed == TAKE_BACK and finding.answered is not None:
            waiver = finding.answered
            self._session.edit(
                tr("Take back the answer to {rule}", rule=finding.rule), without(waiver)
            )
        elif deed == ANSWER:
            self.setMinimumHeight(_HEIGHT_TO_ANSWER_PX)
            self.waive.show()
            self.waive.ask(finding)

    def _go_to(self, row: int) -> None:
        if 0 <= row < len(self.model.rows):
            self.do(row, self.model.rows[row].deeds[0])

    def _show_menu(self, at: QPoint) -> None:
        row = self.table.currentIndex().row()
        if 0 <= row < len(self.model.rows):
            self.menu_of(row).popup(self.table.viewport().mapToGlobal(at))

    def menu_of(self, row: int) -> QMenu:
        """What can be done about a finding, for the menu key and the right button."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for deed in self.model.rows[row].deeds:
            menu.addAction(tr(deed), partial(self.do, row, deed))
        return menu

    def place_of(self, row: int, deed: str) -> QRect:
        """Where a link stands in the table's viewport."""
        self.table.scrollTo(self.model.index(row, 3))
        cell = self.table.visualRect(self.model.index(row, 3))
        deeds = self.model.rows[row].deeds
        return dict(deed_places(self.table.fontMetrics(), cell, deeds))[deed]

    def _chosen(self) -> "Finding | None":
        index: QModelIndex = self.table.currentIndex()
        inside = index.isValid() and index.row() < len(self.model.rows)
        return self.model.rows[index.row()].finding if inside else None

    def _new_waive(self) -> "WaiveForm":
        form = waive_form.WaiveForm(self._session, self._look)
        form.hide()
        form.closed.connect(self._close_waive)
        self._column.addWidget(form)
        return form

    def _close_waive(self) -> None:
        self.waive.hide()
        self.setMinimumHeight(0)
        self.table.setFocus()


class _Table(QTableView):
    fix_wanted = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.deeds = FindingsDelegate(look, self)
        self.setItemDelegate(self.deeds)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(tr("Findings"))
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(ROW_PX)
        self.verticalHeader().setDefaultSectionSize(ROW_PX)
        look.changed.connect(self.viewport().update)

    def arrange(self) -> None:
        """Give the columns their widths; the message takes what is left."""
        header = self.horizontalHeader()
        header.setMinimumSectionSize(20)
        for column, width in ((0, 26), (1, 70), (3, _DEEDS_PX)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, width)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)

    def fit_deeds(self) -> None:
        """Give the links as much room as the most of them need."""
        model = self.model()
        rows = model.rows if isinstance(model, FindingsModel) else ()
        metrics, cell = self.fontMetrics(), QRect()
        ends = (
            deed_places(metrics, cell, deeds)[-1][1].right()
            for deeds in {row.deeds for row in rows}
        )
        self.horizontalHeader().resizeSection(3, max([_DEEDS_PX, *(end + 12 for end in ends)]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_F and not event.modifiers():
            self.fix_wanted.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)


def heading(findings: "tuple[Finding, ...]") -> str:
    """The words over the list, with how many of each there are."""
    errors = sum(finding.severity == "error" for finding in findings)
    warnings = sum(finding.severity == "warning" for finding in findings)
    numbers = [counted(errors, "error")] if errors else []
    numbers += [counted(warnings, "warning")] if warnings else []
    if not errors:
        if not numbers:
            return tr("Nothing to clear before sign-off")
        return tr("Nothing to clear before sign-off · {numbers}", numbers=numbers[0])
    return tr("To clear before sign-off · {numbers}", numbers=", ".join(numbers))


def _deeds(finding: "Finding") -> tuple[str, ...]:
    deeds = [SHOW_WHY if finding.rule in _WITH_A_REASON else GO_TO]
    if finding.fix is not None:
        deeds.append(FIX)
    if waivers.can_waive(finding):
        deeds.append(ANSWER)
    if finding.answered is not None:
        deeds.append(TAKE_BACK)
    return tuple(deeds)


def without(waiver: Waiver) -> Callable[[PilotMap], PilotMap]:
    """An edit that takes an answer in writing back."""
    return lambda pilot_map: pilot_map.replace(
        waivers=tuple(w for w in pilot_map.waivers if w != waiver)
    )


def _same(one: "Finding", other: "Finding") -> bool:
    return (one.rule, one.refs) == (other.rule, other.refs)
