"""What is wrong with a picture, judged from its geometry alone.

This module knows nothing of how the layout works: it reads boxes, points and text from a finished
Drawing and counts what contract 1 of the layout forbids (`Defect`), and what it asks to be small
(`Measures`). Lengths are in points.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

from pilotmap.layout.drawing import Box, Drawing, Group, PlacedFlow, Point, Polyline, Rect, TextLine
from pilotmap.layout.near import Near
from pilotmap.layout.segments import Segment, overlap_length, segments, segments_cross
from pilotmap.model.map import PilotMap

EPSILON: Final = 0.5
LINE_GAP: Final = 2.0  # two lines nearer than this look like one


class Defect(NamedTuple):
    """One thing that contract 1 forbids: its kind, and the ids that take part."""

    kind: str
    ids: tuple[str, ...]


@dataclass(frozen=True)
class Measures:
    """What should be small in a good picture; lengths in points, the area in square points."""

    crossings: int
    bends: int
    length: float
    area: float


class _Scene(NamedTuple):
    """The parts of a picture that can be in each other's way."""

    bodies: dict[str, Box]
    extras: tuple[tuple[str, Box], ...]
    labels: tuple[tuple[str, Box], ...]
    heads: tuple[tuple[str, Box], ...]
    flows: tuple[PlacedFlow, ...]


def defects(pilot_map: PilotMap, drawing: Drawing) -> tuple[Defect, ...]:
    """Everything that contract 1 of the layout forbids, found in a finished picture."""
    scene = _scene(drawing)
    found = [
        *_boxes(pilot_map, drawing, scene),
        *_flows_alone(pilot_map, scene),
        *_flows_through_boxes(scene),
        *_shared_runs(pilot_map, scene),
        *_labels(drawing, scene),
        *_text_inside(drawing),
    ]
    return tuple(dict.fromkeys(found))


def measures(drawing: Drawing) -> Measures:
    """Crossings, bends, length of all flows, and the area of the picture."""
    flows = drawing.geometry.flows
    lines = [(flow.id, segment) for flow in flows for segment in segments(flow.points)]
    near = Near((number, line.box) for number, (_, line) in enumerate(lines))
    crossings = 0
    for one, other in near.pairs():
        (flow, line), (other_flow, other_line) = lines[one], lines[other]
        crossings += flow != other_flow and segments_cross(line, other_line)
    return Measures(
        crossings=crossings,
        bends=sum(max(0, len(list(segments(flow.points))) - 1) for flow in flows),
        length=sum(line.length for _, line in lines),
        area=drawing.width * drawing.height,
    )


def _scene(drawing: Drawing) -> _Scene:
    geometry = drawing.geometry
    bodies = {step.id: step.box for step in geometry.steps}
    labels = [(flow.id, flow.label) for flow in geometry.flows if flow.label is not None]
    labels += [(flow.id, flow.handoff) for flow in geometry.flows if flow.handoff is not None]
    return _Scene(
        bodies=bodies,
        extras=tuple(_extras(drawing, bodies)),
        labels=tuple(labels),
        heads=tuple(_heads(drawing)),
        flows=geometry.flows,
    )


def _extras(drawing: Drawing, bodies: dict[str, Box]) -> Iterator[tuple[str, Box]]:
    """Badges, marks and times: what belongs to a step and stands outside its body."""
    for group in drawing.groups:
        if group.kind in {"badge", "mark"}:
            yield group.id, group.box
        if group.kind == "step":
            for line in (part for part in group.primitives if isinstance(part, TextLine)):
                box = text_box(line)
                if not box.overlaps(bodies[group.id]):
                    yield group.id, box


def _heads(drawing: Drawing) -> Iterator[tuple[str, Box]]:
    for group in drawing.groups:
        if group.kind == "lane":
            for part in group.primitives:
                if isinstance(part, Rect) and part.fill == "lane.head":
                    yield group.id, part.box


