"""What the brackets of a line say, done to its step and to the flow that leads to it."""

from typing import Any, Final

from pilotmap.capture.attributes import Attributes, Through
from pilotmap.capture.names import system_called
from pilotmap.capture.words import NO_FLOW_GETS, SAID_TWICE
from pilotmap.language import tr
from pilotmap.model.edits.fields import edit_flow, edit_step
from pilotmap.model.edits.parts import flow_of
from pilotmap.model.edits.pilot import mark_ai_step
from pilotmap.model.edits.systems import add_system
from pilotmap.model.errors import EditRefused
from pilotmap.model.known import number_of
from pilotmap.model.map import PilotMap

_AS_THEY_ARE: Final = ("passes", "label", "share", "returned", "rework")


def of_step(pilot_map: PilotMap, step: str, attributes: Attributes) -> PilotMap:
    """The map with what is said of a step; EditRefused where the AI cannot take it over."""
    changes: dict[str, Any] = {}
    if attributes.checks_ai:
        changes["checks_ai"] = True
    if attributes.pin is not None:
        changes["pin"] = attributes.pin
    if changes:
        pilot_map = edit_step(pilot_map, step, **changes)
    return mark_ai_step(pilot_map, step) if attributes.is_ai else pilot_map


def of_flow(pilot_map: PilotMap, flow: str | None, attributes: Attributes) -> PilotMap:
    """The map with what is said of a flow; EditRefused where there is no flow to say it of."""
    if not attributes.of_flow:
        return pilot_map
    if flow is None:
        raise EditRefused(tr(NO_FLOW_GETS))
    given, here = attributes.given, flow_of(pilot_map, flow)
    for key, value in (("label", here.label or None), ("share", number_of(here.share))):
        if key in given and value not in (None, given[key]):
            raise EditRefused(tr(SAID_TWICE))
    changes = {key: given[key] for key in _AS_THEY_ARE if key in given}
    if attributes.through is not None:
        pilot_map, through = _through(pilot_map, attributes.through)
        changes |= through
    return edit_flow(pilot_map, flow, **changes)


def _through(pilot_map: PilotMap, through: Through) -> tuple[PilotMap, dict[str, str | None]]:
    system = None if through.is_system is False else system_called(pilot_map, through.name)
    if system is None and not through.is_system:
        return pilot_map, {"through_system": None, "through": through.name}
    if system is None:
        pilot_map, system = add_system(pilot_map, through.name)
    return pilot_map, {"through_system": system, "through": ""}
