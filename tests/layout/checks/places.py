"""Faults of where things stand: steps, lanes, columns and rows, pins, badges and marks."""

import math
from collections.abc import Iterator
from itertools import pairwise

from pilotmap.layout.drawing import Box, PlacedStep
from pilotmap.model.map import PilotMap
from tests.layout.checks.scene import EPSILON, Defect, Item, Scene, touching, within


def faults_of_places(pilot_map: PilotMap, scene: Scene) -> Iterator[Defect]:
    """Every fault of steps and lanes, of pins, and of what stands around steps."""
    yield from _lanes(pilot_map, scene)
    yield from _in_lanes(pilot_map, scene)
    yield from _overlaps(scene)
    yield from _cells(pilot_map, scene)
    yield from _pins(pilot_map, scene)
    yield from _widths(pilot_map, scene)


def faults_of_numbers(scene: Scene) -> Iterator[Defect]:
    """A number that is none would slip through every comparison."""
    geometry = scene.drawing.geometry
    boxes = [(step.id, step.box) for step in geometry.steps] + list(geometry.lanes)
    boxes += [(item.owner, item.box) for item in (*scene.labels, *scene.extras)]
    for owner, box in boxes:
        if not all(map(math.isfinite, (box.x, box.y, box.w, box.h))) or min(box.w, box.h) < 0:
            yield Defect("not a box", (owner,))
    for flow in geometry.flows:
        if not all(math.isfinite(number) for point in flow.points for number in point):
            yield Defect("not a way", (flow.id,))


def _lanes(pilot_map: PilotMap, scene: Scene) -> Iterator[Defect]:
    lanes = scene.drawing.geometry.lanes
    if [lane for lane, _ in lanes] != [lane.id for lane in pilot_map.lanes]:
        yield Defect("lanes not in the order of the map", ())
    for (one, box), (other, below) in pairwise(lanes):
        if abs(box.bottom - below.y) > EPSILON or abs(box.right - below.right) > EPSILON:
            yield Defect("lanes do not tile", (one, other))
    if lanes and not all(within(box, scene.page) for _, box in lanes):
        yield Defect("outside the picture", tuple(lane for lane, _ in lanes))
    headed = {head.owner for head in scene.heads}
    for lane, _ in lanes:
        if lane not in headed:
            yield Defect("lane without a head", (lane,))


def _in_lanes(pilot_map: PilotMap, scene: Scene) -> Iterator[Defect]:
    lanes = scene.drawing.geometry.lane_by_id
    for step in pilot_map.steps:
        if step.id not in scene.bodies or step.lane not in lanes:
            yield Defect("step not placed", (step.id,))
        elif not within(scene.bodies[step.id], lanes[step.lane]):
            yield Defect("step outside its lane", (step.id,))
    for extra in scene.extras:
        if not within(extra.box, lanes[pilot_map.step_by_id[extra.owner].lane]):
            yield Defect("text or mark outside its lane", (extra.owner,))


def _overlaps(scene: Scene) -> Iterator[Defect]:
    steps = [Item(owner, "step", box) for owner, box in scene.bodies.items()]
    for item in (*steps, *scene.extras, *scene.labels):
        if not within(item.box, scene.page):
            yield Defect("outside the picture", (item.owner,))
    for one, other in touching((*steps, *scene.extras)):
        if one.owner != other.owner:
            yield Defect("boxes overlap", tuple(sorted((one.owner, other.owner))))
        elif "step" not in (one.what, other.what):
            yield Defect("marks or texts overlap", (one.owner,))
    for item, head in touching((*steps, *scene.extras), scene.heads):
        yield Defect("step on a lane head", (item.owner, head.owner))


def _cells(pilot_map: PilotMap, scene: Scene) -> Iterator[Defect]:
    """What the cells say must be what the picture shows."""
    placed = [step for step in scene.drawing.geometry.steps if step.id in pilot_map.step_by_id]
    columns: dict[int, list[tuple[float, str]]] = {}
    rows: dict[str, dict[int, list[tuple[float, str]]]] = {}
    taken: dict[tuple[str, int, int], str] = {}
    for step in placed:
        lane = pilot_map.step_by_id[step.id].lane
        x, y = step.box.centre
        columns.setdefault(step.column, []).append((x, step.id))
        rows.setdefault(lane, {}).setdefault(step.row, []).append((y, step.id))
        other = taken.setdefault((lane, step.column, step.row), step.id)
        if other != step.id:
            yield Defect("two steps in one cell", (other, step.id))
    yield from _out_of_line(columns, "column")
    for by_row in rows.values():
        yield from _out_of_line(by_row, "row")


def _out_of_line(lines: dict[int, list[tuple[float, str]]], what: str) -> Iterator[Defect]:
    for number, steps in lines.items():
        low, high = min(steps), max(steps)
        if number < 0 or high[0] - low[0] > EPSILON:
            yield Defect(f"{what} not in line", (low[1], high[1]))
    for one, other in pairwise(sorted(lines)):
        if max(lines[one])[0] >= min(lines[other])[0]:
            yield Defect(f"{what}s out of order", (max(lines[one])[1], min(lines[other])[1]))


def _pins(pilot_map: PilotMap, scene: Scene) -> Iterator[Defect]:
    """A pin is kept exactly; of pins that collide, one is."""
    wanted: dict[tuple[str, int, int], list[str]] = {}
    for step in pilot_map.steps:
        if step.pin is not None:
            cell = (step.lane, step.pin.column, step.pin.row)
            wanted.setdefault(cell, []).append(step.id)
    placed = scene.drawing.geometry.step_by_id
    for (_, column, row), steps in wanted.items():
        if not any(_is_at(placed[step], column, row) for step in steps if step in placed):
            yield Defect("pin not kept", tuple(steps))


def _is_at(step: PlacedStep, column: int, row: int) -> bool:
    return (step.column, step.row) == (column, row)


def _widths(pilot_map: PilotMap, scene: Scene) -> Iterator[Defect]:
    """Different widths would read as different importance."""
    first: dict[str, tuple[str, Box]] = {}
    for step in pilot_map.steps:
        if step.id in scene.bodies:
            other, box = first.setdefault(step.kind, (step.id, scene.bodies[step.id]))
            if abs(box.w - scene.bodies[step.id].w) > EPSILON:
                yield Defect("steps of different width", (other, step.id))
