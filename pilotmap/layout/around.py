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


def ways_around(
    taken: Taken, first: End, last: End, channels: Iterable[int], limit: float
) -> list[Around]:
    """All ways along some channels that cost less than a limit, the cheapest first."""
    level = abs(first.x - last.x)
    found: list[Around] = []
    for h in channels:
        room = limit - 2 - LENGTH * level
        leaves = _costs(taken, first, h, room)
        enters = leaves and _costs(taken, last, h, room)
        for start_cost, leave in leaves:
            for end_cost, enter in enters:
                low, high = (leave, enter) if leave < enter else (enter, leave)
                cost = 2 + start_cost + end_cost + LENGTH * (high - low)
                if cost < limit:
                    cost += CROSSING * sum(taken.upright[h][low + 1 : high])
                    if cost < limit:
                        found.append((cost, h, leave, enter))
    found.sort()
    return found


def _costs(taken: Taken, end: End, h: int, room: float) -> list[tuple[float, int]]:
    """What it costs between a box and a channel, if less than there is room for, and by which x."""
    x, beside, y, above, below, aside, upright = end
    low, high = (y + 1, h) if y < h else (h + 1, y)
    length = LENGTH * (high - low + 1)
    costs: list[tuple[float, int]] = []
    if above < h < below and upright + length < room:
        passed = taken.level[x]
        crossed = sum(passed[low:high]) + AT_END * passed[h]
        costs.append((upright + length + CROSSING * crossed, x))
    aside += 1 + LENGTH + length
    if aside < room:
        passed = taken.level[beside]
        at_ends = passed[h] + taken.upright[h][beside] + taken.upright[y][beside]
        crossed = sum(passed[low:high]) + AT_END * at_ends
        costs.append((aside + CROSSING * crossed, beside))
    return costs
