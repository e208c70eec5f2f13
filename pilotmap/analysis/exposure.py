"""How far a wrong answer goes before a person has seen it."""

from typing import Any, NamedTuple

from pilotmap.analysis.derivation import Derived
from pilotmap.analysis.graph import Graph
from pilotmap.analysis.with_ai import derive
from pilotmap.model.map import PilotMap
from pilotmap.model.pilot import Mode


class Exposure(NamedTuple):
    """What a wrong answer meets before a check, in one mode.

    `steps` counts steps and decisions, `outside` names the outside lanes reached, an end there
    among what is reached. `reached` are the step ids of every kind in the order of the file.
    """

    steps: int
    outside: tuple[str, ...]
    outside_lanes: tuple[str, ...]
    reached: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """As `check --format json` prints it."""
        return {"steps": self.steps, "outside": list(self.outside)}


def exposure(pilot_map: PilotMap, mode: Mode) -> Exposure:
    """The reach of a wrong answer in a mode, over the map with AI. Raises NoPictureWithAi."""
    parts = derive(pilot_map, mode)
    return reach_of_error(parts, Graph(parts))


def reach_of_error(parts: Derived, graph: Graph) -> Exposure:
    """The reach of a wrong answer over the parts of a map with AI, and their graph.

    It starts at what the sure path leads to and follows the flows, and does not enter a check:
    the derived approval and edit, a veto in which somebody looks, and steps with `checks_ai`.
    """
    checks = [step.id for step in parts.steps if step.checks_ai]
    met = () if parts.sure in checks else graph.structure.after(parts.sure, but=checks)
    reached = tuple(step for step in parts.steps if step.id in met)
    lanes = {step.lane for step in reached}
    outside = [lane for lane in parts.lanes if lane.kind == "outside" and lane.id in lanes]
    return Exposure(
        steps=sum(step.kind in ("step", "decision") for step in reached),
        outside=tuple(lane.name for lane in outside),
        outside_lanes=tuple(lane.id for lane in outside),
        reached=tuple(step.id for step in reached),
    )
