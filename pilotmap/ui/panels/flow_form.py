"""The properties of a flow; one between two lanes is a handoff."""

from PySide6.QtWidgets import QLabel

from pilotmap.language import tr
from pilotmap.model.edits.flows import set_through
from pilotmap.model.map import PilotMap
from pilotmap.ui.fields.choice import YesNoField
from pilotmap.ui.fields.field import sentence
from pilotmap.ui.fields.fields import share_field, text_field
from pilotmap.ui.fields.line import LineField
from pilotmap.ui.fields.paragraph import ParagraphField
from pilotmap.ui.fields.reading import read_text, text_text
from pilotmap.ui.panels.form import Form, section
from pilotmap.ui.panels.notes_list import NotesList
from pilotmap.ui.session import Session


class FlowForm(Form):
    """Label and share of a branch, and what is handed over, through what."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._title: QLabel = section(tr("Flow"))
        self._ends = sentence("", "soft")
        self.column.addWidget(self._title)
        self.column.addWidget(self._ends)
        self.add("flow", "label", text_field(tr("Label of the branch"), tr("yes")))
        self.add("flow", "share", share_field(tr("Share of the cases"), "60 %"))
        self.add("flow", "passes", ParagraphField(tr("What is passed on")))
        through = LineField(
            tr("Through what"), read_text, text_text, placeholder=tr("a system, or words")
        )
        self._through = through
        self.bind("through", through, _through, set_through)
        self.column.addWidget(through)
        self.add("flow", "returned", share_field(tr("Share sent back as incomplete"), "5 %"))
        self.add("flow", "rework", YesNoField(tr("Goes back to do something again")))
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
        self._through.offer([system.name for system in pilot_map.systems])
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


def _through(pilot_map: PilotMap, flow: str) -> object:
    return pilot_map.through_words(pilot_map.flow_by_id[flow])
