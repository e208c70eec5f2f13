"""Faults of the ways of flows: of each alone, against boxes, and against each other."""

import math
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from pilotmap.layout.drawing import Box, PlacedFlow, Point, Rect
from pilotmap.model.map import PilotMap
from pilotmap.model.process import Flow
from tests.layout.checks.scene import (
    ARROW,
    EPSILON,
    LINE_GAP,
    Defect,
    Item,
    Line,
    Scene,
    apart,
    at,
    grown,
    touching,
    within,
)
from tests.layout.near import Near
from tests.layout.segments import Segment, overlap_length, segments, segments_cross

BOX_GAP: Final = 3.0  # a line nearer than this to a box looks like its border
KINK: Final = 5.0  # a shorter line between two bends looks like a slip of the pen
OFF_THE_CORNER: Final = 1.0  # how far a dock may be off a round corner


def faults_of_routes(pilot_map: PilotMap, scene: Scene) -> Iterator[Defect]:
    """Every fault of the ways of flows."""
    yield from _each_alone(pilot_map, scene)
    yield from _shapes(scene)
    yield from _through_boxes(pilot_map, scene)
    yield from _along_lanes(scene)
    yield from _arrow_heads(pilot_map, scene)
    yield from _hidden_bends(scene)
    yield from _shared_runs(pilot_map, scene)
    yield from _bends_on_flows(pilot_map, scene)


def _each_alone(pilot_map: PilotMap, scene: Scene) -> Iterator[Defect]:
    placed = {flow.id: flow for flow in scene.flows}
    radius = {group.id: _radius(group.primitives, scene.bodies[group.id]) for group in scene.steps}
    for flow in pilot_map.flows:
        if flow.id not in placed:
            yield Defect("flow without a way", (flow.id,))
            continue
        points = placed[flow.id].points
        routes = tuple(segments(points))
        back = Segment(routes[-1].end, routes[-1].start)
        for step, point, line in (
            (flow.source, points[0], routes[0]),
            (flow.target, points[-1], back),
        ):
            box, kind = scene.bodies[step], pilot_map.step_by_id[step].kind
            if not _on_border(box, point, kind, radius.get(step, 0.0)):
                yield Defect("flow not docked on the border", (flow.id, step))
            elif not _leads_away(box, line):
                yield Defect("flow along its own box", (flow.id, step))
        if not all(within(at(point), scene.page) for point in points):
            yield Defect("outside the picture", (flow.id,))


def _radius(primitives: tuple[object, ...], body: Box) -> float:
    """How round the corners of a step's box are painted."""
    rects = (part for part in primitives if isinstance(part, Rect))
    return next((r.radius for r in rects if within(r.box, body) and within(body, r.box)), 0.0)


def _on_border(box: Box, point: Point, kind: str, radius: float) -> bool:
    x, y = point
    if kind in {"decision", "parallel"}:
        across = abs(x - box.centre[0]) / (box.w / 2) + abs(y - box.centre[1]) / (box.h / 2)
        return abs(across - 1) < 0.03
    if not within(at(point), box):
        return False
    to_level = min(abs(x - box.x), abs(x - box.right))
    to_upright = min(abs(y - box.y), abs(y - box.bottom))
    short = radius - max(to_level, to_upright)  # how far into a round corner the dock lies
    off = radius - math.sqrt(radius**2 - short**2) if 0 < short <= radius else 0.0
    return min(to_level, to_upright) <= EPSILON and off <= OFF_THE_CORNER


def _leads_away(box: Box, first: Segment) -> bool:
    (x, y), (right, down) = first.start, first.direction
    return not within(at((x + BOX_GAP * right, y + BOX_GAP * down)), grown(box, 1.0))


def _shapes(scene: Scene) -> Iterator[Defect]:
    for flow, lines in scene.lines_of.items():
        routes = [line.segment for line in lines]
        if not all(route.is_orthogonal for route in routes):
            yield Defect("flow not orthogonal", (flow,))
        if any(one.is_horizontal == two.is_horizontal for one, two in pairwise(routes)):
            yield Defect("flow turns back on itself", (flow,))
        if any(route.length < KINK for route in routes[:-1]):
            yield Defect("kink in a flow", (flow,))
        if routes[-1].length < ARROW + 1:
            yield Defect("arrow head squeezed", (flow,))
        later = ((one, two) for n, one in enumerate(routes) for two in routes[n + 2 :])
        if any(
            segments_cross(one, two) or overlap_length(one, two, LINE_GAP) for one, two in later
        ):
            yield Defect("flow crosses itself", (flow,))


def _through_boxes(pilot_map: PilotMap, scene: Scene) -> Iterator[Defect]:
    areas = [Item(owner, "step", box) for owner, box in scene.bodies.items()]
    areas += [Item(extra.owner, "text or mark", extra.box) for extra in scene.extras]
    areas += scene.heads
    near = Near((number, area.box) for number, area in enumerate(areas))
    for line in scene.lines:
        flow = pilot_map.flow_by_id[line.flow]
        for number in near.around(line.segment.box, BOX_GAP):
            area = areas[number]
            if line.segment.runs_through(area.box, EPSILON):
                yield Defect(f"flow through a {area.what}", (line.flow, area.owner))
            elif area.what == "step" and _is_too_close(line, flow, area):
                yield Defect("flow too close to a step", (line.flow, area.owner))


