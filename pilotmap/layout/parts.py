"""What takes room on the grid, and the distances that all rooms keep, in points."""

from dataclasses import dataclass

from pilotmap.layout.content import Content
from pilotmap.layout.grid import Grid
from pilotmap.layout.labels import Label, Mark
from pilotmap.layout.runs import Run

HEAD_WIDTH = 128.0
TRACK = 12.0  # between lines in a channel
BESIDE = 8.0  # between an upright line and its label


@dataclass(frozen=True, slots=True)
class Parts:
    """All that takes room: contents by node, runs by channel, labels and H-marks by flow.

    `head_heights` are the least heights of the lanes, for the words in their heads.
    """

    grid: Grid
    contents: list[Content]
    channels: dict[tuple[str, int], list[Run]]
    head_heights: list[float]
    labels: list[Label | None]
    marks: list[Mark | None]
