"""Ways around what is in the way: along a channel between rows, near by or at a lane's edge.

Channels at lanes' edges hold no boxes, so a flow that would cross many others can go there, to any
height. What each such way would cost is summed up front; from the cheapest on they are tried.
"""

from collections.abc import Iterable
from typing import NamedTuple

from pilotmap.layout.taken import AT_END, Taken

CROSSING = 1.6
LENGTH = 0.06

Around = tuple[float, int, int, int]
"""What a way costs, its channel `h`, and the x by which it leaves and enters (`shapes.along`)."""


class End(NamedTuple):
    """One end of a way around: its box's place, and the channel between columns beside it.

    `above` and `below` are the next boxes in the column. `aside` is the price of coming there by
    the channel, beside its bend, `upright` that of coming straight from above or below.
    """

    x: int
    beside: int
    y: int
    above: int
    below: int
    aside: float
    upright: float


def routes_around(
    taken: Taken, first: End, last: End, channels: Iterable[int], limit: float
) -> list[Around]:
    """All ways along some channels that cost less than a limit, the cheapest first."""
    y1, above1, below1 = first.y, first.above, first.below
    y2, above2, below2 = last.y, last.above, last.below
    least = 2 + LENGTH * abs(first.x - last.x)
    found: list[Around] = []
    for h in channels:
        is_free1, is_free2 = above1 < h < below1, above2 < h < below2
        at_last = 1 - is_free2 + LENGTH * (y2 - h if h < y2 else h - y2)
        room = limit - least - at_last
        if room <= 1 - is_free1 + LENGTH * (y1 - h if h < y1 else h - y1):
            continue
        leaves = _costs(taken, first, h, is_free1, room)
        if not leaves:
            continue
        passed = taken.upright[h]
        for end_cost, enter in _costs(taken, last, h, is_free2, room + at_last - min(leaves)[0]):
            for start_cost, leave in leaves:
                low, high = (leave, enter) if leave < enter else (enter, leave)
                cost = 2 + start_cost + end_cost + LENGTH * (high - low)
                if cost < limit:
                    cost += CROSSING * sum(passed[low + 1 : high])
                    if cost < limit:
                        found.append((cost, h, leave, enter))
    found.sort()
    return found


def _costs(taken: Taken, end: End, h: int, is_free: bool, room: float) -> list[tuple[float, int]]:
    """What it costs between a box and a channel, if there is room for that, and by which x."""
    y, beside = end.y, end.beside
    low, high = (y + 1, h) if y < h else (h + 1, y)
    length = LENGTH * (high - low + 1)
    costs: list[tuple[float, int]] = []
    upright = end.upright + length
    if is_free and upright < room:
        passed = taken.level[end.x]
        upright += CROSSING * (sum(passed[low:high]) + AT_END * passed[h])
        if upright < room:
            costs.append((upright, end.x))
    aside = 1 + end.aside + LENGTH + length
    if aside < room:
        passed = taken.level[beside]
        at_ends = passed[h] + taken.upright[h][beside] + taken.upright[y][beside]
        aside += CROSSING * (sum(passed[low:high]) + AT_END * at_ends)
        if aside < room:
            costs.append((aside, beside))
    return costs
