"""The geometry as plain JSON values, the form that `export -o OUT.json` writes."""

from math import isfinite
from typing import Any

from pilotmap.layout.drawing import Box, Drawing
from pilotmap.layout.legible import least_type, pitch


def geometry_json(drawing: Drawing) -> dict[str, Any]:
    """Where everything is, in points, y downwards, x and y the top left corner.

    `least_type` is the size of the smallest words (null where there are none), `pitch` the width
    for each column: shown whole in a room of some width, a map is as legible as the one is large
    beside the other.
    """
    geometry, smallest = drawing.geometry, least_type(drawing)
    return {
        "width": _number(geometry.width),
        "height": _number(geometry.height),
        "least_type": _number(smallest) if isfinite(smallest) else None,
        "pitch": _number(pitch(drawing)),
        "lanes": [{"id": lane_id, **_box(box)} for lane_id, box in geometry.lanes],
        "steps": [
            {"id": step.id, **_box(step.box), "column": step.column, "row": step.row}
            for step in geometry.steps
        ],
        "flows": [
            {
                "id": flow.id,
                "points": [[_number(x), _number(y)] for x, y in flow.points],
                "label": _box(flow.label) if flow.label else None,
            }
            for flow in geometry.flows
        ],
    }


def _box(box: Box) -> dict[str, Any]:
    return {"x": _number(box.x), "y": _number(box.y), "w": _number(box.w), "h": _number(box.h)}


def _number(value: float) -> float | int:
    rounded = round(value, 3)
    return int(rounded) if rounded == int(rounded) else rounded
