"""What lies over the picture and is no part of it: selection, hover, ports, drop previews."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QPainter

from pilotmap.layout.drawing import Box, Drawing, Point
from pilotmap.ui.canvas import strokes
from pilotmap.ui.canvas.operations import Colours
from pilotmap.ui.canvas.outlines import outline, painted_box, painted_boxes, worn_boxes
from pilotmap.ui.canvas.ports import paint_ports
from pilotmap.ui.canvas.view import View

Lag = Callable[[str], Point]


@dataclass(frozen=True, slots=True)
class Rubber:
    """The line of a flow being drawn, in points; `refused` says why it cannot end here."""

    start: Point
    end: Point
    target: Box | None = None
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Overlay:
    """All that is shown over a Drawing right now; boxes and points are the picture's."""

    selected: tuple[str, ...] = ()
    hovered: str | None = None
    pinned: frozenset[str] = frozenset()
    """Steps in a place that a person chose: each shows a pin that can be let go."""
    ghost: Box | None = None
    """The step that hangs on the pointer."""
    slot: Box | None = None
    """Where it will stand when it is let go."""
    rubber: Rubber | None = None
    greyed: frozenset[str] = frozenset()
    """Steps to which the flow being drawn cannot lead."""
    lasso: Box | None = None
    lane_mark: float | None = None
    """The y between two lanes where a dragged lane would go."""
    new: frozenset[str] = frozenset()
    """What the line being typed would make."""
    trail: tuple[str, ...] = ()
    """The flows that a walked case has taken."""
    branch: str | None = None
    """The flow that it takes next, where it could take others."""
    spots: tuple[str, ...] = ()
    """The steps where a walked case is; several while branches run at the same time."""

    def paint(
        self, painter: QPainter, drawing: Drawing, view: View, colours: Colours, lag: Lag
    ) -> None:
        """Paint over a painter whose units are the widget's pixels.

        `lag` says how far from its place an element on the move is still painted, in pixels.
        """
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
        self._paint_walk(painter, drawing, view, colours)
        self._paint_states(painter, drawing, view, colours)
        self._paint_selection(painter, drawing, view, colours, lag)
        if self.hovered is not None and self._is_still:
            paint_ports(painter, drawing, view, self.hovered, colours)
        self._paint_gesture(painter, drawing, view, colours)

    def _paint_walk(
        self, painter: QPainter, drawing: Drawing, view: View, colours: Colours
    ) -> None:
        if self.trail:
            strokes.paint_trail(painter, drawing, view, self.trail, colours)
        if self.branch is not None:
            strokes.paint_trail(painter, drawing, view, (self.branch,), colours, ahead=True)
        for spot in self.spots:
            if spot in drawing.geometry.step_by_id:
                box = painted_box(drawing, spot)
                strokes.paint_spot(painter, view.box_to_widget(box), colours)

    def _paint_states(
        self, painter: QPainter, drawing: Drawing, view: View, colours: Colours
    ) -> None:
        blue = colours["handoff.line"]
        for element in self.greyed:
            placed = drawing.geometry.step_by_id.get(element)
            if placed is not None:
                strokes.paint_wash(painter, view.box_to_widget(placed.box), colours)
        strokes.paint_pins(painter, drawing, view, self.pinned, colours)
        for box in painted_boxes(drawing, self.new).values():
            strokes.paint_new(painter, view.box_to_widget(box), colours)
        if self.hovered is not None and self.hovered not in self.selected:
            glow = strokes.line(blue, 1.2, 0.55)
            outline(painter, drawing, view, self.hovered, glow)

    def _paint_selection(
        self, painter: QPainter, drawing: Drawing, view: View, colours: Colours, lag: Lag
    ) -> None:
        if self.slot is not None:
            return  # a second box beside the slot would only confuse
        ring = strokes.line(colours["handoff.line"], 2.0)
        painted = painted_boxes(drawing, self.selected)
        worn = worn_boxes(drawing, self.selected)
        for element in self.selected:
            if element in self.spots:
                continue  # where a walked case is has a ring of its own
            painter.save()
            painter.translate(*lag(element))
            around = painted.get(element)
            outline(painter, drawing, view, element, ring, around, worn.get(element, ()))
            painter.restore()

    def _paint_gesture(
        self, painter: QPainter, drawing: Drawing, view: View, colours: Colours
    ) -> None:
        if self.slot is not None:
            strokes.paint_slot(painter, view.box_to_widget(self.slot), colours)
        if self.ghost is not None:
            strokes.paint_ghost(painter, view.box_to_widget(self.ghost), colours)
        if self.lasso is not None:
            strokes.paint_lasso(painter, view.box_to_widget(self.lasso), colours)
        if self.lane_mark is not None:
            strokes.paint_lane_mark(painter, drawing, view, self.lane_mark, colours)
        if self.rubber is not None:
            rubber = self.rubber
            target = None if rubber.target is None else view.box_to_widget(rubber.target)
            ends = (view.to_widget(*rubber.start), view.to_widget(*rubber.end))
            strokes.paint_rubber(painter, ends, target, rubber.refused, colours)

    @property
    def _is_still(self) -> bool:
        """Whether no gesture is in progress, so that ports may be offered."""
        return self.rubber is None and self.ghost is None and self.lasso is None
