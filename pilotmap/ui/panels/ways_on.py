"""Where the work goes after a step: each flow as a line that leads to its own properties."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pilotmap.language import tr
from pilotmap.model.map import PilotMap
from pilotmap.model.process import Flow
from pilotmap.ui.panels.form import section
from pilotmap.ui.panels.pieces import WrappingLink
from pilotmap.ui.panels.rows import Rows
from pilotmap.ui.panels.table_form import TableForm
from pilotmap.ui.session import Session


class WaysOn(QWidget):
    """The flows out of one step; those of a decision with label and share in place."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.rows: list[_Way] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(section(tr("Goes on to")))
        self._rows = Rows(lambda: _Way(self._session), self._column)

    def show_step(self, step: str) -> None:
        """Show the flows out of this step."""
        pilot_map = self._session.map
        wanted = [flow.id for flow in pilot_map.flows_out(step)]
        self.setVisible(bool(wanted))
        self._rows.show(wanted)
        self.rows = list(self._rows)


class _Way(TableForm):
    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.column.setSpacing(2)
        self._link = WrappingLink()
        self._link.clicked.connect(lambda: session.select(self.subject))
        self.column.addWidget(self._link)
        label, share = self.ask("flow", "label", ""), self.ask("flow", "share", "")
        label.control.setAccessibleName(tr("Label of the branch"))
        share.control.setAccessibleName(tr("Share of the cases"))
        share.setMaximumWidth(96)
        row = QHBoxLayout()
        row.addWidget(label, 1)
        row.addWidget(share)
        self.column.addLayout(row)
        self.put()

    def refresh(self) -> None:
        pilot_map = self.session.map
        flow = pilot_map.flow_by_id[self.subject]
        self._link.say(where_to(pilot_map, flow))
        super().refresh()
        branches = pilot_map.step_by_id[flow.source].kind == "decision"
        for key in self.keys:
            self.show_field(key, branches)


def where_to(pilot_map: PilotMap, flow: Flow) -> str:
    """The step that a flow leads to, and who does it where the work changes hands."""
    target = pilot_map.step_by_id[flow.target]
    hands_on = f" · {pilot_map.lane_by_id[target.lane].name}" if pilot_map.is_handoff(flow) else ""
    return f"→ {target.name or tr('step without a name')}{hands_on}"
