"""The cheapest way of one flow among what others have taken.

Costs: a bend 1, a crossing 1.6, length a little, and what docking away from the middle costs. The
shapes without a detour come first, then the ways around.
"""

from math import inf
from typing import NamedTuple

from pilotmap.layout.around import CROSSING, LENGTH, End, routes_around
from pilotmap.layout.docking import Docking, Ends
from pilotmap.layout.grid import Grid
from pilotmap.layout.net import Net
from pilotmap.layout.shapes import Shape, along, direct
from pilotmap.layout.slots import Slots
from pilotmap.layout.taken import Taken

CORNER_TAKEN = 1.3  # entering a node upright where it may need that corner for a way out
ASIDE = 0.3  # leaving a decision sideways


class Fit(NamedTuple):
    """A shape that can be had, how its ends dock, and what it costs."""

    cost: float
    shape: Shape
    ends: Ends


class RouteSearch:
    """Looks for ways from one place of the grid to another."""

    def __init__(self, net: Net, grid: Grid, taken: Taken, slots: Slots, flow: int) -> None:
        self._grid, self._taken = grid, taken
        source, target = net.source[flow], net.target[flow]
        self._source, self._target, self._back = source, target, net.back[flow]
        self._x1, self._y1, self._x2, self._y2 = (
            grid.x[source],
            grid.y[source],
            grid.x[target],
            grid.y[target],
        )
        self._far = LENGTH * (abs(self._x1 - self._x2) + abs(self._y1 - self._y2))
        self._aside = ASIDE if net.kinds[source] == "decision" else 0.0
        self._corner = CORNER_TAKEN if len(net.outs[target]) > 1 else 0.0
        self._docking = Docking(net, grid, taken, slots, flow)

    def cheapest(self) -> Fit | None:
        """The cheapest way, or None where the box has no corner left for it."""
        return self._around(self._direct())

    def _fit(self, shape: Shape, limit: float) -> Fit | None:
        """A shape without a detour, if it can be had for less than the limit."""
        cost = len(shape) - 1 + self._far
        if len(shape) > 1:
            cost += self._aside if shape[0][0] == "R" else 0.0
            cost += self._corner if shape[-1][0] == "C" else 0.0
        if cost >= limit:
            return None
        cost += CROSSING * self._taken.crossings(shape)
        if cost >= limit:
            return None
        ends = self._docking.ends(shape)
        if ends is None or cost + ends.cost >= limit:
            return None
        return Fit(cost + ends.cost, shape, ends)

    def _direct(self) -> Fit | None:
        """The cheapest way without a detour."""
        best: Fit | None = None
        limit = inf
        for shape in direct(self._grid, self._source, self._target, self._back):
            if len(shape) - 1 + self._far >= limit:
                break
            fit = self._fit(shape, limit)
            if fit is not None:
                best, limit = fit, fit.cost
        return best

    def _around(self, best: Fit | None) -> Fit | None:
        """The best way so far, or a cheaper one along a channel between rows."""
        limit = inf if best is None else best.cost
        x1, y1, x2, y2 = self._x1, self._y1, self._x2, self._y2
        if min(2 + self._corner, 3) + self._far >= limit:
            return best
        down, source, target = self._grid.down, self._source, self._target
        first = End(x1, x1 + 1, y1, down.before[source], down.after[source], self._aside, 0.0)
        last = End(x2, x2 - 1, y2, down.before[target], down.after[target], 0.0, self._corner)
        near = dict.fromkeys((y1 + 1, y1 - 1, y2 + 1, y2 - 1))
        for channels in (near, self._grid.lane_edges):
            for cost, h, leave, enter in routes_around(self._taken, first, last, channels, limit):
                if cost >= limit:
                    break
                shape = along(x1, y1, x2, y2, h, leave, enter)
                ends = self._docking.ends(shape)
                if ends is not None and cost + ends.cost < limit:
                    limit = cost + ends.cost
                    best = Fit(limit, shape, ends)
        return best
