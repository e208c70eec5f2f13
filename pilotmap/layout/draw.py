"""The picture of a map: a pure function, the same map gives the same picture."""

from collections.abc import Iterator, Mapping

from pilotmap.language import language
from pilotmap.layout.arrange import Arranged, arrange
from pilotmap.layout.drawing import Box, Drawing, Geometry, Group, TextLine
from pilotmap.layout.look.flows import Between, flow_group, handoff_group, label_group, note_groups
from pilotmap.layout.look.jumps import find_jumps
from pilotmap.layout.look.lanes import BAND_WIDTH, band_group, lane_group
from pilotmap.layout.look.steps import step_groups
from pilotmap.model.map import PilotMap


def draw_map(pilot_map: PilotMap, *, tags: Mapping[str, str] | None = None) -> Drawing:
    """Lay out a map and turn it into primitives, in points.

    `tags` marks steps by id as `new`, `changed` or `kept` (the derived picture with the AI). Never
    fails on a valid map, finished or not.
    """
    return painted(pilot_map, arrange(pilot_map, tags or {}))


def painted(pilot_map: PilotMap, arranged: Arranged) -> Drawing:
    """The drawing of a map that has been arranged: lanes, then flows, then steps."""
    groups = (
        *_lane_groups(pilot_map, arranged.geometry, arranged.bands),
        *_flow_groups(pilot_map, arranged),
        *_step_groups(pilot_map, arranged),
    )
    return Drawing(arranged.geometry, groups, _missing(groups))


def _lane_groups(
    pilot_map: PilotMap, geometry: Geometry, bands: list[tuple[int, int]]
) -> Iterator[Group]:
    for first, end in bands:
        top, bottom = geometry.lanes[first][1].y, geometry.lanes[end - 1][1].bottom
        yield band_group(pilot_map.lanes[first], Box(0, top, BAND_WIDTH, bottom - top))
    left = BAND_WIDTH if bands else 0.0
    for number, (lane, (_, box)) in enumerate(zip(pilot_map.lanes, geometry.lanes, strict=True)):
        yield lane_group(lane, box, number, bool(bands), left)


def _flow_groups(pilot_map: PilotMap, arranged: Arranged) -> Iterator[Group]:
    """All lines, then what is written on them."""
    net, flows = arranged.net, arranged.geometry.flows
    names, spoken = [step.name for step in pilot_map.steps], language()
    over: list[Group | None] = []
    jumps = find_jumps(flows)
    for number, flow in enumerate(flows):
        source, target = net.source[number], net.target[number]
        between = Between(names[source], names[target], spoken)
        label, mark = arranged.labels[number], arranged.marks[number]
        handoff = net.lane[source] != net.lane[target]
        yield flow_group(flow, jumps[number], handoff, net.back[number], between)
        if label is not None:
            over.append(label_group(flow, label, net.kinds[source] == "decision"))
            over.extend(note_groups(flow, label))
        if mark is not None:
            over.append(handoff_group(flow, mark, between))
    yield from (group for group in over if group is not None)


def _step_groups(pilot_map: PilotMap, arranged: Arranged) -> Iterator[Group]:
    placed = zip(pilot_map.steps, arranged.geometry.steps, arranged.contents, strict=True)
    for step, place, content in placed:
        lane = pilot_map.lane_by_id[step.lane].name
        yield from step_groups(step.id, content.looks, place.box.x, place.box.y, lane)


def _missing(groups: tuple[Group, ...]) -> frozenset[str]:
    missing: set[str] = set()
    for group in groups:
        for primitive in group.primitives:
            if isinstance(primitive, TextLine) and primitive.shaped.missing:
                missing |= primitive.shaped.missing
    return frozenset(missing)
