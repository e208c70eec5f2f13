"""A map on paper: whole where it can be read so, else in strips, several on a page."""

from pathlib import Path

import pytest

from pilotmap.analysis.with_ai import why_not_with_ai, with_ai
from pilotmap.assets import samples
from pilotmap.layout.draw import draw_map
from pilotmap.layout.drawing import Drawing
from pilotmap.model.map import PilotMap, empty_map
from pilotmap.report.setting.compact import compacted
from pilotmap.report.setting.strips import STRIP_GAP, WHOLE_PT, Foldable, Plan, folded, planned
from pilotmap.storage.json_file import load
from tests.benchmarks.generate import swimlanes
from tests.layout.defects import defects, folded_defects

ROOMS = [(760.0, 380.0), (1100.0, 600.0), (520.0, 640.0), (420.0, 300.0)]
Strips = tuple[Drawing, ...]


def fold(drawing: Drawing, width: float, height: float) -> tuple[Plan, Strips]:
    picture = Foldable(drawing)
    plan = planned(picture, width, height)
    return plan, folded(picture, plan, width)


each_sample = pytest.mark.parametrize(
    "path", samples(), ids=lambda path: path.name.partition(".")[0]
)


@each_sample
@pytest.mark.parametrize("room", ROOMS)
def test_every_step_stands_whole_in_one_strip_and_strips_fit_the_page(
    path: Path, room: tuple[float, float]
) -> None:
    pilot_map = load(path)
    width, height = room
    plan, strips = fold(draw_map(pilot_map), width, height)
    assert 0 < plan.scale <= 1
    shown = [step.id for strip in strips for step in strip.geometry.steps]
    assert sorted(shown) == sorted(step.id for step in pilot_map.steps)
    for strip in strips:
        assert strip.width * plan.scale <= width + 0.02
        assert strip.height * plan.scale <= height + 0.02
        assert all(step.box.right <= strip.width for step in strip.geometry.steps)


@each_sample
@pytest.mark.parametrize("room", ROOMS)
def test_the_pages_are_as_many_as_said(path: Path, room: tuple[float, float]) -> None:
    plan, strips = fold(draw_map(load(path)), *room)
    pages, left = 1, room[1]
    for at, strip in enumerate(strips):
        high = strip.height * plan.scale
        gap = STRIP_GAP if at and left < room[1] else 0.0
        if high + gap > left + 0.02:
            pages, left, gap = pages + 1, room[1], 0.0
        left -= high + gap
    assert plan.pages == pages


def test_a_map_that_can_be_read_whole_is_not_cut(support_map: PilotMap) -> None:
    drawing = draw_map(support_map)
    plan, strips = fold(drawing, 767, 420)
    assert strips == (drawing,)
    assert plan.type_pt >= WHOLE_PT


def test_strips_share_a_page_where_they_fit(support_map: PilotMap) -> None:
    plan, strips = fold(draw_map(support_map), 480, 700)
    assert len(strips) > 1
    assert plan.pages == 1
    assert {round(strip.width * plan.scale) for strip in strips} == {480}


def test_nothing_is_shown_larger_than_drawn() -> None:
    assert fold(draw_map(empty_map("Nothing yet")), 5000, 5000)[0].scale == 1.0


def _sizes(drawing: Drawing) -> dict[str, tuple[float, float]]:
    return {step.id: (step.box.w, step.box.h) for step in drawing.geometry.steps}


@pytest.mark.parametrize("seed", range(12))
def test_compacting_takes_empty_height_alone(seed: int) -> None:
    pilot_map = swimlanes(30, seed)
    whole = draw_map(pilot_map)
    low = compacted(whole)
    assert low.height <= whole.height
    assert _sizes(low) == _sizes(whole)
    assert [str(each) for each in defects(pilot_map, low)] == [
        str(each) for each in defects(pilot_map, whole)
    ]
    # words of lane heads that move to the middle again may free a little more
    assert low.height - 24 < compacted(low).height <= low.height


@each_sample
def test_compacting_spoils_no_sample_in_either_view(path: Path) -> None:
    views = [load(path)]
    if why_not_with_ai(views[0]) is None:
        views.append(with_ai(views[0]).map)
    for view in views:
        assert not defects(view, compacted(draw_map(view)))


@each_sample
@pytest.mark.parametrize("room", ROOMS)
def test_strips_on_paper_lose_and_cut_nothing(path: Path, room: tuple[float, float]) -> None:
    whole = draw_map(load(path))
    assert folded_defects(whole, fold(whole, *room)[1]) == ()
