"""Edits of any field, as forms make them; what a rule forbids is refused here too."""

from typing import Any, TypeVar

from pilotmap.model.edits.parts import (
    changed,
    flow_of,
    lane_of,
    note_of,
    refuse,
    step_of,
    swapped,
    system_of,
)
from pilotmap.model.edits.rules import why_not_ai, why_not_connect
from pilotmap.model.edits.steps import change_kind
from pilotmap.model.map import PilotMap
from pilotmap.model.value import Value

V = TypeVar("V", bound=Value)


def edit_map(m: PilotMap, **changes: Any) -> PilotMap:
    """Fields of the map itself: title, organisation, opened, volume, attendance ...

    All money is in the map's currency, so it takes on a new one.
    """
    if changes.get("currency", m.currency) != m.currency:
        changes |= _money_in(m, changes["currency"])
    return changed(m, **changes)


def edit_outcome(m: PilotMap, **changes: Any) -> PilotMap:
    """Parts of the measurable outcome."""
    return m.replace(outcome=changed(m.outcome, **changes))


def edit_pilot(m: PilotMap, **changes: Any) -> PilotMap:
    """Answers about the AI step; steps and lanes are named by id."""
    step = changes.get("step")
    if step is not None:
        refuse(why_not_ai(m, step))
    return changed(m, pilot=changed(m.pilot, **changes))


def edit_step(m: PilotMap, step: str, **changes: Any) -> PilotMap:
    """Fields of a step; in another lane it loses its pin, which was a place in the old one."""
    _keep_id(changes)
    if "kind" in changes:
        m = change_kind(m, step, changes.pop("kind"))
    old = step_of(m, step)
    if "lane" in changes:
        pin = changes.get("pin")
        old = old.in_lane(lane_of(m, changes.pop("lane")).id)
        changes |= {"pin": pin} if pin is not None else {}
    return changed(m, steps=swapped(m.steps, changed(old, **changes)))


def edit_flow(m: PilotMap, flow: str, **changes: Any) -> PilotMap:
    """Fields of a flow."""
    old = flow_of(m, flow)
    _keep_id(changes)
    source, target = changes.get("source", old.source), changes.get("target", old.target)
    if (source, target) != (old.source, old.target):
        refuse(why_not_connect(m, source, target, besides=flow))
    return m.replace(flows=swapped(m.flows, changed(old, **changes)))


def edit_lane(m: PilotMap, lane: str, **changes: Any) -> PilotMap:
    """Fields of a lane."""
    _keep_id(changes)
    return m.replace(lanes=swapped(m.lanes, changed(lane_of(m, lane), **changes)))


def edit_system(m: PilotMap, system: str, **changes: Any) -> PilotMap:
    """Fields of a system."""
    _keep_id(changes)
    return m.replace(systems=swapped(m.systems, changed(system_of(m, system), **changes)))


def edit_note(m: PilotMap, note: str, **changes: Any) -> PilotMap:
    """Fields of a note."""
    _keep_id(changes)
    return changed(m, notes=swapped(m.notes, changed(note_of(m, note), **changes)))


def _money_in(m: PilotMap, currency: str) -> dict[str, Any]:
    def turned(value: V, *keys: str) -> V:
        money = {key: getattr(value, key) for key in keys}
        return value.replace(**{k: v.replace(unit=currency) for k, v in money.items() if v})

    return {
        "lanes": tuple(turned(lane, "rate") for lane in m.lanes),
        "pilot": turned(m.pilot, "cost_once", "cost_per_case", "cost_of_error"),
    }


def _keep_id(changes: dict[str, Any]) -> None:
    if "id" in changes:
        raise TypeError("an id is made once and never changes")
