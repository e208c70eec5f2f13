"""Routing: each flow takes the cheapest shape that is free, one flow after the other.

Runs along rows and columns get a slot at once, so no two of them lie on each other; runs in
channels get their tracks later (`tracks.py`), where there is always room for one more. So what is
routed is free of overlaps by construction. Costs: a bend 1, a crossing 1.6, length a little.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from pilotmap.layout.grid import Grid
from pilotmap.layout.net import Net
from pilotmap.layout.runs import Docks, Run
from pilotmap.layout.shapes import Shape, shapes
from pilotmap.layout.slots import Found, Slots, Wish
from pilotmap.layout.taken import Taken

CROSSING = 1.6
LENGTH = 0.04
CORNER_TAKEN = 1.3
AT_END = 0.2
LOOKED_AT_TWICE = 400


class _Fit(NamedTuple):
    """How a shape can be had: its extra cost, and what was found by place of its part."""

    cost: float
    found: dict[int, Found]


class Router:
    """Keeps what is taken while flows are routed; `ways` are the finished runs by flow."""

    def __init__(self, net: Net, grid: Grid, docks: list[Docks], labelled: list[bool]) -> None:
        self.net = net
        self.grid = grid
        self.ways: list[list[Run]] = [[] for _ in net.source]
        self.taken = Taken(grid)
        self._labelled = labelled
        self._slots = Slots(net, docks, labelled)

    @property
    def crowded(self) -> set[int]:
        """The nodes whose flows share a stub."""
        return self._slots.crowded

    def route(self, flow: int) -> None:
        """Find the cheapest way of one flow and take it."""
        net, grid = self.net, self.grid
        source, target = net.source[flow], net.target[flow]
        least = abs(grid.x[source] - grid.x[target]) + abs(grid.y[source] - grid.y[target])
        best_cost = float("inf")
        best: tuple[Shape, _Fit] | None = None
        for shape in shapes(grid, source, target, net.back[flow]):
            bends = len(shape) - 1
            if bends + LENGTH * least >= best_cost:
                break
            cost = bends + self._extra(source, target, shape)
            if cost >= best_cost:
                continue
            cost += self._crossings(shape)
            if cost >= best_cost:
                continue
            fit = self._fit(flow, shape)
            if fit is not None and cost + fit.cost < best_cost:
                best_cost = cost + fit.cost
                best = (shape, fit)
        if best is None:
            self._crowd(source, flow)
        else:
            self._take(flow, *best)

    def _crowd(self, source: int, flow: int) -> None:
        """Let the flows out of a box share a stub: no corner is left for one of them."""
        if source in self.crowded:
            raise AssertionError("the way around is always free")
        self.crowded.add(source)
        again = [other for other in self.net.outs[source] if self.ways[other]]
        for other in again:
            self.release(other)
        for other in [*again, flow]:
            self.route(other)

    def release(self, flow: int) -> None:
        """Give back what a flow has taken."""
        for run in self.ways[flow]:
            self.taken.remove(run)
        self.ways[flow] = []

    def crosses(self, flow: int) -> bool:
        """Whether the way of a flow passes others, counted by points of the grid."""
        taken = self.taken
        for run in self.ways[flow]:
            passed = taken.upright[run.line] if run.is_level else taken.level[run.line]
            if any(passed[run.low + 1 : run.high]):
                return True
        return False

    def _extra(self, source: int, target: int, shape: Shape) -> float:
        """Length, and what a way does to the corners of decisions."""
        cost = 0.0
        for _, _, start, end in shape:
            cost += LENGTH * (end - start if end > start else start - end)
        if len(shape) > 1:
            if shape[-1][0] == "C" and len(self.net.outs[target]) > 1:
                cost += CORNER_TAKEN
            if shape[0][0] == "R" and self.net.kinds[source] == "decision":
                cost += 0.3
        return cost

    def _crossings(self, shape: Shape) -> float:
        count = at_ends = 0
        taken = self.taken
        for kind, line, start, end in shape:
            passed = taken.upright[line] if kind in "RH" else taken.level[line]
            count += sum(passed[start + 1 : end] if start < end else passed[end + 1 : start])
            if not end & 1:
                at_ends += passed[end]
            if not start & 1:
                at_ends += passed[start]
        return CROSSING * (count + AT_END * at_ends)

    def _fit(self, flow: int, shape: Shape) -> _Fit | None:
        found: dict[int, Found] = {}
        cost = 0.0
        last = len(shape) - 1
        for place in (0, last) if last else (0,):
            part = shape[place]
            joint = shape[1] if place == 0 and last else shape[place - 1]
            turn = 0 if not last else 1 if (joint[3] > joint[2]) == (place == 0) else -1
            has_stub_label = self._labelled[flow] and (last == 0 or joint[0] != "V")
            turn_at = part[3] if place == 0 else part[2]
            wish = Wish(flow, part, place == 0, place == last, turn, turn_at, has_stub_label)
            slot = self._slots.find(wish, self.taken.in_gap[self._gap(flow, shape, place)])
            if slot is None:
                return None
            found[place] = slot
            cost += slot.cost
        return _Fit(cost, found) if _has_no_knot(found, last) else None

    def _gap(self, flow: int, shape: Shape, place: int) -> int:
        kind, _, start, end = shape[place]
        gaps = self.grid.across if kind == "R" else self.grid.down
        if place == 0:
            node = self.net.source[flow]
            return gaps.gap_after[node] if end > start else gaps.gap_before[node]
        node = self.net.target[flow]
        return gaps.gap_before[node] if end > start else gaps.gap_after[node]

    def _take(self, flow: int, shape: Shape, fit: _Fit) -> None:
        runs = [Run(flow, kind, line, start, end) for kind, line, start, end in shape]
        for one, two in pairwise(runs):
            one.after, two.before = two, one
        runs[0].source = self.net.source[flow]
        runs[-1].target = self.net.target[flow]
        for place, found in fit.found.items():
            runs[place].slot, runs[place].turn = found.slot, found.turn
            runs[place].turn_at = runs[place].b if place == 0 else runs[place].a
            runs[place].gap = self._gap(flow, shape, place)
            if found.order.further or found.order.nearer:
                joint = runs[1] if place == 0 else runs[place - 1]
                joint.left_of.extend(found.order.further)
                for other in found.order.nearer:
                    other.left_of.append(joint)
        for run in runs:
            self.taken.add(run)
        self.ways[flow] = runs


def _has_no_knot(found: dict[int, Found], last: int) -> bool:
    """Whether the orders wanted in channels can be had together with those wanted before."""
    orders = [one.order for one in found.values()]
    if last == 2:
        further = [run for order in orders for run in order.further]
        nearer = {id(run) for order in orders for run in order.nearer}
        return not (further and nearer and _reaches(further, nearer))
    return not any(
        order.further
        and order.nearer
        and _reaches(order.further, {id(run) for run in order.nearer})
        for order in orders
    )


def _reaches(sources: list[Run], goals: set[int]) -> bool:
    seen: set[int] = set()
    waiting = list(sources)
    while waiting:
        run = waiting.pop()
        if id(run) in goals:
            return True
        if id(run) not in seen:
            seen.add(id(run))
            waiting.extend(run.left_of)
    return False


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
            if router.crosses(flow):
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
