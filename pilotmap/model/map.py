"""The whole file as one value."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Final, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from pilotmap.model.clock import Clock
from pilotmap.model.handoffs import Handoff, breadth_first, numbered
from pilotmap.model.invariants import first_broken
from pilotmap.model.parts import Parts
from pilotmap.model.process import Flow

FORMAT: Final = "pilotmap"
VERSION: Final = 3


class PilotMap(Parts):
    """A process, the step an AI takes over, and who agreed to it; every invariant holds."""

    @model_validator(mode="after")
    def _hold_invariants(self) -> Self:
        broken = first_broken(self)
        if broken is not None:
            raise PydanticCustomError(
                "invariant",
                "{rule}",
                {"place": broken.place, "rule": broken.rule, "value": broken.value},
            )
        return self

    @cached_property
    def clock(self) -> Clock:
        """The clock that all times are counted by: working hours where the baseline is in wd."""
        baseline = self.outcome.baseline
        return Clock(working=baseline is not None and baseline.time_unit == "wd")

    @cached_property
    def _flows_out(self) -> Mapping[str, tuple[Flow, ...]]:
        return _grouped(self.flows, lambda flow: flow.source)

    @cached_property
    def _flows_in(self) -> Mapping[str, tuple[Flow, ...]]:
        return _grouped(self.flows, lambda flow: flow.target)

    def flows_out(self, step_id: str) -> tuple[Flow, ...]:
        """The flows that leave a step, in the order of the file."""
        return self._flows_out.get(step_id, ())

    def flows_in(self, step_id: str) -> tuple[Flow, ...]:
        """The flows that lead to a step, in the order of the file."""
        return self._flows_in.get(step_id, ())

    def flow_between(self, source: str, target: str) -> Flow | None:
        """The one flow from source to target, where there is one."""
        return next((flow for flow in self.flows_out(source) if flow.target == target), None)

    def is_handoff(self, flow: Flow) -> bool:
        """Whether the work changes hands: the flow's two ends are in different lanes."""
        return self.step_by_id[flow.source].lane != self.step_by_id[flow.target].lane

    def through_words(self, flow: Flow) -> str:
        """What is handed over goes through this: the name of the system, or the text."""
        system = self.system_by_id.get(flow.through_system or "")
        return system.name if system is not None else flow.through

    @cached_property
    def breadth_first(self) -> tuple[str, ...]:
        """All step ids breadth first from the starts, in file order; unreachable ones last."""
        return breadth_first(self.steps, self.flows_out)

    @cached_property
    def handoffs(self) -> tuple[Handoff, ...]:
        """The numbered handoffs, breadth first from the starts, in file order."""
        flows = (flow for step in self.breadth_first for flow in self.flows_out(step))
        return numbered(flow for flow in flows if self.is_handoff(flow))


def _grouped(flows: tuple[Flow, ...], end_of: Callable[[Flow], str]) -> dict[str, tuple[Flow, ...]]:
    groups: dict[str, list[Flow]] = {}
    for flow in flows:
        groups.setdefault(end_of(flow), []).append(flow)
    return {end: tuple(group) for end, group in groups.items()}


def empty_map(title: str = "") -> PilotMap:
    """A map with nothing in it yet."""
    return PilotMap(format=FORMAT, version=VERSION, title=title)
