"""What routed flows have taken of the grid.

Runs by gap and by channel, and how often each point of the grid is passed, so that crossings can
be counted before a way is taken.
"""

from pilotmap.layout.grid import Grid
from pilotmap.layout.runs import Run
from pilotmap.layout.shapes import Shape

AT_END = 0.2


class Taken:
    """Runs in gaps by number, in channels by kind and line; passes of grid points by direction.

    `level[x][y]` and `upright[y][x]` hold how many level, or upright, runs pass a point.
    """

    def __init__(self, grid: Grid) -> None:
        self.in_gap: list[list[Run]] = [[] for _ in range(grid.gap_count)]
        self.in_channel: dict[tuple[str, int], list[Run]] = {}
        self.level = [[0] * grid.height for _ in range(grid.width)]
        self.upright = [[0] * grid.width for _ in range(grid.height)]

    def add(self, run: Run) -> None:
        """Take a run's place."""
        if run.gap >= 0:
            self.in_gap[run.gap].append(run)
        else:
            self.in_channel.setdefault((run.kind, run.line), []).append(run)
        if run.high > run.low + 1:
            self._count(run, 1)

    def remove(self, run: Run) -> None:
        """Give a run's place back."""
        line = self.in_gap[run.gap] if run.gap >= 0 else self.in_channel[run.kind, run.line]
        line.remove(run)
        for other in line:
            if run in other.left_of:
                other.left_of.remove(run)
        self._count(run, -1)

    def crossings(self, shape: Shape) -> float:
        """How many runs a shape would pass; one in a channel where it bends counts a little."""
        count = at_ends = 0
        for kind, line, start, end in shape:
            passed = self.upright[line] if kind == "R" or kind == "H" else self.level[line]
            if not end & 1:
                at_ends += passed[end]
            if not start & 1:
                at_ends += passed[start]
            if start > end:
                start, end = end, start
            if end - start > 1:
                count += sum(passed[start + 1 : end])
        return count + AT_END * at_ends

    def count_crossed(self, route: list[Run]) -> int:
        """How many others a way passes, counted by points of the grid."""
        count = 0
        for run in route:
            passed = self.upright[run.line] if run.is_level else self.level[run.line]
            count += sum(passed[run.low + 1 : run.high])
        return count

    def _count(self, run: Run, by: int) -> None:
        line = run.line
        passes = self.level if run.is_level else self.upright
        for point in range(run.low + 1, run.high):
            passes[point][line] += by
