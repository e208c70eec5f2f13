"""Edits of the lanes: who does the work."""

from pilotmap.model.edits.made import Made
from pilotmap.model.edits.parts import lane_of, one_line, refuse, waivers_renamed, waivers_without
from pilotmap.model.edits.rules import why_not_add_lane, why_not_delete_lane, why_not_merge
from pilotmap.model.ids import new_id
from pilotmap.model.map import PilotMap
from pilotmap.model.pilot import Pilot
from pilotmap.model.process import Lane, LaneKind, Step

_LANES_OF_PILOT = ("human", "escalates_to", "watched_by", "stopped_by")


def add_lane(
    pilot_map: PilotMap, name: str, *, at: int | None = None, kind: LaneKind = "team"
) -> Made:
    """A new lane, at an index from the top or below the others."""
    name = one_line(name)
    refuse(why_not_add_lane(pilot_map, name))
    lane = Lane(id=new_id(pilot_map, name, "lane"), name=name, kind=kind)
    at = len(pilot_map.lanes) if at is None else max(0, at)
    return Made(
        pilot_map.replace(lanes=(*pilot_map.lanes[:at], lane, *pilot_map.lanes[at:])), lane.id
    )


def move_lane(pilot_map: PilotMap, lane: str, to_index: int) -> PilotMap:
    """The lane at another index from the top; beyond the ends is at the ends."""
    moved = lane_of(pilot_map, lane)
    rest = tuple(other for other in pilot_map.lanes if other.id != lane)
    at = max(0, min(to_index, len(rest)))
    return pilot_map.replace(lanes=(*rest[:at], moved, *rest[at:]))


def merge_lanes(pilot_map: PilotMap, lane: str, into: str) -> PilotMap:
    """All of one lane's steps and duties to another; what the other leaves open is filled in."""
    refuse(why_not_merge(pilot_map, lane, into))
    old, kept = lane_of(pilot_map, lane), lane_of(pilot_map, into)
    merged = kept.replace(
        group=kept.group or old.group,
        people=old.people if kept.people is None else kept.people,
        hours_per_day=old.hours_per_day if kept.hours_per_day is None else kept.hours_per_day,
        rate=kept.rate or old.rate,
    )
    return pilot_map.replace(
        lanes=tuple(
            merged if other.id == into else other for other in pilot_map.lanes if other.id != lane
        ),
        steps=tuple(_done_by(step, lane, into) for step in pilot_map.steps),
        pilot=_pilot_with(pilot_map.pilot, lane, into),
        waivers=waivers_renamed(pilot_map, lane, into),
    )


def delete_lane(pilot_map: PilotMap, lane: str) -> PilotMap:
    """An empty lane less; where it took part or answered for the AI, that is open again."""
    refuse(why_not_delete_lane(pilot_map, lane))
    return pilot_map.replace(
        lanes=tuple(other for other in pilot_map.lanes if other.id != lane),
        steps=tuple(_done_by(step, lane, None) for step in pilot_map.steps),
        pilot=_pilot_with(pilot_map.pilot, lane, None),
        waivers=waivers_without(pilot_map, {lane}),
    )


def _done_by(step: Step, old: str, new: str | None) -> Step:
    """The step with another lane, or none, in the place of one that does it or takes part."""
    if old not in step.lanes:
        return step
    lanes = (new if lane == old else lane for lane in step.lanes)
    return step.done_by(lane for lane in lanes if lane is not None)


def _pilot_with(pilot: Pilot, old: str, new: str | None) -> Pilot:
    changes = {key: new for key in _LANES_OF_PILOT if getattr(pilot, key) == old}
    return pilot.replace(**changes) if changes else pilot
