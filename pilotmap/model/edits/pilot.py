"""Edits of the one step that the AI takes over, and how people work with it."""

from pilotmap.model.edits.parts import refuse
from pilotmap.model.edits.rules import why_not_ai
from pilotmap.model.map import PilotMap
from pilotmap.model.pilot import Mode


def mark_ai_step(pilot_map: PilotMap, step: str | None) -> PilotMap:
    """Make this step the AI's; the verdict becomes `ai` where none was given. None unmarks."""
    if step is not None:
        refuse(why_not_ai(pilot_map, step))
    verdict = pilot_map.pilot.verdict or ("ai" if step is not None else None)
    return pilot_map.replace(pilot=pilot_map.pilot.replace(step=step, verdict=verdict))


def set_mode(pilot_map: PilotMap, mode: Mode | None) -> PilotMap:
    """How people and the AI work together; the answers given for other modes are kept."""
    return pilot_map.replace(pilot=pilot_map.pilot.replace(mode=mode))
