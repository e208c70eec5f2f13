"""One case on its way through a map: where it is, how it came there, how long it took so far."""

from dataclasses import dataclass, replace
from typing import Final

from pilotmap.language import tr
from pilotmap.model.map import PilotMap
from pilotmap.model.process import Flow, Step
from pilotmap.ui.walking import first_step

_DAYS_FROM_H: Final = 100


@dataclass(frozen=True, slots=True)
class Case:
    """A start, and the flows taken since; a loop is gone round as often as it was taken."""

    start: str
    flows: tuple[str, ...] = ()

    def steps(self, m: PilotMap) -> tuple[Step, ...]:
        """Every step the case has been at, in order, the one where it is now at the end."""
        ids = (self.start, *(m.flow_by_id[flow].target for flow in self.flows))
        return tuple(m.step_by_id[step] for step in ids)

    def ways(self, m: PilotMap) -> tuple[Flow, ...]:
        """Where it can go now."""
        return m.flows_out(self.steps(m)[-1].id)

    def gone(self, flow: str) -> "Case":
        """The case one flow further."""
        return replace(self, flows=(*self.flows, flow))

    def back(self) -> "Case":
        """The case one flow less far, or where it began."""
        return replace(self, flows=self.flows[:-1])

    def elapsed_hours(self, m: PilotMap) -> float:
        """All waits and work so far, those of the step where it is included."""
        return sum(step.hours for step in self.steps(m))

    def work_hours(self, m: PilotMap) -> float:
        """The work alone."""
        return sum(step.work_hours for step in self.steps(m))

    def within(self, m: PilotMap) -> "Case | None":
        """As much of the way as a map still holds; None where even its start is gone."""
        if self.start not in m.step_by_id:
            return None
        here, kept = self.start, list[str]()
        for flow in self.flows:
            if flow not in m.flow_by_id or m.flow_by_id[flow].source != here:
                break
            kept.append(flow)
            here = m.flow_by_id[flow].target
        return replace(self, flows=tuple(kept))


def new_case(m: PilotMap, selection: str | None) -> Case | None:
    """A case at the selected start, else at the first one; None in an empty map."""
    chosen = m.step_by_id.get(selection or "")
    if chosen is not None and chosen.kind == "start":
        return Case(chosen.id)
    first = first_step(m)
    return None if first is None else Case(first)


def usual_way(ways: tuple[Flow, ...]) -> Flow | None:
    """The way that most cases take: the largest share, never back where one leads on."""
    given = sum(flow.share or 0.0 for flow in ways)
    open_ways = sum(flow.share is None for flow in ways)
    rest = max(0.0, 1.0 - given) / open_ways if open_ways else 0.0
    ranked = sorted(
        ways, key=lambda flow: (flow.rework, -(rest if flow.share is None else flow.share))
    )
    return next(iter(ranked), None)


def time_words(hours: float) -> str:
    """`25 min`, `53 h 25 min`, `6 d 4 h`: as people say a time that has passed."""
    minutes = round(hours * 60)
    if minutes < 60:
        return tr("{minutes} min", minutes=minutes)
    if minutes < _DAYS_FROM_H * 60:
        whole, rest = divmod(minutes, 60)
        if not rest:
            return tr("{hours} h", hours=whole)
        return tr("{hours} h {minutes} min", hours=whole, minutes=rest)
    days, rest = divmod(round(hours), 24)
    if not rest:
        return tr("{days} d", days=days)
    return tr("{days} d {hours} h", days=days, hours=rest)
