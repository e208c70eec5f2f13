"""Ways around what is in the way: along a channel between rows, near by or at a lane's edge.

Channels at lanes' edges hold no boxes, so a flow that would cross many others can go there, to any
height. What every such way would cost is summed up front; from the cheapest on they are tried.
"""

from itertools import accumulate
from typing import NamedTuple

from pilotmap.layout.grid import Grid
from pilotmap.layout.taken import AT_END, Taken

CROSSING = 1.6
LENGTH = 0.04


class Around(NamedTuple):
    """A way along channel `h`, from the x `leave` to the x `enter`, as in `shapes.along`."""

    cost: float
    h: int
    leave: int
    enter: int


def ways_around(
    grid: Grid, taken: Taken, source: int, target: int, aside: float, corner: float, limit: float
) -> list[Around]:
    """All such ways that cost less than a limit, the cheapest first.

    `aside` is the price of leaving sideways, `corner` that of entering upright.
    """
    x1, y1, x2, y2 = grid.x[source], grid.y[source], grid.x[target], grid.y[target]
    heights = _heights(grid, source, target, limit)
    if not heights:
        return []
    free = grid.down.before[source], grid.down.after[source]
    starts = _ends(taken, x1, x1 + 1, y1, heights, free, 0.0, aside)
    free = grid.down.before[target], grid.down.after[target]
    ends = _ends(taken, x2, x2 - 1, y2, heights, free, corner, 0.0)
    found: list[Around] = []
    for h, leaves, enters in zip(heights, starts, ends, strict=True):
        passed = taken.upright[h]
        for start_cost, leave in leaves:
            for end_cost, enter in enters:
                low, high = (leave, enter) if leave < enter else (enter, leave)
                cost = 2 + start_cost + end_cost + LENGTH * (high - low)
                if cost < limit:
                    cost += CROSSING * sum(passed[low + 1 : high])
                    if cost < limit:
                        found.append(Around(cost, h, leave, enter))
    found.sort()
    return found


def _ends(
    taken: Taken,
    x: int,
    beside: int,
    y: int,
    heights: list[int],
    free: tuple[int, int],
    upright: float,
    aside: float,
) -> list[tuple[tuple[float, int], ...]]:
    """By height: what it costs between a box and the channel there, and by which x.

    Either straight up or down, where no box stands between, at the price `upright`; or by the
    channel between columns beside, at the price `aside` and one bend more.
    """
    above, below = free
    under, next_to = taken.level[x], taken.level[beside]
    under_sums, next_sums = [0, *accumulate(under)], [0, *accumulate(next_to)]
    turn = 1 + aside + LENGTH + CROSSING * AT_END * taken.upright[y][beside]
    found: list[tuple[tuple[float, int], ...]] = []
    for h in heights:
        if y < h:
            low, high, length = y + 1, h, LENGTH * (h - y)
        else:
            low, high, length = h + 1, y, LENGTH * (y - h)
        at_end = next_to[h] + taken.upright[h][beside]
        passed = next_sums[high] - next_sums[low] + AT_END * at_end
        by_side = (turn + length + CROSSING * passed, beside)
        if above < h < below:
            passed = under_sums[high] - under_sums[low] + AT_END * under[h]
            found.append(((upright + length + CROSSING * passed, x), by_side))
        else:
            found.append((by_side,))
    return found


def _heights(grid: Grid, source: int, target: int, limit: float) -> list[int]:
    """Channels that a way under the limit could take: those beside both rows, and lanes' edges."""
    y1, y2 = grid.y[source], grid.y[target]
    level = abs(grid.x[source] - grid.x[target])
    above1, below1 = grid.down.before[source], grid.down.after[source]
    above2, below2 = grid.down.before[target], grid.down.after[target]
    found: list[int] = []
    for h in dict.fromkeys((y1 + 1, y1 - 1, y2 + 1, y2 - 1, *grid.lane_edges)):
        far = level + (y1 - h if h < y1 else h - y1) + (y2 - h if h < y2 else h - y2)
        bends = 4 - (above1 < h < below1) - (above2 < h < below2)
        if bends + LENGTH * far < limit:
            found.append(h)
    return found
