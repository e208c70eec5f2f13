"""One process in figures, today's or the one with AI: visits, times, work, by one clock."""

from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from pilotmap.analysis.derivation import Derived
from pilotmap.analysis.elapsed import Elapsed, exact_elapsed, full_elapsed, has_parallel_work
from pilotmap.analysis.graph import Graph, HasProcess
from pilotmap.analysis.passage import Passage, Span, passage
from pilotmap.analysis.times import finite, total
from pilotmap.analysis.visits import Unknown, Visits, visits
from pilotmap.model.map import PilotMap
from pilotmap.model.outcome import About
from pilotmap.model.process import Lane


class Measured(NamedTuple):
    """The figure that an outcome is held against, in hours, and what it rests on.

    standard_error: 0 where it is exact. counted: the share of the cases that it is about.
    visits: how often such a case comes to each step, where that is known.
    """

    value: float | None = None
    standard_error: float = 0.0
    counted: float | None = None
    visits: Mapping[str, float] | None = None
    trouble: Unknown | None = None


class Course:
    """A process and everything about its times.

    simulating: whether cases may be simulated; None where parallel work leaves no other way.
    """

    def __init__(
        self,
        pilot_map: PilotMap,
        process: HasProcess,
        lanes: tuple[Lane, ...],
        span: Span,
        *,
        simulating: bool | None,
    ) -> None:
        self.m = pilot_map
        self.graph = Graph(process)
        self.lanes = lanes
        self.span = span
        self.simulating = self.is_parallel if simulating is None else simulating

    @cached_property
    def known(self) -> Visits | Unknown:
        """How often a case comes everywhere."""
        return visits(self.graph)

    @property
    def visited(self) -> Mapping[str, float] | None:
        """The visits by step id, where they are known."""
        return self.known.steps if isinstance(self.known, Visits) else None

    @cached_property
    def is_parallel(self) -> bool:
        """Whether a case can be at two places at once."""
        return has_parallel_work(self.graph)

    def work_by_lane(self) -> Mapping[str, float | None] | None:
        """Hours of work a case costs each lane; who takes part gives the step's work too."""
        visited = self.visited
        if visited is None:
            return None
        hours: dict[str, list[float]] = {lane.id: [] for lane in self.lanes}
        for step in self.graph.steps.values():
            for lane in step.lanes:
                hours[lane].append(visited[step.id] * self.graph.work(step.id))
        return {lane: finite(total(parts)) for lane, parts in hours.items()}

    @property
    def own_lanes(self) -> tuple[Lane, ...]:
        """The lanes whose time is people's time of ours: neither outside nor AI."""
        return tuple(lane for lane in self.lanes if lane.kind not in ("outside", "ai"))

    def work(self, idle: str | None = None) -> float | None:
        """Hours of people's time a case; the step `idle` takes none."""
        visited = self.visited
        if visited is None:
            return None
        own = {lane.id for lane in self.own_lanes}
        return finite(
            total(
                visited[step.id] * self.graph.work(step.id)
                for step in self.graph.steps.values()
                if step.id != idle
                for lane in step.lanes
                if lane in own
            )
        )

    def elapsed(self, idle: str | None = None) -> Elapsed:
        """Hours from start to end."""
        if isinstance(self.known, Unknown):
            return Elapsed(trouble=self.known)
        if self.simulating:
            return full_elapsed(self.graph, self.known, idle)
        return exact_elapsed(self.graph, self.known, idle)

    def outcome(self, about: About, idle: str | None = None) -> Measured:
        """The figure that the outcome is held against; the step `idle` takes no time."""
        if about == "work":
            trouble = self.known if isinstance(self.known, Unknown) else None
            return Measured(self.work(idle), 0.0, 1.0, self.visited, trouble)
        if isinstance(self.known, Unknown):
            return Measured(trouble=self.known)
        if self.span.is_whole:
            time = self.elapsed(idle)
            error = time.standard_error or 0.0
            return Measured(time.mean, error, 1.0, self.visited, time.trouble)
        if self.is_parallel:
            return self._simulated_passage(self.known, idle)
        return self._exact_passage(idle)

    def _exact_passage(self, idle: str | None) -> Measured:
        found = self._passage
        if isinstance(found, Unknown):
            return Measured(trouble=found)
        hours = total(
            often * self.graph.hours(step) for step, often in found.visits.items() if step != idle
        )
        return Measured(finite(hours), 0.0, found.counted, found.visits)

    @cached_property
    def _passage(self) -> Passage | Unknown:
        return passage(self.graph, self.span)

    def _simulated_passage(self, known: Visits, idle: str | None) -> Measured:
        if not self.simulating:
            return Measured()
        time = full_elapsed(self.graph, known, idle, self.span)
        error = time.standard_error or 0.0
        return Measured(time.mean, error, time.counted, None, time.trouble)


def course_today(pilot_map: PilotMap, *, simulating: bool | None) -> Course:
    """The process as it runs today."""
    return Course(
        pilot_map, pilot_map, pilot_map.lanes, _span_today(pilot_map), simulating=simulating
    )


def course_with_ai(pilot_map: PilotMap, derived: Derived, *, simulating: bool) -> Course:
    """The process with AI; a span that ends at the AI step ends where the case goes on from it."""
    return Course(
        pilot_map, derived, derived.lanes, _span_with_ai(pilot_map, derived), simulating=simulating
    )


def _span_today(pilot_map: PilotMap) -> Span:
    start, end = pilot_map.outcome.starts_at, pilot_map.outcome.ends_at
    if end is None:
        return Span(start)
    leaves = frozenset(flow.id for flow in pilot_map.flows_out(end))
    return Span(start, leaves, None if leaves else end)


def _span_with_ai(pilot_map: PilotMap, derived: Derived) -> Span:
    span = _span_today(pilot_map)
    step = pilot_map.pilot.step
    if span.start == step:
        span = span._replace(start=derived.pilot.step)
    if pilot_map.outcome.ends_at == step:
        span = span._replace(leaves=frozenset(derived.landing), end=None)
    return span
