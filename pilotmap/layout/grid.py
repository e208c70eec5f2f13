"""The grid that flows run on: cells for steps, and channels between columns and between rows.

Lines are numbered by ordinals. Across: channel `v` (left of column `v`) is the even ordinal 2v, column
`c` the odd ordinal 2c + 1. Down: each lane opens and closes with a channel, and channels and rows
alternate, so a lane with k rows takes 2k + 1 ordinals and a lane border lies between two channels.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from pilotmap.layout.net import Net


@dataclass(slots=True)
class Grid:
    """Who stands where: `x` and `y` are ordinals by node, `lane_top` the first ordinal by lane."""

    columns: int
    lane_rows: list[int]
    lane_top: list[int]
    height: int
    x: list[int]
    y: list[int]
    in_row: list[list[int]] = field(default_factory=list)
    in_column: list[list[int]] = field(default_factory=list)

    @property
    def width(self) -> int:
        """The number of ordinals across."""
        return 2 * self.columns + 1

    def row_is_free(self, y: int, low: int, high: int) -> bool:
        """Whether no step stands in the row strictly between two ordinals."""
        line = self.in_row[y]
        return bisect_right(line, low) >= bisect_left(line, high)

    def column_is_free(self, x: int, low: int, high: int) -> bool:
        """Whether no step stands in the column strictly between two ordinals."""
        line = self.in_column[x]
        return bisect_right(line, low) >= bisect_left(line, high)

    def is_cell_free(self, x: int, y: int) -> bool:
        """Whether no step stands in the cell."""
        line = self.in_row[y]
        at = bisect_left(line, x)
        return at == len(line) or line[at] != x

    def lane_of(self, y: int) -> int:
        """The lane of a row or of a channel between rows."""
        return bisect_right(self.lane_top, y) - 1


def grid_of(net: Net, column: list[int], row: list[int]) -> Grid:
    """The grid of placed nodes; a lane without steps has one empty row."""
    lane_rows = [1] * net.lane_count
    for node in range(net.size):
        lane_rows[net.lane[node]] = max(lane_rows[net.lane[node]], row[node] + 1)
    lane_top: list[int] = []
    top = 0
    for rows in lane_rows:
        lane_top.append(top)
        top += 2 * rows + 1
    columns = max(column, default=-1) + 1
    grid = Grid(
        columns=columns,
        lane_rows=lane_rows,
        lane_top=lane_top,
        height=top,
        x=[2 * place + 1 for place in column],
        y=[lane_top[net.lane[node]] + 2 * row[node] + 1 for node in range(net.size)],
        in_row=[[] for _ in range(top)],
        in_column=[[] for _ in range(2 * columns + 1)],
    )
    for x, y in sorted(zip(grid.x, grid.y, strict=True)):
        grid.in_row[y].append(x)
        grid.in_column[x].append(y)
    return grid
