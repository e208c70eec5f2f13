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


def random_edit(m: PilotMap, pick: Pick) -> tuple[str, PilotMap]:
    """The name of an edit and the map after it; EditRefused passes through."""
    name = pick(sorted(EDITS))
    made = EDITS[name](m, pick)
    return name, made if isinstance(made, PilotMap) else made.map


def _step(m: PilotMap, pick: Pick) -> str:
    return pick([*m.step_by_id] or ["gone"])


def _flow(m: PilotMap, pick: Pick) -> str:
    return pick([*m.flow_by_id] or ["gone"])


def _lane(m: PilotMap, pick: Pick) -> str:
    return pick([*m.lane_by_id] or ["gone"])


def _system(m: PilotMap, pick: Pick) -> str:
    return pick([*m.system_by_id] or ["gone"])


def _note(m: PilotMap, pick: Pick) -> str:
    return pick([*m.note_by_id] or ["gone"])


def _any(m: PilotMap, pick: Pick) -> str:
    return pick([*m.step_by_id, *m.lane_by_id, *m.system_by_id] or ["gone"])


def _about(m: PilotMap, pick: Pick) -> str | None:
    return pick([None, *m.step_by_id, *m.flow_by_id])


EDITS: dict[str, Callable[[PilotMap, Pick], Any]] = {
    "append": lambda m, p: append_step(
        m, p([None, *m.step_by_id, *m.step_by_id]), p(NAMES), kind=p(KINDS), work=p(TIMES)
    ),
    "append_step": lambda m, p: append_step(m, _step(m, p), p(NAMES), wait=p(TIMES)),
    "add_step": lambda m, p: add_step(m, _lane(m, p), p(NAMES), kind=p(KINDS)),
    "insert": lambda m, p: insert_on_flow(
        m, _flow(m, p), p(NAMES), kind=p(KINDS), lane=p([None, *m.lane_by_id])
    ),
    "branch": lambda m, p: add_branch(
        m, _step(m, p), p(NAMES), label=p(NAMES), share=p((None, 0.5, 1.0, 1.5)), kind=p(KINDS)
    ),
    "rename": lambda m, p: rename(m, _any(m, p), p(NAMES)),
    "move_to_lane": lambda m, p: move_to_lane(m, _step(m, p), _lane(m, p)),
    "change_kind": lambda m, p: change_kind(m, _step(m, p), p(KINDS)),
    "delete_step": lambda m, p: delete_step(m, _step(m, p)),
    "duplicate": lambda m, p: duplicate_step(m, _step(m, p)),
    "pin": lambda m, p: pin(m, _step(m, p), p((-1, 0, 3)), p((0, 2))),
    "unpin": lambda m, p: unpin_these(m, (_step(m, p),)),
    "unpin_all": lambda m, p: unpin_all(m),
    "connect": lambda m, p: connect(
        m, _step(m, p), _step(m, p), label=p(NAMES), share=p((None, 0.2))
    ),
    "delete_flow": lambda m, p: delete_flow(m, _flow(m, p)),
    "reconnect": lambda m, p: reconnect(
        m, _flow(m, p), p([None, *m.step_by_id]), p([None, *m.step_by_id])
    ),
    "add_lane": lambda m, p: add_lane(m, p(NAMES), at=p((None, 0, 1, 9))),
    "move_lane": lambda m, p: move_lane(m, _lane(m, p), p((-1, 0, 1, 9))),
    "merge_lanes": lambda m, p: merge_lanes(m, _lane(m, p), _lane(m, p)),
    "delete_lane": lambda m, p: delete_lane(m, _lane(m, p)),
    "add_system": lambda m, p: add_system(m, p(NAMES)),
    "touch": lambda m, p: touch(m, _step(m, p), _system(m, p)),
    "untouch": lambda m, p: untouch(m, _step(m, p), _system(m, p)),
    "merge_systems": lambda m, p: merge_systems(m, _system(m, p), _system(m, p)),
    "delete_system": lambda m, p: delete_system(m, _system(m, p)),
    "mark_ai": lambda m, p: mark_ai_step(m, p([None, *m.step_by_id])),
    "mode": lambda m, p: set_mode(m, p((None, "autonomous", "recommendation", "draft"))),
    "note": lambda m, p: add_note(m, p(("pain", "question", "note")), p(NAMES), _about(m, p)),
    "delete_note": lambda m, p: delete_note(m, _note(m, p)),
    "title": lambda m, p: edit_map(m, title=p(NAMES)),
    "attendance": lambda m, p: edit_map(
        m, attendance=(Attendee(name="IT", role=p(("", "guest"))),)
    ),
    "outcome": lambda m, p: edit_outcome(m, measure=p(NAMES), change=p((None, "reduce", "less"))),
    "pilot": lambda m, p: edit_pilot(
        m, human=p([None, "gone", *m.lane_by_id]), unsure=p((None, 0.1, 7.0))
    ),
    "step_fields": lambda m, p: edit_step(
        m, _step(m, p), name=p(NAMES), lane=_lane(m, p), kind=p(KINDS)
    ),
    "flow_fields": lambda m, p: edit_flow(
        m, _flow(m, p), label=p(NAMES), passes=p(NAMES), rework=p((True, False))
    ),
    "flow_ends": lambda m, p: edit_flow(m, _flow(m, p), target=_step(m, p)),
    "lane_fields": lambda m, p: edit_lane(m, _lane(m, p), people=p((None, 2.0, -1.0))),
    "system_fields": lambda m, p: edit_system(m, _system(m, p), owner=p(NAMES)),
    "note_fields": lambda m, p: edit_note(m, _note(m, p), about=_about(m, p), settled=True),
}
