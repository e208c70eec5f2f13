"""Part 2 of Gate 1: the map as a whole, its lanes and its systems."""

from typing import Any, Final

from PySide6.QtCore import Signal

from pilotmap.language import N_, tr
from pilotmap.model.edits.fields import edit_map
from pilotmap.model.edits.lanes import add_lane, delete_lane, merge_lanes, move_lane
from pilotmap.model.edits.systems import add_system, delete_system, merge_systems
from pilotmap.model.map import PilotMap
from pilotmap.model.quantity import Volume
from pilotmap.ui.fields.choice import ChoiceField
from pilotmap.ui.fields.fields import date_field, number_field, text_field
from pilotmap.ui.panels.form import Form, always, side_by_side
from pilotmap.ui.panels.known import Known
from pilotmap.ui.panels.named_list import NamedList
from pilotmap.ui.panels.named_words import LANE_WORDS, SYSTEM_WORDS
from pilotmap.ui.panels.notes_list import NotesList
from pilotmap.ui.panels.options import spoken
from pilotmap.ui.panels.writing import reader, writer
from pilotmap.ui.session import Session
from pilotmap.ui.theme import Look

_UNITS: Final = (
    ("per day", N_("per day")),
    ("per week", N_("per week")),
    ("per month", N_("per month")),
)


class MapForm(Form):
    """Title, organisation, when Gate 1 opened, how many cases, lanes, systems, notes."""

    element_wanted = Signal(str)
    """The id of a lane or system whose properties are asked for."""

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__(session, tr("2 Process map"))
        title = text_field(tr("Title"), tr("What process this is"))
        self.add("map", "title", title, asked=always)
        self.add("map", "organisation", text_field(tr("Organisation")))
        self.add("map", "opened", date_field(tr("Gate 1 opened on")), asked=always)
        self._add_volume()
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
        self._known.refresh(self.session.map, self.subject)
        self.lanes.refresh()
        self.systems.refresh()
        self.notes.show_about(None)

    def _add_volume(self) -> None:
        number, unit = (
            number_field(tr("Cases"), "120"),
            ChoiceField(tr("How often"), spoken(_UNITS)),
        )
        self.bind("volume", number, _part("value"), _set_number, asked=always)
        self.bind("volume.unit", unit, _part("unit"), _set_unit)
        self.column.addLayout(side_by_side(number, unit))
        self._known = Known(self, (("volume", N_("Cases")),))
        self._known.bind("volume", tr("Cases"), reader("map", "volume"), writer("map", "volume"))
        self.column.addWidget(self._known)


def _part(name: str) -> Any:
    return lambda pilot_map, _: getattr(
        pilot_map.volume, name, "per day" if name == "unit" else None
    )


def _set_number(pilot_map: PilotMap, _: str, number: float | None) -> PilotMap:
    if number is None:
        return edit_map(pilot_map, volume=None)
    volume = pilot_map.volume or Volume(value=number, unit="per day")
    return edit_map(pilot_map, volume=volume.replace(value=number))


def _set_unit(pilot_map: PilotMap, _: str, unit: str) -> PilotMap:
    return (
        pilot_map
        if pilot_map.volume is None
        else edit_map(pilot_map, volume=pilot_map.volume.replace(unit=unit))
    )
