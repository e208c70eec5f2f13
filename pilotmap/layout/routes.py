"""From runs to points: the way of each flow, its label's and its H-mark's box."""

from pilotmap.layout.content import COLUMN_PITCH, ROW_PITCH, SLOT_BAND
from pilotmap.layout.drawing import Box, PlacedFlow, Point
from pilotmap.layout.labels import LABEL_GAP, MARK_HALF, Label, Mark
from pilotmap.layout.parts import BESIDE
from pilotmap.layout.places import Places
from pilotmap.layout.runs import Run


def placed_flow(
    flow_id: str,
    route: list[Run],
    boxes: list[Box],
    overhang: float,
    places: Places,
    label: Label | None,
    mark: Mark | None,
) -> PlacedFlow:
    """A flow's points from box to box, and the boxes of what stands beside it.

    `overhang` is how far elements reach out of its source's box to the right.
    """
    first, last = route[0], route[-1]
    lines = [_down(run, places) if run.is_level else _across(run, places) for run in route]
    points = [_dock(first, boxes[first.source], lines[0], first.a < first.b)]
    for run, one, two in zip(route, lines, lines[1:], strict=False):
        points.append((two, one) if run.is_level else (one, two))
    points.append(_dock(last, boxes[last.target], lines[-1], last.a > last.b))
    return PlacedFlow(
        flow_id,
        tuple(points),
        _label_box(label, boxes, overhang, places) if label else None,
        _mark_box(mark, places) if mark else None,
    )


def _across(run: Run, places: Places) -> float:
    return places.x[run.line] + run.slot * COLUMN_PITCH if run.kind == "C" else run.at


def _down(run: Run, places: Places) -> float:
    return places.y[run.line] + run.slot * ROW_PITCH if run.kind == "R" else run.at


def _dock(run: Run, box: Box, line: float, is_far: bool) -> Point:
    """The point on the box's border in the line of a run; `is_far`: on its right or lower side."""
    if run.is_level:
        return (box.x + box.w if is_far else box.x, line)
    return (line, box.y + box.h if is_far else box.y)


def _label_box(label: Label, boxes: list[Box], overhang: float, places: Places) -> Box | None:
    run = label.run
    if run is None:
        return None
    ahead = run.b > run.a
    if label.spot == "stub":
        box = boxes[run.source]
        x = box.right + overhang + 2 if ahead else box.x - overhang - 2 - label.w
        return Box(x, _down(run, places) - LABEL_GAP - label.h, label.w, label.h)
    if label.spot == "far":
        x = places.x[run.a + 2] - places.half[run.a + 2] - label.lift - 2 - label.w
        return Box(x, _down(run, places) - LABEL_GAP - label.h, label.w, label.h)
    if label.spot == "side":
        y = places.y[run.a] + (SLOT_BAND if ahead else -SLOT_BAND - label.lift - label.h)
        return Box(run.at + BESIDE, y, label.w, label.h)
    box = boxes[run.source]
    x = _across(run, places)
    x += BESIDE if run.slot >= 0 else -BESIDE - label.w
    far = LABEL_GAP + label.lift
    return Box(x, box.bottom + far if ahead else box.y - far - label.h, label.w, label.h)


def _mark_box(mark: Mark, places: Places) -> Box:
    x = _across(mark.run, places)
    y = places.border_y[mark.border]
    return Box(x - mark.half, y - MARK_HALF, 2 * mark.half, 2 * MARK_HALF)
