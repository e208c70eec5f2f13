"""The properties of a lane: who does the work, and how much time they have."""

from typing import Final

from pilotmap.language import N_, tr
from pilotmap.model.edits.steps import rename
from pilotmap.model.process import LaneKind
from pilotmap.ui.fields.choice import ChoiceField
from pilotmap.ui.fields.fields import number_field, text_field
from pilotmap.ui.panels.form import Form, side_by_side
from pilotmap.ui.panels.options import spoken
from pilotmap.ui.panels.writing import reader, writer
from pilotmap.ui.session import Session

LANE_KINDS: Final[tuple[tuple[LaneKind, str], ...]] = (
    ("team", N_("A team")),
    ("person", N_("A person")),
    ("outside", N_("Someone outside")),
    ("ai", N_("The AI")),
)


class LaneForm(Form):
    """Name, kind, department, people and hours."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, tr("Lane"))
        name = text_field(tr("Name"), tr("Who does the work"))
        self.bind("name", name, reader("lane", "name"), rename)
        self.column.addWidget(name)
        self.add("lane", "kind", ChoiceField(tr("Kind"), spoken(LANE_KINDS)))
        self.add("lane", "group", text_field(tr("Department or organisation")))
        people, hours = number_field(tr("People"), "6"), number_field(tr("Hours a day, each"), "5")
        for key, field in (("people", people), ("hours_per_day", hours)):
            self.bind(key, field, reader("lane", key), writer("lane", key))
        self.column.addLayout(side_by_side(people, hours))

    def refresh(self) -> None:
        if self.subject in self.session.map.lane_by_id:
            super().refresh()


class SystemForm(Form):
    """The properties of a system."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, tr("System"))
        name = text_field(tr("Name"))
        self.bind("name", name, reader("system", "name"), rename)
        self.column.addWidget(name)
        self.add("system", "kind", text_field(tr("Kind"), tr("ticketing, customer records ...")))
        self.add("system", "owner", text_field(tr("Owner"), tr("who runs it")))

    def refresh(self) -> None:
        if self.subject in self.session.map.system_by_id:
            super().refresh()
