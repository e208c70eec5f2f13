"""Tracks in channels: runs that overlap lie side by side, in the order that crosses least.

Interval colouring in a given order: each run is put at the place in the order where it adds the
fewest crossings (insertion, ties in order of routing), then on the first track right of all before
it that it overlaps. Orders that routing asked for (`Run.left_of`) are kept; they hold no cycle.
"""

from collections.abc import Iterable

from pilotmap.layout.router import Router
from pilotmap.layout.runs import Run

_SCALE = 64
_LONG = 40


def assign_tracks(router: Router) -> dict[tuple[str, int], list[Run]]:
    """Set `track` of every channel run; the runs by channel, in order of their tracks."""
    channels = router.taken.in_channel
    keys = sorted(channels, key=lambda key: (key[0] == "H", key[1]))
    return {key: _in_channel(channels[key]) for key in keys if channels[key]}


def _in_channel(runs: list[Run]) -> list[Run]:
    if len(runs) == 1:
        runs[0].track = 0
        return runs
    ends = {id(run): _ends(run) for run in runs}
    must: dict[int, set[int]] = {id(run): set() for run in runs}
    for run in runs:
        for other in run.left_of:
            if id(other) in must:
                must[id(other)].add(id(run))
    order: list[Run] = []
    for run in _legal(runs, must):
        _insert(order, run, ends, must)
    for place, run in enumerate(order):
        low, high, _ = ends[id(run)]
        track = 0
        for other in order[:place]:
            if other.track >= track:
                other_low, other_high, _ = ends[id(other)]
                if (other_low <= high and low <= other_high) or id(other) in must[id(run)]:
                    track = other.track + 1
        run.track = track
    return sorted(order, key=lambda run: run.track)


def _legal(runs: list[Run], must: dict[int, set[int]]) -> Iterable[Run]:
    """Runs so that each comes after those it must lie right of."""
    done: set[int] = set()
    waiting = list(runs)
    while waiting:
        later: list[Run] = []
        for run in waiting:
            if must[id(run)] <= done:
                done.add(id(run))
                yield run
            else:
                later.append(run)
        if len(later) == len(waiting):
            raise AssertionError("orders in a channel hold no cycle")
        waiting = later


Ends = tuple[int, int, tuple[tuple[int, int], ...]]


def _ends(run: Run) -> Ends:
    """The reach of a run in fine steps, and by end: where, and to which side (-1, 1) it turns."""
    ends: list[tuple[int, int]] = []
    for ordinal, other in ((run.a, run.before), (run.b, run.after)):
        if other is None:
            continue
        fine = other.slot if other.kind in "RC" else 0
        middle = other.low + other.high
        side = -1 if middle < 2 * run.line else 1 if middle > 2 * run.line else 0
        ends.append((ordinal * _SCALE + fine, side))
    places = [place for place, _ in ends]
    return min(places), max(places), tuple(ends)


def _insert(order: list[Run], run: Run, ends: dict[int, Ends], must: dict[int, set[int]]) -> None:
    """Put a run where it crosses least; the end of the order is tried first."""
    needed = must[id(run)]
    mine = ends[id(run)]
    cost = best = 0
    best_at = len(order)
    lowest = max(0, len(order) - _LONG)
    for at in range(len(order) - 1, lowest - 1, -1):
        other = order[at]
        if id(other) in needed:
            break
        theirs = ends[id(other)]
        cost += _crossings(mine, theirs) - _crossings(theirs, mine)
        if cost < best:
            best, best_at = cost, at
    order.insert(best_at, run)


def _crossings(left: Ends, right: Ends) -> int:
    """How often two runs cross when the one lies left of the other."""
    count = 0
    for place, side in left[2]:
        count += side > 0 and right[0] < place < right[1]
    for place, side in right[2]:
        count += side < 0 and left[0] < place < left[1]
    return count
