"""What follows from one map, each computed once and only when someone asks."""

from functools import cached_property
from typing import TYPE_CHECKING

from pilotmap.layout.draw import draw_map
from pilotmap.layout.drawing import Drawing
from pilotmap.model.map import PilotMap

if TYPE_CHECKING:  # numpy comes with the analysis: it must not delay the first paint
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
        from pilotmap.analysis.with_ai import NoPictureWithAi, with_ai  # noqa: PLC0415 - numpy waits

        try:
            return with_ai(self.map)
        except NoPictureWithAi:
            return None

    @cached_property
    def with_ai_drawing(self) -> Drawing | None:
        """The picture with the AI at work."""
        derived = self.with_ai
        return None if derived is None else draw_map(derived.map, tags=derived.tags)

    @cached_property
    def findings(self) -> "tuple[Finding, ...]":
        """What is wrong with the map or could be better."""
        from pilotmap.analysis.findings import find  # noqa: PLC0415 - numpy waits

        return find(self.map, numbers=self.numbers)

    @cached_property
    def needs_simulation(self) -> bool:
        """Whether parallel work makes the exact sums no elapsed time."""
        from pilotmap.analysis.elapsed import has_parallel_work  # noqa: PLC0415 - numpy waits
        from pilotmap.analysis.graph import Graph  # noqa: PLC0415 - numpy waits

        return has_parallel_work(Graph(self.map))

    @property
    def numbers(self) -> "Figures":
        """The figures that findings rest on: simulated only where they must be."""
        return self.figures if self.needs_simulation else self.quick_figures

    @cached_property
    def quick_figures(self) -> "Figures":
        """The exact figures, without the simulation."""
        from pilotmap.analysis.figures import quick_figures  # noqa: PLC0415 - numpy waits

        return quick_figures(self.map)

    @cached_property
    def figures(self) -> "Figures":
        """All figures, the simulated ones too."""
        from pilotmap.analysis.figures import figures  # noqa: PLC0415 - numpy waits

        return figures(self.map)

    @cached_property
    def gate1(self) -> "Gate1":
        """The state of Gate 1 and of its five parts."""
        from pilotmap.analysis.gate1 import gate1  # noqa: PLC0415 - numpy waits

        return gate1(self.map, findings=self.findings)
