"""The properties of a flow; one between two lanes is a handoff."""

from PySide6.QtWidgets import QLabel

from pilotmap.language import tr
from pilotmap.ui.fields.field import sentence
from pilotmap.ui.fields.line import LineField
from pilotmap.ui.panels.form import section
from pilotmap.ui.panels.notes_list import NotesList
from pilotmap.ui.panels.table_form import TableForm
from pilotmap.ui.session import Session


class FlowForm(TableForm):
    """Label and share of a branch, and what is handed over, through what."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._title: QLabel = section(tr("Flow"))
        self._ends = sentence("", "soft")
        self.column.addWidget(self._title)
        self.column.addWidget(self._ends)
        self.add_all("flow", besides=("through_system",))  # `through` is both
        self.notes = NotesList(session)
        self.column.addWidget(self.notes)

    def refresh(self) -> None:
        pilot_map = self.session.map
        flow = pilot_map.flow_by_id.get(self.subject)
        if flow is None:
            return
        numbers = {handoff.flow.id: handoff.number for handoff in pilot_map.handoffs}
        number = numbers.get(flow.id)
        self._title.setText(_title(number).upper())
        source, target = (pilot_map.step_by_id[end] for end in (flow.source, flow.target))
        self._ends.setText(f"{source.name or tr('No name')} → {target.name or tr('No name')}")
        through = self.field("through")
        if isinstance(through, LineField):
            through.offer([system.name for system in pilot_map.systems])
        super().refresh()
        branch = source.kind == "decision"
        for key, shown in (
            ("share", branch or flow.share is not None),
            ("label", branch or bool(flow.label)),
            ("returned", number is not None or flow.returned is not None),
        ):
            self.show_field(key, shown)
        self.notes.show_about(flow.id)


def _title(number: int | None) -> str:
    return tr("Flow") if number is None else tr("Handoff H{number}", number=number)
