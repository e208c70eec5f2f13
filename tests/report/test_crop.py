"""Windows onto a picture: never through a step, as much as fits."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilotmap.assets import samples
from pilotmap.layout.draw import draw_map
from pilotmap.layout.drawing import Rect
from pilotmap.report.setting.crop import Span, around, window
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
def test_the_heads_of_lanes_are_shown_whole_or_not_at_all(path: Path) -> None:
    drawing = draw_map(load(path))
    heads = max(
        part.box.right
        for group in drawing.groups
        if group.kind == "lane"
        for part in group.primitives
        if isinstance(part, Rect) and part.fill == "lane.head"
    )
    for step in drawing.geometry.steps:
        for widest in (500.0, 760.0):
            x = around(drawing, step.id, widest, 225.0).x
            assert x == 0 or x >= heads - 1e-6
