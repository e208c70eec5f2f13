"""One row of the work list of Gate 3: what is asked, and the answers."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QFrame, QVBoxLayout

from pilotmap.language import tr
from pilotmap.lazy import lazy_imports
from pilotmap.model.edits.gates import edit_row
from pilotmap.model.fields.table import field_of
from pilotmap.model.gates.integration import ROW_STATES
from pilotmap.model.map import PilotMap
from pilotmap.ui.fields.by_table import LINES, field_for
from pilotmap.ui.fields.choice import ChoiceField
from pilotmap.ui.fields.field import Field, sentence
from pilotmap.ui.fields.line import LineField
from pilotmap.ui.panels.pieces import Fold, side_by_side

with lazy_imports():  # the first paint does not wait for the analysis
    from pilotmap.analysis.gates import work_list

if TYPE_CHECKING:
    from pilotmap.analysis.gates.work_list import Asked, WorkList

KEYS: Final = ("answer", "owner", "channel", "effort_days", "state", "evidence")
Bind = Callable[[str, Field, Any, Any], Field]


class AskedRows:
    """The rows that a map asks, by key; reckoned once for each map, however many fields ask."""

    def __init__(self) -> None:
        self._map: PilotMap | None = None
        self._list: WorkList | None = None
        self._rows: dict[str, Asked] = {}

    def of(self, pilot_map: PilotMap) -> "WorkList":
        """The work list of a map."""
        if self._list is None or self._map is not pilot_map:
            self._map, self._list = pilot_map, work_list.work_list(pilot_map)
            self._rows = {asked.row.key: asked for asked in self._list.rows}
        return self._list

    def row(self, pilot_map: PilotMap, key: str) -> "Asked | None":
        """The row of a key, None where the map does not ask it."""
        self.of(pilot_map)
        return self._rows.get(key)


class RowCard(QFrame):
    """The question with its state; the fields fold out below it."""

    def __init__(self, key: str, rows: AskedRows, bind: Bind) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.key = key
        self.about = sentence("", "part")
        self.question = sentence("", "small")
        self.fold = Fold(tr("Answer"))
        self.fields = {name: _field(name) for name in KEYS}
        for name, field in self.fields.items():
            bind(f"rows.{key}.{name}", field, _reader(rows, key, name), _writer(rows, key, name))
        self.fold.column.addWidget(self.fields["answer"])
        for pair in (("owner", "channel"), ("effort_days", "state")):
            self.fold.column.addLayout(side_by_side(*(self.fields[name] for name in pair)))
        self.fold.column.addWidget(self.fields["evidence"])
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(4)
        for part in (self.about, self.question, self.fold):
            column.addWidget(part)

    def show_row(self, asked: "Asked") -> None:
        """Show the row as the map asks it now."""
        row = asked.row
        sign = "✓ " if asked.is_clear else ""
        self.about.setText(sign + (row.about or row.question))
        state, owner = tr(ROW_STATES[row.state]), row.owner or tr("nobody named")
        said = tr("{state} · {owner}", state=state, owner=owner)
        self.question.setText(f"{row.question}\n{said}" if row.about else said)


def _field(name: str) -> Field:
    row = field_of("IntegrationRow", name)
    caption = tr(row.caption)
    if name == "state":
        return ChoiceField(caption, [(state, tr(words)) for state, words in ROW_STATES.items()])
    return LineField(caption, *LINES["number"]) if row.kind == "number" else field_for(row)


def _reader(rows: AskedRows, key: str, name: str) -> Any:
    def read(pilot_map: PilotMap, _: str) -> Any:
        asked = rows.row(pilot_map, key)
        return None if asked is None else getattr(asked.row, name)

    return read


def _writer(rows: AskedRows, key: str, name: str) -> Any:
    def write(pilot_map: PilotMap, _: str, value: Any) -> PilotMap:
        asked = rows.row(pilot_map, key)
        return pilot_map if asked is None else edit_row(pilot_map, asked.row, **{name: value})

    return write
