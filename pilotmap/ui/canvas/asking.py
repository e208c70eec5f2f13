"""Short questions answered over the picture: which systems a step touches, a note about it."""

from dataclasses import dataclass
from typing import Final

from pilotmap.model.edits.fields import edit_step
from pilotmap.model.edits.notes import add_note
from pilotmap.model.edits.systems import add_system
from pilotmap.model.map import PilotMap
from pilotmap.model.notes import NoteKind
from pilotmap.ui.canvas.canvas import Canvas
from pilotmap.ui.canvas.naming import Task

_SIGNS: Final[dict[str, NoteKind]] = {"!": "pain", "#": "question", "?": "question", ":": "note"}


def ask_for_systems(canvas: Canvas, step: str) -> None:
    """The systems that a step touches, between commas; new ones are made."""
    pilot_map = canvas.session.map
    touched = pilot_map.step_by_id[step].systems
    words = ", ".join(pilot_map.system_by_id[system].name for system in touched)
    task = Task(
        step,
        words,
        "Systems, with commas between",
        lambda names: f"Touch {names}" if names else "Touch no system",
        _Touch(step),
        may_be_empty=True,
    )
    canvas.naming.ask(task)


def ask_for_note(canvas: Canvas, thing: str) -> None:
    """A note about a step or flow: `! pain`, `# question`, or plain words."""
    label = "Add a note"
    canvas.naming.ask(
        Task(thing, "", "! pain, # question, or a note", lambda _: label, _Note(thing))
    )


def touch_only(pilot_map: PilotMap, step: str, names: tuple[str, ...]) -> PilotMap:
    """The step with exactly the systems of these names, those not there yet made first."""
    wanted: list[str] = []
    for name in names:
        by_name = {system.name.casefold(): system.id for system in pilot_map.systems}
        found = by_name.get(name.casefold())
        if found is None:
            pilot_map, found = add_system(pilot_map, name)
        wanted.append(found)
    return edit_step(pilot_map, step, systems=tuple(dict.fromkeys(wanted)))


@dataclass(frozen=True)
class _Touch:
    step: str

    def __call__(self, pilot_map: PilotMap, words: str) -> PilotMap:
        names = (name.strip().lstrip("@") for name in words.split(","))
        return touch_only(pilot_map, self.step, tuple(name for name in names if name))


@dataclass(frozen=True)
class _Note:
    about: str

    def __call__(self, pilot_map: PilotMap, words: str) -> PilotMap:
        kind = _SIGNS.get(words[:1], "note")
        text = words[1:].strip() if words[:1] in _SIGNS else words
        return add_note(pilot_map, kind, text, self.about).map
