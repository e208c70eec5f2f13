"""Under the map: the findings, and behind quiet tabs the tables, the registers, the history."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from pilotmap.language import N_, tr
from pilotmap.lazy import lazy_imports
from pilotmap.ui.analyzer import Analyzer
from pilotmap.ui.panels.findings_panel import FindingsPanel
from pilotmap.ui.panels.form import section
from pilotmap.ui.panels.pieces import kind
from pilotmap.ui.panels.words import unbroken
from pilotmap.ui.session import Session
from pilotmap.ui.sureness import Sureness
from pilotmap.ui.tables.page import Page
from pilotmap.ui.theme import Look

with lazy_imports():  # the tables are behind their tabs
    from pilotmap.ui.tables import figures_page, history_page, table_page, tables

FINDINGS: Final = "findings"
TABS: Final[tuple[tuple[str, str], ...]] = (
    (FINDINGS, N_("Findings")),
    ("steps", N_("Steps")),
    ("handoffs", N_("Handoffs")),
    ("systems", N_("Systems")),
    ("lanes", N_("Lanes")),
    ("notes", N_("Notes")),
    ("room", N_("Room")),
    ("figures", N_("Figures")),
    ("history", N_("History")),
)
_FILTER_PX: Final = 150
_TITLE_PX: Final = 56


class LowerArea(QWidget):
    """One page at a time, made when it is first asked for."""

    wanted = Signal(str)
    """The id of an element to select and show."""
    page_changed = Signal(str)

    def __init__(
        self, session: Session, analyzer: Analyzer, sureness: Sureness, look: Look
    ) -> None:
        super().__init__()
        kind(self, "surface")
        self._session, self._analyzer, self._look = session, analyzer, look
        self._sureness = sureness
        self.findings = FindingsPanel(session, analyzer, look)
        self._pages: dict[str, Page] = {FINDINGS: self.findings}
        self._name = FINDINGS
        self._title = section("")
        self._title.setMinimumWidth(_TITLE_PX)  # its longest word would widen the middle
        self.filter = QLineEdit()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.findings)
        self._group = QButtonGroup(self)
        self.tabs = {name: self._tab(name, words) for name, words in TABS}
        self.tabs[FINDINGS].setChecked(True)
        self.findings.headed.connect(self._say_heading)
        self._lay_out()
        self._say_heading()

    @property
    def name(self) -> str:
        """Which page is shown."""
        return self._name

    def page(self, name: str) -> Page:
        """A page by its name."""
        if name not in self._pages:
            page = self._make(name)
            self._pages[name] = page
            page.headed.connect(self._say_heading)
            self._stack.addWidget(page)
        return self._pages[name]

    def show_page(self, name: str) -> None:
        """Show a page; the keyboard goes into it with `enter`."""
        page = self.page(name)
        self._name = name
        self.tabs[name].setChecked(True)
        self.filter.setVisible(page.can_filter)
        self.filter.clear()
        self._stack.setCurrentWidget(page)
        self._say_heading()
        self.page_changed.emit(name)

    def enter(self) -> None:
        """Give the keyboard to the page."""
        self._pages[self._name].first_stop.setFocus()

    def _make(self, name: str) -> Page:
        if name == "history":
            return history_page.HistoryPage(self._session)
        if name == "figures":
            return figures_page.FiguresPage(self._analyzer, self._sureness, self._look)
        table = tables.TABLES[name]
        page = table_page.TablePage(self._session, self._analyzer, self._look, table)
        page.wanted.connect(self.wanted)
        return page

    def _lay_out(self) -> None:
        self.filter.setProperty("kind", "small")
        self.filter.setPlaceholderText(tr("Filter"))
        self.filter.setAccessibleName(tr("Filter the rows"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setMinimumWidth(_FILTER_PX // 2)
        self.filter.setMaximumWidth(_FILTER_PX)
        self.filter.textChanged.connect(lambda text: self._pages[self._name].filter_by(text))
        self.filter.hide()
        head = QHBoxLayout()
        head.setContentsMargins(14, 6, 10, 2)
        head.setSpacing(0)
        head.addWidget(self._title, 1)
        head.addWidget(self.filter)
        head.addSpacing(8)
        for tab in self.tabs.values():
            head.addWidget(tab)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self._stack, 1)

    def _tab(self, name: str, words: str) -> QPushButton:
        tab = QPushButton(tr(words))
        tab.setProperty("kind", "tab")
        tab.setCheckable(True)
        tab.setCursor(Qt.CursorShape.PointingHandCursor)
        self._group.addButton(tab)
        tab.clicked.connect(lambda: self.show_page(name))
        return tab

    def _say_heading(self) -> None:
        self._title.setText(unbroken(self._pages[self._name].heading.upper()))