def text_box(line: TextLine) -> Box:
    """The area that a line of text takes: cap height above the baseline, descent below."""
    return Box(line.x, line.y - 0.73 * line.size, line.shaped.width, 0.93 * line.size)


def _boxes(pilot_map: PilotMap, drawing: Drawing, scene: _Scene) -> Iterator[Defect]:
    lanes = drawing.geometry.lane_by_id
    heads = dict(scene.heads)
    for step in pilot_map.steps:
        body, lane = scene.bodies[step.id], lanes[step.lane]
        if not _within(body, lane):
            yield Defect("step outside its lane", (step.id,))
        if step.lane in heads and body.overlaps(heads[step.lane], -EPSILON):
            yield Defect("step on a lane head", (step.id,))
    areas = [*scene.bodies.items(), *scene.extras]
    page = Box(0, 0, drawing.width, drawing.height)
    for owner, box in (*areas, *scene.labels):
        if not _within(box, page):
            yield Defect("outside the picture", (owner,))
    for one, other in Near((number, box) for number, (_, box) in enumerate(areas)).pairs():
        (first, box), (second, other_box) = areas[one], areas[other]
        if first != second and box.overlaps(other_box, -EPSILON):
            yield Defect("boxes overlap", tuple(sorted((first, second))))


def _flows_alone(pilot_map: PilotMap, scene: _Scene) -> Iterator[Defect]:
    for placed in scene.flows:
        flow = pilot_map.flow_by_id[placed.id]
        if len(placed.points) < 2:
            yield Defect("flow without a way", (placed.id,))
            continue
        if any(not line.is_orthogonal for line in segments(placed.points)):
            yield Defect("flow not orthogonal", (placed.id,))
        ends = ((flow.source, placed.points[0]), (flow.target, placed.points[-1]))
        for step_id, point in ends:
            if not _on_border(scene.bodies[step_id], point, pilot_map.step_by_id[step_id].kind):
                yield Defect("flow not docked on the border", (placed.id, step_id))
        for line, next_line in pairwise(segments(placed.points)):
            if line.is_horizontal == next_line.is_horizontal:
                yield Defect("flow turns back on itself", (placed.id,))


def _on_border(box: Box, point: Point, kind: str) -> bool:
    x, y = point
    if kind in {"decision", "parallel"}:
        across = abs(x - box.centre[0]) / (box.w / 2) + abs(y - box.centre[1]) / (box.h / 2)
        if abs(across - 1) < 0.03:
            return True
    inside = box.x - EPSILON <= x <= box.right + EPSILON
    inside = inside and box.y - EPSILON <= y <= box.bottom + EPSILON
    to_side = min(abs(x - box.x), abs(x - box.right), abs(y - box.y), abs(y - box.bottom))
    return inside and to_side <= EPSILON and kind != "decision"


def _flows_through_boxes(scene: _Scene) -> Iterator[Defect]:
    areas = [("step", owner, box) for owner, box in scene.bodies.items()]
    areas += [("text or mark", owner, box) for owner, box in scene.extras]
    areas += [("lane head", owner, box) for owner, box in scene.heads]
    near = Near((number, box) for number, (_, _, box) in enumerate(areas))
    for flow in scene.flows:
        for line in segments(flow.points):
            for number in near.around(line.box):
                kind, owner, box = areas[number]
                if line.runs_through(box, EPSILON):
                    yield Defect(f"flow through a {kind}", (flow.id, owner))


def _shared_runs(pilot_map: PilotMap, scene: _Scene) -> Iterator[Defect]:
    lines = [
        (flow, number, line)
        for flow in scene.flows
        for number, line in enumerate(segments(flow.points))
    ]
    near = Near((number, line.box) for number, (_, _, line) in enumerate(lines))
    for one, other in near.pairs(LINE_GAP):
        (first, _, line), (second, _, other_line) = lines[one], lines[other]
        if first.id == second.id or overlap_length(line, other_line, LINE_GAP) <= EPSILON:
            continue
        if not _is_shared_stub(pilot_map, first, second, line, other_line):
            yield Defect("flows on top of each other", tuple(sorted((first.id, second.id))))


