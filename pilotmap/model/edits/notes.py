"""Edits of pains, questions and plain notes."""

from typing import Final

from pilotmap.language import N_, tr
from pilotmap.model.edits.made import Made
from pilotmap.model.edits.parts import note_of, one_line, refuse, waivers_without
from pilotmap.model.ids import numbered_id
from pilotmap.model.map import PilotMap
from pilotmap.model.notes import Note, NoteKind

_NO_WORDS: Final[dict[NoteKind, str]] = {
    "pain": N_("A pain needs words; type them after the sign."),
    "question": N_("A question needs words; type them after the sign."),
    "note": N_("A note needs words; type them after the sign."),
}


def add_note(pilot_map: PilotMap, kind: NoteKind, text: str, about: str | None = None) -> Made:
    """A note on a step or a flow, or on the whole map."""
    text = one_line(text)
    refuse(None if text else tr(_NO_WORDS[kind]))
    if (
        about is not None
        and about not in pilot_map.step_by_id
        and about not in pilot_map.flow_by_id
    ):
        refuse(tr("What the note is about is no longer in the map; select a step or a flow."))
    note = Note(id=numbered_id(pilot_map, "n"), kind=kind, text=text, about=about)
    return Made(pilot_map.replace(notes=(*pilot_map.notes, note)), note.id)


def delete_note(pilot_map: PilotMap, note: str) -> PilotMap:
    """The note less, with the waivers that referred to it."""
    gone = note_of(pilot_map, note).id
    notes = tuple(other for other in pilot_map.notes if other.id != gone)
    return pilot_map.replace(notes=notes, waivers=waivers_without(pilot_map, {gone}))
