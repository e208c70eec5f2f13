"""Docking: how the two ends of a shape lie in their gaps, and whether the shape can be had so.

Ends that meet in a channel ask for an order of tracks there (see `slots.py`); a shape whose orders
go against those already asked for cannot be had.
"""

from typing import NamedTuple

from pilotmap.layout.grid import Grid
from pilotmap.layout.net import Net
from pilotmap.layout.runs import Run
from pilotmap.layout.shapes import Part, Shape
from pilotmap.layout.slots import Found, Order, Slots, Wish
from pilotmap.layout.taken import Taken


class Dock(NamedTuple):
    """How one end lies: its gap, what was found there, to which side it turns, and where."""

    gap: int
    found: Found
    turn: int
    turn_at: int


class Ends(NamedTuple):
    """Both ends of a shape; a straight one has only the first."""

    first: Dock
    last: Dock | None
    cost: float


class Docking:
    """Finds how shapes of one flow dock; what was found for one shape serves the others."""

    def __init__(self, net: Net, grid: Grid, taken: Taken, slots: Slots, flow: int) -> None:
        self._grid, self._taken, self._slots = grid, taken, slots
        self._flow, self._source, self._target = flow, net.source[flow], net.target[flow]
        self._known: dict[tuple[Part, int, bool, bool], Dock | None] = {}

    def ends(self, shape: Shape) -> Ends | None:
        """How a shape's ends lie, at the least cost; None where it cannot be had."""
        if len(shape) == 1:
            first = self._dock(shape[0], 0, True, True, True)
            return first and Ends(first, None, first.found.cost)
        joint = shape[1]
        turn = 1 if joint[3] > joint[2] else -1
        first = self._dock(shape[0], turn, True, False, joint[0] != "V")
        if first is None:
            return None
        joint = shape[-2]
        turn = -1 if joint[3] > joint[2] else 1
        last = self._dock(shape[-1], turn, False, True, joint[0] != "V")
        if last is None:
            return None
        one, two = first.found.order, last.found.order
        if (one or two) and _is_knot(one, two, len(shape) == 3):
            return None
        return Ends(first, last, first.found.cost + last.found.cost)

    def _dock(
        self, part: Part, turn: int, leaves: bool, enters: bool, goes_on: bool
    ) -> Dock | None:
        key = (part, turn, leaves, goes_on)
        if key in self._known:
            return self._known[key]
        kind, _, start, end = part
        node, turn_at = (self._source, end) if leaves else (self._target, start)
        is_behind = (end > start) == leaves
        gaps = self._grid.across if kind == "R" else self._grid.down
        gap = gaps.beside(node, is_behind)
        taken = self._taken.in_gap[gap]
        if taken or (leaves and enters):
            wish = Wish(self._flow, part, leaves, enters, turn, turn_at, goes_on)
            found = self._slots.find(wish, taken)
        else:
            found = self._slots.first(node, kind, is_behind)
        dock = None if found is None else Dock(gap, found, turn, turn_at)
        self._known[key] = dock
        return dock


def _is_knot(one: Order | None, two: Order | None, share_channel: bool) -> bool:
    """Whether orders wanted in channels cannot be had together with those wanted before."""
    orders = [order for order in (one, two) if order is not None]
    if share_channel:
        further = [run for order in orders for run in order.further]
        nearer = {id(run) for order in orders for run in order.nearer}
        return bool(further and nearer) and _reaches(further, nearer)
    return any(
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
