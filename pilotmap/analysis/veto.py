"""Whether the time to stop an answer of the AI is one in which somebody can look at it."""

from pilotmap.model.map import PilotMap


def is_looked_at(pilot_map: PilotMap) -> bool:
    """Whether a look is named and fits into that time: a second with nobody there is no check."""
    veto, review = pilot_map.pilot.veto, pilot_map.pilot.review
    if veto is None or review is None:
        return False
    return pilot_map.clock.waits(veto) >= pilot_map.clock.works(review)
