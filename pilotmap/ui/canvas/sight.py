"""Where to look, so that what matters is in sight: what was found, made, or is not as before."""

from collections.abc import Iterable, Iterator
from math import hypot
from typing import Final, Protocol

from pilotmap.layout.drawing import Box, Drawing
from pilotmap.model.map import PilotMap
from pilotmap.ui.canvas.heads import Heads
from pilotmap.ui.canvas.outlines import painted_box
from pilotmap.ui.canvas.places import box_of
from pilotmap.ui.canvas.sheet import READABLE
from pilotmap.ui.canvas.view import View

_AROUND_PX: Final = 24.0


class Port(Protocol):
    """The room in which one looks, in pixels."""

    @property
    def width(self) -> int:
        """How wide it is."""

    @property
    def free_height(self) -> int:
        """The height that nothing covers."""


class Sight:
    """What of one Drawing is in sight in a room, and how a view moves to have more in sight."""

    def __init__(self, drawing: Drawing, heads: Heads, port: Port) -> None:
        self._drawing, self._heads, self._port = drawing, heads, port

    def showing(self, view: View, element: str | None) -> View:
        """The view moved as little as needed to have an element in sight."""
        box = box_of(self._drawing, element)
        if box is None or element is None:
            return view
        if element not in self._drawing.geometry.lane_by_id:
            return self._holding(view, box)
        left = (self._port.width / 2 - view.to_widget(box.x, 0)[0]) / view.scale
        return self._in_room(view, box._replace(x=box.x + left, w=0.0), 0.0)

    def around(self, view: View, element: str | None, pilot_map: PilotMap) -> View:
        """A readable view that has an element in sight, and as many of its neighbours as fit."""
        box = self._painted(element)
        if box is None or element is None or element in self._drawing.geometry.lane_by_id:
            return self.showing(view, element)
        if view.scale < READABLE:
            view = self.centred(READABLE, box)
        return self._gathering(view, box, self._boxes(neighbours(pilot_map, element)))

    def region(self, view: View, elements: Iterable[str], middle: str | None) -> View:
        """A readable view of all these elements, or of what is around the middle one."""
        boxes = self._boxes(elements)
        start = self._painted(middle) or next(iter(boxes), None)
        if start is None:
            return view
        if view.scale < READABLE:
            whole = joined((start, *boxes))
            wide, high = self._room_px(1.0)
            scale = min(1.0, wide / max(1.0, whole.w), high / max(1.0, whole.h))
            if scale >= READABLE:
                return self.centred(scale, whole)
            view = self.centred(READABLE, start)
        return self._gathering(view, start, boxes)

    def centred(self, scale: float, box: Box) -> View:
        """A view of this scale with a box in its middle, beside the heads of the lanes."""
        heads = self._heads.covered(scale) * scale
        x, y = box.centre
        across, down = heads + (self._port.width - heads) / 2, self._port.free_height / 2
        return View(scale, x - across / scale, y - down / scale)

    def _holding(self, view: View, box: Box) -> View:
        return self._in_room(view, box, self._heads.covered(view.scale))

    def _in_room(self, view: View, box: Box, left: float) -> View:
        return view.showing(box, self._port.width, self._port.free_height, left)

    def _room_px(self, scale: float) -> tuple[float, float]:
        heads = self._heads.covered(scale) * scale
        around = 2 * _AROUND_PX
        return (self._port.width - heads - around, self._port.free_height - around)

    def _fits(self, box: Box, scale: float) -> bool:
        wide, high = self._room_px(scale)
        return box.w * scale <= wide and box.h * scale <= high

    def _painted(self, element: str | None) -> Box | None:
        """The place of an element, of a step with its badge and times."""
        if element in self._drawing.geometry.step_by_id:
            return painted_box(self._drawing, str(element))
        return box_of(self._drawing, element)

    def _boxes(self, elements: Iterable[str]) -> list[Box]:
        return [box for element in elements if (box := box_of(self._drawing, element))]

    def _gathering(self, view: View, box: Box, others: Iterable[Box]) -> View:
        """The view that has a box in sight, and of the others the nearest, as many as fit."""
        kept, (x, y) = box, box.centre
        for other in sorted(others, key=lambda o: hypot(o.centre[0] - x, o.centre[1] - y)):
            wider = joined((kept, other))
            if self._fits(wider, view.scale):
                kept = wider
        return self._holding(view, kept)


def neighbours(pilot_map: PilotMap, element: str) -> Iterator[str]:
    """The steps at the other ends of a step's flows, or at both ends of a flow."""
    flow = pilot_map.flow_by_id.get(element)
    if flow is not None:
        yield from (flow.source, flow.target)
    elif element in pilot_map.step_by_id:
        yield from (flow.source for flow in pilot_map.flows_in(element))
        yield from (flow.target for flow in pilot_map.flows_out(element))


def joined(boxes: Iterable[Box]) -> Box:
    """The box around boxes."""
    found = tuple(boxes)
    x, y = min(box.x for box in found), min(box.y for box in found)
    right, bottom = max(box.right for box in found), max(box.bottom for box in found)
    return Box(x, y, right - x, bottom - y)


def changed_elements(old: PilotMap, new: PilotMap) -> tuple[str, ...]:
    """Steps and flows that are new or others than before; where all went, what stood beside it."""
    steps, flows = old.step_by_id, old.flow_by_id
    found = [step.id for step in new.steps if steps.get(step.id) != step]
    found += [flow.id for flow in new.flows if flows.get(flow.id) != flow]
    if not found:
        gone = [step.id for step in old.steps if step.id not in new.step_by_id]
        found = [n for step in gone for n in neighbours(old, step) if n in new.step_by_id]
    return tuple(found)
