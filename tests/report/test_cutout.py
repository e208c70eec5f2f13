"""Windows and strips: never through a step, as much as fits."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilotmap.assets import samples
from pilotmap.layout.draw import draw_map
from pilotmap.model.map import empty_map
from pilotmap.report.cutout import Span, window
from pilotmap.report.strips import READABLE_PT, fold, smallest_type
from pilotmap.storage.json_file import load


@st.composite
def rows_of_steps(draw: st.DrawFn) -> list[Span]:
    x, spans = 0.0, []
    for _ in range(draw(st.integers(1, 15))):
        x += draw(st.floats(40, 120))
        spans.append(Span(x, x + draw(st.floats(20, 140))))
        x = spans[-1].end
    return spans


@given(rows_of_steps(), st.data(), st.floats(180, 900))
def test_a_window_shows_its_step_whole_and_cuts_no_other(
    spans: list[Span], data: st.DataObject, longest: float
) -> None:
    target = data.draw(st.sampled_from(spans))
    whole = Span(0.0, spans[-1].end + 60)
    found = window(spans, target, longest, whole)
    assert found.length <= max(longest, 0) + 1e-6 or found == whole
    assert whole.start <= found.start <= target.start
    assert target.end <= found.end <= whole.end + 1e-6
    for each in spans:
        assert not each.start + 1e-6 < found.start < each.end - 1e-6
        assert not each.start + 1e-6 < found.end < each.end - 1e-6


@pytest.mark.parametrize("path", samples(), ids=lambda path: path.name.partition(".")[0])
@pytest.mark.parametrize("room", [(760.0, 380.0), (1100.0, 600.0), (420.0, 300.0)])
def test_strips_follow_each_other_fit_the_room_and_part_no_step(path, room) -> None:  # type: ignore[no-untyped-def]
    drawing = draw_map(load(path))
    folding = fold(drawing, *room)
    width, height = room
    strips = folding.strips
    assert strips[0].start == folding.head
    assert strips[-1].end == drawing.width
    assert all(one.end == other.start for one, other in itertools.pairwise(strips))
    assert 0 < folding.scale <= 1
    assert drawing.height * folding.scale <= height + 1e-6
    for strip in strips:
        assert (folding.head + strip.length) * folding.scale <= width + 1e-6
        for placed in drawing.geometry.steps:
            box = placed.box
            assert strip.end >= box.right or strip.end <= box.x or strip.end == drawing.width


def test_a_small_map_is_never_enlarged() -> None:
    drawing = draw_map(empty_map())
    assert fold(drawing, 5000, 5000).scale == 1.0


def test_type_is_readable_wherever_the_height_allows_it() -> None:
    drawing = draw_map(load(samples()[-1]))
    folding = fold(drawing, 760, 2000)
    assert smallest_type(drawing) * folding.scale >= READABLE_PT - 0.01
