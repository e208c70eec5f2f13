"""The numbers of a map in many versions at once, for today's process and the one with AI."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from pilotmap.analysis.branching import shares
from pilotmap.analysis.course import Course, course_today, course_with_ai
from pilotmap.analysis.inputs import Input
from pilotmap.analysis.many import Floats, Many
from pilotmap.analysis.many_cases import ManyCases, Replications
from pilotmap.analysis.outcome_figures import outcome_about
from pilotmap.analysis.visits import Unknown, Visits
from pilotmap.analysis.with_ai import derive
from pilotmap.model.map import PilotMap
from pilotmap.model.process import Flow, Step
from pilotmap.model.quantity import Duration


class Versions:
    """A map whose numbers are arrays: `values` by ref, one entry a version."""

    def __init__(self, pilot_map: PilotMap, given: Sequence[Input]) -> None:
        self.m = _told_apart(pilot_map)
        self.given = {one.ref: one for one in given}
        self.about = outcome_about(pilot_map)
        self.refs = _refs(self.m)
        self.derived = derive(self.m)
        self.today = course_today(self.m, simulating=False)
        self.with_ai = course_with_ai(self.m, self.derived, simulating=False)
        self._made = {id(course): self._many(course) for course in (self.today, self.with_ai)}

    @property
    def is_simulated(self) -> bool:
        """Whether parallel work leaves no other way than to follow cases."""
        return any(isinstance(made, ManyCases) for made in self._made.values())

    def figures(
        self, values: Mapping[str, Floats], how: Replications, *, scaled: bool
    ) -> tuple[Floats, Floats] | Unknown:
        """The outcome's figure today and with AI, in each version; NaN where no case passes.

        scaled: all given shares of a decision were moved, and are scaled to 1; else one was, and
        the others of its decision make room for it.
        """
        weights = self._weights(values, scaled=scaled)
        today = self._figure(self.today, values, weights, how.half(0))
        if isinstance(today, Unknown):
            return today
        weights |= self._of_pilot(values)
        after = self._figure(self.with_ai, values, weights, how.half(1))
        return after if isinstance(after, Unknown) else (today, after)

    def _many(self, course: Course) -> Many | ManyCases:
        if course.is_parallel and self.about != "work" and isinstance(course.known, Visits):
            return ManyCases(course.graph, course.known, course.span)
        return Many(course.graph, course.span)

    def _figure(
        self,
        course: Course,
        values: Mapping[str, Floats],
        weights: Mapping[str, Floats | float],
        how: Replications,
    ) -> Floats | Unknown:
        versions = len(next(iter(values.values())))
        graph, known = course.graph, self._of(values)
        own = {lane.id for lane in course.own_lanes}

        def weight(flow: Flow) -> Floats | float:
            into = len(graph.into[flow.target]) if graph.is_join(flow.target) else 1
            return weights.get(flow.id, 1.0) / into

        gain: dict[str, Floats | float] = {}
        for step in graph.steps.values():
            work, wait = (
                known(step.work, graph.work(step.id)),
                known(step.wait, graph.wait(step.id)),
            )
            lanes = sum(lane in own for lane in step.lanes)
            gain[step.id] = work * lanes if self.about == "work" else work + wait
        made = self._made[id(course)]
        if isinstance(made, Many):
            return made.mean(versions, weight, gain)
        return made.means(versions, weights, gain, how)

    def _of(
        self, values: Mapping[str, Floats]
    ) -> Callable[[Duration | None, float], Floats | float]:
        """A time of either process in each version: what it is derived from is the very object."""

        def known(time: Duration | None, hours: float) -> Floats | float:
            ref = self.refs.get(id(time)) if time is not None else None
            return values.get(ref, hours) if ref is not None else hours

        return known

    def _of_pilot(self, values: Mapping[str, Floats]) -> dict[str, Floats | float]:
        found: dict[str, Floats | float] = {}
        for ref, pair in (
            ("pilot.unsure", self.derived.unsure_flows),
            ("pilot.rejected", self.derived.rejected_flows),
        ):
            if pair is not None:
                given = self.given.get(ref)
                share = values.get(ref, given.value if given is not None else 0.0)
                found |= {pair[0]: share, pair[1]: 1.0 - share}
        return found

    def _weights(self, values: Mapping[str, Floats], *, scaled: bool) -> dict[str, Floats | float]:
        found: dict[str, Floats | float] = {}
        versions = len(next(iter(values.values())))
        for step in self.m.steps:
            flows = self.m.flows_out(step.id)
            if step.kind == "decision" and flows:
                found |= _branch_weights(step, flows, values, versions, scaled=scaled)
        return found


def _branch_weights(
    _step: Step,
    flows: tuple[Flow, ...],
    values: Mapping[str, Floats],
    versions: int,
    *,
    scaled: bool,
) -> dict[str, Floats | float]:
    base = dict(zip((flow.id for flow in flows), shares(flows), strict=True))
    moved = {flow.id: values[ref] for flow in flows if (ref := f"flows.{flow.id}.share") in values}
    if not moved:
        return dict(base)
    if scaled and len(flows) > 2:
        return _scaled(flows, base, moved, versions)
    made = {flow: np.full(versions, part) for flow, part in base.items()}
    for flow, share in moved.items():
        rest = 1 - base[flow]
        for other in made:
            if other != flow:
                part = base[other] / rest if rest > 0 else 1 / (len(base) - 1)
                changed = share != base[flow]
                made[other] = np.where(changed, part * (1 - share), made[other])
        made[flow] = np.where(share != base[flow], share, made[flow])
    return dict(made)


def _scaled(
    flows: tuple[Flow, ...],
    base: Mapping[str, float],
    moved: Mapping[str, Floats],
    versions: int,
) -> dict[str, Floats | float]:
    """All given shares moved at once: scaled to 1, or what they leave divided by the others."""
    absent = [flow.id for flow in flows if flow.share is None]
    given = {
        flow: moved.get(flow, np.full(versions, base[flow])) for flow in base if flow not in absent
    }
    whole = sum(given.values(), np.zeros(versions))
    if not absent:
        return {flow: share / np.where(whole > 0, whole, 1.0) for flow, share in given.items()}
    over = np.maximum(whole, 1.0)
    rest = np.maximum(0.0, 1 - whole) / len(absent)
    return {**{flow: share / over for flow, share in given.items()}, **dict.fromkeys(absent, rest)}


def _told_apart(pilot_map: PilotMap) -> PilotMap:
    """The same map with each time an object of its own, so that it can be followed."""
    steps = tuple(
        step.replace(work=_own(step.work), wait=_own(step.wait)) for step in pilot_map.steps
    )
    pilot = pilot_map.pilot
    pilot = pilot.replace(
        ai_time=_own(pilot.ai_time),
        review=_own(pilot.review),
        review_wait=_own(pilot.review_wait),
        veto=_own(pilot.veto),
    )
    return pilot_map.replace(steps=steps, pilot=pilot)


def _own(time: Duration | None) -> Duration | None:
    return None if time is None else time.replace()


def _refs(pilot_map: PilotMap) -> dict[int, str]:
    found = {}
    for step in pilot_map.steps:
        for key, time in (("work", step.work), ("wait", step.wait)):
            if time is not None:
                found[id(time)] = f"steps.{step.id}.{key}"
    for key in ("ai_time", "review", "review_wait"):
        time = getattr(pilot_map.pilot, key)
        if time is not None:
            found[id(time)] = f"pilot.{key}"
    return found
