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


def edit_map(pilot_map: PilotMap, **changes: Any) -> PilotMap:
    """Fields of the map itself: title, organisation, opened, volume, attendance ...

    All money is in the map's currency, so it takes on a new one.
    """
    if changes.get("currency", pilot_map.currency) != pilot_map.currency:
        changes |= _money_in(pilot_map, changes["currency"])
    return changed(pilot_map, **changes)


def edit_outcome(pilot_map: PilotMap, **changes: Any) -> PilotMap:
    """Parts of the measurable outcome."""
    return pilot_map.replace(outcome=changed(pilot_map.outcome, **changes))


def edit_pilot(pilot_map: PilotMap, **changes: Any) -> PilotMap:
    """Answers about the AI step; steps and lanes are named by id."""
    step = changes.get("step")
    if step is not None:
        refuse(why_not_ai(pilot_map, step))
    return changed(pilot_map, pilot=changed(pilot_map.pilot, **changes))


def edit_step(pilot_map: PilotMap, step: str, **changes: Any) -> PilotMap:
    """Fields of a step; in another lane it loses its pin, which was a place in the old one."""
    _keep_id(changes)
    if "kind" in changes:
        pilot_map = change_kind(pilot_map, step, changes.pop("kind"))
    old = step_of(pilot_map, step)
    if "lane" in changes:
        pin = changes.get("pin")
        old = old.in_lane(lane_of(pilot_map, changes.pop("lane")).id)
        changes |= {"pin": pin} if pin is not None else {}
    return changed(pilot_map, steps=swapped(pilot_map.steps, changed(old, **changes)))


def edit_flow(pilot_map: PilotMap, flow: str, **changes: Any) -> PilotMap:
    """Fields of a flow."""
    old = flow_of(pilot_map, flow)
    _keep_id(changes)
    source, target = changes.get("source", old.source), changes.get("target", old.target)
    if (source, target) != (old.source, old.target):
        refuse(why_not_connect(pilot_map, source, target, besides=flow))
    return pilot_map.replace(flows=swapped(pilot_map.flows, changed(old, **changes)))


def edit_lane(pilot_map: PilotMap, lane: str, **changes: Any) -> PilotMap:
    """Fields of a lane."""
    _keep_id(changes)
    return pilot_map.replace(
        lanes=swapped(pilot_map.lanes, changed(lane_of(pilot_map, lane), **changes))
    )


def edit_system(pilot_map: PilotMap, system: str, **changes: Any) -> PilotMap:
    """Fields of a system."""
    _keep_id(changes)
    return pilot_map.replace(
        systems=swapped(pilot_map.systems, changed(system_of(pilot_map, system), **changes))
    )


def edit_note(pilot_map: PilotMap, note: str, **changes: Any) -> PilotMap:
    """Fields of a note."""
    _keep_id(changes)
    return changed(
        pilot_map, notes=swapped(pilot_map.notes, changed(note_of(pilot_map, note), **changes))
    )


def _money_in(pilot_map: PilotMap, currency: str) -> dict[str, Any]:
    def turned(value: V, *keys: str) -> V:
        money = {key: getattr(value, key) for key in keys}
        return value.replace(**{k: v.replace(unit=currency) for k, v in money.items() if v})

    return {
        "lanes": tuple(turned(lane, "rate") for lane in pilot_map.lanes),
        "pilot": turned(pilot_map.pilot, "cost_once", "cost_per_case", "cost_of_error"),
    }


def _keep_id(changes: dict[str, Any]) -> None:
    if "id" in changes:
        raise TypeError("an id is made once and never changes")