def _is_shared_stub(
    pilot_map: PilotMap, first: PlacedFlow, second: PlacedFlow, line: Segment, other: Segment
) -> bool:
    """Whether two overlapping lines lie on the way that two flows share from or to one end."""
    a, b = pilot_map.flow_by_id[first.id], pilot_map.flow_by_id[second.id]
    stubs = []
    if a.source == b.source:
        stubs.append(_common_way(first.points, second.points))
    if a.target == b.target:
        stubs.append(_common_way(first.points[::-1], second.points[::-1]))
    return any(
        overlap_length(line, part, EPSILON) >= overlap_length(line, other, EPSILON) - EPSILON
        for stub in stubs
        for part in stub
        if overlap_length(other, part, EPSILON) > EPSILON
    )


def _common_way(one: tuple[Point, ...], other: tuple[Point, ...]) -> tuple[Segment, ...]:
    """The lines that two ways have in common from their first point on."""
    shared: list[Segment] = []
    for line, other_line in zip(segments(one), segments(other), strict=False):
        if _apart(line.start, other_line.start) or line.direction != other_line.direction:
            break
        shared.append(line if line.length <= other_line.length else other_line)
        if _apart(line.end, other_line.end):
            break
    return tuple(shared)


def _labels(drawing: Drawing, scene: _Scene) -> Iterator[Defect]:
    areas = [*scene.bodies.items(), *scene.extras, *scene.heads]
    near = Near((number, box) for number, (_, box) in enumerate(areas))
    lines = [(flow.id, line) for flow in scene.flows for line in segments(flow.points)]
    near_lines = Near((number, line.box) for number, (_, line) in enumerate(lines))
    for flow_id, label in scene.labels:
        for number in near.around(label):
            if label.overlaps(areas[number][1], -EPSILON):
                yield Defect("label on a box", (flow_id, areas[number][0]))
        for number in near_lines.around(label):
            other, line = lines[number]
            if other != flow_id and line.runs_through(label, EPSILON):
                yield Defect("label on another flow", (flow_id, other))
    labels = scene.labels
    for one, other_label in Near((n, box) for n, (_, box) in enumerate(labels)).pairs():
        if labels[one][1].overlaps(labels[other_label][1], -EPSILON):
            pair = (labels[one][0], labels[other_label][0])
            yield Defect("labels overlap", tuple(sorted(pair)))


def _text_inside(drawing: Drawing) -> Iterator[Defect]:
    bodies = {step.id: step.box for step in drawing.geometry.steps}
    heads = dict(_heads(drawing))
    for group in drawing.groups:
        home = bodies.get(group.id) if group.kind == "step" else heads.get(group.id)
        if home is None or group.kind not in {"step", "lane"}:
            continue
        diamond = _has_diamond(group)
        for line in (part for part in group.primitives if isinstance(part, TextLine)):
            box = text_box(line)
            if box.overlaps(home) and not _holds(home, box, diamond):
                yield Defect("text outside its box", (group.id,))


def _has_diamond(group: Group) -> bool:
    return not any(isinstance(part, Rect | Polyline) for part in group.primitives[:1])


def _holds(home: Box, text: Box, diamond: bool) -> bool:
    if not diamond:
        return _within(text, home)
    centre = home.centre
    corners = ((x, y) for x in (text.x, text.right) for y in (text.y, text.bottom))
    return all(
        abs(x - centre[0]) / (home.w / 2) + abs(y - centre[1]) / (home.h / 2) <= 1.04
        for x, y in corners
    )


def _within(inner: Box, outer: Box) -> bool:
    return (
        inner.x >= outer.x - EPSILON
        and inner.y >= outer.y - EPSILON
        and inner.right <= outer.right + EPSILON
        and inner.bottom <= outer.bottom + EPSILON
    )


def _apart(one: Point, other: Point) -> bool:
    return abs(one[0] - other[0]) > EPSILON or abs(one[1] - other[1]) > EPSILON
