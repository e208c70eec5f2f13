"""Edits of the phases: headings over columns, each from a step on."""

from pilotmap.model.edits.parts import one_line, step_of
from pilotmap.model.ids import numbered_id
from pilotmap.model.map import PilotMap
from pilotmap.model.process import Phase


def phase_at(pilot_map: PilotMap, step: str) -> str:
    """The name of the phase that begins at a step; empty where none does."""
    return next((phase.name for phase in pilot_map.phases if phase.first == step), "")


def begin_phase(pilot_map: PilotMap, step: str, name: str) -> PilotMap:
    """A phase of this name begins at the step, in place of one that does; an empty name ends it."""
    first, name = step_of(pilot_map, step).id, one_line(name)
    others = tuple(phase for phase in pilot_map.phases if phase.first != first)
    if not name:
        return pilot_map.replace(phases=others)
    if len(others) < len(pilot_map.phases):
        renamed = (p.replace(name=name) if p.first == first else p for p in pilot_map.phases)
        return pilot_map.replace(phases=tuple(renamed))
    new = Phase(id=numbered_id(pilot_map, "phase"), name=name, first=first)
    return pilot_map.replace(phases=(*others, new))
