"""The steps and flows of one process, looked at from both ends of each flow."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from pilotmap.analysis.branching import shares
from pilotmap.lazy import lazy_imports
from pilotmap.model.clock import Clock
from pilotmap.model.process import Flow, Step

with lazy_imports():  # networkx takes as long to load as a window to open
    from pilotmap.analysis import structure

if TYPE_CHECKING:
    from pilotmap.analysis.structure import Structure


class HasProcess(Protocol):
    """Anything with steps and flows: a map, or what is derived from one."""

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps in the order of the file."""

    @property
    def flows(self) -> tuple[Flow, ...]:
        """The flows in the order of the file."""

    @property
    def clock(self) -> Clock:
        """What its times are counted by."""


class Graph:
    """One process, made once a map and handed on; read only."""

    def __init__(self, process: HasProcess) -> None:
        self.clock = process.clock
        self.steps: Mapping[str, Step] = {step.id: step for step in process.steps}
        out: dict[str, list[Flow]] = {step: [] for step in self.steps}
        into: dict[str, list[Flow]] = {step: [] for step in self.steps}
        for flow in process.flows:
            out[flow.source].append(flow)
            into[flow.target].append(flow)
        self.out: Mapping[str, tuple[Flow, ...]] = {at: tuple(flows) for at, flows in out.items()}
        self.into: Mapping[str, tuple[Flow, ...]] = {at: tuple(flows) for at, flows in into.items()}

    def hours(self, step: str) -> float:
        """Hours from a case's arrival at a step until it is done there."""
        work, wait = self._times[step]
        return work + wait

    def work(self, step: str) -> float:
        """Hours of work at a step."""
        return self._times[step][0]

    def wait(self, step: str) -> float:
        """Hours that a case lies before a step."""
        return self._times[step][1]

    @cached_property
    def _times(self) -> Mapping[str, tuple[float, float]]:
        """Work and wait in hours, counted once: every figure asks for them."""
        works, waits = self.clock.works, self.clock.waits
        return {key: (works(step.work), waits(step.wait)) for key, step in self.steps.items()}

    def of_kind(self, kind: str) -> tuple[str, ...]:
        """The ids of all steps of a kind, in file order."""
        return tuple(step.id for step in self.steps.values() if step.kind == kind)

    def is_join(self, step: str) -> bool:
        """Whether this parallel node waits for several ways in."""
        return self.steps[step].kind == "parallel" and len(self.into[step]) > 1

    def is_fork(self, step: str) -> bool:
        """Whether this parallel node starts several ways out."""
        return self.steps[step].kind == "parallel" and len(self.out[step]) > 1

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """By flow id, how often a case takes it each time it leaves the flow's source.

        A parallel starts all its ways out: 1 each. Several ways out of a plain step have no meaning
        (PM209) and are weighed as a decision's; `visits` refuses them.
        """
        weights: dict[str, float] = {}
        for step, flows in self.out.items():
            if len(flows) == 1 and self.steps[step].kind != "decision":
                weights[flows[0].id] = 1.0
            elif self.steps[step].kind == "parallel":
                weights.update((flow.id, 1.0) for flow in flows)
            elif flows:
                weights.update(zip((flow.id for flow in flows), shares(flows), strict=True))
        return weights

    @cached_property
    def structure(self) -> "Structure":
        """How the steps hang together along all flows."""
        return self._structure(likely=False)

    @cached_property
    def likely(self) -> "Structure":
        """How they hang together along the flows that some case takes."""
        if all(weight > 0 for weight in self.weights.values()):
            return self.structure
        return self._structure(likely=True)

    def _structure(self, *, likely: bool) -> "Structure":
        return structure.Structure(
            self.steps,
            self._pairs(likely=likely),
            self.of_kind("start"),
            self.of_kind("end"),
        )

    def _pairs(self, *, likely: bool) -> Iterator[tuple[str, str]]:
        """The two ends of each flow, or only of those with more than no chance."""
        for step, flows in self.out.items():
            for flow in flows:
                if not likely or self.weights[flow.id] > 0:
                    yield step, flow.target
