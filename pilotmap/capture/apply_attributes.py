"""What the brackets of a line say, done to its step and to the flow that leads to it."""

from collections.abc import Mapping
from typing import Any, Final

from pilotmap.capture.attributes import AI, Attributes
from pilotmap.capture.bracket_values import Through
from pilotmap.capture.words import NO_FLOW_GETS, SAID_TWICE
from pilotmap.language import tr
from pilotmap.model.edits.fields import edit_flow, edit_lane, edit_map, edit_step
from pilotmap.model.edits.parts import flow_of
from pilotmap.model.edits.pilot import mark_ai_step
from pilotmap.model.edits.references import called, named
from pilotmap.model.edits.systems import add_system
from pilotmap.model.errors import EditRefused
from pilotmap.model.fields.table import FIELDS
from pilotmap.model.map import PilotMap
from pilotmap.model.quantity import Money

TOGETHER: Final = next(row.key for row in FIELDS["step"] if row.kind == "lanes")
"""The field of the lanes that take part in a step."""


def of_step(pilot_map: PilotMap, step: str, attributes: Attributes) -> PilotMap:
    """The map with what is said of a step; EditRefused where the AI cannot take it over."""
    changes = dict(attributes.of_step)
    is_ai = changes.pop(AI.key, False)
    if TOGETHER in changes:
        pilot_map, changes[TOGETHER] = named(pilot_map, "lanes", changes[TOGETHER])
    if changes:
        pilot_map = edit_step(pilot_map, step, **changes)
    return mark_ai_step(pilot_map, step) if is_ai else pilot_map


def of_flow(pilot_map: PilotMap, flow: str | None, attributes: Attributes) -> PilotMap:
    """The map with what is said of a flow; EditRefused where there is no flow to say it of."""
    changes = dict(attributes.of_flow)
    if not changes:
        return pilot_map
    if flow is None:
        raise EditRefused(tr(NO_FLOW_GETS))
    here = flow_of(pilot_map, flow)
    for key, value in (("label", here.label or None), ("share", here.share)):
        if key in changes and value not in (None, changes[key]):
            raise EditRefused(tr(SAID_TWICE))
    if "through" in changes:
        pilot_map, through = _through(pilot_map, changes["through"])
        changes |= through
    return edit_flow(pilot_map, flow, **changes)


def of_lane(pilot_map: PilotMap, lane: str, given: Mapping[str, Any]) -> PilotMap:
    """The map with what is said of a lane; money brings its currency where there is none yet."""
    rate = given.get("rate")
    if isinstance(rate, Money):
        currency = pilot_map.currency or rate.unit
        if rate.unit not in ("", currency):
            raise EditRefused(tr("All money of this map is in {currency}.", currency=currency))
        pilot_map = edit_map(pilot_map, currency=currency)
        given = {**given, "rate": rate.replace(unit=currency)}
    return edit_lane(pilot_map, lane, **given)


def _through(pilot_map: PilotMap, through: Through) -> tuple[PilotMap, dict[str, str | None]]:
    system = None if through.is_system is False else called(pilot_map, "systems", through.name)
    if system is None and not through.is_system:
        return pilot_map, {"through_system": None, "through": through.name}
    if system is None:
        pilot_map, system = add_system(pilot_map, through.name)
    return pilot_map, {"through_system": system, "through": ""}
