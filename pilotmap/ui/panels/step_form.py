"""The properties of a step, a decision or any other node of the map."""

from PySide6.QtWidgets import QPushButton

from pilotmap.language import tr
from pilotmap.model.edits.pilot import mark_ai_step
from pilotmap.model.fields.table import field_of
from pilotmap.ui.analyzer import Analyzer
from pilotmap.ui.fields.by_table import offered
from pilotmap.ui.panels.form import section
from pilotmap.ui.panels.notes_list import NotesList
from pilotmap.ui.panels.table_form import TableForm
from pilotmap.ui.panels.ways_on import WaysOn
from pilotmap.ui.panels.working_card import WorkingCard
from pilotmap.ui.session import Session

_BELOW = ("kind", "checks_ai")


class StepForm(TableForm):
    """Name, who, systems, times, the AI card, ways on, notes."""

    def __init__(self, session: Session, analyzer: Analyzer) -> None:
        super().__init__(session)
        self._title = section(tr("Step"))
        self.column.addWidget(self._title)
        self.add_all("step", besides=_BELOW)
        self.card = WorkingCard(session, analyzer, brief=True)
        self._mark = QPushButton(tr("✦ Let the AI take over this step"))
        self._mark.setProperty("kind", "plain")
        self._mark.clicked.connect(self._mark_ai)
        self.ways_on = WaysOn(self.session)
        self.notes = NotesList(self.session)
        self.column.addWidget(self.card)
        self.column.addWidget(self._mark)
        for key in _BELOW:
            self.add("step", key)
        self.column.addWidget(self.ways_on)
        self.column.addWidget(self.notes)

    def refresh(self) -> None:
        step = self.session.map.step_by_id.get(self.subject)
        if step is None:
            return
        self._title.setText(dict(offered(field_of("step", "kind")))[step.kind].upper())
        super().refresh()
        is_ai = self.session.map.pilot.step == step.id
        self.card.setVisible(is_ai)
        if is_ai:
            self.card.refresh()
        self._mark.setVisible(not is_ai and step.kind in ("step", "decision"))
        self.ways_on.show_step(step.id)
        self.notes.show_about(step.id)

    def focus_field(self, key: str) -> None:
        if key in self.card.keys:
            self.card.focus_field(key)
        elif key == "share" and self.ways_on.rows:
            self.ways_on.rows[0].focus_field(key)
        else:
            super().focus_field(key)

    def _mark_ai(self) -> None:
        if self.session.edit(tr("Mark the AI step"), lambda m: mark_ai_step(m, self.subject)):
            self.card.enter()
