"""Where everything is: placement, routing and coordinates, one stage after the other.

The stages, each in a module of its own: `cycles` (which flows go back), `appended` (which steps
give way), `spine` (main path), `columns`, `rows`, `grid`, `router` (ways, found by `route_search`),
`tracks` (order in channels), `labels` (spots of labels and H-marks), `places` (points), `routes`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from pilotmap.layout.appended import find_appended
from pilotmap.layout.columns import find_columns
from pilotmap.layout.content import Content
from pilotmap.layout.cycles import find_back_flows
from pilotmap.layout.drawing import Box, Geometry, PlacedStep
from pilotmap.layout.grid import Grid, grid_of
from pilotmap.layout.labels import Label, Mark, labels_of, marks_of, settle_labels
from pilotmap.layout.look.lanes import (
    BAND_WIDTH,
    band_height,
    band_runs,
    head_height,
    subtitle,
)
from pilotmap.layout.looks import looks_of
from pilotmap.layout.measured import measured
from pilotmap.layout.net import Net, net_of
from pilotmap.layout.parts import HEAD_WIDTH, Parts
from pilotmap.layout.places import Places, place
from pilotmap.layout.router import Router, route_all
from pilotmap.layout.routes import placed_flow
from pilotmap.layout.rows import find_rows
from pilotmap.layout.spine import main_path
from pilotmap.layout.tracks import assign_tracks
from pilotmap.model.map import PilotMap
from pilotmap.model.process import Lane


@dataclass(frozen=True, slots=True)
class Arranged:
    """A map with all its places: the geometry, and what is to be painted there.

    `contents` by step, `labels` and `marks` by flow, all in file order; `bands` are runs of lanes
    of one group, as first and one past the last.
    """

    net: Net
    contents: list[Content]
    labels: list[Label | None]
    marks: list[Mark | None]
    bands: list[tuple[int, int]]
    geometry: Geometry


@dataclass(frozen=True, slots=True)
class Placed:
    """A map on the grid: the number of each node, its column and its row in its lane."""

    net: Net
    main: list[int]
    column: list[int]
    row: list[int]
    grid: Grid


def arrange(pilot_map: PilotMap, tags: Mapping[str, str]) -> Arranged:
    """Find all places of a map, in points; `tags` as in `draw_map`."""
    on_grid = placed(pilot_map)
    net, grid = on_grid.net, on_grid.grid
    contents = [measured(looks) for looks in looks_of(pilot_map, tags)]
    labels = labels_of(pilot_map, net)
    labelled = [label is not None for label in labels]
    docks = [content.docks for content in contents]
    router = route_all(net, grid, docks, labelled, on_grid.main)
    channels = assign_tracks(router)
    settle_labels(router, labels, contents)
    marks = marks_of(pilot_map, net, grid, router)
    bands = band_runs(pilot_map.lanes)
    heads = _head_heights(pilot_map.lanes, bands)
    parts = Parts(grid, contents, channels, heads, labels, marks)
    places = place(parts, HEAD_WIDTH + (BAND_WIDTH if bands else 0.0))
    geometry = _geometry(pilot_map, on_grid, parts, router, places)
    return Arranged(net, contents, labels, marks, bands, geometry)


def placed(pilot_map: PilotMap) -> Placed:
    """Give each step its cell: the first half of `arrange`, which needs no text."""
    net = net_of(pilot_map)
    net.set_back(find_back_flows(net))
    net.late = find_appended(net)
    main = main_path(net)
    column = find_columns(net)
    row = find_rows(net, column, main)
    return Placed(net, main, column, row, grid_of(net, column, row))


def _geometry(
    pilot_map: PilotMap, on_grid: Placed, parts: Parts, router: Router, places: Places
) -> Geometry:
    boxes = _boxes(on_grid.grid, parts.contents, places)
    steps = zip(pilot_map.steps, boxes, on_grid.column, on_grid.row, strict=True)
    flows = zip(pilot_map.flows, router.routes, parts.labels, parts.marks, strict=True)
    return Geometry(
        width=places.width,
        height=places.height,
        lanes=_lane_boxes(pilot_map, places),
        steps=tuple(PlacedStep(step.id, box, column, row) for step, box, column, row in steps),
        flows=tuple(
            placed_flow(
                flow.id, route, boxes, parts.contents[route[0].source].right, places, label, mark
            )
            for flow, route, label, mark in flows
        ),
    )


def _boxes(grid: Grid, contents: list[Content], places: Places) -> list[Box]:
    return [
        Box(places.x[x] - content.w / 2, places.y[y] - content.h / 2, content.w, content.h)
        for content, x, y in zip(contents, grid.x, grid.y, strict=True)
    ]


def _lane_boxes(pilot_map: PilotMap, places: Places) -> tuple[tuple[str, Box], ...]:
    edges = [*places.lane_y, places.height]
    return tuple(
        (lane.id, Box(0, top, places.width, bottom - top))
        for lane, top, bottom in zip(pilot_map.lanes, edges, edges[1:], strict=False)
    )


def _head_heights(lanes: tuple[Lane, ...], bands: list[tuple[int, int]]) -> list[float]:
    """The least height of each lane, for the words of its head and its share of its band."""
    heights = [head_height(lane.name, subtitle(lane, bool(bands))) for lane in lanes]
    for first, end in bands:
        share = band_height(lanes[first].group) / (end - first)
        heights[first:end] = [max(height, share) for height in heights[first:end]]
    return heights