def _is_too_close(line: Line, flow: Flow, step: Item) -> bool:
    leaves = line.number == 0 and step.owner == flow.source
    enters = line.is_last and step.owner == flow.target
    return not (leaves or enters) and line.segment.runs_through(grown(step.box, BOX_GAP), EPSILON)


def _along_lanes(scene: Scene) -> Iterator[Defect]:
    """A line on a lane's border looks like the border; crossing it is what handoffs do."""
    edges = sorted({y for _, box in scene.drawing.geometry.lanes for y in (box.y, box.bottom)})
    rights = {head.box.right for head in scene.heads}
    for line in scene.lines:
        (x, y), level = line.segment.start, line.segment.is_horizontal
        along = (abs(y - edge) for edge in edges) if level else (abs(x - edge) for edge in rights)
        if line.segment.length > EPSILON and min(along, default=LINE_GAP) < LINE_GAP:
            yield Defect("flow along a lane border", (line.flow,))


def _arrow_heads(pilot_map: PilotMap, scene: Scene) -> Iterator[Defect]:
    """An arrow must be seen: nothing stands on its head, no other line runs through it."""
    for head, item in touching(scene.heads_of_arrows, (*scene.labels, *scene.extras)):
        yield Defect("arrow head hidden", (head.owner, item.owner))
    placed = scene.drawing.geometry.flow_by_id
    for head in scene.heads_of_arrows:
        for number in scene.near_lines.around(head.box):
            line = scene.lines[number]
            if line.flow == head.owner or not line.segment.runs_through(head.box, EPSILON):
                continue
            if not _stubs(pilot_map, placed[head.owner], placed[line.flow], ends=("target",)):
                yield Defect("flow through an arrow head", (line.flow, head.owner))


def _hidden_bends(scene: Scene) -> Iterator[Defect]:
    """Under an H-mark a flow runs straight, so that its two sides belong together."""
    for mark in (label for label in scene.labels if label.what == "H-mark"):
        for line in scene.lines_of.get(mark.owner, ()):
            x, y = line.segment.end
            if not line.is_last and mark.box.overlaps(Box(x, y, 0.0, 0.0), -EPSILON):
                yield Defect("bend under an H-mark", (mark.owner,))


def _shared_runs(pilot_map: PilotMap, scene: Scene) -> Iterator[Defect]:
    placed, lines = scene.drawing.geometry.flow_by_id, scene.lines
    for one, other in scene.near_lines.pairs(LINE_GAP):
        first, second = lines[one], lines[other]
        shared = overlap_length(first.segment, second.segment, LINE_GAP)
        if first.flow == second.flow or shared <= EPSILON:
            continue
        stubs = _stubs(pilot_map, placed[first.flow], placed[second.flow])
        if not any(
            overlap_length(first.segment, stub, EPSILON) >= shared - EPSILON
            and overlap_length(second.segment, stub, EPSILON) > EPSILON
            for stub in stubs
        ):
            yield Defect("flows on top of each other", tuple(sorted((first.flow, second.flow))))


def _bends_on_flows(pilot_map: PilotMap, scene: Scene) -> Iterator[Defect]:
    """A bend that lies on another flow looks like a fork."""
    placed = scene.drawing.geometry.flow_by_id
    for line in scene.lines:
        corner = at(line.segment.end)
        for number in () if line.is_last else scene.near_lines.around(corner, LINE_GAP):
            other = scene.lines[number]
            if other.flow == line.flow or apart(corner, other.segment.box) >= LINE_GAP:
                continue
            stubs = _stubs(pilot_map, placed[line.flow], placed[other.flow])
            if all(apart(corner, stub.box) > LINE_GAP for stub in stubs):
                yield Defect("bend on another flow", (line.flow, other.flow))


def _stubs(
    pilot_map: PilotMap,
    one: PlacedFlow,
    other: PlacedFlow,
    ends: tuple[str, ...] = ("source", "target"),
) -> tuple[Segment, ...]:
    """The lines that two flows with a common end share from there on."""
    a, b = pilot_map.flow_by_id[one.id], pilot_map.flow_by_id[other.id]
    found: tuple[Segment, ...] = ()
    if "source" in ends and a.source == b.source:
        found += _common_route(one.points, other.points)
    if "target" in ends and a.target == b.target:
        found += _common_route(one.points[::-1], other.points[::-1])
    return found


def _common_route(one: tuple[Point, ...], other: tuple[Point, ...]) -> tuple[Segment, ...]:
    """The lines that two ways have in common from their first point on."""
    shared: list[Segment] = []
    for line, other_line in zip(segments(one), segments(other), strict=False):
        if apart(at(line.start), at(other_line.start)) > EPSILON:
            break
        if line.direction != other_line.direction:
            break
        shared.append(line if line.length <= other_line.length else other_line)
        if apart(at(line.end), at(other_line.end)) > EPSILON:
            break
    return tuple(shared)
