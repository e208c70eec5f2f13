"""Short questions answered over the picture: which systems a step touches, a note about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pilotmap.language import tr
from pilotmap.model.edits.fields import edit_step
from pilotmap.model.edits.notes import add_note
from pilotmap.model.edits.systems import add_system
from pilotmap.model.edits.together import touched_by_all
from pilotmap.model.map import PilotMap
from pilotmap.model.notes import NoteKind
from pilotmap.ui.canvas.canvas import Canvas
from pilotmap.ui.canvas.naming import Task

_SIGNS: Final[dict[str, NoteKind]] = {"!": "pain", "#": "question", "?": "question", ":": "note"}


def ask_for_systems(canvas: Canvas, steps: Sequence[str]) -> None:
    """The systems that steps touch, between commas; new ones are made.

    Of several steps those that all touch are shown; what only some touch stays as it is.
    """
    pilot_map = canvas.session.map
    touched = touched_by_all(pilot_map, steps)
    words = ", ".join(pilot_map.system_by_id[system].name for system in touched)
    task = Task(
        steps[-1],
        words,
        tr("Systems, with commas between"),
        lambda names: tr("Touch {names}", names=names) if names else tr("Touch no system"),
        _Touch(tuple(steps), touched),
        may_be_empty=True,
    )
    canvas.naming.ask(task)


def ask_for_note(canvas: Canvas, element: str) -> None:
    """A note about a step or flow: `! pain`, `# question`, or plain words."""
    label = tr("Add a note")
    canvas.naming.ask(
        Task(element, "", tr("! pain, # question, or a note"), lambda _: label, _Note(element))
    )


@dataclass(frozen=True)
class _Touch:
    steps: tuple[str, ...]
    before: tuple[str, ...]
    """What all of them touched, which the words now replace."""

    def __call__(self, pilot_map: PilotMap, words: str) -> PilotMap:
        names = (name.strip().lstrip("@") for name in words.split(","))
        pilot_map, wanted = _systems(pilot_map, [name for name in names if name])
        for step in self.steps:
            own = pilot_map.step_by_id[step].systems
            kept = [system for system in own if system not in self.before]
            touched = tuple(dict.fromkeys((*wanted, *kept)))
            pilot_map = edit_step(pilot_map, step, systems=touched)
        return pilot_map


def _systems(pilot_map: PilotMap, names: Sequence[str]) -> tuple[PilotMap, tuple[str, ...]]:
    """The systems of these names; those not there yet are made."""
    wanted: list[str] = []
    for name in names:
        by_name = {system.name.casefold(): system.id for system in pilot_map.systems}
        found = by_name.get(name.casefold())
        if found is None:
            pilot_map, found = add_system(pilot_map, name)
        wanted.append(found)
    return pilot_map, tuple(wanted)


@dataclass(frozen=True)
class _Note:
    about: str

    def __call__(self, pilot_map: PilotMap, words: str) -> PilotMap:
        kind = _SIGNS.get(words[:1], "note")
        text = words[1:].strip() if words[:1] in _SIGNS else words
        return add_note(pilot_map, kind, text, self.about).map
