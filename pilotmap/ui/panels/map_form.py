"""Part 2 of Gate 1: the map as a whole, its lanes and its systems."""

from PySide6.QtCore import Signal

from pilotmap.language import tr
from pilotmap.model.edits.lanes import add_lane, delete_lane, merge_lanes, move_lane
from pilotmap.model.edits.systems import add_system, delete_system, merge_systems
from pilotmap.model.map import PilotMap
from pilotmap.model.quantity import VOLUME_WORDS
from pilotmap.ui.fields.choice import ChoiceField
from pilotmap.ui.panels.form import always
from pilotmap.ui.panels.money import MoneyFold
from pilotmap.ui.panels.named_list import NamedList
from pilotmap.ui.panels.named_words import LANE_WORDS, SYSTEM_WORDS
from pilotmap.ui.panels.notes_list import NotesList
from pilotmap.ui.panels.options import spoken
from pilotmap.ui.panels.table_form import TableForm
from pilotmap.ui.panels.writing import unit_writer
from pilotmap.ui.session import Session
from pilotmap.ui.theme import Look


class MapForm(TableForm):
    """Title, organisation, when Gate 1 opened, how many cases, lanes, systems, notes."""

    element_wanted = Signal(str)
    """The id of a lane or system whose properties are asked for."""

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__(session, tr("2 Process map"))
        self.add("map", "title", asked=always)
        self.add("map", "organisation")
        self.add("map", "opened", asked=always)
        self._add_volume()
        self._money = MoneyFold(self, "map", ())
        self.lanes = NamedList(
            session,
            look,
            tr("Lanes, from the top"),
            lambda pilot_map: [(lane.id, lane.name) for lane in pilot_map.lanes],
            words=LANE_WORDS,
            add=add_lane,
            delete=delete_lane,
            merge=merge_lanes,
            move=move_lane,
        )
        self.systems = NamedList(
            session,
            look,
            tr("Systems"),
            lambda pilot_map: [(system.id, system.name) for system in pilot_map.systems],
            words=SYSTEM_WORDS,
            add=add_system,
            delete=delete_system,
            merge=merge_systems,
        )
        self.notes = NotesList(session)
        for part in (self.lanes, self.systems, self.notes):
            self.column.addWidget(part)
        for part in (self.lanes, self.systems):
            part.wanted.connect(self.element_wanted)

    def refresh(self) -> None:
        super().refresh()
        self._money.refresh()
        self.lanes.refresh()
        self.systems.refresh()
        self.notes.show_about(None)

    def _add_volume(self) -> None:
        number = self.ask("map", "volume", asked=always)
        unit = ChoiceField(tr("How often"), spoken(VOLUME_WORDS.items()))
        self.bind("volume.unit", unit, _unit, unit_writer("map", "volume"))
        self.put(number, unit)


def _unit(pilot_map: PilotMap, _: str) -> str:
    return pilot_map.volume.unit if pilot_map.volume else "per day"
