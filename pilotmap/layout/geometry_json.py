"""The geometry as plain JSON values, the form that `export -o OUT.json` writes."""

from typing import Any

from pilotmap.layout.drawing import Box, Drawing


def geometry_json(drawing: Drawing) -> dict[str, Any]:
    """Where everything is, in points, y downwards, x and y the top left corner."""
    geometry = drawing.geometry
    return {
        "width": _number(geometry.width),
        "height": _number(geometry.height),
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
