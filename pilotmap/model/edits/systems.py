"""Edits of the systems that steps touch and handoffs go through."""

from pilotmap.model.edits.made import Made
from pilotmap.model.edits.parts import (
    one_line,
    refuse,
    step_of,
    swapped,
    system_of,
    waivers_renamed,
    waivers_without,
)
from pilotmap.model.edits.rules import why_not_merge, why_not_name_system
from pilotmap.model.ids import new_id
from pilotmap.model.map import PilotMap
from pilotmap.model.process import Step, System


def add_system(pilot_map: PilotMap, name: str) -> Made:
    """A new system that nothing touches yet."""
    name = one_line(name)
    refuse(why_not_name_system(pilot_map, name))
    system = System(id=new_id(pilot_map, name, "sys"), name=name)
    return Made(pilot_map.replace(systems=(*pilot_map.systems, system)), system.id)


def touch(pilot_map: PilotMap, step: str, system: str) -> PilotMap:
    """The step touches the system; no change where it does already."""
    old, added = step_of(pilot_map, step), system_of(pilot_map, system)
    if added.id in old.systems:
        return pilot_map
    return pilot_map.replace(
        steps=swapped(pilot_map.steps, old.replace(systems=(*old.systems, added.id)))
    )


def untouch(pilot_map: PilotMap, step: str, system: str) -> PilotMap:
    """The step touches the system no longer."""
    old = step_of(pilot_map, step)
    kept = tuple(other for other in old.systems if other != system)
    return pilot_map.replace(steps=swapped(pilot_map.steps, old.replace(systems=kept)))


def merge_systems(pilot_map: PilotMap, system: str, into: str) -> PilotMap:
    """One system in the place of two, on steps and on handoffs; open fields are filled in."""
    refuse(why_not_merge(pilot_map, system, into))
    old, kept = system_of(pilot_map, system), system_of(pilot_map, into)
    merged = kept.replace(kind=kept.kind or old.kind, owner=kept.owner or old.owner)
    return pilot_map.replace(
        systems=tuple(merged if s.id == into else s for s in pilot_map.systems if s.id != system),
        steps=tuple(_touching(step, system, into) for step in pilot_map.steps),
        flows=tuple(
            flow.replace(through_system=into) if flow.through_system == system else flow
            for flow in pilot_map.flows
        ),
        waivers=waivers_renamed(pilot_map, system, into),
    )


def delete_system(pilot_map: PilotMap, system: str) -> PilotMap:
    """The system less; a handoff that went through it keeps its name as plain text."""
    old = system_of(pilot_map, system)
    return pilot_map.replace(
        systems=tuple(other for other in pilot_map.systems if other.id != system),
        steps=tuple(_touching(step, system, None) for step in pilot_map.steps),
        flows=tuple(
            flow.replace(through_system=None, through=old.name)
            if flow.through_system == system
            else flow
            for flow in pilot_map.flows
        ),
        waivers=waivers_without(pilot_map, {system}),
    )


def _touching(step: Step, old: str, new: str | None) -> Step:
    if old not in step.systems:
        return step
    systems = dict.fromkeys(new if system == old else system for system in step.systems)
    return step.replace(systems=tuple(system for system in systems if system is not None))
