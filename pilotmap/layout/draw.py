"""The picture of a map: a pure function, the same map gives the same picture."""

from collections.abc import Iterator, Mapping

from pilotmap.layout.appended import find_appended
from pilotmap.layout.columns import find_columns
from pilotmap.layout.content import Content, Looks, measured
from pilotmap.layout.cycles import find_back_flows
from pilotmap.layout.drawing import Box, Drawing, Geometry, Group, PlacedFlow, PlacedStep, TextLine
from pilotmap.layout.grid import Grid, grid_of
from pilotmap.layout.labels import Label, Mark, labels_of, marks_of, settle_labels
from pilotmap.layout.look.flows import flow_group, handoff_group, label_group
from pilotmap.layout.look.jumps import find_jumps
from pilotmap.layout.look.lanes import (
    BAND_WIDTH,
    band_group,
    band_height,
    band_runs,
    head_height,
    lane_group,
    subtitle,
)
from pilotmap.layout.look.steps import about_step, step_groups
from pilotmap.layout.net import Net, net_of
from pilotmap.layout.places import HEAD_WIDTH, Parts, Places, place
from pilotmap.layout.router import route_all
from pilotmap.layout.rows import find_rows
from pilotmap.layout.spine import main_path
from pilotmap.layout.tracks import assign_tracks
from pilotmap.layout.ways import placed_flow
from pilotmap.model.map import PilotMap
from pilotmap.model.notes import Note
from pilotmap.model.pilot import MODE_WORDS
from pilotmap.model.process import Lane


def draw_map(pilot_map: PilotMap, *, tags: Mapping[str, str] | None = None) -> Drawing:
    """Lay out a map and turn it into primitives, in points.

    `tags` marks steps by id as `new`, `changed` or `kept` (the derived picture with the AI). Never
    fails on a valid map, finished or not.
    """
    net = net_of(pilot_map)
    net.back = find_back_flows(net)
    net.late = find_appended(net)
    main = main_path(net)
    column = find_columns(net)
    row = find_rows(net, column, main)
    contents = [measured(looks) for looks in _looks(pilot_map, tags or {})]
    grid = grid_of(net, column, row)
    labels = labels_of(pilot_map, net)
    labelled = [label is not None for label in labels]
    router = route_all(net, grid, [content.docks for content in contents], labelled, main)
    channels = assign_tracks(router)
    settle_labels(router, labels, contents)
    marks = marks_of(pilot_map, net, grid, router)
    bands = band_runs(pilot_map.lanes)
    heads = _head_heights(pilot_map.lanes, bands)
    parts = Parts(net, grid, contents, channels, heads, labels, marks)
    left = BAND_WIDTH if bands else 0.0
    places = place(parts, left + HEAD_WIDTH)
    boxes = _boxes(grid, contents, places)
    flows = tuple(
        placed_flow(flow.id, way, boxes, contents[way[0].source].right, places, label, mark)
        for flow, way, label, mark in zip(pilot_map.flows, router.ways, labels, marks, strict=True)
    )
    geometry = Geometry(
        width=places.width,
        height=places.height,
        lanes=_lane_boxes(pilot_map, places),
        steps=tuple(
            PlacedStep(step.id, box, at, at_row)
            for step, box, at, at_row in zip(pilot_map.steps, boxes, column, row, strict=True)
        ),
        flows=flows,
    )
    groups = (
        *_lane_groups(pilot_map, geometry, bands),
        *_flow_groups(pilot_map, net, flows, labels, marks),
        *_step_groups(pilot_map, boxes, contents),
    )
    return Drawing(geometry, groups, _missing(groups))


def _looks(pilot_map: PilotMap, tags: Mapping[str, str]) -> Iterator[Looks]:
    systems = {system.id: system.name for system in pilot_map.systems}
    marks = _marks_by_step(pilot_map.notes)
    pilot = pilot_map.pilot
    for step in pilot_map.steps:
        mode = None
        if step.id == pilot.step and pilot.verdict in (None, "ai"):
            mode = MODE_WORDS[pilot.mode] if pilot.mode else ""
        yield Looks(
            step.kind,
            step.name,
            tuple(systems[system] for system in step.systems),
            str(step.wait) if step.wait else "",
            str(step.work) if step.work else "",
            step.checks_ai,
            mode,
            marks.get(step.id, ()),
            tags.get(step.id, ""),
        )


def _marks_by_step(notes: tuple[Note, ...]) -> dict[str, tuple[tuple[str, int], ...]]:
    counts: dict[str, dict[str, int]] = {}
    for kind in ("note", "question", "pain"):
        for note in notes:
            if note.kind == kind and note.about is not None and not note.settled:
                by_kind = counts.setdefault(note.about, {})
                by_kind[kind] = by_kind.get(kind, 0) + 1
    return {about: tuple(by_kind.items()) for about, by_kind in counts.items()}


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


def _lane_groups(
    pilot_map: PilotMap, geometry: Geometry, bands: list[tuple[int, int]]
) -> Iterator[Group]:
    for first, end in bands:
        top, bottom = geometry.lanes[first][1].y, geometry.lanes[end - 1][1].bottom
        yield band_group(pilot_map.lanes[first], Box(0, top, BAND_WIDTH, bottom - top))
    left = BAND_WIDTH if bands else 0.0
    for number, (lane, (_, box)) in enumerate(zip(pilot_map.lanes, geometry.lanes, strict=True)):
        yield lane_group(lane, box, number, bool(bands), left)


def _flow_groups(
    pilot_map: PilotMap,
    net: Net,
    flows: tuple[PlacedFlow, ...],
    labels: list[Label | None],
    marks: list[Mark | None],
) -> Iterator[Group]:
    names = [step.name for step in pilot_map.steps]
    over: list[Group | None] = []
    jumps = find_jumps(flows)
    for number, flow in enumerate(flows):
        about = f"From {names[net.source[number]]} to {names[net.target[number]]}"
        label, mark = labels[number], marks[number]
        handoff = net.lane[net.source[number]] != net.lane[net.target[number]]
        yield flow_group(flow, jumps[number], handoff, net.back[number], about)
        if label is not None:
            is_branch = net.kinds[net.source[number]] == "decision"
            over.append(label_group(flow, label, is_branch))
        if mark is not None:
            over.append(handoff_group(flow, mark, f"Handoff {mark.text}: {about}"))
    yield from (group for group in over if group is not None)


def _step_groups(pilot_map: PilotMap, boxes: list[Box], contents: list[Content]) -> Iterator[Group]:
    for step, box, content in zip(pilot_map.steps, boxes, contents, strict=True):
        lane = pilot_map.lane_by_id[step.lane].name
        yield from step_groups(step.id, content, box, about_step(content, lane))


def _missing(groups: tuple[Group, ...]) -> frozenset[str]:
    missing: set[str] = set()
    for group in groups:
        for primitive in group.primitives:
            if isinstance(primitive, TextLine):
                missing |= primitive.shaped.missing
    return frozenset(missing)
