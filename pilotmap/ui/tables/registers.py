"""The registers: systems, lanes, notes, and who was in the room."""

from typing import Any

from pilotmap.language import N_, tr
from pilotmap.model.edits.fields import edit_map
from pilotmap.model.edits.lanes import add_lane, delete_lane
from pilotmap.model.edits.notes import add_note, delete_note
from pilotmap.model.edits.parts import refuse
from pilotmap.model.edits.systems import add_system, delete_system
from pilotmap.model.map import PilotMap
from pilotmap.model.notes import Attendee
from pilotmap.ui.fields import reading
from pilotmap.ui.tables import kinds
from pilotmap.ui.tables.column import Column, Facts, Table


def _touching(facts: Facts, system: str) -> str:
    steps = (step for step in facts.map.steps if system in step.systems)
    return ", ".join(step.name for step in steps)


def _is_ai(facts: Facts, system: str) -> str:
    chosen = facts.map.step_by_id.get(facts.map.pilot.step or "")
    touched = chosen is not None and system in chosen.systems
    return tr("the AI step touches it") if touched else ""


SYSTEMS = Table(
    "systems",
    N_("Systems"),
    N_("No system yet: type @ and its name with a step, or add one here."),
    lambda pilot_map: [system.id for system in pilot_map.systems],
    (
        *kinds.columns("system"),
        Column("steps", N_("Steps that touch it"), 320, _touching, str),
        Column("ai", N_("AI"), 150, _is_ai, str),
    ),
    lambda _m, system: system,
    add=add_system,
    add_words=N_("Add a system, then Enter"),
    delete=delete_system,
    change_label=N_("Change “{what}” of a system"),
    add_label=N_("Add a system"),
    delete_label=N_("Delete a system"),
)


def _steps_in(facts: Facts, lane: str) -> float:
    return float(sum(step.lane == lane for step in facts.map.steps))


def _work_in(facts: Facts, lane: str) -> float | None:
    work = facts.verdict.figures.work_by_lane if facts.verdict is not None else None
    return None if work is None else work.get(lane)


LANES = Table(
    "lanes",
    N_("Lanes"),
    N_("No lane yet: type a name and a colon before a step, or add one here."),
    lambda pilot_map: [lane.id for lane in pilot_map.lanes],
    (
        *kinds.columns("lane"),
        kinds.figure("steps", N_("Steps"), 70, _steps_in),
        kinds.figure("work", N_("Work per case in hours"), 154, _work_in),
    ),
    lambda _m, lane: lane,
    add=add_lane,
    add_words=N_("Add a lane, then Enter"),
    delete=delete_lane,
    change_label=N_("Change “{what}” of a lane"),
    add_label=N_("Add a lane"),
    delete_label=N_("Delete a lane"),
)


def _about(facts: Facts, note: str) -> str:
    pilot_map = facts.map
    about = pilot_map.note_by_id[note].about or ""
    if about in pilot_map.step_by_id:
        return pilot_map.step_by_id[about].name
    flow = pilot_map.flow_by_id.get(about)
    if flow is None:
        return tr("the whole map")
    return f"{pilot_map.step_by_id[flow.source].name} → {pilot_map.step_by_id[flow.target].name}"


NOTES = Table(
    "notes",
    N_("Notes"),
    N_("No note yet: type ! and a pain, or # and a question, into the capture line."),
    lambda pilot_map: [note.id for note in pilot_map.notes],
    (
        *kinds.columns("note"),
        Column("about", N_("About"), 170, _about, str),
    ),
    lambda pilot_map, note: pilot_map.note_by_id[note].about,
    add=lambda pilot_map, words: add_note(pilot_map, "question", words).map,
    add_words=N_("Add a question about the whole map, then Enter"),
    delete=delete_note,
    change_label=N_("Change “{what}” of a note"),
    add_label=N_("Add a note"),
    delete_label=N_("Delete a note"),
)


def _attendee(pilot_map: PilotMap, row: str) -> Attendee:
    return pilot_map.attendance[int(row)]


def _swap(pilot_map: PilotMap, row: str, **changes: Any) -> PilotMap:
    at = int(row)
    new = pilot_map.attendance[at].replace(**changes)
    return edit_map(
        pilot_map, attendance=(*pilot_map.attendance[:at], new, *pilot_map.attendance[at + 1 :])
    )


def _set_name(pilot_map: PilotMap, row: str, name: Any) -> PilotMap:
    refuse(None if name else tr("Someone in the room has a name; delete the row instead."))
    return _swap(pilot_map, row, name=name)


def add_attendee(pilot_map: PilotMap, words: str) -> PilotMap:
    """One more person in the room: a name, and a role after a comma."""
    name, _, role = words.partition(",")
    new = Attendee(name=name.strip(), role=role.strip())
    return edit_map(pilot_map, attendance=(*pilot_map.attendance, new))


def delete_attendee(pilot_map: PilotMap, row: str) -> PilotMap:
    """One person less in the room."""
    at = int(row)
    return edit_map(
        pilot_map, attendance=(*pilot_map.attendance[:at], *pilot_map.attendance[at + 1 :])
    )


ROOM = Table(
    "room",
    N_("Room"),
    N_("Nobody named yet: who was in the room is printed in the document."),
    lambda pilot_map: [str(at) for at in range(len(pilot_map.attendance))],
    (
        Column(
            "name",
            N_("Name"),
            240,
            lambda facts, row: _attendee(facts.map, row).name,
            reading.text_text,
            reading.read_text,
            _set_name,
        ),
        Column(
            "role",
            N_("Role"),
            320,
            lambda facts, row: _attendee(facts.map, row).role,
            reading.text_text,
            reading.read_text,
            lambda pilot_map, row, role: _swap(pilot_map, row, role=role),
        ),
    ),
    lambda _m, _row: None,
    add=add_attendee,
    add_words=N_("Add a name, a comma and the role, then Enter"),
    delete=delete_attendee,
    change_label=N_("Change “{what}” of someone in the room"),
    add_label=N_("Add someone in the room"),
    delete_label=N_("Delete someone in the room"),
)
