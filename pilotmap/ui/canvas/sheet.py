"""How a picture lies on the screen: in one piece, or in strips one under the other."""

from bisect import bisect_right
from dataclasses import dataclass
from math import inf
from typing import Final

from pilotmap.layout.content import NAME
from pilotmap.layout.drawing import Box, Drawing, Point
from pilotmap.layout.folding import Folding, LeastType, fold, fold_again, room_taken, stacked

LEAST_NAME_PX: Final = 11.0
READABLE: Final = LEAST_NAME_PX / NAME.size_pt
"""The scale from which on names can be read without effort."""
_MOST_STEPS: Final = 1_500
_KEPT: Final = 3  # sheets: what is committed, what is previewed, and what was before


def can_be_folded(steps: int) -> bool:
    """Whether a picture of so many steps is folded: with more, an edit would take seconds."""
    return steps <= _MOST_STEPS


class Sheet:
    """A picture as it is laid out.

    Everything on screen has its place on the sheet; what a place means in the map, a column and a
    row, is found in the flat picture.
    """

    def __init__(self, flat: Drawing, folding: Folding | None = None) -> None:
        self.flat = flat
        self.folding = folding
        self._strips = folding.strips if folding is not None and folding.is_folded else ()
        self._tops = folding.tops() if folding is not None else ()
        self.drawing = stacked(folding) if folding is not None and self._strips else flat

    @property
    def is_folded(self) -> bool:
        """Whether it lies in several strips."""
        return bool(self._strips)

    def to_flat(self, at: Point) -> Point:
        """The point of the flat picture that lies at a point of the sheet."""
        if not self._strips:
            return at
        number = self._number_at(at[1])
        strip = self._strips[number]
        x, y = strip.to_whole(at[0], at[1] - self._tops[number])
        if number == len(self._strips) - 1:  # behind the last column there is room for another
            x = max(x, at[0] - strip.dx)
        return (x, y)

    def to_sheet(self, at: Point) -> Point:
        """Where a point of the flat picture lies on the sheet."""
        if not self._strips:
            return at
        lows = [strip.low for strip in self._strips]
        number = max(0, bisect_right(lows, at[0]) - 1)
        x, y = self._strips[number].to_strip(*at)
        return (x, y + self._tops[number])

    def lanes_at(self, y: float) -> tuple[tuple[str, Box], ...]:
        """The lanes that are shown at a height of the sheet, those of one strip."""
        lanes = self.drawing.geometry.lanes
        if not self._strips:
            return lanes
        counts = [len(strip.drawing.geometry.lanes) for strip in self._strips]
        number = self._number_at(y)
        first = sum(counts[:number])
        return lanes[first : first + counts[number]]

    def _number_at(self, y: float) -> int:
        return max(0, bisect_right(self._tops, y) - 1)


@dataclass(frozen=True, slots=True)
class Fold:
    """How all pictures are folded for a while.

    `room` is the most that a strip takes and `width` how wide it is made, in points of the sheet;
    `scale` is in pixels a point.
    """

    room: float
    width: float
    scale: float


class Folds:
    """Folds pictures for the room there is, and alike from one edit to the next."""

    def __init__(self) -> None:
        self.wanted = True
        """Whether a picture is folded where its names would be too small in one piece."""
        self._fold: Fold | None = None
        self._sheets: tuple[Sheet, ...] = ()
        self._settled: tuple[object, ...] = ()

    @property
    def fold(self) -> Fold | None:
        """How pictures are folded now; None where they lie flat."""
        return self._fold

    def fold_like(self, fold: Fold | None) -> None:
        """Fold all pictures as they were folded before."""
        self._fold, self._sheets, self._settled = fold, (), ()

    def sheet(self, drawing: Drawing) -> Sheet:
        """A picture as it is laid out now."""
        for known in self._sheets:
            if known.flat is drawing:
                return known
        found = Sheet(drawing, self._alike(drawing))
        self._sheets = (found, *self._sheets[: _KEPT - 1])
        return found

    def settle(
        self, drawing: Drawing, room: tuple[float, float], least: float, most: float
    ) -> bool:
        """Fold for a room in pixels where names are smaller than at the `least` scale in one piece.

        Says whether the picture is to fill the width and is looked at from top to bottom.
        """
        asked = (drawing, room, least, most, self.wanted)
        if self._settled[1:] == asked[1:] and self._settled[0] is drawing:
            return self._fold is not None
        self._settled = asked
        width, height = room
        is_readable = drawing.width * least <= width and drawing.height * least <= height
        if not self.wanted or is_readable or not can_be_folded(len(drawing.geometry.steps)):
            self.fold_like(None)
            self._settled = asked
            return False
        folding = fold(drawing, width, inf, LeastType(least * NAME.size_pt), most)
        self._fold = Fold(room_taken(folding), width / folding.scale, folding.scale)
        self._sheets = (Sheet(drawing, folding),)
        return True

    def _alike(self, drawing: Drawing) -> Folding | None:
        fold = self._fold
        if fold is None:
            return None
        before = self._sheets[0].folding if self._sheets else None
        return fold_again(drawing, fold.room, fold.width, fold.scale, before)
