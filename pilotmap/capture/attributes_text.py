"""What a step, a flow, a lane, a system or a note says in brackets, as `attributes.py` reads it."""

from collections.abc import Iterable, Iterator
from datetime import date

from pilotmap.capture.amounts import number_words, share_text
from pilotmap.capture.escapes import in_brackets
from pilotmap.model.edits.parts import one_line
from pilotmap.model.edits.rules import why_not_ai
from pilotmap.model.known import number_of
from pilotmap.model.map import PilotMap
from pilotmap.model.notes import Note
from pilotmap.model.process import Flow, Lane, Step, System


def step_brackets(pilot_map: PilotMap, step: Step) -> str:
    """What a line says of a step beside its times."""
    is_ai = pilot_map.pilot.step == step.id and pilot_map.pilot.verdict in (None, "ai")
    return _joined(
        (
            "AI" if is_ai and why_not_ai(pilot_map, step.id) is None else "",
            "checks AI" if step.checks_ai else "",
            f"pin {step.pin.column}/{step.pin.row}" if step.pin else "",
        )
    )


def flow_brackets(pilot_map: PilotMap, flow: Flow) -> str:
    """What a line says of the flow that leads to its step, whether it is rework left out."""
    return _joined(
        (
            *_branch(pilot_map, flow),
            _worded("gets", flow.passes),
            _through(pilot_map, flow),
            "" if flow.returned is None else f"returned {share_text(flow.returned.value)}",
        )
    )


def lane_brackets(lane: Lane) -> str:
    """What the line of a lane says after its name and kind."""
    people, hours = number_of(lane.people), lane.hours_per_day
    return _joined(
        (
            _worded("group", lane.group),
            "" if people is None else f"{number_words(people)} {_heads(people)}",
            "" if hours is None else f"{number_words(hours)} h a day",
        )
    )


def system_brackets(system: System) -> str:
    """What the line of a system says after its name."""
    return _joined((_worded("kind", system.kind), _worded("owner", system.owner)))


def note_brackets(note: Note) -> str:
    """What stands after the text of a note."""
    return _joined((_worded("owner", note.owner), _due(note.due), "settled" * note.settled))


def _branch(pilot_map: PilotMap, flow: Flow) -> Iterator[str]:
    """Label and share where no branch of a decision says them."""
    if pilot_map.step_by_id[flow.source].kind == "decision":
        return
    yield _worded("label", flow.label)
    if flow.share is not None:
        yield f"share {share_text(flow.share.value)}"


def _through(pilot_map: PilotMap, flow: Flow) -> str:
    system = pilot_map.system_by_id.get(flow.through_system or "")
    if system is not None:
        name = in_brackets(system.name)
        return f"through @{name}" if name else ""
    words = _worded("through", flow.through)
    names = {one_line(system.name).casefold() for system in pilot_map.systems} if words else set()
    alike = one_line(flow.through).casefold() in names
    return f'through "{in_brackets(flow.through)}"' if alike else words


def _worded(word: str, text: str) -> str:
    return f"{word} {in_brackets(text)}" if one_line(text) else ""


def _due(due: date | None) -> str:
    return "" if due is None else f"due {due.isoformat()}"


def _heads(people: float) -> str:
    return "person" if people == 1 else "people"


def _joined(inner: Iterable[str]) -> str:
    return "".join(f" [{words}]" for words in inner if words)
