"""The elements of the map as assistive technology takes hold of them: a light object for each."""

from PySide6.QtCore import QObject, QPoint, QRect, QRectF

from pilotmap.layout.drawing import Box, Drawing, PlacedFlow
from pilotmap.ui.access.element import Element
from pilotmap.ui.access.words import Words
from pilotmap.ui.canvas.canvas import Canvas
from pilotmap.ui.canvas.heads import Heads
from pilotmap.ui.canvas.view import View

_FLOW_REACH_PX = 4


class Elements(QObject):
    """All lanes, steps and flows of the map that a canvas shows, in the order of a walk."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self.canvas = canvas
        self.session = canvas.session
        self.said: dict[str, str] = {}
        """The names that were told, by id: who was told one wants to hear of another."""
        self.leaving: str | None = None
        """The element that is being told as gone: until then it still has to have been there."""
        self._made: dict[str, Element] = {}
        self._words = Words(self.session.map, {})

    @property
    def words(self) -> Words:
        """What is said of the map that is shown."""
        session = self.session
        derived = session.derived.with_ai if session.view == "with-ai" else None
        shown = session.map if derived is None else derived.map
        if self._words.map is not shown:
            self._words = Words(shown, {} if derived is None else derived.tags)
        return self._words

    def __contains__(self, element: str) -> bool:
        return element in self.words.elements

    def of(self, element: str) -> Element:
        """The object for an element, made where it has none yet."""
        found = self._made.get(element)
        if found is None:
            found = self._made[element] = Element(self, element)
        return found

    def made(self, element: str) -> Element | None:
        """The object for an element where somebody asked for it before."""
        return self._made.get(element)

    def name(self, element: str) -> str:
        """The name of an element, remembered as told."""
        name = self.said[element] = self.words.name(element)
        return name

    def can_select(self, element: str) -> bool:
        """Whether it can be selected; what is only in the picture with the AI cannot."""
        pilot_map = self.session.map
        return (
            element in pilot_map.step_by_id
            or element in pilot_map.flow_by_id
            or element in pilot_map.lane_by_id
        )

    def select(self, element: str) -> None:
        """Select it as a click does: what was derived from the AI step stands for that."""
        canvas, session = self.canvas, self.session
        canvas.naming.take()
        canvas.setFocus()
        session.select(element if self.can_select(element) else session.map.pilot.step)
        canvas.show_id(session.selection)

    def rect(self, element: str) -> QRect:
        """Where on the screen it is painted; empty where it is not."""
        box = painted(self.canvas.drawing, self.canvas.view, element)
        if box is None:
            return QRect()
        at = self.canvas.mapToGlobal(QPoint(0, 0))
        return QRectF(box.x, box.y, box.w, box.h).toAlignedRect().translated(at)

    def is_in_sight(self, element: str) -> bool:
        """Whether the canvas shows any of it now."""
        seen = self.canvas.rect().translated(self.canvas.mapToGlobal(QPoint(0, 0)))
        return seen.intersects(self.rect(element))

    def at(self, x: int, y: int) -> Element | None:
        """What lies at a place of the screen."""
        pixel = self.canvas.mapFromGlobal(QPoint(x, y))
        if not self.canvas.rect().contains(pixel):
            return None
        hit = self.canvas.picture.hit(self.canvas.view.to_picture(pixel.x(), pixel.y()))
        return self.of(hit.id) if hit.id in self else None


def painted(drawing: Drawing, view: View, element: str) -> Box | None:
    """The place of a step, a flow with its label, or the head of a lane on the canvas, in pixels.

    None where the picture does not show the element.
    """
    geometry = drawing.geometry
    if element in geometry.step_by_id:
        return view.box_to_widget(geometry.step_by_id[element].box)
    if element in geometry.pieces_by_id:
        return _along(geometry.pieces_by_id[element][0], view)
    return next(Heads(drawing).boxes(view, element), None)


def _along(flow: PlacedFlow, view: View) -> Box:
    marks = [mark for mark in (flow.label, flow.handoff) if mark is not None]
    points = [*flow.points]
    points += [point for mark in marks for point in ((mark.x, mark.y), (mark.right, mark.bottom))]
    seen = [view.to_widget(*point) for point in points]
    left, top = min(x for x, _ in seen), min(y for _, y in seen)
    right, bottom = max(x for x, _ in seen), max(y for _, y in seen)
    # a straight line has no height of its own, and a pointer catches it a little beside it, too
    reach = _FLOW_REACH_PX
    return Box(left - reach, top - reach, right - left + 2 * reach, bottom - top + 2 * reach)
