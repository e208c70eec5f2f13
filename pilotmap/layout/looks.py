"""What each step of a map shows: read from the map once, before anything is measured."""

from collections.abc import Iterator, Mapping

from pilotmap.language import language, tr
from pilotmap.layout.content import NO_NAME, Looks, Notes
from pilotmap.model.map import PilotMap
from pilotmap.model.notes import Note
from pilotmap.model.pilot import MODE_WORDS
from pilotmap.model.quantity import duration_text


def looks_of(pilot_map: PilotMap, tags: Mapping[str, str]) -> Iterator[Looks]:
    """What the steps show, in file order; `tags` as in `draw_map`."""
    systems = {system.id: system.name for system in pilot_map.systems}
    lanes = {lane.id: lane.name or tr(NO_NAME) for lane in pilot_map.lanes}
    marks = notes_by_element(pilot_map.notes)
    pilot = pilot_map.pilot
    spoken = language()
    for step in pilot_map.steps:
        mode = None
        if step.id == pilot.step and pilot.verdict in (None, "ai"):
            mode = tr(MODE_WORDS[pilot.mode]) if pilot.mode else ""
        yield Looks(
            step.kind,
            step.name,
            tuple(systems[system] for system in step.systems),
            duration_text(step.wait) if step.wait else "",
            duration_text(step.work) if step.work else "",
            step.checks_ai,
            mode,
            marks.get(step.id, ()),
            tags.get(step.id, ""),
            spoken,
            tuple(lanes[lane] for lane in step.with_lanes),
        )


def notes_by_element(notes: tuple[Note, ...]) -> dict[str, Notes]:
    """The open notes by the id of what they are about: each kind with its count."""
    counts: dict[str, dict[str, int]] = {}
    for kind in ("note", "question", "pain"):
        for note in notes:
            if note.kind == kind and note.about is not None and not note.settled:
                by_kind = counts.setdefault(note.about, {})
                by_kind[kind] = by_kind.get(kind, 0) + 1
    return {about: tuple(by_kind.items()) for about, by_kind in counts.items()}
