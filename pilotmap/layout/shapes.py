"""The shapes a flow's way may have: straight, L, Z, and those along a channel between rows.

A shape is a tuple of parts `(kind, line, start, end)` in ordinals of the grid. Kinds: `R` runs
along a row through free cells from or into a box, `C` along a column, `V` in a channel between
columns, `H` in a channel between rows. R and C leave and enter boxes; V and H only join. Since R
and C parts are made only where their cells are free, no way can pass through a box.
"""

from collections.abc import Iterator

from pilotmap.layout.grid import Grid

Part = tuple[str, int, int, int]
Shape = tuple[Part, ...]

MOST_CHANNELS = 24


def straight(grid: Grid, source: int, target: int, backwards: bool) -> Shape | None:
    """The straight shape, where the two stand next to each other in one row or column."""
    x1, y1, x2, y2 = grid.x[source], grid.y[source], grid.x[target], grid.y[target]
    if y1 == y2:
        if grid.across.after[source] == x2 and not backwards:
            return (("R", y1, x1, x2),)
    elif x1 == x2 and y2 in (grid.down.before[source], grid.down.after[source]):
        return (("C", x1, y1, y2),)
    return None


def direct(grid: Grid, source: int, target: int, backwards: bool) -> Iterator[Shape]:
    """Shapes without a detour whose cells are free, those with fewer bends first.

    A flow that goes back takes none of them forward.
    """
    shape = straight(grid, source, target, backwards)
    if shape is not None:
        yield shape
    x1, y1, x2, y2 = grid.x[source], grid.y[source], grid.x[target], grid.y[target]
    if x1 >= x2 or y1 == y2 or backwards:
        return
    down = grid.down
    left, right = grid.across.before[target], grid.across.after[source]
    if left < x1 and down.before[source] < y2 < down.after[source]:
        yield (("C", x1, y1, y2), ("R", y2, x1, x2))
    if right > x2 and down.before[target] < y1 < down.after[target]:
        yield (("R", y1, x1, x2), ("C", x2, y1, y2))
    for v in _upright_channels(x1, x2, left, right):
        yield (("R", y1, x1, v), ("V", v, y1, y2), ("R", y2, v, x2))


def _upright_channels(x1: int, x2: int, left: int, right: int) -> list[int]:
    """Channels between two columns that both rows reach: beside the target, the source, others."""
    low, high = max(x1, left) + 1, min(x2, right) - 1
    routes = [x2 - 1] if left < x2 - 1 < right else []
    if x2 - x1 > 2 and left < x1 + 1 < right:
        routes.append(x1 + 1)
    inner = range(max(low, x1 + 3), min(high, x2 - 3) + 1, 2)
    return routes + list(inner if len(inner) <= MOST_CHANNELS else inner[: MOST_CHANNELS // 2])


def along(x1: int, y1: int, x2: int, y2: int, h: int, leave: int, enter: int) -> Shape:
    """The shape from x1, y1 to x2, y2 along the channel h, from the x `leave` to the x `enter`.

    It leaves upright where `leave` is x1, else by the channel between columns there; and so at its
    other end.
    """
    first: Shape = (("C", x1, y1, h),)
    if leave != x1:
        first = (("R", y1, x1, leave), ("V", leave, y1, h))
    last: Shape = (("C", x2, h, y2),)
    if enter != x2:
        last = (("V", enter, h, y2), ("R", y2, enter, x2))
    return (*first, ("H", h, leave, enter), *last)
