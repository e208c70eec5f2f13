"""Routing: each flow takes the cheapest shape that is free, one flow after the other.

Runs along rows and columns get a slot at once, so no two of them lie on each other; runs in
channels get their tracks later (`tracks.py`), where there is always room for one more. So what is
routed is free of overlaps by construction. What ways cost is said in `route_search.py`.
"""

from collections.abc import Iterator
from itertools import pairwise

from pilotmap.layout.docking import Dock
from pilotmap.layout.grid import Grid
from pilotmap.layout.net import Net
from pilotmap.layout.route_search import Fit, RouteSearch
from pilotmap.layout.runs import Docks, Run
from pilotmap.layout.shapes import straight
from pilotmap.layout.slots import Slots
from pilotmap.layout.taken import Taken

LOOKED_AT_TWICE = 400


class Router:
    """Keeps what is taken while flows are routed; `routes` are the finished runs by flow."""

    def __init__(self, net: Net, grid: Grid, docks: list[Docks], labelled: list[bool]) -> None:
        self.net = net
        self.grid = grid
        self.routes: list[list[Run]] = [[] for _ in net.source]
        self.taken = Taken(grid)
        self._slots = Slots(net, docks, labelled)

    @property
    def crowded(self) -> set[int]:
        """The nodes whose flows share a stub."""
        return self._slots.crowded

    def route(self, flow: int) -> None:
        """Find the cheapest way of one flow and take it."""
        if self._take_straight(flow):
            return
        best = RouteSearch(self.net, self.grid, self.taken, self._slots, flow).cheapest()
        if best is None:
            self._crowd(flow)
        else:
            self._take(flow, best)

    def _take_straight(self, flow: int) -> bool:
        """Take the straight way in the middle of an empty gap that nothing crosses, if there is."""
        source, target = self.net.source[flow], self.net.target[flow]
        shape = straight(self.grid, source, target, self.net.back[flow])
        if shape is None:
            return False
        kind, line, start, end = shape[0]
        gaps = self.grid.across if kind == "R" else self.grid.down
        gap = gaps.beside(source, end > start)
        if self.taken.in_gap[gap] or not self._slots.has_middle(source, target, kind, end > start):
            return False
        run = Run(flow, kind, line, start, end)
        if self.taken.count_crossed([run]):
            return False
        run.gap, run.turn_at, run.source, run.target = gap, end, source, target
        self.taken.add(run)
        self.routes[flow] = [run]
        return True

    def _crowd(self, flow: int) -> None:
        """Let the flows out of a box share a stub: no corner is left for one of them."""
        source = self.net.source[flow]
        if source in self.crowded:
            raise AssertionError("the way around is always free")
        self.crowded.add(source)
        again = [other for other in self.net.outs[source] if self.routes[other]]
        for other in again:
            self.release(other)
        for other in [*again, flow]:
            self.route(other)

    def release(self, flow: int) -> None:
        """Give back what a flow has taken."""
        for run in self.routes[flow]:
            self.taken.remove(run)
        self.routes[flow] = []

    def may_do_better(self, flow: int) -> bool:
        """Whether a flow passes others so often that another way may be cheaper.

        Any other way than a straight one has two bends at least, which cost more than a crossing.
        """
        crossings = self.taken.count_crossed(self.routes[flow])
        return crossings > (len(self.routes[flow]) == 1)

    def _take(self, flow: int, fit: Fit) -> None:
        runs = [Run(flow, kind, line, start, end) for kind, line, start, end in fit.shape]
        for one, two in pairwise(runs):
            one.after, two.before = two, one
        first, last = runs[0], runs[-1]
        first.source, last.target = self.net.source[flow], self.net.target[flow]
        _dock(first, fit.ends.first, first.after)
        if fit.ends.last is not None:
            _dock(last, fit.ends.last, last.before)
        for run in runs:
            self.taken.add(run)
        self.routes[flow] = runs


def _dock(run: Run, dock: Dock, joint: Run | None) -> None:
    """Put the end of a way into its slot, and its joint into its order in the channel."""
    run.gap, run.slot, run.turn, run.turn_at = dock.gap, dock.found.slot, dock.turn, dock.turn_at
    order = dock.found.order
    if order is not None and joint is not None:
        joint.left_of.extend(order.further)
        for other in order.nearer:
            other.left_of.append(joint)


def route_all(
    net: Net, grid: Grid, docks: list[Docks], labelled: list[bool], main: list[int]
) -> Router:
    """Route every flow, then look once more at each that crosses others, unless there are many.

    By then it is known what is in its way.
    """
    router = Router(net, grid, docks, labelled)
    order = _order(net, grid, main)
    for flow in order:
        router.route(flow)
    if len(order) <= LOOKED_AT_TWICE:
        for flow in order:
            if router.may_do_better(flow):
                router.release(flow)
                router.route(flow)
    return router


_Turn = tuple[bool, bool, bool, int, int, int]


def _order(net: Net, grid: Grid, main: list[int]) -> list[int]:
    """Straight flows first, then the main path, then short ones; those that go back come last.

    Of the ways out of one node to one side the one that goes furthest up or down comes first: it
    takes the corner there, and the others pass beside it without a crossing.
    """
    after = dict(pairwise(main))
    turns: list[_Turn] = []
    for flow, (source, target) in enumerate(zip(net.source, net.target, strict=True)):
        span = abs(grid.x[source] - grid.x[target]) + abs(grid.y[source] - grid.y[target])
        bent = not _is_straight(grid, source, target)
        turns.append((net.back[flow], bent, after.get(source) != target, span, flow, 0))
    fanned = turns[:]
    for outs in net.outs:
        for fan in _fans(net, grid, outs, turns) if len(outs) > 1 else ():
            first = min(turns[flow] for flow in fan)
            for place, flow in enumerate(fan):
                fanned[flow] = (*first[:5], place)
    return sorted(range(len(fanned)), key=fanned.__getitem__)


def _fans(net: Net, grid: Grid, outs: list[int], turns: list[_Turn]) -> Iterator[list[int]]:
    """The bent ways on from a node that go down, then those that go up, the furthest first."""
    y = grid.y[net.source[outs[0]]]
    bent = [flow for flow in outs if turns[flow][1] and not turns[flow][0]]
    for sign in (1, -1):
        fan = [flow for flow in bent if (grid.y[net.target[flow]] - y) * sign > 0]
        if len(fan) > 1:
            yield sorted(fan, key=lambda flow: -abs(grid.y[net.target[flow]] - y))


def _is_straight(grid: Grid, source: int, target: int) -> bool:
    if grid.y[source] == grid.y[target]:
        return grid.across.after[source] == grid.x[target]
    if grid.x[source] == grid.x[target]:
        return grid.y[target] in (grid.down.before[source], grid.down.after[source])
    return False
