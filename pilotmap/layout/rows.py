"""Rows in lanes: chains of steps keep one row, the main path the same one in each lane.

A chain is a run of flows within a lane, each step followed by the one that most cases go to. Chains
are packed into rows as intervals of columns, the main path first, then breadth first; a branch is
wished above or below after where it leads and comes from (interval packing: Carlisle and Lloyd,
"On the k-coloring of intervals", 1995, with a wish for each interval).
Pinned steps keep their cell; where two are pinned to one cell, the earlier in file order keeps it
and the later goes to the next row below that no pin wants.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from pilotmap.layout.grid import closed_up
from pilotmap.layout.net import Net
from pilotmap.layout.rowsearch import RowSearch
from pilotmap.layout.spine import by_weight

SEARCHED = 400


@dataclass(slots=True)
class _Lane:
    """The rows of one lane while they fill: row number to the intervals taken in it."""

    taken: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    full: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)

    def outwards(self, low: int, high: int) -> Iterator[int]:
        """Rows from the main one outwards, without those around it that are taken there.

        Many branches of one decision look for rows in the same columns: what one of them found
        taken, the next need not try.
        """
        up, down = self.full.get((low, high), (0, 1))
        while up in self.taken and not self.is_free(up, low, high):
            up -= 1
        while down in self.taken and not self.is_free(down, low, high):
            down += 1
        self.full[low, high] = (up, down)
        while True:
            if -up <= down:
                yield up
                up -= 1
            else:
                yield down
                down += 1

    def is_free(self, row: int, low: int, high: int) -> bool:
        return all(b < low or high < a for a, b in self.taken.get(row, ()))

    def take(self, row: int, low: int, high: int) -> None:
        self.taken.setdefault(row, []).append((low, high))

    def give_back(self, row: int, low: int, high: int) -> None:
        self.full.clear()
        self.taken[row].remove((low, high))
        if not self.taken[row]:
            del self.taken[row]


def find_rows(net: Net, column: list[int], main: list[int]) -> list[int]:
    """By node: its row within its lane, from 0."""
    lanes = [_Lane() for _ in range(net.lane_count)]
    row: list[int | None] = [None] * net.size
    _place_pins(net, column, lanes, row)
    pinned_lanes = {net.lane[node] for node in range(net.size) if row[node] is not None}
    on_main = set(main)
    chains = _chains(net, column, on_main, row)
    for chain in chains:
        lane = lanes[net.lane[chain[0]]]
        lowest = 0 if net.lane[chain[0]] in pinned_lanes else None
        place = _best_row(net, column, row, lane, chain, chain[0] in on_main, lowest)
        lane.take(place, column[chain[0]], column[chain[-1]])
        for node in chain:
            row[node] = place
    if len(net.source) <= SEARCHED:
        loose = [c for c in chains if c[0] not in on_main and net.lane[c[0]] not in pinned_lanes]
        _search(net, column, lanes, row, loose)
    _append(net, column, lanes, row)
    return _from_zero(net, row, pinned_lanes)


def _search(
    net: Net,
    column: list[int],
    lanes: list[_Lane],
    row: list[int | None],
    chains: list[list[int]],
) -> None:
    """Let chains move to other rows of their lane where they cross less (see `rowsearch.py`)."""
    search = RowSearch(net, closed_up(column), row)
    for chain in chains:
        lane = lanes[net.lane[chain[0]]]
        low, high = column[chain[0]], column[chain[-1]]
        own = row[chain[0]] or 0

        def is_free(place: int, lane: _Lane = lane, low: int = low, high: int = high) -> bool:
            return lane.is_free(place, low, high)

        best = search.best_row(chain, is_free, lane.taken)
        if best != own:
            lane.give_back(own, low, high)
            lane.take(best, low, high)


def _place_pins(net: Net, column: list[int], lanes: list[_Lane], row: list[int | None]) -> None:
    """Give each wanted cell to the first who wants it, then the others the next free rows below."""
    taken: set[tuple[int, int, int]] = set()
    late: list[tuple[int, int]] = []
    for node, pin in enumerate(net.pin):
        if pin is not None:
            if (net.lane[node], column[node], pin[1]) in taken:
                late.append((node, pin[1]))
                continue
            _place_at(net, column, lanes, row, taken, node, pin[1])
    next_free: dict[tuple[int, int, int], int] = {}
    for node, place in late:
        wanted = (net.lane[node], column[node], place)
        free = next_free.get(wanted, place)
        while (net.lane[node], column[node], free) in taken:
            free += 1
        next_free[wanted] = free + 1
        _place_at(net, column, lanes, row, taken, node, free)


def _place_at(
    net: Net,
    column: list[int],
    lanes: list[_Lane],
    row: list[int | None],
    taken: set[tuple[int, int, int]],
    node: int,
    place: int,
) -> None:
    taken.add((net.lane[node], column[node], place))
    lanes[net.lane[node]].take(place, column[node], column[node])
    row[node] = place


def _chains(
    net: Net, column: list[int], on_main: set[int], row: list[int | None]
) -> list[list[int]]:
    """Chains of unpinned nodes, those of the main path first, then breadth first."""
    order = [node for node in range(net.size) if not net.late[node]]
    order.sort(key=lambda node: (node not in on_main, net.rank[node]))
    follows: dict[int, int] = {}
    claimed: set[int] = set()
    for node in order:
        if row[node] is not None:
            continue
        heir = _heir(net, column, on_main, row, claimed, node)
        if heir is not None:
            follows[node] = heir
            claimed.add(heir)
    chains: list[list[int]] = []
    for node in order:
        if row[node] is None and node not in claimed:
            chain = [node]
            while chain[-1] in follows:
                chain.append(follows[chain[-1]])
            chains.append(chain)
    chains.sort(key=lambda chain: not any(node in on_main for node in chain))
    return chains


def _heir(
    net: Net,
    column: list[int],
    on_main: set[int],
    row: list[int | None],
    claimed: set[int],
    node: int,
) -> int | None:
    flows = by_weight(net, net.forward_outs[node])
    if node in on_main:
        flows.sort(key=lambda flow: net.target[flow] not in on_main)
    for flow in flows:
        target = net.target[flow]
        if (
            net.lane[target] == net.lane[node]
            and target not in claimed
            and row[target] is None
            and not net.late[target]
            and column[target] > column[node]
            and (target not in on_main or node in on_main)
        ):
            return target
    return None


def _best_row(
    net: Net,
    column: list[int],
    row: list[int | None],
    lane: _Lane,
    chain: list[int],
    is_main: bool,
    lowest: int | None,
) -> int:
    """The cheapest free row: near the main row, on the wished side, with a free way to it."""
    low, high = column[chain[0]], column[chain[-1]]
    wish = 0 if is_main else _wish(net, row, chain)
    reach = _reach(net, column, chain)
    used = lane.taken
    best, best_cost = 0, float("inf")
    for place in lane.outwards(low, high):
        if abs(place) > best_cost:
            break
        if not any(near == 0 or near in used for near in (place, place - 1, place + 1)):
            continue
        if (lowest is not None and place < lowest) or not lane.is_free(place, low, high):
            continue
        cost = abs(place) + (1.5 if wish * place < 0 else 0.0) + (0.6 if wish and not place else 0)
        cost += 0.0 if lane.is_free(place, min(low, reach), high) else 0.7
        cost += 0.0 if place in used or not place else 0.5
        if cost < best_cost:
            best, best_cost = place, cost
    return best


def _reach(net: Net, column: list[int], chain: list[int]) -> int:
    """The column from which the chain is entered."""
    sources = [column[net.source[flow]] for flow in net.forward_ins[chain[0]]]
    return max(sources, default=column[chain[0]])


def _wish(net: Net, row: list[int | None], chain: list[int]) -> int:
    """Above (-1) or below (1) the main row, after the lanes that the chain is tied to."""
    lane = net.lane[chain[0]]
    pull = 0
    inside = set(chain)
    for node in chain:
        ends = [net.source[flow] for flow in net.ins[node]]
        ends += [net.target[flow] for flow in net.outs[node]]
        for other in ends:
            if other not in inside and not net.late[other]:
                pull += (net.lane[other] > lane) - (net.lane[other] < lane)
    if pull:
        return 1 if pull > 0 else -1
    siblings = (
        row[net.target[flow]]
        for route_in in net.forward_ins[chain[0]]
        for flow in net.outs[net.source[route_in]]
        if net.lane[net.target[flow]] == lane
    )
    return -1 if any(place is not None and place > 0 for place in siblings) else 1


def _append(net: Net, column: list[int], lanes: list[_Lane], row: list[int | None]) -> None:
    """Place the steps that were appended last: in the row of what leads to them, else near it."""
    for node in range(net.size):
        if not net.late[node]:
            continue
        lane = lanes[net.lane[node]]
        source = net.source[net.ins[node][0]]
        wanted, low = 0, column[node]
        if net.lane[source] == net.lane[node]:
            wanted, low = row[source] or 0, min(column[source] + 1, low)
        rows = sorted(lane.taken, key=lambda place: (abs(place - wanted), place)) or [0]
        free = [place for place in rows if lane.is_free(place, low, column[node])]
        free += [place for place in rows if lane.is_free(place, column[node], column[node])]
        place = free[0] if free else max(rows) + 1
        lane.take(place, column[node], column[node])
        row[node] = place


def _from_zero(net: Net, row: list[int | None], pinned_lanes: set[int]) -> list[int]:
    first = [0] * net.lane_count
    for node, place in enumerate(row):
        if place is not None and net.lane[node] not in pinned_lanes:
            first[net.lane[node]] = min(first[net.lane[node]], place)
    return [(place or 0) - first[net.lane[node]] for node, place in enumerate(row)]
