"""Faults between what is painted and what is placed: a person sees the painting."""

from collections.abc import Iterator
from typing import Final

from pilotmap.layout.drawing import Box, Group, PlacedFlow, Polygon, Polyline
from pilotmap.model.map import PilotMap
from tests.layout.checks.scene import Defect, Scene, apart, at, within
from tests.layout.segments import segments

JUMP: Final = 8.0  # how far the small jump over a crossing may leave the way
TIP: Final = 1.0
KINDS: Final = {"label": "label", "H-mark": "handoff"}


def faults_of_painting(pilot_map: PilotMap, scene: Scene) -> Iterator[Defect]:
    """Every fault between the geometry and the painted groups."""
    painted: dict[tuple[str, str], list[Group]] = {}
    for group in scene.drawing.groups:
        painted.setdefault((group.kind, group.id), []).append(group)
    for item in scene.labels:
        groups = painted.get((KINDS[item.what], item.owner), [])
        if not _are_one_at(groups, item.box, inner=True):
            yield Defect(f"{item.what} not painted where it is placed", (item.owner,))
    for step, body in scene.bodies.items():
        if not _are_one_at(painted.get(("step", step), []), body, inner=False):
            yield Defect("step not painted where it is placed", (step,))
    for flow in scene.flows:
        groups = painted.get(("flow", flow.id), [])
        if len(groups) != 1 or not _is_along(groups[0], flow):
            yield Defect("flow not painted where it is placed", (flow.id,))
        elif _is_blue(groups[0]) != pilot_map.is_handoff(pilot_map.flow_by_id[flow.id]):
            yield Defect("flow in another colour than it means", (flow.id,))


def _are_one_at(groups: list[Group], box: Box, inner: bool) -> bool:
    if len(groups) != 1:
        return False
    return within(groups[0].box, box) if inner else within(box, groups[0].box)


def _is_along(group: Group, flow: PlacedFlow) -> bool:
    """Whether the painted line keeps to the way, starts where it starts, and its head ends it."""
    lines = [part for part in group.primitives if isinstance(part, Polyline)]
    heads = [
        point for part in group.primitives if isinstance(part, Polygon) for point in part.points
    ]
    routes = [line.box for line in segments(flow.points)]
    points = [point for line in lines for point in line.points]
    return (
        bool(points)
        and apart(at(points[0]), at(flow.points[0])) <= TIP
        and any(apart(at(point), at(flow.points[-1])) <= TIP for point in heads)
        and all(min(apart(at(point), route) for route in routes) <= JUMP for point in points)
    )


def _is_blue(group: Group) -> bool:
    return any(isinstance(p, Polyline) and p.line == "handoff.line" for p in group.primitives)
