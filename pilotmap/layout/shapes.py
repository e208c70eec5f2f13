"""The shapes a flow's way may have: straight, L, Z, U, and the four and five part ways around.

A shape is a tuple of parts `(kind, line, start, end)` in ordinals of the grid. Kinds: `R` runs along a
row through free cells from or into a box, `C` along a column, `V` in a channel between columns, `H`
in a channel between rows. R and C leave and enter boxes; V and H only join. Since R and C parts are
made only where their cells are free, no way can pass through a box.
"""

from collections.abc import Iterator

from pilotmap.layout.grid import Grid

Part = tuple[str, int, int, int]
Shape = tuple[Part, ...]


def shapes(grid: Grid, source: int, target: int, backwards: bool) -> Iterator[Shape]:
    """All shapes from one node to another whose cells are free; the last is always there."""
    x1, y1, x2, y2 = grid.x[source], grid.y[source], grid.x[target], grid.y[target]
    if x1 == x2 and grid.column_is_free(x1, min(y1, y2), max(y1, y2)):
        yield (("C", x1, y1, y2),)
    if x1 < x2 and not backwards:
        yield from _forward(grid, x1, y1, x2, y2)
    yield from _by_channels(grid, x1, y1, x2, y2)
    yield from _around(grid, x1, y1, x2, y2)


def _forward(grid: Grid, x1: int, y1: int, x2: int, y2: int) -> Iterator[Shape]:
    if y1 == y2:
        if grid.row_is_free(y1, x1, x2):
            yield (("R", y1, x1, x2),)
        return
    low, high = min(y1, y2), max(y1, y2)
    if (
        grid.column_is_free(x1, low, high)
        and grid.is_cell_free(x1, y2)
        and grid.row_is_free(y2, x1, x2)
    ):
        yield (("C", x1, y1, y2), ("R", y2, x1, x2))
    if (
        grid.row_is_free(y1, x1, x2)
        and grid.is_cell_free(x2, y1)
        and grid.column_is_free(x2, low, high)
    ):
        yield (("R", y1, x1, x2), ("C", x2, y1, y2))
    for v in _upright_channels(grid, x1, y1, x2, y2):
        yield (("R", y1, x1, v), ("V", v, y1, y2), ("R", y2, v, x2))


def _upright_channels(grid: Grid, x1: int, y1: int, x2: int, y2: int) -> Iterator[int]:
    """Channels between two nodes that both can reach along their rows; at most six."""
    ways = [x2 - 1, x1 + 1] if x2 - x1 > 2 else [x1 + 1]
    ways += [v for v in (x1 + 3, x2 - 3, x1 + 5, x2 - 5) if x1 + 1 < v < x2 - 1]
    for v in dict.fromkeys(ways):
        if grid.row_is_free(y1, x1, v) and grid.row_is_free(y2, v, x2):
            yield v


def _by_channels(grid: Grid, x1: int, y1: int, x2: int, y2: int) -> Iterator[Shape]:
    """Ways that leave or enter upright and run along a channel between rows."""
    for h in _level_channels(grid, y1, y2):
        leaves = grid.column_is_free(x1, min(y1, h), max(y1, h))
        enters = grid.column_is_free(x2, min(y2, h), max(y2, h))
        if leaves and enters and x1 != x2:
            yield (("C", x1, y1, h), ("H", h, x1, x2), ("C", x2, h, y2))
        if leaves:
            yield (
                ("C", x1, y1, h),
                ("H", h, x1, x2 - 1),
                ("V", x2 - 1, h, y2),
                ("R", y2, x2 - 1, x2),
            )
        if enters:
            yield (
                ("R", y1, x1, x1 + 1),
                ("V", x1 + 1, y1, h),
                ("H", h, x1 + 1, x2),
                ("C", x2, h, y2),
            )


def _around(grid: Grid, x1: int, y1: int, x2: int, y2: int) -> Iterator[Shape]:
    """Out to the right, along channels, in from the left: always free."""
    for h in _level_channels(grid, y1, y2):
        yield (
            ("R", y1, x1, x1 + 1),
            ("V", x1 + 1, y1, h),
            ("H", h, x1 + 1, x2 - 1),
            ("V", x2 - 1, h, y2),
            ("R", y2, x2 - 1, x2),
        )


def _level_channels(grid: Grid, y1: int, y2: int) -> list[int]:
    """Channels beside both rows, nearest first."""
    return list(dict.fromkeys((y1 + 1, y1 - 1, y2 + 1, y2 - 1)))
