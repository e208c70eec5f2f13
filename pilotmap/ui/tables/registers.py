"""The registers: systems, lanes, notes, and who was in the room."""

from typing import Any

from pilotmap.language import later, tr
from pilotmap.model.edits.fields import edit_map
from pilotmap.model.edits.lanes import add_lane, delete_lane
from pilotmap.model.edits.notes import add_note, delete_note
from pilotmap.model.edits.parts import refuse
from pilotmap.model.edits.steps import rename
from pilotmap.model.edits.systems import add_system, delete_system
from pilotmap.model.map import PilotMap
from pilotmap.model.notes import Attendee
from pilotmap.ui.fields import reading
from pilotmap.ui.panels.lane_form import LANE_KINDS
from pilotmap.ui.panels.notes_list import NOTE_KINDS
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
    later("Systems"),
    later("No system yet: type @ and its name with a step, or add one here."),
    lambda m: [system.id for system in m.systems],
    (
        kinds.text("system", "name", later("System"), 180, write=rename),
        kinds.text("system", "kind", later("Kind"), 150),
        kinds.text("system", "owner", later("Owner"), 170),
        Column("steps", later("Steps that touch it"), 320, _touching, str),
        Column("ai", later("AI"), 150, _is_ai, str),
    ),
    lambda _m, system: system,
    add=add_system,
    add_words=later("Add a system, then Enter"),
    delete=delete_system,
    change_label=later("Change “{what}” of a system"),
    add_label=later("Add a system"),
    delete_label=later("Delete a system"),
)


def _lane_kinds(_map: PilotMap) -> list[tuple[object, str]]:
    return [(kind, tr(words)) for kind, words in LANE_KINDS]


def _steps_in(facts: Facts, lane: str) -> float:
    return float(sum(step.lane == lane for step in facts.map.steps))


def _work_in(facts: Facts, lane: str) -> float | None:
    work = facts.verdict.figures.work_by_lane if facts.verdict is not None else None
    return None if work is None else work.get(lane)


LANES = Table(
    "lanes",
    later("Lanes"),
    later("No lane yet: type a name and a colon before a step, or add one here."),
    lambda m: [lane.id for lane in m.lanes],
    (
        kinds.text("lane", "name", later("Lane"), 190, write=rename),
        kinds.choice("lane", "kind", later("Kind"), 130, _lane_kinds),
        kinds.text("lane", "group", later("Department"), 170),
        kinds.number("lane", "people", later("People"), 80),
        kinds.number("lane", "hours_per_day", later("Hours a day, each"), 124),
        kinds.figure("steps", later("Steps"), 70, _steps_in),
        kinds.figure("work", later("Work per case in hours"), 154, _work_in),
    ),
    lambda _m, lane: lane,
    add=add_lane,
    add_words=later("Add a lane, then Enter"),
    delete=delete_lane,
    change_label=later("Change “{what}” of a lane"),
    add_label=later("Add a lane"),
    delete_label=later("Delete a lane"),
)


def _note_kinds(_map: PilotMap) -> list[tuple[object, str]]:
    return [(kind, tr(words)) for kind, words in NOTE_KINDS]


def _about(facts: Facts, note: str) -> str:
    m = facts.map
    about = m.note_by_id[note].about or ""
    if about in m.step_by_id:
        return m.step_by_id[about].name
    flow = m.flow_by_id.get(about)
    if flow is None:
        return tr("the whole map")
    return f"{m.step_by_id[flow.source].name} → {m.step_by_id[flow.target].name}"


NOTES = Table(
    "notes",
    later("Notes"),
    later("No note yet: type ! and a pain, or # and a question, into the capture line."),
    lambda m: [note.id for note in m.notes],
    (
        kinds.choice("note", "kind", later("Kind"), 92, _note_kinds),
        kinds.text("note", "text", later("Text"), 360),
        Column("about", later("About"), 170, _about, str),
        kinds.text("note", "owner", later("Who answers"), 130),
        kinds.day("note", "due", later("Until"), 100),
        kinds.tick("note", "settled", later("Settled"), 70),
    ),
    lambda m, note: m.note_by_id[note].about,
    add=lambda m, words: add_note(m, "question", words).map,
    add_words=later("Add a question about the whole map, then Enter"),
    delete=delete_note,
    change_label=later("Change “{what}” of a note"),
    add_label=later("Add a note"),
    delete_label=later("Delete a note"),
)


def _attendee(m: PilotMap, row: str) -> Attendee:
    return m.attendance[int(row)]


def _swap(m: PilotMap, row: str, **changes: Any) -> PilotMap:
    at = int(row)
    new = m.attendance[at].replace(**changes)
    return edit_map(m, attendance=(*m.attendance[:at], new, *m.attendance[at + 1 :]))


def _set_name(m: PilotMap, row: str, name: Any) -> PilotMap:
    refuse(None if name else tr("Someone in the room has a name; delete the row instead."))
    return _swap(m, row, name=name)


def add_attendee(m: PilotMap, words: str) -> PilotMap:
    """One more person in the room: a name, and a role after a comma."""
    name, _, role = words.partition(",")
    new = Attendee(name=name.strip(), role=role.strip())
    return edit_map(m, attendance=(*m.attendance, new))


def delete_attendee(m: PilotMap, row: str) -> PilotMap:
    """One person less in the room."""
    at = int(row)
    return edit_map(m, attendance=(*m.attendance[:at], *m.attendance[at + 1 :]))


ROOM = Table(
    "room",
    later("Room"),
    later("Nobody named yet: who was in the room is printed in the document."),
    lambda m: [str(at) for at in range(len(m.attendance))],
    (
        Column(
            "name",
            later("Name"),
            240,
            lambda facts, row: _attendee(facts.map, row).name,
            reading.text_text,
            reading.read_text,
            _set_name,
        ),
        Column(
            "role",
            later("Role"),
            320,
            lambda facts, row: _attendee(facts.map, row).role,
            reading.text_text,
            reading.read_text,
            lambda m, row, role: _swap(m, row, role=role),
        ),
    ),
    lambda _m, _row: None,
    add=add_attendee,
    add_words=later("Add a name, a comma and the role, then Enter"),
    delete=delete_attendee,
    change_label=later("Change “{what}” of someone in the room"),
    add_label=later("Add someone in the room"),
    delete_label=later("Delete someone in the room"),
)
