"""The picture on screen: what is painted now, in pieces prepared once, some of them on the move."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from PySide6.QtGui import QPainter

from pilotmap.layout.drawing import Box, Drawing, Group, Point
from pilotmap.ui.canvas.far_names import FarNames
from pilotmap.ui.canvas.glide import Glide
from pilotmap.ui.canvas.heads import Heads
from pilotmap.ui.canvas.index import Index
from pilotmap.ui.canvas.lane_glide import reshaped
from pilotmap.ui.canvas.operations import Colours
from pilotmap.ui.canvas.painter import Painter
from pilotmap.ui.canvas.view import View

_GHOSTLY: Final = 0.55
_PLACE: Final[Point] = (0.0, 0.0)

_Manner = tuple[Point, float]


class Stage:
    """One Drawing in one theme; `ghosts` are the ids that are not committed yet."""

    def __init__(
        self,
        drawing: Drawing,
        colours: Colours,
        ghosts: frozenset[str],
        last: "Stage | None" = None,
    ) -> None:
        self.drawing = drawing
        self._ghosts = ghosts
        self._painter = Painter(drawing, colours)
        self._index: Index | None = None
        self._names: FarNames | None = None
        self._heads: Heads | None = None
        if last is not None and last.drawing is drawing:
            # a preview that is committed: the same picture, and nothing in it is a ghost any more
            self._index, self._heads = last._index, last._heads
            if last._painter.colours is colours:
                self._painter, self._names = last._painter, last._names

    @property
    def index(self) -> Index:
        """What lies where."""
        if self._index is None:
            self._index = Index(self.drawing)
        return self._index

    @property
    def heads(self) -> Heads:
        """The heads of the lanes."""
        if self._heads is None:
            self._heads = Heads(self.drawing)
        return self._heads

    def paint(self, painter: QPainter, seen: Box, fine: float, moving: tuple[Glide, float]) -> None:
        """Paint what is seen; the painter's transform is the view's, in points."""
        glide, left = moving
        plain = not self._ghosts and not (glide.moves_elements and left)
        if plain or self._painter.is_afar(fine):
            self._painter.paint(painter, lambda: self.index.within(seen), fine)
            return
        groups = self.drawing.groups
        lanes = [number for number, group in enumerate(groups) if _is_lane(group)]
        others = [n for n in self._near(seen, glide, left) if not _is_lane(groups[n])]
        self._paint_lanes(painter, lanes, fine, glide, left)
        self._paint_moved(painter, others, fine, glide, left)

    def paint_beside(
        self, painter: QPainter, view: View, seen: Box, fine: float, moving: tuple[Glide, float]
    ) -> None:
        """Write names large where the map is small, and keep the heads of the lanes in sight.

        The painter's units are pixels.
        """
        if self._painter.is_named_apart(fine):
            if self._names is None:
                self._names = FarNames(self.drawing, self._painter.colours)
            self._names.paint(painter, view, self.index.within(seen))
        glide, left = moving

        def edges(group: Group) -> tuple[float, float]:
            travel = glide.lanes.get((group.kind, group.id)) if left else None
            return (travel[-1][1] * left, travel[-1][3] * left) if travel else (0.0, 0.0)

        _, height = view.to_widget(0.0, seen.bottom)
        self.heads.paint(painter, view, height, self._painter.colours, edges)

    def _near(self, seen: Box, glide: Glide, left: float) -> list[int]:
        """What is seen, and what comes from so far that it may be seen on its way."""
        if not left or not glide.offsets:
            return self.index.within(seen)
        far = max(max(abs(x), abs(y)) for x, y in glide.offsets.values()) * left
        wide = Box(seen.x - far, seen.y - far, seen.w + 2 * far, seen.h + 2 * far)
        return self.index.within(wide)

    def _paint_lanes(
        self, painter: QPainter, numbers: Iterable[int], fine: float, glide: Glide, left: float
    ) -> None:
        for number in numbers:
            group = self.drawing.groups[number]
            travel = glide.lanes.get((group.kind, group.id)) if left else None
            if travel is None:
                self._painter.paint_groups(painter, (number,), fine)
            else:
                shapes, words_at = reshaped(group, travel, left)
                self._painter.paint_reshaped(painter, number, shapes, words_at, fine)

    def _paint_moved(
        self, painter: QPainter, numbers: Iterable[int], fine: float, glide: Glide, left: float
    ) -> None:
        for (offset, opacity), run in groupby(numbers, lambda n: self._manner(n, glide, left)):
            painter.save()
            painter.translate(offset[0] * left, offset[1] * left)
            painter.setOpacity(opacity)
            self._painter.paint_groups(painter, run, fine)
            painter.restore()

    def _manner(self, number: int, glide: Glide, left: float) -> _Manner:
        group = self.drawing.groups[number]
        if group.id in self._ghosts:
            return (glide.offsets.get(group.id, _PLACE), _GHOSTLY)
        if left and group.id in glide.fading:
            return (_PLACE, 1.0 - left)
        return (glide.offsets.get(group.id, _PLACE), 1.0)


def _is_lane(group: Group) -> bool:
    return group.kind in ("lane", "band")


def ghosts_of(drawing: Drawing, known: Iterable[str]) -> Iterator[str]:
    """The ids of the picture that a map does not hold."""
    committed = set(known)
    return (group.id for group in drawing.groups if group.id not in committed)
