"""From ordinals to points: where the lines of the grid came to lie.

Channels are as wide as their tracks, with room for H-marks and labels in them, and rows as high as
what stands in them, so nothing that was free of overlaps on the grid can overlap on paper.
"""

from dataclasses import dataclass

from pilotmap.layout.across import place_across
from pilotmap.layout.down import place_down
from pilotmap.layout.parts import Parts


@dataclass(frozen=True, slots=True)
class Places:
    """Middles of columns (`x`) and rows (`y`) by ordinal; `lane_y`: tops of lanes.

    `half` is half of each column's width. `border_y` gives the y of a lane border by the first
    ordinal of the lane below it.
    """

    x: list[float]
    half: list[float]
    y: list[float]
    lane_y: list[float]
    border_y: dict[int, float]
    width: float
    height: float


def place(parts: Parts, left: float) -> Places:
    """Find all coordinates and set `at` of every run; `left` is where the lanes' heads end."""
    across = place_across(parts, left)
    y, lane_y, height = place_down(parts)
    borders = dict(zip(parts.grid.lane_top, lane_y, strict=True))
    return Places(across.x, across.half, y, lane_y, borders, across.width, height)
