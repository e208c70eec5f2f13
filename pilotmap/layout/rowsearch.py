"""Better rows: chains move to other rows of their lane where that spares crossings.

A local search on a crossing model, after the packing in `rows.py`: each flow is taken for one
level leg, in the row of its source (of its target, out of a decision), and one upright leg beside
its target (under its source, out of a decision). A chain moves where its flows then cross fewer
legs, by a margin, so that small edits do not make it jump; and a decision's ways on leave it above,
below and to the right, so that two of them to one side cost. Main path, pinned steps and those
appended last stay.
"""

from collections.abc import Callable, Container

from pilotmap.layout.net import Net

CROSSING = 1.0
DISTANCE = 0.05
CORNER = 1.5
MARGIN = 0.4
NEW_ROW = 0.55

_Leg = tuple[int, int, int, int, int, int]
"""A flow in the model: columns of its level leg, x of its upright leg, its ends, its host."""


class RowSearch:
    """The model: how often each grid point is covered by level legs and passed by upright ones.

    Each lane has one row to spare above and one below those in use. `_y` counts the rows of all
    lanes; `_cover[x][y]` and `_passed[y][x]` hold the legs.
    """

    def __init__(self, net: Net, column: list[int], row: list[int | None]) -> None:
        self._net = net
        self._row = row
        self._first, self._start = _extents(net, row)
        lanes = [start - first for start, first in zip(self._start, self._first, strict=False)]
        self._top = [lanes[lane] for lane in net.lane]
        self._y = [top + (place or 0) for top, place in zip(self._top, row, strict=True)]
        height, width = self._start[-1], 2 * max(column, default=0) + 3
        self._cover = [[0] * height for _ in range(width)]
        self._passed = [[0] * width for _ in range(height)]
        self._legs: dict[int, _Leg] = {}
        for flow, (source, target) in enumerate(zip(net.source, net.target, strict=True)):
            if row[source] is not None and row[target] is not None:
                self._legs[flow] = _leg(net, column, source, target)
        self._count(list(self._legs.values()), 1)

    def _rows_of(self, node: int) -> range:
        """The rows that the node's lane has, with the spare ones."""
        lane = self._net.lane[node]
        first = self._first[lane]
        return range(first, first + self._start[lane + 1] - self._start[lane])

    def best_row(
        self, chain: list[int], is_free: Callable[[int], bool], in_use: Container[int]
    ) -> int:
        """The row among free ones, or its own, where a chain crosses least; new ones cost."""
        net, legs = self._net, self._legs
        flows = {flow for node in chain for flow in (*net.outs[node], *net.ins[node])}
        mine = [legs[flow] for flow in sorted(flows) if flow in legs]
        forks = self._forks(mine)
        own = self._row[chain[0]] or 0
        at_corners = self._at_corners(forks)
        if self._cost(mine) + at_corners <= MARGIN:
            return own
        self._count(mine, -1)
        best, best_cost = own, self._cost(mine) + at_corners - MARGIN
        for place in filter(is_free, self._rows_of(chain[0])) if best_cost > 0 else ():
            self._move(chain, place)
            cost = self._cost(mine) + NEW_ROW * (place not in in_use)
            if cost < best_cost:
                cost += self._at_corners(forks)
                if cost < best_cost:
                    best, best_cost = place, cost
        self._move(chain, best)
        for node in chain:
            self._row[node] = best
        self._count(mine, 1)
        return best

    def _move(self, chain: list[int], place: int) -> None:
        y = self._top[chain[0]] + place
        for node in chain:
            self._y[node] = y

    def _cost(self, legs: list[_Leg]) -> float:
        y, cover, passed = self._y, self._cover, self._passed
        far = crossings = 0
        for low, high, x, source, target, host in legs:
            y1, y2 = y[source], y[target]
            if y1 > y2:
                y1, y2 = y2, y1
            crossings += sum(passed[y[host]][low:high])
            if y2 > y1 + 1:
                crossings += sum(cover[x][y1 + 1 : y2])
            far += y2 - y1
        return DISTANCE * far + CROSSING * crossings

    def _forks(self, legs: list[_Leg]) -> list[tuple[int, list[int]]]:
        """The nodes that several of the flows may leave, with where their ways on lead."""
        net = self._net
        return [
            (node, [net.target[flow] for flow in net.forward_outs[node] if flow in self._legs])
            for node in {leg[3]: None for leg in legs}
            if len(net.outs[node]) > 1
        ]

    def _at_corners(self, forks: list[tuple[int, list[int]]]) -> float:
        """What it costs that ways out of one node must share a corner, or go around it."""
        too_many = 0
        for node, targets in forks:
            y = self._y[node]
            above = level = below = 0
            for target in targets:
                ahead = self._y[target] - y
                if ahead < 0:
                    above += 1
                elif ahead:
                    below += 1
                else:
                    level += 1
            more = max(0, above - 1) + max(0, level - 1) + max(0, below - 1)
            too_many += max(0, more - (level == 0))
        return CORNER * too_many

    def _count(self, legs: list[_Leg], by: int) -> None:
        ys, covers, passes = self._y, self._cover, self._passed
        for low, high, x, source, target, host in legs:
            y1, y2, y = ys[source], ys[target], ys[host]
            for cover in covers[low:high]:
                cover[y] += by
            for passed in passes[y1 + 1 : y2] if y1 < y2 else passes[y2 + 1 : y1]:
                passed[x] += by


def _extents(net: Net, row: list[int | None]) -> tuple[list[int], list[int]]:
    """By lane its first row, and where its rows begin among those of all lanes; their number."""
    first, last = [0] * net.lane_count, [0] * net.lane_count
    for node, place in enumerate(row):
        if place is not None:
            lane = net.lane[node]
            first[lane], last[lane] = min(first[lane], place), max(last[lane], place)
    start = [0]
    for low, high in zip(first, last, strict=True):
        start.append(start[-1] + high - low + 3)
    return [low - 1 for low in first], start


def _leg(net: Net, column: list[int], source: int, target: int) -> _Leg:
    splits = len(net.outs[source]) > 1
    x1, x2 = 2 * column[source] + 1, 2 * column[target] + 1
    low, high = (x1 + 1, x2) if x1 < x2 else (x2 + 1, x1)
    x = x1 if splits else x2 - 1
    return low, high, x, source, target, target if splits else source
