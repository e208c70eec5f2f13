"""Where an element of the map stands in its picture."""

from pilotmap.layout.drawing import Box, Drawing
from pilotmap.ui.canvas.heads import head_box

_FIELD_W, _FIELD_H = 110.0, 26.0


def box_of(drawing: Drawing, element: str | None) -> Box | None:
    """The box of a step, the label or middle of a flow, the head of a lane; None if not drawn."""
    geometry = drawing.geometry
    if element is None:
        return None
    if element in geometry.step_by_id:
        return geometry.step_by_id[element].box
    if element in geometry.lane_by_id:
        return head_box(drawing, element)
    pieces = geometry.pieces_by_id.get(element)
    if pieces is None:
        return None
    flow = pieces[0]
    mark = flow.label or _label(drawing, element)
    if mark is not None:
        return mark
    side = max(0, (len(flow.points) - 2) // 2)
    (x1, y1), (x2, y2) = flow.points[side], flow.points[side + 1]
    x, y = (x1 + x2) / 2, (y1 + y2) / 2
    return Box(x - _FIELD_W / 2, y - _FIELD_H / 2, _FIELD_W, _FIELD_H)


def _label(drawing: Drawing, flow: str) -> Box | None:
    """Where the label of a flow stands, which in a folded picture no piece of it says."""
    found = (group.box for group in drawing.groups if group.id == flow and group.kind == "label")
    return next(found, None) if len(drawing.geometry.pieces_by_id[flow]) > 1 else None
