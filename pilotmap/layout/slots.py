"""Slots: where in a gap a run along a row or column can lie, so that none lies on another.

A gap lies between two boxes of one row or column, so each run in it leaves the one or enters the
other. In one slot two runs may meet only where both leave, or both enter, the same box, and one
of them turns off at once (a shared stub), or where one ends in the channel in which the other
begins: then their tracks there must lie in that order, which `orders` collects.
"""

from typing import NamedTuple

from pilotmap.layout.net import Net
from pilotmap.layout.runs import Docks, Run
from pilotmap.layout.shapes import Part

OFF_MIDDLE = {"R": 0.25, "C": 0.8}
SHARED_IN = 0.7
SHARED_OUT = 2.2
TANGLED = 1.6


class Wish(NamedTuple):
    """A part that looks for a slot: its flow, which ends dock, and where it turns.

    `leaves` and `enters`: it starts or ends at a box. `turn` and `turn_at` as in `Run`; `goes_on`:
    it passes the channel beside its box, so its label must stand on it.
    """

    flow: int
    part: Part
    leaves: bool
    enters: bool
    turn: int
    turn_at: int
    goes_on: bool


class Order(NamedTuple):
    """Runs of a channel that must lie further on, and nearer, than the one that is wished for."""

    further: list[Run]
    nearer: list[Run]


class Found(NamedTuple):
    """A slot, what it costs, and the order it asks for in the channel where the part turns."""

    slot: int
    cost: float
    order: Order | None


MIDDLE = Found(0, 0.0, None)


