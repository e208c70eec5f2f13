"""Which of many boxes are near a place: a hash over square cells."""

from collections.abc import Iterable, Iterator
from typing import Final

from pilotmap.layout.drawing import Box

CELL: Final = 160.0


class Near:
    """Boxes by number, found by place; exact within the cells, so callers still compare."""

    def __init__(self, boxes: Iterable[tuple[int, Box]]) -> None:
        self._boxes = list(boxes)
        self._cells: dict[tuple[int, int], list[int]] = {}
        for number, box in self._boxes:
            for cell in _cells(box, 0.0):
                self._cells.setdefault(cell, []).append(number)

    def around(self, box: Box, gap: float = 1.0) -> tuple[int, ...]:
        """The numbers of the boxes that may come nearer to a box than the gap, ascending."""
        found = {number for cell in _cells(box, gap) for number in self._cells.get(cell, ())}
        return tuple(sorted(found))

    def pairs(self, gap: float = 1.0) -> Iterator[tuple[int, int]]:
        """Every pair of numbers, the lower first, whose boxes may come nearer than the gap."""
        for number, box in self._boxes:
            for other in self.around(box, gap):
                if other > number:
                    yield number, other


def _cells(box: Box, gap: float) -> Iterator[tuple[int, int]]:
    for column in range(int((box.x - gap) // CELL), int((box.right + gap) // CELL) + 1):
        for row in range(int((box.y - gap) // CELL), int((box.bottom + gap) // CELL) + 1):
            yield column, row
