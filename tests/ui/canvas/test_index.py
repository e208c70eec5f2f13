from itertools import pairwise

import pytest

from pilotmap.layout.draw import draw_map
from pilotmap.layout.drawing import Box, Drawing
from pilotmap.model.map import PilotMap
from pilotmap.ui.canvas.heads import Heads
from pilotmap.ui.canvas.index import NOTHING, Index
from pilotmap.ui.canvas.view import View


@pytest.fixture(scope="module")
def drawing(support_map: PilotMap) -> Drawing:
    return draw_map(support_map)


@pytest.fixture(scope="module")
def index(drawing: Drawing) -> Index:
    return Index(drawing)


def test_every_step_is_found_in_its_box(drawing: Drawing, index: Index) -> None:
    for step in drawing.geometry.steps:
        assert index.hit(*step.box.centre) == ("step", step.id)


def test_every_flow_is_found_on_its_line_and_a_little_beside_it(
    drawing: Drawing, index: Index
) -> None:
    steps = [step.box for step in drawing.geometry.steps]
    for flow in drawing.geometry.flows:
        sides = [
            (a, b) for a, b in pairwise(flow.points) if abs(a[0] - b[0]) + abs(a[1] - b[1]) > 20
        ]
        (x1, y1), (x2, y2) = sides[0]
        x, y = (x1 + x2) / 2, (y1 + y2) / 2
        assert not any(box.contains(x, y) for box in steps)
        assert index.hit(x, y) == ("flow", flow.id)
        aside = (x + 3, y) if x1 == x2 else (x, y + 3)
        assert index.hit(*aside) == ("flow", flow.id)


def test_labels_and_handoff_marks_stand_for_their_flow(drawing: Drawing, index: Index) -> None:
    marks = [
        (flow.id, mark)
        for flow in drawing.geometry.flows
        for mark in (flow.label, flow.handoff)
        if mark is not None
    ]
    assert len(marks) >= 10
    for flow, mark in marks:
        assert index.hit(*mark.centre) == ("flow", flow)


def test_a_lane_is_caught_where_nothing_else_is(drawing: Drawing, index: Index) -> None:
    for lane, box in drawing.geometry.lanes:
        assert index.hit(box.right - 3, box.y + 3) == ("lane", lane)


@pytest.mark.parametrize("view", [View(1, -20, -20), View(0.5, 600, 10)])
def test_lane_heads_stay_at_the_left_edge(drawing: Drawing, view: View) -> None:
    heads = Heads(drawing)
    for lane, box in drawing.geometry.lanes:
        left, y = view.to_widget(max(box.x, view.x), box.centre[1])
        wide = heads.covered(view.scale) * view.scale
        assert heads.lane_at(view, left + 60 * view.scale, y) == lane
        assert heads.lane_at(view, left + wide + 5, y) is None


def test_beside_the_picture_is_nothing(drawing: Drawing, index: Index) -> None:
    assert index.hit(-500, -500) == NOTHING
    assert index.hit(drawing.width + 500, drawing.height + 500) == NOTHING


@pytest.mark.parametrize(
    "box", [Box(100, 50, 300, 200), Box(-50, -50, 5000, 5000), Box(900, 1, 1, 1)]
)
def test_a_view_gets_exactly_what_touches_it_in_painting_order(
    drawing: Drawing, index: Index, box: Box
) -> None:
    expected = [n for n, group in enumerate(drawing.groups) if group.box.overlaps(box)]
    assert index.within(box) == expected
