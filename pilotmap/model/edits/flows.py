"""Edits of the flows: what follows what."""

from pilotmap.model.edits.made import Made
from pilotmap.model.edits.parts import (
    changed,
    flow_of,
    notes_without,
    one_line,
    refuse,
    swapped,
    waivers_without,
)
from pilotmap.model.edits.rules import why_not_connect
from pilotmap.model.ids import numbered_id
from pilotmap.model.known import Share
from pilotmap.model.map import PilotMap
from pilotmap.model.process import Flow


def connect(
    pilot_map: PilotMap,
    source: str,
    target: str,
    *,
    label: str = "",
    share: Share | float | None = None,
    rework: bool = False,
) -> Made:
    """A flow between two steps; `rework` says that it goes back to do something again."""
    refuse(why_not_connect(pilot_map, source, target))
    flow = Flow(id=numbered_id(pilot_map, "f"), source=source, target=target, rework=rework)
    flow = changed(flow, label=one_line(label), share=share)
    return Made(pilot_map.replace(flows=(*pilot_map.flows, flow)), flow.id)


def set_through(pilot_map: PilotMap, flow: str, words: str) -> PilotMap:
    """What is handed over goes through the system of this name, else through what the text says."""
    words = one_line(words)
    same = (s.id for s in pilot_map.systems if s.name.casefold() == words.casefold())
    system = next(same, None) if words else None
    through = "" if system else words
    entered = changed(flow_of(pilot_map, flow), through_system=system, through=through)
    return pilot_map.replace(flows=swapped(pilot_map.flows, entered))


def delete_flow(pilot_map: PilotMap, flow: str) -> PilotMap:
    """The flow less, with its notes and waivers; its two steps stay."""
    gone = flow_of(pilot_map, flow).id
    return pilot_map.replace(
        flows=tuple(other for other in pilot_map.flows if other.id != gone),
        notes=notes_without(pilot_map, {gone}),
        waivers=waivers_without(pilot_map, {gone}),
    )


def reconnect(
    pilot_map: PilotMap, flow: str, source: str | None = None, target: str | None = None
) -> PilotMap:
    """The flow with another beginning or end; label, share and what is passed stay with it."""
    old = flow_of(pilot_map, flow)
    source, target = source or old.source, target or old.target
    refuse(why_not_connect(pilot_map, source, target, besides=flow))
    return pilot_map.replace(
        flows=swapped(pilot_map.flows, old.replace(source=source, target=target))
    )
