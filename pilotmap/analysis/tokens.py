"""Cases on their way through a network, all moved together in numpy arrays."""

from abc import ABC, abstractmethod
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from pilotmap.analysis.network import FORK, JOIN, Network
from pilotmap.analysis.visits import Unknown
from pilotmap.language import tr, trn

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Tokens = tuple[Ints, Ints, Floats]
"""Case, place (a node or an edge), hours since the start; one entry a token."""

MOST_ROUNDS: Final = 30_000


class Watch(Protocol):
    """Told of every token that comes to a node, and of every one that goes onto an edge."""

    def arrived(self, case: Ints, node: Ints, time: Floats) -> None:
        """Tokens are at these nodes, their own time there over unless they wait for others."""

    def left(self, case: Ints, edge: Ints, time: Floats) -> None:
        """Tokens go on along these edges."""


class Batch(ABC):
    """Some cases and where their tokens are; a fork makes more tokens, a join fewer."""

    def __init__(self, net: Network, cases: int, watch: Watch | None = None) -> None:
        self.net = net
        self.watch = watch
        self.done = np.zeros(cases)
        self.waiting = np.full((net.slots, cases), np.nan)
        self.kind = np.array(net.kinds)
        self.first = np.array(net.first)
        self.count = np.array(net.outgoing)
        self.target = np.array(net.target)
        self.slot = np.array(net.slot)

    @abstractmethod
    def chosen(self, case: Ints, node: Ints) -> Ints:
        """The edge that each token takes from a node that is no fork."""

    @abstractmethod
    def spent(self, case: Ints, edge: Ints) -> Floats:
        """The hours that each token takes along its edge."""

    def run(self) -> Floats | Unknown:
        """Move all tokens, round by round, until none moves: the hours each case took."""
        cases = len(self.done)
        tokens: Tokens = (np.arange(cases), np.zeros(cases, dtype=np.int64), np.zeros(cases))
        for _ in range(MOST_ROUNDS):
            if not len(tokens[0]):
                return self._left_waiting() or self.done
            moved = self._move(*self._leave(*tokens))
            if isinstance(moved, Unknown):
                return moved
            tokens = moved
        return Unknown(
            trn(
                "some cases take more than {number} turn",
                "some cases take more than {number} turns",
                MOST_ROUNDS,
            )
        )

    def _leave(self, case: Ints, node: Ints, time: Floats) -> Tokens:
        """Each token onto one edge, a decision's by chance; at a fork onto every edge."""
        forks = (self.kind[node] & FORK) > 0
        chosen = self.chosen(case[~forks], node[~forks])
        if not forks.any():
            return self._watched(case, chosen, time)
        outgoing = self.count[node[forks]]
        ends = np.cumsum(outgoing)
        offset = np.arange(ends[-1]) - np.repeat(ends - outgoing, outgoing)
        edges = np.repeat(self.first[node[forks]], outgoing) + offset
        return self._watched(
            np.concatenate((case[~forks], np.repeat(case[forks], outgoing))),
            np.concatenate((chosen, edges)),
            np.concatenate((time[~forks], np.repeat(time[forks], outgoing))),
        )

    def _watched(self, case: Ints, edge: Ints, time: Floats) -> Tokens:
        if self.watch is not None:
            self.watch.left(case, edge, time)
        return case, edge, time

    def _move(self, case: Ints, edge: Ints, time: Floats) -> Tokens | Unknown:
        """Along the edges: tokens at an end are done, those at a join wait for the others."""
        time = time + self.spent(case, edge)
        node = self.target[edge]
        ended = self.count[node] == 0
        np.maximum.at(self.done, case[ended], time[ended])
        joins = (self.kind[node] & JOIN) > 0
        going = ~(ended | joins)
        if self.watch is not None:
            self.watch.arrived(case, node, time)
        moved = case[going], node[going], time[going]
        if not joins.any():
            return moved
        twice = self._wait(case[joins], self.slot[edge[joins]], time[joins], node[joins])
        if twice is not None:
            return twice
        fired = [self._fire(int(join), case[node == join]) for join in np.unique(node[joins])]
        new_case, new_node, new_time = (
            np.concatenate(parts) for parts in zip(moved, *fired, strict=True)
        )
        return new_case, new_node, new_time

    def _wait(self, case: Ints, slot: Ints, time: Floats, node: Ints) -> Unknown | None:
        """Lay tokens before their joins; two of one case on the same way in are too many."""
        taken = ~np.isnan(self.waiting[slot, case])
        place = slot * len(self.done) + case
        if taken.any() or len(np.unique(place)) < len(place):
            join = self.net.nodes[int(node[taken][0] if taken.any() else node[0])]
            return Unknown(tr("work comes twice to where branches are waited for"), (join,))
        self.waiting[slot, case] = time
        return None

    def _fire(self, join: int, case: Ints) -> Tokens:
        """Let those cases go on whose slowest branch has come."""
        first, outgoing = self.net.slots_of[join]
        cases = np.unique(case)
        arrived = self.waiting[first : first + outgoing, cases]
        complete = ~np.isnan(arrived).any(axis=0)
        self.waiting[first : first + outgoing, cases[complete]] = np.nan
        ready = cases[complete]
        return ready, np.full(len(ready), join), arrived[:, complete].max(axis=0, initial=0.0)

    def _left_waiting(self) -> Unknown | None:
        for join, (first, outgoing) in self.net.slots_of.items():
            if not np.isnan(self.waiting[first : first + outgoing]).all():
                reason = tr("work waits for a branch that never comes")
                return Unknown(reason, (self.net.nodes[join],))
        return None
