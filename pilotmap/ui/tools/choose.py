"""Which gesture a press begins."""

from typing import Final

from PySide6.QtCore import QPointF

from pilotmap.layout.drawing import Point
from pilotmap.model.ids import taken_ids
from pilotmap.ui.canvas.ports import PORT_RADIUS, ports
from pilotmap.ui.canvas.strokes import PIN_RADIUS, pin_place
from pilotmap.ui.tools.desk import Desk
from pilotmap.ui.tools.draw_flow import DrawFlow
from pilotmap.ui.tools.lasso import Lasso
from pilotmap.ui.tools.let_go import LetGo
from pilotmap.ui.tools.move_lane import MoveLane
from pilotmap.ui.tools.move_steps import MoveSteps
from pilotmap.ui.tools.tool import Tool

_REACH: Final = PORT_RADIUS + 4


def tool_for(
    desk: Desk, at: Point, pixel: QPointF, hovered: str | None, *, adding: bool = False
) -> Tool | None:
    """Select what lies under a press of the left button, and begin its gesture.

    With `adding`, Shift or Ctrl, a thing goes into the selection or out of it. The derived picture
    With AI can be looked at, not edited.
    """
    today = desk.session.view == "today"
    port = port_at(desk, at, hovered) if today else None
    if port is not None and hovered is not None and not adding:
        return DrawFlow(desk, hovered, port, pixel)
    pinned = pin_at(desk, at)
    if pinned is not None and not adding:
        return LetGo(desk, pinned)
    hit = desk.picture.hit(at)
    if hit.kind not in {"step", "flow", "lane-head"}:
        return Lasso(desk, at, pixel, adding=adding)
    element = _meant(desk, hit.id)
    if adding and element is not None:
        desk.session.toggle(element)
        return None
    if element not in desk.session.selected:
        desk.session.select(element)
    if today and hit.kind == "step" and hit.id in desk.picture.drawing.geometry.step_by_id:
        return MoveSteps(desk, hit.id, at, pixel)
    if today and hit.kind == "lane-head":
        return MoveLane(desk, hit.id, at, pixel)
    desk.session.select(element)
    return None


def _meant(desk: Desk, element: str) -> str | None:
    """The element itself; what was derived from the AI step stands for it."""
    return element if element in taken_ids(desk.session.map) else desk.session.map.pilot.step


def port_at(desk: Desk, at: Point, hovered: str | None) -> Point | None:
    """The port of the hovered step under the pointer."""
    if hovered is None:
        return None
    offered = ports(desk.picture.drawing, hovered)
    return next((port for port in offered if _near(desk, at, port, _REACH)), None)


def pin_at(desk: Desk, at: Point) -> str | None:
    """The step whose pin is under the pointer."""
    if desk.session.view != "today":
        return None
    places = desk.picture.drawing.geometry.step_by_id
    for step in desk.picture.overlay.pinned:
        placed = places.get(step)
        if placed is not None and _near(desk, at, pin_place(placed.box), PIN_RADIUS + 2):
            return step
    return None


def _near(desk: Desk, at: Point, other: Point, pixels: float) -> bool:
    reach = pixels / desk.viewport.view.scale
    return abs(other[0] - at[0]) <= reach and abs(other[1] - at[1]) <= reach
