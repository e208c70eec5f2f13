"""What lies where in a Drawing: what a view must paint, and what the pointer is on."""

from collections.abc import Iterable
from itertools import pairwise
from math import hypot
from typing import Final, Literal, NamedTuple

from pilotmap.layout.drawing import Box, Drawing, Group, PlacedFlow, Point

HitKind = Literal["step", "flow", "lane-head", "lane", "empty"]

_CELL: Final = 256.0
_MOST_CELLS: Final = 64  # what is larger is looked at for every place
_NEAR_FLOW: Final = 6.0
_WORN: Final = ("badge", "mark")
_OF_FLOW: Final = ("label", "handoff", "strip")


class Hit(NamedTuple):
    """What lies at a point; `id` is empty where nothing does."""

    kind: HitKind
    id: str = ""


NOTHING: Final = Hit("empty")


class Index:
    """A grid over the groups of one Drawing; queries cost what they find, not what there is."""

    def __init__(self, drawing: Drawing) -> None:
        self._drawing = drawing
        self._cells: dict[tuple[int, int], list[int]] = {}
        self._wide: list[int] = []
        self._bounds = [(g.box.x, g.box.y, g.box.right, g.box.bottom) for g in drawing.groups]
        for number, (left, top, right, bottom) in enumerate(self._bounds):
            first, last = int(left // _CELL), int(right // _CELL)
            above, below = int(top // _CELL), int(bottom // _CELL)
            if (last - first + 1) * (below - above + 1) > _MOST_CELLS:
                self._wide.append(number)
                continue
            for column in range(first, last + 1):
                for row in range(above, below + 1):
                    self._cells.setdefault((column, row), []).append(number)

    def within(self, box: Box) -> list[int]:
        """Numbers of the groups that touch the box, in the order of painting."""
        if box.w * box.h > _CELL * _CELL * max(64, len(self._cells)):
            candidates: Iterable[int] = range(len(self._bounds))
        else:
            candidates = self._near(box)
        left, top, right, bottom = box.x, box.y, box.right, box.bottom
        found = []
        for number in candidates:
            x, y, end_x, end_y = self._bounds[number]
            if x < right and left < end_x and y < bottom and top < end_y:
                found.append(number)
        return found

    def _near(self, box: Box) -> list[int]:
        found = set(self._wide)
        for cell in _cells(box):
            found.update(self._cells.get(cell, ()))
        return sorted(found)

    def hit(self, x: float, y: float, scale: float = 1.0) -> Hit:
        """What a pointer at a point of the picture means; flows are caught a few pixels off."""
        reach = _NEAR_FLOW / scale
        around = Box(x - reach, y - reach, 2 * reach, 2 * reach)
        near = [self._drawing.groups[number] for number in reversed(self._near(around))]
        for find in (self._step, self._mark, self._flow, self._lane):
            found = find(near, x, y, reach)
            if found is not None:
                return found
        return NOTHING

    def _step(self, near: list[Group], x: float, y: float, _reach: float) -> Hit | None:
        steps = self._drawing.geometry.step_by_id
        for group in near:
            placed = steps.get(group.id)
            if placed is None:
                continue
            # a badge stands outside of its box and belongs to it
            box = group.box if group.kind in _WORN else placed.box
            if box.contains(x, y):
                return Hit("step", group.id)
        return None

    def within_lasso(self, box: Box) -> tuple[str, ...]:
        """The ids of the steps that a box touches, in the order of the map."""
        return tuple(
            placed.id for placed in self._drawing.geometry.steps if placed.box.overlaps(box)
        )

    def _mark(self, near: list[Group], x: float, y: float, _reach: float) -> Hit | None:
        for group in near:
            if group.kind in _OF_FLOW and group.box.contains(x, y):
                return Hit("flow", group.id)
        return None

    def _flow(self, near: list[Group], x: float, y: float, reach: float) -> Hit | None:
        flows = self._drawing.geometry.pieces_by_id
        candidates = {group.id: flows[group.id] for group in near if group.id in flows}
        distances = [
            (min(_distance(piece, (x, y)) for piece in pieces), name)
            for name, pieces in candidates.items()
        ]
        distance, name = min(distances, default=(reach + 1, ""))
        return Hit("flow", name) if distance <= reach else None

    def _lane(self, _near: list[Group], x: float, y: float, _reach: float) -> Hit | None:
        for name, box in self._drawing.geometry.lanes:
            if box.contains(x, y):
                return Hit("lane", name)
        return None


def _cells(box: Box) -> Iterable[tuple[int, int]]:
    columns = range(int(box.x // _CELL), int(box.right // _CELL) + 1)
    rows = range(int(box.y // _CELL), int(box.bottom // _CELL) + 1)
    return ((column, row) for column in columns for row in rows)


def _distance(flow: PlacedFlow, point: Point) -> float:
    return min((_from_side(point, a, b) for a, b in pairwise(flow.points)), default=float("inf"))


def _from_side(point: Point, a: Point, b: Point) -> float:
    along_x, along_y = b[0] - a[0], b[1] - a[1]
    squared = along_x * along_x + along_y * along_y
    if squared == 0:
        return hypot(point[0] - a[0], point[1] - a[1])
    share = ((point[0] - a[0]) * along_x + (point[1] - a[1]) * along_y) / squared
    share = min(1.0, max(0.0, share))
    return hypot(point[0] - a[0] - share * along_x, point[1] - a[1] - share * along_y)
