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
from pilotmap.model.map import PilotMap
from pilotmap.model.process import Flow


def connect(
    m: PilotMap,
    source: str,
    target: str,
    *,
    label: str = "",
    share: float | None = None,
    rework: bool = False,
) -> Made:
    """A flow between two steps; `rework` says that it goes back to do something again."""
    refuse(why_not_connect(m, source, target))
    flow = Flow(id=numbered_id(m, "f"), source=source, target=target, rework=rework)
    flow = changed(flow, label=one_line(label), share=share)
    return Made(m.replace(flows=(*m.flows, flow)), flow.id)


def set_through(m: PilotMap, flow: str, words: str) -> PilotMap:
    """What is handed over goes through the system of this name, else through what the text says."""
    words = one_line(words)
    same = (s.id for s in m.systems if s.name.casefold() == words.casefold())
    system = next(same, None) if words else None
    through = "" if system else words
    entered = changed(flow_of(m, flow), through_system=system, through=through)
    return m.replace(flows=swapped(m.flows, entered))


def delete_flow(m: PilotMap, flow: str) -> PilotMap:
    """The flow less, with its notes and waivers; its two steps stay."""
    gone = flow_of(m, flow).id
    return m.replace(
        flows=tuple(other for other in m.flows if other.id != gone),
        notes=notes_without(m, {gone}),
        waivers=waivers_without(m, {gone}),
    )


def reconnect(
    m: PilotMap, flow: str, source: str | None = None, target: str | None = None
) -> PilotMap:
    """The flow with another beginning or end; label, share and what is passed stay with it."""
    old = flow_of(m, flow)
    source, target = source or old.source, target or old.target
    refuse(why_not_connect(m, source, target, besides=flow))
    return m.replace(flows=swapped(m.flows, old.replace(source=source, target=target)))
