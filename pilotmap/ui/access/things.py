"""The things of the map as assistive technology takes hold of them: a light object for each."""

from PySide6.QtCore import QObject, QPoint, QRect, QRectF

from pilotmap.layout.drawing import Box, Drawing, PlacedFlow
from pilotmap.ui.access.thing import Thing
from pilotmap.ui.access.words import Words
from pilotmap.ui.canvas.canvas import Canvas
from pilotmap.ui.canvas.heads import head_box, shift
from pilotmap.ui.canvas.view import View

_FLOW_REACH_PX = 4


class Things(QObject):
    """All lanes, steps and flows of the map that a canvas shows, in the order of a walk."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self.canvas = canvas
        self.session = canvas.session
        self.said: dict[str, str] = {}
        """The names that were told, by id: who was told one wants to hear of another."""
        self.leaving: str | None = None
        """The thing that is being told as gone: until then it still has to have been there."""
        self._made: dict[str, Thing] = {}
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

    def __contains__(self, thing: str) -> bool:
        return thing in self.words.things

    def of(self, thing: str) -> Thing:
        """The object for a thing, made where it has none yet."""
        found = self._made.get(thing)
        if found is None:
            found = self._made[thing] = Thing(self, thing)
        return found

    def made(self, thing: str) -> Thing | None:
        """The object for a thing where somebody asked for it before."""
        return self._made.get(thing)

    def name(self, thing: str) -> str:
        """The name of a thing, remembered as told."""
        name = self.said[thing] = self.words.name(thing)
        return name

    def can_select(self, thing: str) -> bool:
        """Whether it can be selected; what is only in the picture with the AI cannot."""
        m = self.session.map
        return thing in m.step_by_id or thing in m.flow_by_id or thing in m.lane_by_id

    def select(self, thing: str) -> None:
        """Select it as a click does: what was derived from the AI step stands for that."""
        canvas, session = self.canvas, self.session
        canvas.naming.take()
        canvas.setFocus()
        session.select(thing if self.can_select(thing) else session.map.pilot.step)
        canvas.show_id(session.selection)

    def rect(self, thing: str) -> QRect:
        """Where on the screen it is painted; empty where it is not."""
        box = painted(self.canvas.drawing, self.canvas.view, thing)
        if box is None:
            return QRect()
        at = self.canvas.mapToGlobal(QPoint(0, 0))
        return QRectF(box.x, box.y, box.w, box.h).toAlignedRect().translated(at)

    def is_in_sight(self, thing: str) -> bool:
        """Whether the canvas shows any of it now."""
        seen = self.canvas.rect().translated(self.canvas.mapToGlobal(QPoint(0, 0)))
        return seen.intersects(self.rect(thing))

    def at(self, x: int, y: int) -> Thing | None:
        """What lies at a place of the screen."""
        pixel = self.canvas.mapFromGlobal(QPoint(x, y))
        if not self.canvas.rect().contains(pixel):
            return None
        hit = self.canvas.picture.hit(self.canvas.view.to_picture(pixel.x(), pixel.y()))
        return self.of(hit.id) if hit.id in self else None


def painted(drawing: Drawing, view: View, thing: str) -> Box | None:
    """The place of a step, a flow with its label, or the head of a lane on the canvas, in pixels.

    None where the picture does not show the thing.
    """
    geometry = drawing.geometry
    if thing in geometry.step_by_id:
        return view.box_to_widget(geometry.step_by_id[thing].box)
    if thing in geometry.flow_by_id:
        return _along(geometry.flow_by_id[thing], view)
    if thing in geometry.lane_by_id:
        head = view.box_to_widget(head_box(drawing, thing))
        return Box(head.x + shift(drawing, view) * view.scale, head.y, head.w, head.h)
    return None


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
