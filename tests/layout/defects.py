"""What is wrong with a picture, judged from its geometry alone.

This module and `checks/` know nothing of how the layout works: they read boxes, points and text
from a finished Drawing and count what contract 1 of the layout forbids (`Defect`), and what it asks
to be small (`Measures`). Lengths are in points.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from pilotmap.layout.drawing import Drawing
from pilotmap.model.map import PilotMap
from tests.layout.checks.folded import faults_of_folding
from tests.layout.checks.painted import faults_of_painting
from tests.layout.checks.places import faults_of_numbers, faults_of_places
from tests.layout.checks.routes import faults_of_routes
from tests.layout.checks.scene import Defect, Scene
from tests.layout.checks.words import faults_of_words
from tests.layout.segments import cross_inside

__all__ = ("Defect", "Measures", "defects", "folded_defects", "measures")


@dataclass(frozen=True)
class Measures:
    """What should be small in a good picture; lengths in points, the area in square points."""

    crossings: int
    bends: int
    length: float
    area: float


def defects(pilot_map: PilotMap, drawing: Drawing) -> tuple[Defect, ...]:
    """Everything that contract 1 of the layout forbids, found in a finished picture."""
    scene = Scene(drawing)
    broken = tuple(faults_of_numbers(scene))
    if broken:
        return broken
    found = (
        *faults_of_places(pilot_map, scene),
        *faults_of_routes(pilot_map, scene),
        *faults_of_words(pilot_map, scene),
        *faults_of_painting(pilot_map, scene),
    )
    return tuple(dict.fromkeys(found))


def folded_defects(whole: Drawing, strips: Sequence[Drawing]) -> tuple[Defect, ...]:
    """Everything that is lost, cut or in another's way where a picture was folded into strips."""
    return tuple(dict.fromkeys(faults_of_folding(whole, strips)))


def measures(drawing: Drawing) -> Measures:
    """Crossings, bends, length of all flows, and the area of the picture."""
    scene = Scene(drawing)
    lines = scene.lines
    crossings = sum(
        lines[one].flow != lines[other].flow
        and cross_inside(lines[one].segment, lines[other].segment)
        for one, other in scene.near_lines.pairs()
    )
    return Measures(
        crossings=crossings,
        bends=sum(len(routes) - 1 for routes in scene.lines_of.values()),
        length=sum(line.segment.length for line in lines),
        area=drawing.width * drawing.height,
    )
