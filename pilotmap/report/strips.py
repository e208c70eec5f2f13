"""Folds a picture that is too wide for the paper into strips, several of them on a page."""

from dataclasses import replace
from typing import Final, NamedTuple

from pilotmap.language import tr
from pilotmap.layout.drawing import Box, Drawing, Group, Rect, TextLine
from pilotmap.layout.strips import fold_drawing
from pilotmap.model.handoffs import handoffs
from pilotmap.model.map import PilotMap
from pilotmap.report.flow import Slice
from pilotmap.report.page import Bookmark, Link
from pilotmap.report.pdf_drawing import paint
from pilotmap.report.registers import handoff_key, mark_key
from pilotmap.report.squeeze import squeezed
from pilotmap.report.structure import Element
from pilotmap.report.told import told

STRIP_GAP: Final = 14.0
WHOLE_PT: Final = 4.5  # from here on, to see it all at once is worth the smaller type
_ENOUGH_PT: Final = 5.0
_PAGE_PT: Final = 0.8  # so much smaller than enough is as bad as a page more, twice of it as four
_TRIED_PT: Final = (6.0, 5.5, 5.0, 4.75, 4.5, 4.25, 4.0, 3.75, 3.5, 3.0, 2.5, 2.0, 1.5, 1.0)
_STEPS: Final = 5  # of the search for the largest scale


class Folding(NamedTuple):
    """The strips, how large they are shown, and how many pages they take."""

    scale: float
    strips: tuple[Drawing, ...]
    pages: int

    @property
    def type_pt(self) -> float:
        """The size of the smallest type of the map as shown, in points; single letters aside."""
        return min(map(smallest_type, self.strips)) * self.scale


def fold(drawing: Drawing, width: float, height: float) -> Folding:
    """How to show the drawing on pages of the given room in points, never larger than drawn.

    In one piece where its type does not become too small so; else in strips, on as few pages as
    type that can still be read allows, and then as large as these pages allow.
    """
    whole = min(1.0, width / max(drawing.width, 1.0), height / max(drawing.height, 1.0))
    in_one = Folding(whole, (drawing,), 1)
    if in_one.type_pt >= WHOLE_PT:
        return in_one
    size = smallest_type(drawing)
    scales = [min(1.0, type_pt / size) for type_pt in _TRIED_PT]
    tried = [_folded(drawing, width, height, scale) for scale in scales]
    best = min((in_one, *(each for each in tried if each is not None)), key=badness)
    found = _enlarged(best, drawing, width, height)
    whole_width = width / found.scale
    return found._replace(strips=tuple(_widened(each, whole_width) for each in found.strips))


def badness(folding: Folding) -> float:
    """How bad a folding is: its pages, and type that is too small; the larger of equals is best."""
    type_pt = folding.type_pt
    return folding.pages + (max(0.0, _ENOUGH_PT - type_pt) / _PAGE_PT) ** 2 - type_pt / 100


def _enlarged(folding: Folding, drawing: Drawing, width: float, height: float) -> Folding:
    """On as many pages, as large as they allow."""
    low, high = folding, 1.0
    for _ in range(_STEPS):
        middle = (low.scale + high) / 2
        found = _folded(drawing, width, height, middle)
        if found is None or found.pages > low.pages:
            high = middle
        else:
            low = found
    return low


def _folded(drawing: Drawing, width: float, height: float, scale: float) -> Folding | None:
    """The strips at a scale, or None where one is larger than a page."""
    strips = tuple(squeezed(each) for each in fold_drawing(drawing, width / scale))
    heights = [each.height * scale for each in strips]
    if max(heights) > height or max(each.width for each in strips) * scale > width + 0.01:
        return None
    pages, left = 1, height + STRIP_GAP
    for each in heights:
        if each + STRIP_GAP > left:
            pages, left = pages + 1, height + STRIP_GAP
        left -= each + STRIP_GAP
    return Folding(scale, strips, pages)


def _widened(strip: Drawing, width: float) -> Drawing:
    """The strip with lanes that reach to the edge of the page, as those of its neighbours do."""
    if strip.width >= width:
        return strip
    geometry = replace(
        strip.geometry,
        width=width,
        lanes=tuple((lane, replace(box, w=width - box.x)) for lane, box in strip.geometry.lanes),
    )
    groups = tuple(_wide(each, width) if each.kind == "lane" else each for each in strip.groups)
    return replace(strip, geometry=geometry, groups=groups)


def _wide(lane: Group, width: float) -> Group:
    body, *others = lane.primitives
    if isinstance(body, Rect):
        body = replace(body, box=replace(body.box, w=width - body.box.x))
    box = replace(lane.box, w=width - lane.box.x)
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


def strip_slices(pilot_map: PilotMap, folding: Folding, *, linked: bool) -> tuple[Slice, ...]:
    """Each strip as a piece that stays whole and is told in sentences.

    Linked ones lead from their H-marks to the rows of the register, and can be led to from there.
    """
    known = {each.flow.id: each.number for each in handoffs(pilot_map)} if linked else {}
    led_to: set[int] = set()
    return tuple(_strip(pilot_map, strip, folding.scale, known, led_to) for strip in folding.strips)


def _strip(
    pilot_map: PilotMap, strip: Drawing, scale: float, known: dict[str, int], led_to: set[int]
) -> Slice:
    figure = Element("Figure", alt=told(pilot_map, (each.id for each in strip.geometry.steps)))
    links, marks = [], []
    for group in strip.groups:
        number = known.get(group.id)
        if group.kind != "handoff" or number is None:
            continue
        box = group.box
        place = Box(box.x * scale, box.y * scale, box.w * scale, box.h * scale)
        about = tr("H{number}: its row among the handoffs", number=number)
        links.append(Link(place, handoff_key(number), about, Element("Link", alt=about)))
        if number not in led_to:
            marks.append(Bookmark(mark_key(number), "", place.y))
            led_to.add(number)
    layers = (paint(strip, scale=scale, figure=figure),)
    return Slice(strip.height * scale, layers, tuple(links), (), tuple(marks))
