"""What follows from one map, each computed once and only when someone asks."""

from functools import cached_property
from typing import TYPE_CHECKING

from pilotmap.layout.draw import draw_map
from pilotmap.layout.drawing import Drawing
from pilotmap.lazy import lazy_imports
from pilotmap.model.map import PilotMap

with lazy_imports():  # the first paint does not wait for the analysis
    from pilotmap.analysis import elapsed, figures, findings, gate1, graph, with_ai

if TYPE_CHECKING:
    from pilotmap.analysis.figures import Figures
    from pilotmap.analysis.findings import Finding
    from pilotmap.analysis.gate1 import Gate1
    from pilotmap.analysis.with_ai import WithAi


class Derived:
    """Pictures, findings and figures of one map value."""

    def __init__(self, pilot_map: PilotMap) -> None:
        self.map = pilot_map

    @cached_property
    def today(self) -> Drawing:
        """The picture of the process as it runs."""
        return draw_map(self.map)

    @cached_property
    def with_ai(self) -> "WithAi | None":
        """The derived map with the AI at work; None where the map does not say enough yet."""
        if self.map.pilot.step is None or self.map.pilot.mode is None:
            return None
        try:
            return with_ai.with_ai(self.map)
        except with_ai.NoPictureWithAi:
            return None

    @cached_property
    def with_ai_drawing(self) -> Drawing | None:
        """The picture with the AI at work."""
        derived = self.with_ai
        return None if derived is None else draw_map(derived.map, tags=derived.tags)

    @cached_property
    def findings(self) -> "tuple[Finding, ...]":
        """What is wrong with the map or could be better."""
        return findings.find(self.map, numbers=self.numbers)

    @cached_property
    def needs_simulation(self) -> bool:
        """Whether parallel work makes the exact sums no elapsed time."""
        return elapsed.has_parallel_work(graph.Graph(self.map))

    @property
    def numbers(self) -> "Figures":
        """The figures that findings rest on: simulated only where they must be."""
        return self.figures if self.needs_simulation else self.quick_figures

    @cached_property
    def quick_figures(self) -> "Figures":
        """The exact figures, without the simulation."""
        return figures.quick_figures(self.map)

    @cached_property
    def figures(self) -> "Figures":
        """All figures, the simulated ones too."""
        return figures.figures(self.map)

    @cached_property
    def gate1(self) -> "Gate1":
        """The state of Gate 1 and of its five parts."""
        return gate1.gate1(self.map, findings=self.findings)
