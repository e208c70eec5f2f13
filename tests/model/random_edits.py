"""Any edit with any arguments that the map at hand offers; used by state machines."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol, TypeVar

from pilotmap.model.edits.fields import (
    edit_flow,
    edit_lane,
    edit_map,
    edit_note,
    edit_outcome,
    edit_pilot,
    edit_step,
    edit_system,
)
from pilotmap.model.edits.flows import connect, delete_flow, reconnect
from pilotmap.model.edits.lanes import add_lane, delete_lane, merge_lanes, move_lane
from pilotmap.model.edits.notes import add_note, delete_note
from pilotmap.model.edits.pilot import mark_ai_step, set_mode
from pilotmap.model.edits.steps import (
    add_branch,
    add_step,
    append_step,
    change_kind,
    delete_step,
    duplicate_step,
    insert_on_flow,
    move_to_lane,
    pin,
    rename,
    unpin_all,
)
from pilotmap.model.edits.systems import add_system, delete_system, merge_systems, touch, untouch
from pilotmap.model.edits.together import unpin_these
from pilotmap.model.map import PilotMap
from pilotmap.model.notes import Attendee
from pilotmap.model.quantity import Duration

T = TypeVar("T")
KINDS = ("start", "step", "decision", "parallel", "wait", "end")
NAMES = (
    "Log the ticket",
    "Agent",
    "Zendesk",
    "ELF – ﷽ ไทย 👩‍💻",
    "",
    "  a\tb\n c ",
    "agent",
    "Known?",
)
TIMES = (None, Duration(value=5, unit="min"), Duration(value=1.5, unit="d", basis="guessed"))
SILENT = frozenset({"pin", "unpin", "unpin_all", "attendance"})
"""Edits that leave the meaning as it is."""


class Pick(Protocol):
    """Chooses one of several."""

    def __call__(self, choices: Sequence[T]) -> T: ...


def random_edit(pilot_map: PilotMap, pick: Pick) -> tuple[str, PilotMap]:
    """The name of an edit and the map after it; EditRefused passes through."""
    name = pick(sorted(EDITS))
    made = EDITS[name](pilot_map, pick)
    return name, made if isinstance(made, PilotMap) else made.map


def _step(pilot_map: PilotMap, pick: Pick) -> str:
    return pick([*pilot_map.step_by_id] or ["gone"])


def _flow(pilot_map: PilotMap, pick: Pick) -> str:
    return pick([*pilot_map.flow_by_id] or ["gone"])


def _lane(pilot_map: PilotMap, pick: Pick) -> str:
    return pick([*pilot_map.lane_by_id] or ["gone"])


def _system(pilot_map: PilotMap, pick: Pick) -> str:
    return pick([*pilot_map.system_by_id] or ["gone"])


def _note(pilot_map: PilotMap, pick: Pick) -> str:
    return pick([*pilot_map.note_by_id] or ["gone"])


def _any(pilot_map: PilotMap, pick: Pick) -> str:
    return pick([*pilot_map.step_by_id, *pilot_map.lane_by_id, *pilot_map.system_by_id] or ["gone"])


def _about(pilot_map: PilotMap, pick: Pick) -> str | None:
    return pick([None, *pilot_map.step_by_id, *pilot_map.flow_by_id])


EDITS: dict[str, Callable[[PilotMap, Pick], Any]] = {
    "append": lambda pilot_map, p: append_step(
        pilot_map,
        p([None, *pilot_map.step_by_id, *pilot_map.step_by_id]),
        p(NAMES),
        kind=p(KINDS),
        work=p(TIMES),
    ),
    "append_step": lambda pilot_map, p: append_step(
        pilot_map, _step(pilot_map, p), p(NAMES), wait=p(TIMES)
    ),
    "add_step": lambda pilot_map, p: add_step(
        pilot_map, _lane(pilot_map, p), p(NAMES), kind=p(KINDS)
    ),
    "insert": lambda pilot_map, p: insert_on_flow(
        pilot_map,
        _flow(pilot_map, p),
        p(NAMES),
        kind=p(KINDS),
        lane=p([None, *pilot_map.lane_by_id]),
    ),
    "branch": lambda pilot_map, p: add_branch(
        pilot_map,
        _step(pilot_map, p),
        p(NAMES),
        label=p(NAMES),
        share=p((None, 0.5, 1.0, 1.5)),
        kind=p(KINDS),
    ),
    "rename": lambda pilot_map, p: rename(pilot_map, _any(pilot_map, p), p(NAMES)),
    "move_to_lane": lambda pilot_map, p: move_to_lane(
        pilot_map, _step(pilot_map, p), _lane(pilot_map, p)
    ),
    "change_kind": lambda pilot_map, p: change_kind(pilot_map, _step(pilot_map, p), p(KINDS)),
    "delete_step": lambda pilot_map, p: delete_step(pilot_map, _step(pilot_map, p)),
    "duplicate": lambda pilot_map, p: duplicate_step(pilot_map, _step(pilot_map, p)),
    "pin": lambda pilot_map, p: pin(pilot_map, _step(pilot_map, p), p((-1, 0, 3)), p((0, 2))),
    "unpin": lambda pilot_map, p: unpin_these(pilot_map, (_step(pilot_map, p),)),
    "unpin_all": lambda pilot_map, p: unpin_all(pilot_map),
    "connect": lambda pilot_map, p: connect(
        pilot_map, _step(pilot_map, p), _step(pilot_map, p), label=p(NAMES), share=p((None, 0.2))
    ),
    "delete_flow": lambda pilot_map, p: delete_flow(pilot_map, _flow(pilot_map, p)),
    "reconnect": lambda pilot_map, p: reconnect(
        pilot_map,
        _flow(pilot_map, p),
        p([None, *pilot_map.step_by_id]),
        p([None, *pilot_map.step_by_id]),
    ),
    "add_lane": lambda pilot_map, p: add_lane(pilot_map, p(NAMES), at=p((None, 0, 1, 9))),
    "move_lane": lambda pilot_map, p: move_lane(pilot_map, _lane(pilot_map, p), p((-1, 0, 1, 9))),
    "merge_lanes": lambda pilot_map, p: merge_lanes(
        pilot_map, _lane(pilot_map, p), _lane(pilot_map, p)
    ),
    "delete_lane": lambda pilot_map, p: delete_lane(pilot_map, _lane(pilot_map, p)),
    "add_system": lambda pilot_map, p: add_system(pilot_map, p(NAMES)),
    "touch": lambda pilot_map, p: touch(pilot_map, _step(pilot_map, p), _system(pilot_map, p)),
    "untouch": lambda pilot_map, p: untouch(pilot_map, _step(pilot_map, p), _system(pilot_map, p)),
    "merge_systems": lambda pilot_map, p: merge_systems(
        pilot_map, _system(pilot_map, p), _system(pilot_map, p)
    ),
    "delete_system": lambda pilot_map, p: delete_system(pilot_map, _system(pilot_map, p)),
    "mark_ai": lambda pilot_map, p: mark_ai_step(pilot_map, p([None, *pilot_map.step_by_id])),
    "mode": lambda pilot_map, p: set_mode(
        pilot_map, p((None, "autonomous", "recommendation", "draft"))
    ),
    "note": lambda pilot_map, p: add_note(
        pilot_map, p(("pain", "question", "note")), p(NAMES), _about(pilot_map, p)
    ),
    "delete_note": lambda pilot_map, p: delete_note(pilot_map, _note(pilot_map, p)),
    "title": lambda pilot_map, p: edit_map(pilot_map, title=p(NAMES)),
    "attendance": lambda pilot_map, p: edit_map(
        pilot_map, attendance=(Attendee(name="IT", role=p(("", "guest"))),)
    ),
    "outcome": lambda pilot_map, p: edit_outcome(
        pilot_map, measure=p(NAMES), change=p((None, "reduce", "less"))
    ),
    "pilot": lambda pilot_map, p: edit_pilot(
        pilot_map, human=p([None, "gone", *pilot_map.lane_by_id]), unsure=p((None, 0.1, 7.0))
    ),
    "step_fields": lambda pilot_map, p: edit_step(
        pilot_map, _step(pilot_map, p), name=p(NAMES), lane=_lane(pilot_map, p), kind=p(KINDS)
    ),
    "flow_fields": lambda pilot_map, p: edit_flow(
        pilot_map, _flow(pilot_map, p), label=p(NAMES), passes=p(NAMES), rework=p((True, False))
    ),
    "flow_ends": lambda pilot_map, p: edit_flow(
        pilot_map, _flow(pilot_map, p), target=_step(pilot_map, p)
    ),
    "lane_fields": lambda pilot_map, p: edit_lane(
        pilot_map, _lane(pilot_map, p), people=p((None, 2.0, -1.0))
    ),
    "system_fields": lambda pilot_map, p: edit_system(
        pilot_map, _system(pilot_map, p), owner=p(NAMES)
    ),
    "note_fields": lambda pilot_map, p: edit_note(
        pilot_map, _note(pilot_map, p), about=_about(pilot_map, p), settled=True
    ),
}
