"""The lanes of a strip: which it shows, how high they are there, and how they look."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from pilotmap.layout.drawing import Box, Drawing, Group, Rect, TextLine
from pilotmap.layout.folding.heights import LEFT, SEAM, Heights, Span, merged, used_by

_PASSING: Final = ("flow", "handoff", "strip")
_AROUND_WORDS: Final = 9.0


class Lanes:
    """The lanes and bands of a whole picture, from which each strip takes its own."""

    def __init__(self, drawing: Drawing) -> None:
        self._lanes = [group for group in drawing.groups if group.kind == "lane"]
        self._bands = [group for group in drawing.groups if group.kind == "band"]
        self._tops = [group.box.y for group in self._lanes]
        self._height = drawing.height

    @property
    def groups(self) -> tuple[Group, ...]:
        """All of them."""
        return (*self._lanes, *self._bands)

    def shown(self, groups: Iterable[Group]) -> list[int]:
        """The numbers of the lanes in which some of these stand, not only pass; never none.

        A band whose words need more room than its lanes here have shows more of them.
        """
        found = {
            min(max(bisect_right(self._tops, group.box.centre[1]) - 1, 0), len(self._lanes) - 1)
            for group in groups
            if group.kind not in _PASSING
        }
        if not found:
            return list(range(len(self._lanes)))
        for band in self._bands:
            within = self._within(band)
            here = [number for number in within if number in found]
            missing = iter([number for number in within if number not in found])
            while here and sum(self._lanes[number].box.h for number in here) < _words_height(band):
                here.append(next(missing))
            found.update(here)
        return sorted(found)

    def all_but(self, shown: Sequence[int]) -> tuple[Group, ...]:
        """The lanes that are left out."""
        return tuple(lane for number, lane in enumerate(self._lanes) if number not in set(shown))

    def heights(self, groups: Iterable[Group], shown: Sequence[int]) -> Heights:
        """The heights of a strip with these groups: what nothing takes up is shortened."""
        spans = [span for group in groups for span in used_by(group)]
        edges = [*self._tops, self._height]
        spans += [Span(y - 1, y + 1) for y in edges]
        empty = [
            Span(max(one.end, 0.0), min(other.start, self._height))
            for one, other in pairwise(merged(spans))
        ]
        left: list[list[tuple[Span, float]]] = [[] for _ in self._lanes]
        for span in empty:
            lane = bisect_right(self._tops, span.start) - 1
            least = LEFT if lane in shown else SEAM
            if span.length > least and lane >= 0:
                left[lane].append((span, least))
        for number in shown:
            self._widen(left, [number], _words_height(self._lanes[number]))
        for band in self._bands:
            here = [number for number in self._within(band) if number in shown]
            if here:
                self._widen(left, here, _words_height(band))
        return Heights(part for parts in left for part in parts)

    def _widen(self, left: list[list[tuple[Span, float]]], lanes: list[int], least: float) -> None:
        """Leave more of the empty stretches of lanes that would be too low together."""
        parts = [part for lane in lanes for part in left[lane]]
        height = sum(self._lanes[lane].box.h for lane in lanes)
        height -= sum(span.length - kept for span, kept in parts)
        can_grow = sum(span.length - kept for span, kept in parts)
        if height >= least or not can_grow:
            return
        share = min(1.0, (least - height) / can_grow)
        for lane in lanes:
            left[lane] = [(span, kept + share * (span.length - kept)) for span, kept in left[lane]]

    def painted(self, shown: Sequence[int], heights: Heights, width: float) -> Iterator[Group]:
        """The bands and lanes of a strip, as wide as it is."""
        for band in self._bands:
            here = [number for number in self._within(band) if number in shown]
            if here:
                yield _band(band, heights, self._lanes[here[0]].box.y, self._lanes[here[-1]].box)
        for number in shown:
            yield _lane(self._lanes[number], heights, width)

    def boxes(
        self, shown: Sequence[int], heights: Heights, width: float
    ) -> tuple[tuple[str, Box], ...]:
        """The lanes' boxes by id."""
        lanes = [self._lanes[number] for number in shown]
        return tuple((lane.id, heights.box(lane.box)._replace(w=width)) for lane in lanes)

    def _within(self, band: Group) -> range:
        first = bisect_right(self._tops, band.box.y + 1) - 1
        return range(first, bisect_right(self._tops, band.box.bottom - 1))


def _words(group: Group) -> list[TextLine]:
    return [part for part in group.primitives if isinstance(part, TextLine)]


def _words_height(group: Group) -> float:
    """How high a lane or band must be for the words in its head."""
    words = _words(group)
    if not words:
        return 0.0
    top = min(line.y - line.size for line in words)
    return max(line.y + line.size / 3 for line in words) - top + 2 * _AROUND_WORDS


def _lane(group: Group, heights: Heights, width: float) -> Group:
    box = heights.box(group.box)
    parts = _in_middle(group, box, heights)
    body = parts[0]
    if isinstance(body, Rect):
        parts = (replace(body, box=body.box._replace(w=width - body.box.x)), *parts[1:])
    return replace(group, box=box._replace(w=width), primitives=parts)


def _band(group: Group, heights: Heights, top: float, last: Box) -> Group:
    box = Box(group.box.x, heights.of(top), group.box.w, heights.of(last.bottom) - heights.of(top))
    return replace(group, box=box, primitives=_in_middle(group, box, heights, ground=box))


def _in_middle(
    group: Group, box: Box, heights: Heights, ground: Box | None = None
) -> tuple[Rect | TextLine, ...]:
    """A lane's or band's parts with its words in the middle of its new box."""
    down = box.centre[1] - group.box.centre[1]
    return tuple(
        replace(part, y=part.y + down)
        if isinstance(part, TextLine)
        else replace(part, box=ground or heights.box(part.box))
        for part in group.primitives
        if isinstance(part, Rect | TextLine)
    )
