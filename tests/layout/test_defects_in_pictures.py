"""A real picture that is spoilt in one place is never called clean."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest

from pilotmap.layout.draw import draw_map
from pilotmap.layout.drawing import Box, Drawing, PlacedFlow, PlacedStep, Polygon
from pilotmap.storage.json_file import load
from tests.benchmarks.generate import swimlanes
from tests.benchmarks.overlay import marked
from tests.conftest import SAMPLES
from tests.layout.defects import defects

Spoil = Callable[[Random, Drawing], Drawing]


def shifted(box: Box, x: float, y: float) -> Box:
    return box._replace(x=box.x + x, y=box.y + y)


def with_step(drawing: Drawing, step: PlacedStep) -> Drawing:
    steps = tuple(step if old.id == step.id else old for old in drawing.geometry.steps)
    return replace(drawing, geometry=replace(drawing.geometry, steps=steps))


def with_flow(drawing: Drawing, flow: PlacedFlow) -> Drawing:
    flows = tuple(flow if old.id == flow.id else old for old in drawing.geometry.flows)
    return replace(drawing, geometry=replace(drawing.geometry, flows=flows))


def move_a_step(random: Random, drawing: Drawing) -> Drawing:
    step = random.choice(drawing.geometry.steps)
    return with_step(drawing, step._replace(box=shifted(step.box, 0, random.choice((-9, 9, 40)))))


def swap_two_steps(random: Random, drawing: Drawing) -> Drawing:
    one, other = random.sample(drawing.geometry.steps, 2)
    return with_step(with_step(drawing, one._replace(box=other.box)), other._replace(box=one.box))


def bend_an_end(random: Random, drawing: Drawing) -> Drawing:
    flow = random.choice(drawing.geometry.flows)
    x, y = flow.points[-1]
    return with_flow(drawing, flow._replace(points=(*flow.points[:-1], (x + 6, y + 6))))


def move_a_route(random: Random, drawing: Drawing) -> Drawing:
    flow = random.choice(drawing.geometry.flows)
    points = tuple((x, y + 70) for x, y in flow.points)
    return with_flow(drawing, flow._replace(points=points))


def lose_a_route(random: Random, drawing: Drawing) -> Drawing:
    flow = random.choice(drawing.geometry.flows)
    return with_flow(drawing, flow._replace(points=flow.points[:1]))


def move_a_label(random: Random, drawing: Drawing) -> Drawing:
    flow = random.choice([flow for flow in drawing.geometry.flows if flow.label is not None])
    return with_flow(drawing, flow._replace(label=shifted(flow.label or Box(0, 0, 0, 0), 90, 90)))


def move_a_mark(random: Random, drawing: Drawing) -> Drawing:
    flow = random.choice([flow for flow in drawing.geometry.flows if flow.handoff is not None])
    box = flow.handoff or Box(0, 0, 0, 0)
    return with_flow(drawing, flow._replace(handoff=shifted(box, 0, random.choice((-6, 6)))))


def swap_two_lanes(random: Random, drawing: Drawing) -> Drawing:
    lanes = list(drawing.geometry.lanes)
    at = random.randrange(len(lanes) - 1)
    lanes[at], lanes[at + 1] = lanes[at + 1], lanes[at]
    return replace(drawing, geometry=replace(drawing.geometry, lanes=tuple(lanes)))


def leave_out_a_group(random: Random, drawing: Drawing) -> Drawing:
    seen = [g for g in drawing.groups if g.kind in {"lane", "step", "flow", "label", "handoff"}]
    lost = random.choice(seen)
    return replace(drawing, groups=tuple(group for group in drawing.groups if group is not lost))


SPOILING: tuple[Spoil, ...] = (
    move_a_step,
    swap_two_steps,
    bend_an_end,
    move_a_route,
    lose_a_route,
    move_a_label,
    move_a_mark,
    swap_two_lanes,
    leave_out_a_group,
)


@pytest.mark.parametrize("spoil", SPOILING, ids=lambda spoil: spoil.__name__)
@pytest.mark.parametrize("seed", range(6))
def test_a_spoilt_picture_is_found(spoil: Spoil, seed: int) -> None:
    pilot_map = swimlanes(40, seed)
    clean = draw_map(pilot_map)
    assert defects(pilot_map, clean) == ()
    for again in range(5):
        spoilt = spoil(Random(f"{seed} {again}"), clean)
        assert defects(pilot_map, spoilt), (spoil.__name__, seed, again)


def test_a_decision_that_the_ai_takes_bears_its_badge() -> None:
    pilot_map = load(SAMPLES / "insurance-claims-first-notice.pilotmap.json")
    step = pilot_map.pilot.step
    assert pilot_map.step_by_id[step or ""].kind == "decision"
    groups = [g for g in draw_map(pilot_map).groups if g.id == step]
    assert [g.about for g in groups if g.kind == "badge"] == ["AI · on its own"]
    shape = next(g for g in groups if g.kind == "step").primitives[0]
    assert isinstance(shape, Polygon)
    assert shape.line == "ai.line"


def test_the_overlay_frames_what_takes_part_in_a_defect() -> None:
    pilot_map = swimlanes(20, 3)
    spoilt = move_a_label(Random(1), draw_map(pilot_map))
    found = defects(pilot_map, spoilt)
    frames = marked(spoilt, found).groups[len(spoilt.groups) :]
    assert {group.id for group in frames} == {element for defect in found for element in defect.ids}
    assert {group.about for group in frames} == {defect.kind for defect in found}
