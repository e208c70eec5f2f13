"""Routing: each flow takes the cheapest shape that is free, one flow after the other.

Runs along rows and columns get a slot at once, so no two of them lie on each other; runs in channels
get their tracks later (`tracks.py`), where there is always room for one more. So what is routed is
free of overlaps by construction. Costs: a bend 1, a crossing 1.6, length a little.
"""

import itertools
from collections import defaultdict
from typing import NamedTuple

from pilotmap.layout.grid import Grid
from pilotmap.layout.net import Net
from pilotmap.layout.runs import Docks, Run
from pilotmap.layout.shapes import Part, Shape, shapes

CROSSING = 1.6
LENGTH = 0.04
SHARED = 0.7
OFF_MIDDLE = {"R": 0.25, "C": 0.8}


class _Fit(NamedTuple):
    """How a shape can be had: its extra cost, a slot by part, and orders wanted in channels."""

    cost: float
    slots: list[int]
    further: dict[int, list[Run]]
    nearer: dict[int, list[Run]]


class Router:
    """Keeps what is taken while flows are routed; `ways` are the finished runs by flow."""

    def __init__(self, net: Net, grid: Grid, docks: list[Docks], labelled: list[bool]) -> None:
        self.net = net
        self.labelled = labelled
        self.grid = grid
        self.docks = docks
        self.ways: list[list[Run]] = [[] for _ in net.source]
        self.on_line: dict[tuple[str, int], list[Run]] = defaultdict(list)
        self._level = [[0] * grid.height for _ in range(grid.width)]
        self._upright = [[0] * grid.width for _ in range(grid.height)]

    def route(self, flow: int) -> None:
        """Find the way of one flow and take it."""
        source, target = self.net.source[flow], self.net.target[flow]
        best: tuple[float, Shape, _Fit] | None = None
        for shape in shapes(self.grid, source, target, self.net.back[flow]):
            cost = self._cost(flow, shape)
            if best is not None and cost >= best[0]:
                continue
            cost += CROSSING * self._crossings(shape)
            if best is not None and cost >= best[0]:
                continue
            fit = self._fit(flow, shape)
            if fit is not None and (best is None or cost + fit.cost < best[0]):
                best = (cost + fit.cost, shape, fit)
        if best is None:
            raise AssertionError("the way around is always free")
        self._take(flow, best[1], best[2])

    def release(self, flow: int) -> None:
        """Give back what a flow has taken."""
        for run in self.ways[flow]:
            self.on_line[run.kind, run.line].remove(run)
            self._count(run, -1)
            for other in self.on_line[run.kind, run.line]:
                if run in other.left_of:
                    other.left_of.remove(run)
        self.ways[flow] = []

    def _cost(self, flow: int, shape: Shape) -> float:
        length = sum(abs(end - start) for _, _, start, end in shape)
        cost = len(shape) - 1 + LENGTH * length
        source, target = self.net.source[flow], self.net.target[flow]
        if shape[-1][0] == "C" and len(self.net.outs[target]) > 1 and len(shape) > 1:
            cost += 0.8
        if self.net.kinds[source] == "decision" and shape[0][0] == "R":
            cost += 0.3 * (len(shape) > 1)
        return cost

    def _crossings(self, shape: Shape) -> int:
        count = 0
        for kind, line, start, end in shape:
            low, high = (start, end) if start < end else (end, start)
            passed = self._upright[line] if kind in "RH" else self._level[line]
            count += sum(passed[low + 1 : high])
        return count

    def _fit(self, flow: int, shape: Shape) -> _Fit | None:
        fit = _Fit(0.0, [], {}, {})
        cost = 0.0
        last = len(shape) - 1
        for place, part in enumerate(shape):
            slot = 0
            if part[0] in "RC":
                stub = place == last or shape[place + 1][0] != "V"
                found = self._slot(flow, part, place, place == 0, place == last, stub, fit)
                if found is None:
                    return None
                slot, extra = found
                cost += extra
            fit.slots.append(slot)
        return fit._replace(cost=cost) if self._has_no_knot(fit) else None

    def _slot(
        self,
        flow: int,
        part: Part,
        place: int,
        leaves: bool,
        enters: bool,
        stub: bool,
        fit: _Fit,
    ) -> tuple[int, float] | None:
        kind, line, start, end = part
        choices: tuple[int, ...] = ()
        if leaves:
            docks = self.docks[self.net.source[flow]]
            if kind == "R":
                choices = docks.right if end > start else docks.left
            else:
                choices = docks.bottom if end > start else docks.top
        if enters:
            docks = self.docks[self.net.target[flow]]
            if kind == "R":
                ways_in = docks.left if end > start else docks.right
            else:
                ways_in = docks.top if end > start else docks.bottom
            choices = tuple(s for s in choices if s in ways_in) if leaves else ways_in
        taken = self.on_line.get((kind, line), [])
        if taken:
            if kind == "C" and not self._has_room_for_words(flow, part, leaves, enters, taken):
                return None
            if kind == "R" and leaves:
                choices = self._beside_words(flow, choices, stub, taken)
        best: tuple[int, float] | None = None
        for slot in choices:
            cost = OFF_MIDDLE[kind] * abs(slot)
            if best is not None and cost >= best[1]:
                continue
            further: list[Run] = []
            nearer: list[Run] = []
            extra = self._clashes(flow, part, slot, leaves, enters, taken, further, nearer)
            if extra is None:
                continue
            if best is None or cost + extra < best[1]:
                best = (slot, cost + extra)
                self._note_orders(fit, place, leaves, further, nearer)
        return best

    def _has_room_for_words(
        self, flow: int, part: Part, leaves: bool, enters: bool, taken: list[Run]
    ) -> bool:
        """Whether no label at an upright way out would be in another's way: it has its side alone."""
        down = part[3] > part[2]
        source = self.net.source[flow] if leaves else -2
        target = self.net.target[flow] if enters else -2
        for run in taken:
            run_down = run.b > run.a
            if run.source == source and run_down == down:
                if self.labelled[flow] or self.labelled[run.flow]:
                    return False
            elif run.target == source and run_down != down and self.labelled[flow]:
                return False
            elif run.source == target and run_down != down and self.labelled[run.flow]:
                return False
        return True

    def _beside_words(
        self, flow: int, choices: tuple[int, ...], stub: bool, taken: list[Run]
    ) -> tuple[int, ...]:
        """The slots out of a box where no line runs through a label that stands on another line."""
        source = self.net.source[flow]
        low, high = -99, 99
        for run in taken:
            if run.source != source:
                continue
            if self.labelled[run.flow] and (run.after is None or run.after.kind != "V"):
                low = max(low, run.slot)
            high = min(high, run.slot)
        if not (self.labelled[flow] and stub):
            high = 99
        return tuple(slot for slot in choices if low <= slot <= high)

    @staticmethod
    def _note_orders(
        fit: _Fit, place: int, leaves: bool, further: list[Run], nearer: list[Run]
    ) -> None:
        joint = place + 1 if leaves else place - 1
        key = joint * 2 + leaves
        fit.further[key] = further
        fit.nearer[key] = nearer

    def _clashes(
        self,
        flow: int,
        part: Part,
        slot: int,
        leaves: bool,
        enters: bool,
        taken: list[Run],
        further: list[Run],
        nearer: list[Run],
    ) -> float | None:
        """The cost of lying in a slot beside the runs there; None where that cannot be."""
        _, _, start, end = part
        low, high = (start, end) if start < end else (end, start)
        kind = part[0]
        cost = 0.0
        for run in taken:
            if run.slot != slot or run.low > high or run.high < low:
                continue
            touching = high if run.low == high else low if run.high == low else -1
            if touching >= 0 and run.docks_at(touching):
                continue
            if kind == "C":
                return None
            joint = run.neighbour_at(touching) if touching >= 0 else None
            if touching >= 0 and touching % 2 == 0 and joint is not None:
                (further if touching == high else nearer).append(joint)
                continue
            short = high - low == 1 or run.high - run.low == 1
            same_start = leaves and run.source == self.net.source[flow]
            same_end = enters and run.target == self.net.target[flow]
            if not short or not (same_start or same_end):
                return None
            cost += SHARED
        return cost

    def _has_no_knot(self, fit: _Fit) -> bool:
        """Whether the orders wanted in channels can be had together."""
        for joint in {key // 2 for key in fit.further}:
            keys = (joint * 2, joint * 2 + 1)
            further = [run for key in keys for run in fit.further.get(key, ())]
            nearer = {id(run) for key in keys for run in fit.nearer.get(key, ())}
            if further and nearer and _reaches(further, nearer):
                return False
        return True

    def _take(self, flow: int, shape: Shape, fit: _Fit) -> None:
        runs = [
            Run(flow, kind, line, start, end, slot)
            for (kind, line, start, end), slot in zip(shape, fit.slots, strict=True)
        ]
        runs[0].source = self.net.source[flow]
        runs[-1].target = self.net.target[flow]
        for one, two in itertools.pairwise(runs):
            one.after, two.before = two, one
        for key, further in fit.further.items():
            if further or fit.nearer[key]:
                joint = runs[key // 2]
                joint.left_of.extend(further)
                for other in fit.nearer[key]:
                    other.left_of.append(joint)
        for run in runs:
            self.on_line[run.kind, run.line].append(run)
            self._count(run, 1)
        self.ways[flow] = runs

    def _count(self, run: Run, by: int) -> None:
        if run.is_level:
            for x in range(run.low + 1, run.high):
                self._level[x][run.line] += by
        else:
            for y in range(run.low + 1, run.high):
                self._upright[y][run.line] += by


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
    """Route every flow: the main path first, then short ones, those that go back last."""
    router = Router(net, grid, docks, labelled)
    after = dict(itertools.pairwise(main))
    flows = range(len(net.source))

    def turn(flow: int) -> tuple[bool, bool, int, int]:
        source, target = net.source[flow], net.target[flow]
        span = abs(grid.x[source] - grid.x[target]) + abs(grid.y[source] - grid.y[target])
        return net.back[flow], after.get(source) != target, span, flow

    for flow in sorted(flows, key=turn):
        router.route(flow)
    return router
