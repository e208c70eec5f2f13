"""Which gesture a press begins."""

from typing import Final

from PySide6.QtCore import QPointF

from pilotmap.layout.drawing import Point
from pilotmap.model.ids import taken_ids
from pilotmap.ui.canvas.overlay import PORT_RADIUS, ports
from pilotmap.ui.tools.desk import Desk
from pilotmap.ui.tools.draw_flow import DrawFlow
from pilotmap.ui.tools.move_lane import MoveLane
from pilotmap.ui.tools.move_step import MoveStep
from pilotmap.ui.tools.pan import Pan
from pilotmap.ui.tools.tool import Tool

_REACH: Final = PORT_RADIUS + 4


def tool_for(desk: Desk, at: Point, pixel: QPointF, hovered: str | None) -> Tool | None:
    """Select what lies under a press of the left button, and begin its gesture.

    The derived picture With AI can be looked at, not edited.
    """
    today = desk.session.view == "today"
    port = port_at(desk, at, hovered) if today else None
    if port is not None and hovered is not None:
        return DrawFlow(desk, hovered, port, pixel)
    hit = desk.hit(at)
    if hit.kind in {"step", "flow", "lane-head"}:
        desk.session.select(_meant(desk, hit.id))
    else:
        desk.session.select(None)
        return Pan(desk, pixel)
    if today and hit.kind == "step" and hit.id in desk.drawing.geometry.step_by_id:
        return MoveStep(desk, hit.id, at, pixel)
    if today and hit.kind == "lane-head":
        return MoveLane(desk, hit.id, pixel)
    return None


def _meant(desk: Desk, thing: str) -> str | None:
    """The thing itself; what was derived from the AI step stands for it."""
    return thing if thing in taken_ids(desk.session.map) else desk.session.map.pilot.step


def port_at(desk: Desk, at: Point, hovered: str | None) -> Point | None:
    """The port of the hovered step under the pointer."""
    if hovered is None:
        return None
    reach = _REACH / desk.view.scale
    for port in ports(desk.drawing, hovered):
        if abs(port[0] - at[0]) <= reach and abs(port[1] - at[1]) <= reach:
            return port
    return None
