"""The properties of a step, a decision or any other node of the map."""

from typing import Final

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from pilotmap.language import N_, tr
from pilotmap.model.edits.pilot import mark_ai_step
from pilotmap.model.edits.steps import change_kind, move_to_lane
from pilotmap.model.edits.systems import add_system, touch, untouch
from pilotmap.model.map import PilotMap
from pilotmap.model.process import Step, StepKind
from pilotmap.ui.analyzer import Analyzer
from pilotmap.ui.fields.chips import ChipsField
from pilotmap.ui.fields.choice import ChoiceField, YesNoField
from pilotmap.ui.fields.fields import duration_field, text_field
from pilotmap.ui.panels.form import Form, section, side_by_side
from pilotmap.ui.panels.known import Known, keeping, value_only
from pilotmap.ui.panels.notes_list import NotesList
from pilotmap.ui.panels.options import lanes, spoken
from pilotmap.ui.panels.ways_on import WaysOn
from pilotmap.ui.panels.working_card import WorkingCard
from pilotmap.ui.panels.writing import reader, writer
from pilotmap.ui.session import Session

KINDS: Final[tuple[tuple[StepKind, str], ...]] = (
    ("start", N_("Start")),
    ("step", N_("Step")),
    ("decision", N_("Decision")),
    ("parallel", N_("Parallel work")),
    ("wait", N_("Wait")),
    ("end", N_("End")),
)

_TIMES: Final = (("work", N_("Work")), ("wait", N_("Wait")))


class StepForm(Form):
    """Name, who, systems, times, the AI card, ways on, notes."""

    def __init__(self, session: Session, analyzer: Analyzer) -> None:
        super().__init__(session)
        self._title = section(tr("Step"))
        self.column.addWidget(self._title)
        self._add_name_and_lane()
        self._add_systems()
        self._add_times()
        self.card = WorkingCard(session, analyzer, brief=True)
        self.column.addWidget(self.card)
        self._add_rest()

    def refresh(self) -> None:
        step = self.session.map.step_by_id.get(self.subject)
        if step is None:
            return
        self._title.setText(tr(dict(KINDS)[step.kind]).upper())
        self._systems.offer(_untouched(self.session.map, step))
        super().refresh()
        self._known.refresh(self.session.map, self.subject)
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

    def _add_name_and_lane(self) -> None:
        name = text_field(tr("Name"), tr("What is done"))
        lane = ChoiceField(tr("Done by"))
        self.bind("name", name, reader("step", "name"), writer("step", "name"))
        self.bind("lane", lane, reader("step", "lane"), move_to_lane, options=lanes)
        self.column.addWidget(name)
        self.column.addWidget(lane)

    def _add_systems(self) -> None:
        self._systems = ChipsField(tr("Systems touched"), tr("Type a system, then Enter"))
        self.bind("systems", self._systems, _chips, lambda pilot_map, _subject, _value: pilot_map)
        self._systems.added.connect(self._touch)
        self._systems.removed.connect(self._untouch)
        self.column.addWidget(self._systems)

    def _add_times(self) -> None:
        work, wait = duration_field(tr("Work"), "20 min"), duration_field(tr("Wait before"), "14 h")
        for key, field in (("work", work), ("wait", wait)):
            read, write = reader("step", key), writer("step", key)
            self.bind(key, field, value_only(read), keeping(read, write))
        self.column.addLayout(side_by_side(work, wait))
        self._known = Known(self, _TIMES)
        for key, words in _TIMES:
            self._known.bind(key, tr(words), reader("step", key), writer("step", key))
        self.column.addWidget(self._known)

    def _add_rest(self) -> None:
        kind = ChoiceField(tr("Kind"), spoken(KINDS))
        checks = YesNoField(tr("A person here checks the AI’s output"))
        self.bind("kind", kind, reader("step", "kind"), change_kind)
        self.bind("checks_ai", checks, reader("step", "checks_ai"), writer("step", "checks_ai"))
        self._mark = QPushButton(tr("✦ Let the AI take over this step"))
        self._mark.setProperty("kind", "plain")
        self._mark.clicked.connect(self._mark_ai)
        self.ways_on = WaysOn(self.session)
        self.notes = NotesList(self.session)
        rest = QWidget()
        column = QVBoxLayout(rest)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for widget in (self._mark, kind, checks, self.ways_on, self.notes):
            column.addWidget(widget)
        self.column.addWidget(rest)

    def _touch(self, name: str) -> None:
        self.session.edit(
            tr("Touch “{name}”", name=name),
            lambda pilot_map: touch_named(pilot_map, self.subject, name),
            select=self.subject,
        )

    def _untouch(self, system: str) -> None:
        self.session.edit(
            tr("Remove a system"), lambda pilot_map: untouch(pilot_map, self.subject, system)
        )

    def _mark_ai(self) -> None:
        if self.session.edit(
            tr("Mark the AI step"), lambda pilot_map: mark_ai_step(pilot_map, self.subject)
        ):
            self.card.enter()


def touch_named(pilot_map: PilotMap, step: str, name: str) -> PilotMap:
    """The step touches the system of this name, made where there is none."""
    same = (s.id for s in pilot_map.systems if s.name.casefold() == name.casefold())
    system = next(same, None)
    if system is None:
        pilot_map, system = add_system(pilot_map, name)
    return touch(pilot_map, step, system)


def _untouched(pilot_map: PilotMap, step: Step) -> list[str]:
    return [system.name for system in pilot_map.systems if system.id not in step.systems]


def _chips(pilot_map: PilotMap, step: str) -> object:
    touched = pilot_map.step_by_id[step].systems
    return tuple((system, pilot_map.system_by_id[system].name) for system in touched)