class Slots:
    """Finds slots, given the boxes' docks and which flows bear labels.

    `crowded` are nodes with more ways out than their right side can tell apart: there the flows
    share a stub, and each label stands where its flow is alone again.
    """

    def __init__(self, net: Net, docks: list[Docks], labelled: list[bool]) -> None:
        self._source = net.source
        self._target = net.target
        self._docks = docks
        self._labelled = labelled
        self.crowded: set[int] = set()

    def has_middle(self, source: int, target: int, kind: str, ahead: bool) -> bool:
        """Whether a straight way can dock in the middle of both boxes."""
        start, end = self._docks[source], self._docks[target]
        if kind == "R":
            return 0 in start.right and 0 in end.left
        return 0 in (start.bottom if ahead else start.top) and 0 in (
            end.top if ahead else end.bottom
        )

    def first(self, node: int, kind: str, is_behind: bool) -> Found | None:
        """The best slot of a box in an empty gap, behind it in the order of the grid, or before."""
        docks = self._docks[node]
        if kind == "R":
            choices = docks.right if is_behind else docks.left
        else:
            choices = docks.bottom if is_behind else docks.top
        if not choices:
            return None
        slot = choices[0]
        return Found(slot, OFF_MIDDLE[kind] * abs(slot), None) if slot else MIDDLE

    def find(self, wish: Wish, taken: list[Run]) -> Found | None:
        """The cheapest slot beside the runs that a gap holds; None where there is none."""
        choices = self._choices(wish)
        weight = OFF_MIDDLE[wish.part[0]]
        if wish.part[0] == "R":
            if wish.leaves and self._source[wish.flow] not in self.crowded:
                choices = self._beside_words(wish, choices, taken)
            choices = self._beside_far_words(wish, choices, taken)
        elif not self._has_room_for_words(wish, taken):
            return None
        best: Found | None = None
        for slot in choices:
            cost = weight * abs(slot)
            if best is not None and cost >= best.cost:
                continue
            order = Order([], [])
            extra = self._beside(wish, slot, taken, order)
            if extra is not None and (best is None or cost + extra < best.cost):
                asks = order.further or order.nearer
                best = Found(slot, cost + extra, order if asks else None)
        return best

    def _choices(self, wish: Wish) -> tuple[int, ...]:
        kind, _, start, end = wish.part
        ahead = end > start
        choices: tuple[int, ...] = ()
        if wish.leaves:
            docks = self._docks[self._source[wish.flow]]
            choices = docks.right if kind == "R" else docks.bottom if ahead else docks.top
        if wish.enters:
            docks = self._docks[self._target[wish.flow]]
            routes_in = docks.left if kind == "R" else docks.top if ahead else docks.bottom
            choices = tuple(s for s in choices if s in routes_in) if wish.leaves else routes_in
        return choices

    def _has_room_for_words(self, wish: Wish, taken: list[Run]) -> bool:
        """Whether no label at an upright way out is in another's way: it has its side alone."""
        down = wish.part[3] > wish.part[2]
        mine = self._labelled[wish.flow]
        source = self._source[wish.flow] if wish.leaves else -2
        target = self._target[wish.flow] if wish.enters else -2
        for run in taken:
            theirs = self._labelled[run.flow]
            if run.source == source and (run.b > run.a) == down and (mine or theirs):
                return False
            if run.target == source and (run.b < run.a) == down and mine:
                return False
            if run.source == target and (run.b < run.a) == down and theirs:
                return False
        return True

    def _beside_words(
        self, wish: Wish, choices: tuple[int, ...], taken: list[Run]
    ) -> tuple[int, ...]:
        """Slots out of a box below all that bear a label on their stub; an own label tops all."""
        source = self._source[wish.flow]
        has_stub_label = wish.goes_on and self._labelled[wish.flow]
        low, high = -99, 99
        for run in taken:
            if run.source == source:
                if self._labelled[run.flow] and goes_on(run):
                    low = max(low, run.slot)
                if has_stub_label:
                    high = min(high, run.slot)
        return tuple(slot for slot in choices if low < slot < high)

    def _beside_far_words(
        self, wish: Wish, choices: tuple[int, ...], taken: list[Run]
    ) -> tuple[int, ...]:
        """Slots that keep off the far end of a labelled flow out of a crowded box."""
        if wish.leaves:
            has_stub_label = wish.goes_on and self._labelled[wish.flow]
            if has_stub_label and self._source[wish.flow] in self.crowded:
                high = min((run.slot for run in taken if run.source < 0), default=99)
                return tuple(slot for slot in choices if slot <= high)
            return choices
        low = -99
        for run in taken:
            if run.source in self.crowded and self._labelled[run.flow] and goes_on(run):
                low = max(low, run.slot)
        return tuple(slot for slot in choices if slot >= low)

    def _beside(self, wish: Wish, slot: int, taken: list[Run], order: Order) -> float | None:
        """The cost of lying in a slot beside the runs there; None where that cannot be."""
        kind, _, start, end = wish.part
        low, high = (start, end) if start < end else (end, start)
        source = self._source[wish.flow] if wish.leaves else -2
        target = self._target[wish.flow] if wish.enters else -2
        cost = 0.0
        turn, turn_at = wish.turn, wish.turn_at
        for run in taken:
            same_box = run.source == source or run.target == target
            beside = run.slot - slot
            if beside:
                if low < run.turn_at < high and beside * run.turn < 0:
                    cost += TANGLED
                if run.low < turn_at < run.high and beside * turn > 0:
                    cost += TANGLED
                if same_box and run.turn_at == turn_at and beside * (turn - run.turn) > 0:
                    cost += TANGLED
                continue
            if run.low > high or run.high < low:
                continue
            if kind == "C":
                return None
            if _meets_in_channel(run, low, high, order):
                continue
            if not same_box or (high - low > 1 and run.high - run.low > 1):
                return None
            cost += SHARED_OUT if run.source == source else SHARED_IN
        return cost


def goes_on(run: Run) -> bool:
    """Whether a run out of a box passes the channel beside it."""
    return run.after is None or run.after.kind != "V"


def _meets_in_channel(run: Run, low: int, high: int, order: Order) -> bool:
    """Whether two runs only meet in one channel; their order there is noted."""
    if run.low == high and high % 2 == 0:
        joint = run.before if run.a == high else run.after
        into = order.further
    elif run.high == low and low % 2 == 0:
        joint = run.before if run.a == low else run.after
        into = order.nearer
    else:
        return False
    if joint is None:
        return False
    into.append(joint)
    return True
