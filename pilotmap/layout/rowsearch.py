"""Better rows: chains move to other rows of their lane where that spares crossings.

A local search on a crossing model, after the packing in `rows.py`: each flow is taken for one
level leg, in the row of its source (of its target, out of a decision), and one upright leg beside
its target (under its source, out of a decision). A chain moves where its flows then cross fewer
legs, by a margin, so that small edits do not make it jump; and a decision's ways on leave it above,
below and to the right, so that two of them to one side cost. Main path, pinned steps and those
appended last stay.
"""

from dataclasses import dataclass

from pilotmap.layout.net import Net

CROSSING = 1.0
DISTANCE = 0.05
CORNER = 1.5
MARGIN = 0.4
NEW_ROW = 0.55


@dataclass(slots=True)
class _Leg:
    """A flow in the model: columns of its level leg, x of its upright leg, its ends, its host."""

    low: int
    high: int
    x: int
    source: int
    target: int
    host: int


class RowSearch:
    """The model: how often each grid point is covered by level legs and passed by upright ones.

    Each lane has one row to spare above and one below those in use.
    """

    def __init__(self, net: Net, column: list[int], row: list[int | None]) -> None:
        self._net = net
        self._row = row
        self._first, self._start = _extents(net, row)
        lanes = [start - first for start, first in zip(self._start, self._first, strict=False)]
        self._lane_top = [lanes[lane] for lane in net.lane]
        height, width = self._start[-1], 2 * max(column, default=0) + 3
        self._cover = [[0] * width for _ in range(height)]
        self._passed = [[0] * width for _ in range(height)]
        self._legs: dict[int, _Leg] = {}
        for flow, (source, target) in enumerate(zip(net.source, net.target, strict=True)):
            if row[source] is not None and row[target] is not None:
                leg = _leg(net, column, source, target)
                self._legs[flow] = leg
                self._count(leg, 1)

    def rows_of(self, node: int) -> range:
        """The rows that the node's lane has, with the spare ones."""
        lane = self._net.lane[node]
        first = self._first[lane]
        return range(first, first + self._start[lane + 1] - self._start[lane])

    def best_row(self, chain: list[int], free: list[int], new: set[int]) -> int:
        """The row among free ones, or its own, where a chain crosses least; `new` ones cost."""
        net = self._net
        flows = {flow for node in chain for flow in (*net.outs[node], *net.ins[node])}
        legs = [self._legs[flow] for flow in sorted(flows) if flow in self._legs]
        forks = {leg.source for leg in legs if len(net.outs[leg.source]) > 1}
        own = self._row[chain[0]] or 0
        for leg in legs:
            self._count(leg, -1)
        best, best_cost = own, self._cost(legs) + self._at_corners(forks) - MARGIN
        for place in free if best_cost > 0 else ():
            self._move(chain, place)
            cost = self._cost(legs) + self._at_corners(forks) + NEW_ROW * (place in new)
            if cost < best_cost:
                best, best_cost = place, cost
        self._move(chain, best)
        for leg in legs:
            self._count(leg, 1)
        return best

    def _move(self, chain: list[int], place: int) -> None:
        for node in chain:
            self._row[node] = place

    def _y(self, node: int) -> int:
        return self._lane_top[node] + (self._row[node] or 0)

    def _cost(self, legs: list[_Leg]) -> float:
        cost = 0.0
        for leg in legs:
            y1, y2 = self._y(leg.source), self._y(leg.target)
            if y1 > y2:
                y1, y2 = y2, y1
            x = leg.x
            crossings = sum(self._passed[self._y(leg.host)][leg.low : leg.high])
            for cover in self._cover[y1 + 1 : y2]:
                crossings += cover[x]
            cost += DISTANCE * (y2 - y1) + CROSSING * crossings
        return cost

    def _at_corners(self, forks: set[int]) -> float:
        """What it costs that ways out of one node must share a corner, or go around it."""
        too_many = 0
        for node in forks:
            sides = [0, 0, 0]
            for flow in self._net.forward_outs(node):
                if flow in self._legs:
                    ahead = self._y(self._net.target[flow]) - self._y(node)
                    sides[0 if ahead < 0 else 1 if ahead == 0 else 2] += 1
            more = sum(count - 1 for count in sides if count)
            too_many += max(0, more - (sides[1] == 0))
        return CORNER * too_many

    def _count(self, leg: _Leg, by: int) -> None:
        y1, y2 = self._y(leg.source), self._y(leg.target)
        cover = self._cover[self._y(leg.host)]
        for x in range(leg.low, leg.high):
            cover[x] += by
        for y in range(min(y1, y2) + 1, max(y1, y2)):
            self._passed[y][leg.x] += by


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
    return _Leg(low, high, x, source, target, target if splits else source)
