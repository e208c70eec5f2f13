"""The page of Gate 3: the work list that comes from the map, area by area."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from pilotmap.language import tr
from pilotmap.lazy import lazy_imports
from pilotmap.model.edits.gates import add_row, switch_row
from pilotmap.model.gates.integration import AREAS, Area, Integration
from pilotmap.ui.fields.field import sentence
from pilotmap.ui.gates.gates_now import GatesNow
from pilotmap.ui.gates.page import GatePage
from pilotmap.ui.gates.row_card import AskedRows, RowCard
from pilotmap.ui.panels.form import section
from pilotmap.ui.panels.pieces import Fold
from pilotmap.ui.panels.seats.older import OlderVersions
from pilotmap.ui.session import Session
from pilotmap.ui.theme import Look

with lazy_imports():  # the first paint does not wait for the analysis
    from pilotmap.analysis.gates import words, work_list

if TYPE_CHECKING:
    from pilotmap.analysis.gates.state import LaterGateNow
    from pilotmap.analysis.gates.work_list import WorkList


class AreaPart(QWidget):
    """An area: its rows, and a line to add one of one's own."""

    def __init__(self, area: Area) -> None:
        super().__init__()
        self.heading: QLabel = section(tr(AREAS[area]))
        self.rows = QVBoxLayout()
        self.rows.setSpacing(8)
        self.new = QLineEdit()
        self.new.setPlaceholderText(tr("Add a question, then Enter"))
        self.new.setAccessibleName(tr("Add a question, then Enter"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addLayout(self.rows)
        column.addWidget(self.new)


class IntegrationPage(GatePage):
    """Every row answered, built and tested, with an owner and evidence."""

    def __init__(self, session: Session, gates: GatesNow, look: Look, older: OlderVersions) -> None:
        super().__init__(session, gates, look, older, 3)
        self.said = sentence("", "sentence")
        self.put(self.said)
        for key in ("opened", "owner", "next_review"):
            self.ask(key)
        self._rows = AskedRows()
        self.cards: dict[str, RowCard] = {}
        self.areas: dict[Area, AreaPart] = {}
        for area in AREAS:
            part = self.areas[area] = AreaPart(area)
            part.new.returnPressed.connect(lambda a=area: self._add(a))
            self.put(part)
        self.extras = Fold(tr("Ask more"))
        self.switches = {key: QCheckBox() for key in work_list.EXTRAS}
        for key, box in self.switches.items():
            box.setText(tr(work_list.EXTRAS[key]))
            box.clicked.connect(lambda on, k=key: self._switch(k, on=on))
            self.extras.column.addWidget(box)
        self.put(self.extras)
        self.left = sentence("", "small")
        self.put(self.left)

    def refresh(self) -> None:
        self._follow_rows()
        super().refresh()

    def show_gate(self, now: "LaterGateNow") -> None:
        pilot_map = self.session.map
        found = self._follow_rows()
        built = pilot_map.feasibility
        days = built.effort_days if built else None
        self.said.setText(
            "\n".join((words.list_sentence(found), words.effort_sentence(days, found)))
        )
        on = (pilot_map.integration or Integration()).switched_on
        for key, box in self.switches.items():
            box.setChecked(key in on)
        lines = [f"· {row.about or row.question}: {row.answer}" for row in found.left]
        self.left.setText("\n".join([tr("No longer on the map:"), *lines]))
        self.left.setVisible(bool(found.left))

    def focus_field(self, key: str) -> None:
        name = key.removeprefix("rows.")
        if name in self.cards:
            self.cards[name].fold.show_content(True)
            super().focus_field(f"{key}.answer")
        else:
            super().focus_field(key)

    def _follow_rows(self) -> "WorkList":
        """A card for each row that is asked now; those of rows that left are put away."""
        found = self._rows.of(self.session.map)
        asked = {each.row.key: each for each in found.rows}
        for key, each in asked.items():
            if key not in self.cards:
                card = self.cards[key] = RowCard(key, self._rows, self.bind)
                self.areas[each.row.area].rows.addWidget(card)
            self.cards[key].show_row(each)
        for key, card in self.cards.items():
            card.setVisible(key in asked)
        return found

    def _add(self, area: Area) -> None:
        line = self.areas[area].new
        question = line.text().strip()
        if question and self.session.edit(
            tr("Add a question"), lambda m: add_row(m, area, question)[0]
        ):
            line.clear()

    def _switch(self, key: str, *, on: bool) -> None:
        self.session.edit(tr("Ask more"), lambda m: switch_row(m, key, on=on))
