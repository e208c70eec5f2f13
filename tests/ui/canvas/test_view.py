import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilotmap.layout.drawing import Box
from pilotmap.ui.canvas.view import LARGEST, SMALLEST, View, fitted

numbers = st.floats(-2000, 2000)
views = st.builds(View, st.floats(0.05, 6), numbers, numbers)


@given(views, numbers, numbers)
def test_a_place_on_the_widget_and_back(view: View, x: float, y: float) -> None:
    assert view.to_widget(*view.to_picture(x, y)) == pytest.approx((x, y), abs=1e-6)


@given(views, st.floats(0.001, 50), st.floats(0, 1000), st.floats(0, 700))
def test_zoom_keeps_what_is_under_the_pointer(view: View, scale: float, x: float, y: float) -> None:
    zoomed = view.zoomed(scale, (x, y))
    assert SMALLEST <= zoomed.scale <= LARGEST
    assert zoomed.to_picture(x, y) == pytest.approx(view.to_picture(x, y), abs=1e-6)


@given(st.floats(1, 50_000), st.floats(1, 20_000), st.floats(300, 2500), st.floats(200, 1500))
def test_fit_shows_all_of_it_and_blows_nothing_up(
    width: float, height: float, widget_w: float, widget_h: float
) -> None:
    view = fitted(Box(0, 0, width, height), widget_w, widget_h)
    assert view.scale <= 1.0
    seen = view.visible(widget_w, widget_h)
    if view.scale > SMALLEST:
        assert seen.x <= 0
        assert seen.y <= 0
        assert seen.right >= width - 1e-6
        assert seen.bottom >= height - 1e-6


@given(views, numbers, numbers)
def test_what_shall_be_seen_is_seen(view: View, x: float, y: float) -> None:
    box = Box(x, y, 60 / view.scale, 40 / view.scale)
    seen = view.showing(box, 900, 600).visible(900, 600)
    assert seen.x <= box.x + 1e-6
    assert box.right <= seen.right + 1e-6
    assert seen.y <= box.y + 1e-6
    assert box.bottom <= seen.bottom + 1e-6


def test_what_is_seen_already_does_not_move_the_view() -> None:
    view = View(1.0, 0.0, 0.0)
    assert view.showing(Box(100, 100, 50, 50), 900, 600) == view


@given(views)
def test_the_picture_cannot_be_lost_from_sight(view: View) -> None:
    whole = Box(0, 0, 1400, 400)
    assert view.kept_near(whole, 900, 600).visible(900, 600).overlaps(whole)
