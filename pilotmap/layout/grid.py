"""The grid that flows run on: cells for steps, and channels between columns and between rows.

Lines are numbered by ordinals. Across: channel `v` (left of column `v`) is the even ordinal 2v,
column `c` the odd ordinal 2c + 1. Down: each lane opens and closes with a channel, and channels and
rows alternate, so a lane with k rows takes 2k + 1 ordinals and a lane border lies between two
channels.
"""

from bisect import bisect_right
from dataclasses import dataclass, field

from pilotmap.layout.net import Net

EMPTY_KEPT = 3


@dataclass(slots=True)
class Gaps:
    """What lies beside each node on its line: the neighbours' ordinals, and the gaps' numbers.

    A gap is a stretch of free cells between two boxes of one row or column, or between a box and
    the edge. `before` and `after` hold by node the ordinal of the next box to that side (or the one
    beyond the edge), `gap_before` and `gap_after` the number of the gap there.
    """

    before: list[int]
    after: list[int]
    gap_before: list[int]
    gap_after: list[int]

    def beside(self, node: int, is_behind: bool) -> int:
        """The number of the gap behind a node in the order of the grid, or before it."""
        return self.gap_after[node] if is_behind else self.gap_before[node]


@dataclass(slots=True)
class Grid:
    """Who stands where: `x`, `y` are ordinals by node, `lane_top` the first ordinal by lane.

    `lane_edges` are channels along the borders of lanes, one at each.
    """

    width: int
    height: int
    lane_rows: list[int]
    lane_top: list[int]
    x: list[int]
    y: list[int]
    across: Gaps = field(default_factory=lambda: Gaps([], [], [], []))
    down: Gaps = field(default_factory=lambda: Gaps([], [], [], []))
    gap_count: int = 0
    lane_edges: list[int] = field(init=False)

    def __post_init__(self) -> None:
        lowest = (top + 2 * k for top, k in zip(self.lane_top, self.lane_rows, strict=True))
        self.lane_edges = [0, *lowest]

    def lane_of(self, y: int) -> int:
        """The lane of a row or of a channel between rows."""
        return bisect_right(self.lane_top, y) - 1


def grid_of(net: Net, column: list[int], row: list[int]) -> Grid:
    """The grid of placed nodes; a lane without steps has one empty row.

    Where pins leave more than three columns or rows empty in a row, the grid keeps three of them.
    """
    column = closed_up(column)
    row = _closed_up_in_lanes(net, row)
    lane_rows = [1] * net.lane_count
    for node in range(net.size):
        lane_rows[net.lane[node]] = max(lane_rows[net.lane[node]], row[node] + 1)
    lane_top: list[int] = []
    top = 0
    for rows in lane_rows:
        lane_top.append(top)
        top += 2 * rows + 1
    width = 2 * max(column, default=-1) + 3
    x = [2 * place + 1 for place in column]
    y = [lane_top[net.lane[node]] + 2 * row[node] + 1 for node in range(net.size)]
    across, count = _gaps(x, y, width, 0)
    down, count = _gaps(y, x, top, count)
    return Grid(width, top, lane_rows, lane_top, x, y, across, down, count)


def closed_up(places: list[int]) -> list[int]:
    """The same places without long stretches that nothing stands in."""
    new: dict[int, int] = {}
    last, at = -1, -1
    for place in sorted(set(places)):
        at += min(place - last, EMPTY_KEPT + 1)
        new[place] = at
        last = place
    return [new[place] for place in places]


def _closed_up_in_lanes(net: Net, row: list[int]) -> list[int]:
    if max(row, default=0) <= EMPTY_KEPT:
        return row
    by_lane: list[list[int]] = [[] for _ in range(net.lane_count)]
    for node in range(net.size):
        by_lane[net.lane[node]].append(node)
    closed = row[:]
    for nodes in by_lane:
        for node, place in zip(nodes, closed_up([row[node] for node in nodes]), strict=True):
            closed[node] = place
    return closed


def _gaps(along: list[int], line: list[int], end: int, number: int) -> tuple[Gaps, int]:
    """Neighbours along the lines, gaps numbered on from a number; the first number left free."""
    size = len(along)
    gaps = Gaps([-1] * size, [end] * size, [0] * size, [0] * size)
    last_line, last = -1, -1
    for at, place, node in sorted(zip(line, along, range(size), strict=True)):
        if at == last_line:
            gaps.before[node] = along[last]
            gaps.after[last] = place
        else:
            number += 1
        gaps.gap_before[node] = number
        number += 1
        gaps.gap_after[node] = number
        last_line, last = at, node
    return gaps, number + 1
