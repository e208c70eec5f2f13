"""Folds a picture that is too wide for the paper into strips, several of them on a page."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from math import log
from typing import Final, NamedTuple

from pilotmap.layout.drawing import Drawing, Group, Rect, TextLine
from pilotmap.layout.strips import Folds, strip_widths, strips_between
from pilotmap.report.setting.compact import compacted
from pilotmap.report.setting.strip_heights import StripHeights

STRIP_GAP: Final = 14.0
WHOLE_PT: Final = 4.5  # from here on, to see it all at once is worth the smaller type
_ENOUGH_PT: Final = 5.0
_READABLE_PT: Final = 6.0  # larger type is not worth another strip
_LEAST_PT: Final = 2.0
_PAGE_PT: Final = 0.7  # so much smaller than enough is as bad as a page more, twice of it as four
_FEW_PAGES: Final = 6  # from here on, one page more is less and less of a burden
_SMALLER: Final = 0.97  # the next scale tried
_SCALES: Final = 16
_FINELY: Final = 8  # of many strips, an eighth more are tried next
_STEPS: Final = 12  # of the search for the largest scale


class Plan(NamedTuple):
    """A folding before its strips are made: where it cuts, at which scale, on how many pages.

    `type_pt` is the size of the smallest type of the map as shown, single letters aside.
    """

    edges: tuple[float, ...]
    scale: float
    pages: int
    type_pt: float


class Foldable:
    """A picture with what is known of its folding, whatever the paper."""

    def __init__(self, drawing: Drawing) -> None:
        self.drawing = drawing
        self.type_pt = smallest_type(drawing)
        self._folds = Folds(drawing)
        self._heights = StripHeights(drawing)
        self._sizes: dict[int, tuple[tuple[float, ...], list[float], list[float]]] = {}

    def sizes(self, count: int) -> tuple[tuple[float, ...], list[float], list[float]]:
        """Where at most so many strips are cut, and their widths and heights."""
        if count not in self._sizes:
            edges = self._folds.edges(count)
            heights = [self._heights.between(*span) for span in pairwise(edges)]
            self._sizes[count] = (tuple(edges), strip_widths(edges), heights)
        return self._sizes[count]


def planned(picture: Foldable, width: float, height: float) -> Plan:
    """How to show the picture on pages of the given room in points, never larger than drawn.

    In one piece where its type does not become too small so; else in strips, on as few pages as
    type that can still be read allows, and then as large as these pages allow.
    """
    drawing = picture.drawing
    whole = min(1.0, width / max(drawing.width, 1.0), height / max(drawing.height, 1.0))
    in_one = Plan((), whole, 1, picture.type_pt * whole)
    if in_one.type_pt >= WHOLE_PT:
        return in_one
    return min((in_one, *_plans(picture, width, height)), key=badness)


def folded(picture: Foldable, plan: Plan, width: float) -> tuple[Drawing, ...]:
    """The picture's strips as planned for pages of this width."""
    if not plan.edges:
        return (picture.drawing,)
    strips = strips_between(picture.drawing, list(plan.edges))
    return tuple(_widened(compacted(each), width / plan.scale) for each in strips)


def badness(plan: Plan) -> float:
    """How bad a folding is: its pages, and type that is too small; the larger of equals is best."""
    small = max(0.0, _ENOUGH_PT - plan.type_pt) / _PAGE_PT
    few, times = min(plan.pages, _FEW_PAGES), max(1.0, plan.pages / _FEW_PAGES)
    return few + _FEW_PAGES * log(times) + small**2 - plan.type_pt / 100


def _plans(picture: Foldable, width: float, height: float) -> Iterator[Plan]:
    """The best folding into each number of strips that is worth a try."""
    count = max(2, round(picture.drawing.width * _LEAST_PT / width / picture.type_pt))
    while True:
        plan = _scaled(picture, count, width, height)
        yield plan
        cut_no_more = len(plan.edges) - 1 < count
        if plan.scale >= 1.0 or plan.type_pt >= _READABLE_PT or cut_no_more:
            return
        count += max(1, count // _FINELY)


def _scaled(picture: Foldable, count: int, width: float, height: float) -> Plan:
    """So many strips at the scale that is best for them."""
    edges, widths, heights = picture.sizes(count)
    largest = min(1.0, width / max(widths), height / max(heights))
    size = picture.type_pt
    tried = (largest * _SMALLER**at for at in range(_SCALES))
    plans = (Plan(edges, each, _pages(heights, each, height), size * each) for each in tried)
    best = min(plans, key=badness)
    low, high = best.scale, min(largest, best.scale / _SMALLER)
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if _pages(heights, middle, height) > best.pages:
            high = middle
        else:
            low = middle
    return best._replace(scale=low, type_pt=size * low)


def _pages(heights: list[float], scale: float, height: float) -> int:
    """How many pages strips of these heights take."""
    pages, left = 1, height + STRIP_GAP
    for each in heights:
        needed = each * scale + STRIP_GAP
        if needed > left:
            pages, left = pages + 1, height + STRIP_GAP
        left -= needed
    return pages


def _widened(strip: Drawing, width: float) -> Drawing:
    """The strip with lanes that reach to the edge of the page, as those of its neighbours do."""
    if strip.width >= width:
        return strip
    geometry = replace(
        strip.geometry,
        width=width,
        lanes=tuple((lane, box._replace(w=width - box.x)) for lane, box in strip.geometry.lanes),
    )
    groups = tuple(_wide(each, width) if each.kind == "lane" else each for each in strip.groups)
    return replace(strip, geometry=geometry, groups=groups)


def _wide(lane: Group, width: float) -> Group:
    body, *others = lane.primitives
    if isinstance(body, Rect):
        body = replace(body, box=body.box._replace(w=width - body.box.x))
    box = lane.box._replace(w=width - lane.box.x)
    return replace(lane, box=box, primitives=(body, *others))


def smallest_type(drawing: Drawing) -> float:
    """The size of the smallest words in the drawing, in points; 6 where it has none."""
    sizes = [
        each.size
        for group in drawing.groups
        if group.kind != "strip"
        for each in group.primitives
        if isinstance(each, TextLine)
    ]
    return min(sizes, default=6.0) or 6.0
