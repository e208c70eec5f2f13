"""What a step, a flow, a lane, a system or a note says in brackets, as `attributes.py` reads it."""

from collections.abc import Iterable
from typing import Any

from pilotmap.capture.attributes import AI, bracket_fields
from pilotmap.capture.bracket_values import written
from pilotmap.capture.escapes import in_brackets
from pilotmap.model.edits.parts import one_line
from pilotmap.model.edits.rules import why_not_ai
from pilotmap.model.fields.field import Field
from pilotmap.model.map import PilotMap
from pilotmap.model.notes import Note
from pilotmap.model.process import Flow, Lane, Step, System


def step_brackets(pilot_map: PilotMap, step: Step) -> str:
    """What a line says of a step beside its times."""
    may_be = pilot_map.pilot.step == step.id and pilot_map.pilot.verdict in (None, "ai")
    is_ai = may_be and why_not_ai(pilot_map, step.id) is None
    ai = f" [{written(AI, value=True)}]" if is_ai else ""
    return ai + _brackets(pilot_map, "step", step)


def flow_brackets(pilot_map: PilotMap, flow: Flow) -> str:
    """What a line says of the flow that leads to its step, whether it is rework left out.

    The branch of a decision says its label itself, and its share where that is a plain one.
    """
    besides = {"rework"}
    if pilot_map.step_by_id[flow.source].kind == "decision":
        besides |= {"label"} | ({"share"} if flow.share and flow.share.is_plain else set())
    return _brackets(pilot_map, "flow", flow, besides)


def lane_brackets(pilot_map: PilotMap, lane: Lane) -> str:
    """What the line of a lane says after its name and kind."""
    return _brackets(pilot_map, "lane", lane)


def system_brackets(pilot_map: PilotMap, system: System) -> str:
    """What the line of a system says after its name."""
    return _brackets(pilot_map, "system", system)


def note_brackets(pilot_map: PilotMap, note: Note) -> str:
    """What stands after the text of a note."""
    return _brackets(pilot_map, "note", note)


def _brackets(pilot_map: PilotMap, kind: str, element: object, besides: Iterable[str] = ()) -> str:
    rows = (row for row in bracket_fields(kind) if row.key not in besides)
    said = (_words(pilot_map, row, element) for row in rows)
    return "".join(f" [{words}]" for words in said if words)


def _words(pilot_map: PilotMap, row: Field, element: object) -> str:
    value: Any = getattr(element, row.key)
    if isinstance(element, Flow) and row.kind == "through":
        value = _through(pilot_map, element)
    elif row.kind == "lanes":
        value = tuple(pilot_map.lane_by_id[lane].name for lane in value)
    elif isinstance(value, str) and not one_line(value):
        return ""
    return "" if value is None or value is False or value in ("", ()) else written(row, value)


def _through(pilot_map: PilotMap, flow: Flow) -> str:
    """A system after its sign; words that read like one in quotation marks."""
    system = pilot_map.system_by_id.get(flow.through_system or "")
    if system is not None:
        name = in_brackets(system.name)
        return f"@{name}" if name else ""
    words = in_brackets(flow.through)
    names = {one_line(system.name).casefold() for system in pilot_map.systems} if words else set()
    return f'"{words}"' if one_line(flow.through).casefold() in names else words
