"""Where the work goes after a step: each flow as a line that leads to its own properties."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pilotmap.model.map import PilotMap
from pilotmap.model.process import Flow
from pilotmap.ui.fields.fields import share_field, text_field
from pilotmap.ui.panels.form import Form, section
from pilotmap.ui.panels.pieces import link_button
from pilotmap.ui.panels.writing import reader, writer
from pilotmap.ui.session import Session


class WaysOn(QWidget):
    """The flows out of one step; those of a decision with label and share in place."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown: tuple[tuple[str, bool], ...] = ()
        self.rows: list[_Way] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(section("Goes on to"))

    def show_step(self, step: str) -> None:
        """Show the flows out of this step."""
        pilot_map = self._session.map
        branches = pilot_map.step_by_id[step].kind == "decision"
        flows = pilot_map.flows_out(step)
        self.setVisible(bool(flows))
        wanted = tuple((flow.id, branches) for flow in flows)
        if wanted != self._shown:
            self._rebuild(wanted)
        for row in self.rows:
            row.refresh()

    def _rebuild(self, wanted: tuple[tuple[str, bool], ...]) -> None:
        self._shown = wanted
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [_Way(self._session, flow, branches) for flow, branches in wanted]
        for row in self.rows:
            self._column.addWidget(row)


class _Way(Form):
    def __init__(self, session: Session, flow: str, branches: bool) -> None:
        super().__init__(session)
        self.subject = flow
        self.column.setSpacing(2)
        self._link = link_button("")
        self._link.clicked.connect(lambda: session.select(self.subject))
        self.column.addWidget(self._link)
        if branches:
            label, share = text_field("", "label"), share_field("", "share")
            label.control.setAccessibleName("Label of the branch")
            share.control.setAccessibleName("Share of the cases")
            share.setMaximumWidth(80)
            self.bind("label", label, reader("flow", "label"), writer("flow", "label"))
            self.bind("share", share, reader("flow", "share"), writer("flow", "share"))
            row = QHBoxLayout()
            row.addWidget(label, 1)
            row.addWidget(share)
            self.column.addLayout(row)

    def refresh(self) -> None:
        self._link.setText(where_to(self.session.map, self.session.map.flow_by_id[self.subject]))
        super().refresh()


def where_to(pilot_map: PilotMap, flow: Flow) -> str:
    """The step that a flow leads to, and who does it where the work changes hands."""
    target = pilot_map.step_by_id[flow.target]
    hands_on = f" · {pilot_map.lane_by_id[target.lane].name}" if pilot_map.is_handoff(flow) else ""
    return f"→ {target.name or 'step without a name'}{hands_on}"
