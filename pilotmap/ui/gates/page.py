"""What the pages of gates 2 to 4 share: how the gate stands, what it asks, the seats."""

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from pilotmap.language import N_, tr
from pilotmap.lazy import lazy_imports
from pilotmap.model.edits.gates import edit_gate, open_gate
from pilotmap.model.fields.table import GATE_FIELDS, field_of
from pilotmap.model.gates.gate import EMPTY_GATES, GATE_KEYS, GATE_NAMES, LaterGate
from pilotmap.model.map import PilotMap
from pilotmap.ui.fields.by_table import LINES, field_for
from pilotmap.ui.fields.field import Field, sentence
from pilotmap.ui.fields.line import LineField
from pilotmap.ui.gates.gates_now import GatesNow
from pilotmap.ui.panels.form import Form
from pilotmap.ui.panels.pieces import plain_button
from pilotmap.ui.panels.seats.blockers import Blockers
from pilotmap.ui.panels.seats.older import OlderVersions
from pilotmap.ui.panels.seats.seats import Seats
from pilotmap.ui.session import Session
from pilotmap.ui.theme import Look

with lazy_imports():  # the first paint does not wait for the analysis
    from pilotmap.analysis.gates import state, work_list

if TYPE_CHECKING:
    from pilotmap.analysis.gates.state import LaterGateNow

CLASSES: Final[dict[LaterGate, str]] = {2: "Feasibility", 3: "Integration", 4: "Shadow"}
_AIMS: Final[dict[LaterGate, str]] = {
    2: N_(
        "Build only the AI component, in two weeks at most. The result is no demo but a decision: "
        "what it does well, where it fails, how often, and what it would take to fix."
    ),
    3: N_(
        "The other 80 %: real data in, each system connected, errors, monitoring, escalation. "
        "Usually four to eight weeks."
    ),
    4: N_(
        "Two to four weeks beside the people, on real cases. Nothing goes to a customer from here. "
        "The threshold is locked before the first record."
    ),
}


class GatePage(Form):
    """A gate that is locked shows what it will ask; one that is open, how it stands."""

    def __init__(
        self, session: Session, gates: GatesNow, look: Look, older: OlderVersions, gate: LaterGate
    ) -> None:
        heading = tr("Gate {gate} · {name}", gate=gate, name=tr(GATE_NAMES[gate]))
        super().__init__(session, heading)
        self.gate: LaterGate = gate
        self._gates = gates
        self.lead = sentence("", "soft")
        self.asks = sentence("", "small")
        self.begin = plain_button(tr("Begin Gate {gate} today", gate=gate))
        self.begin.clicked.connect(self._begin)
        self.body = QWidget()
        self._body_column = QVBoxLayout(self.body)
        self._body_column.setContentsMargins(0, 0, 0, 0)
        self._body_column.setSpacing(10)
        self.blockers = Blockers()
        self.blockers.wanted.connect(lambda finding: self._go_to(finding.place))
        self.seats = Seats(session, look, older, gate)
        for part in (self.lead, self.asks, self.begin, self.body, self.blockers, self.seats):
            self.column.addWidget(part)
        gates.ready.connect(self._judge)

    def refresh(self) -> None:
        super().refresh()
        self._judge()

    def ask(self, key: str) -> Field:
        """A field of the gate, by the table of fields; it is put below the others."""
        row = field_of(CLASSES[self.gate], key)
        made = row.kind in ("share", "number")
        field = LineField(tr(row.caption), *LINES[row.kind]) if made else field_for(row)
        gate = self.gate
        self.bind(
            key,
            field,
            lambda m, _: getattr(part_of(m, gate), key),
            lambda m, _, value: edit_gate(m, gate, **{key: value}),
            asked=lambda m: getattr(m, GATE_KEYS[gate]) is not None,
        )
        self.put(field)
        return field

    def bind_within(self, key: str, field: Field, read: Any, write: Any, **more: Any) -> None:
        """A field for something within an answer, put below the others.

        `read` takes it out of the gate; `write` makes the answers of the gate with it.
        """
        gate = self.gate
        self.bind(
            key,
            field,
            lambda m, _: read(part_of(m, gate)),
            lambda m, _, value: edit_gate(m, gate, **write(part_of(m, gate), value)),
            **more,
        )
        self.put(field)

    def put(self, widget: QWidget) -> None:
        """Put something below the fields."""
        self._body_column.addWidget(widget)

    def show_gate(self, now: "LaterGateNow") -> None:
        """Show the figures of an open gate; each page its own."""

    def _begin(self) -> None:
        gate = self.gate
        label = tr("Begin Gate {gate}", gate=gate)
        self.session.edit(label, lambda m: open_gate(m, gate, date.today()))

    def _judge(self) -> None:
        now = self._gates.gates.get(self.gate)
        if now is None or self.isHidden():
            return
        is_begun = getattr(self.session.map, GATE_KEYS[self.gate]) is not None
        is_locked = bool(now.why_locked)
        self.lead.setText(_lead(now, self.gate))
        self.asks.setText(_questions(self.session.map, self.gate))
        self.asks.setVisible(not is_begun)
        self.begin.setVisible(not is_begun and not is_locked)
        self.body.setVisible(is_begun)
        self.body.setEnabled(not is_locked)
        errors = tuple(each for each in now.findings if each.severity == "error")
        rest = tuple(each for each in now.findings if each.severity != "error")
        self.blockers.show_errors((*errors, *rest) if is_begun else ())
        self.seats.setVisible(is_begun)
        self.seats.show_seats(now.seats, may_decide=not errors)
        if is_begun:
            self.show_gate(now)

    def _go_to(self, place: str) -> None:
        self.focus_field(place.removeprefix(f"gate{self.gate}."))


def part_of(pilot_map: PilotMap, gate: LaterGate) -> object:
    """The gate as the file holds it, empty where it was not begun."""
    return getattr(pilot_map, GATE_KEYS[gate]) or EMPTY_GATES[gate]


def _lead(now: "LaterGateNow", gate: LaterGate) -> str:
    if now.why_locked:
        return tr("{reason}. {aim}", reason=now.why_locked, aim=tr(_AIMS[gate]))
    said = tr("This gate is {state}.", state=tr(state.LATER_STATES[now.state]))
    return f"{said} {tr(_AIMS[gate])}"


def _questions(pilot_map: PilotMap, gate: LaterGate) -> str:
    """What a gate will ask: of Gate 3 what the map makes of it, of the others its fields."""
    if gate == 3:
        rows = [asked.row for asked in work_list.work_list(pilot_map).rows]
        asked = [f"{row.about}: {row.question}" if row.about else row.question for row in rows]
    else:
        asked = [tr(row.caption) for row in GATE_FIELDS[CLASSES[gate]] if row.caption]
    return "\n".join([tr("It will ask:"), *(f"· {question}" for question in asked)])
