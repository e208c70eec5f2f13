"""Signatures drawn with a pen: any path that a file may hold gives lines, or nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilotmap.analysis.chain import recorded
from pilotmap.layout.drawing import Polyline
from pilotmap.model.map import PilotMap
from pilotmap.report.document.material import gathered
from pilotmap.report.document.pages import document
from pilotmap.report.setting.strokes import drawn_lines, strokes


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("M0 0 L10 5", (((0, 0), (10, 5)),)),
        ("M0,0 10,5 20,0", (((0, 0), (10, 5), (20, 0)),)),
        ("m1 1 l2 0 v3 h-2 z", (((1, 1), (3, 1), (3, 4), (1, 4), (1, 1)),)),
        ("M0 0 L1 1 M5 5 L6 6", (((0, 0), (1, 1)), ((5, 5), (6, 6)))),
        ("M0 0 L1 1 L2", (((0, 0), (1, 1)),)),
        ("M0 0 L1e999 3", (((0, 0),),)),
        ("3 4 M1 1", ()),
        ("", ()),
    ],
)
def test_paths_become_ways_of_the_pen(path: str, found: object) -> None:
    assert strokes(path) == found


def test_curves_start_and_end_where_they_should_and_bend_between() -> None:
    ((first, *bends, last),) = strokes("M0 0 C0 10 10 10 10 0")
    assert (first, last) == ((0, 0), (10, 0))
    assert max(y for _, y in bends) == pytest.approx(7.5)


@given(st.text(alphabet="MLHVCSQTAZmlhvcsqtaz0123456789eE ,.+-", max_size=200))
def test_whatever_a_record_may_hold_fits_its_box(path: str) -> None:
    for line in drawn_lines(path, 100, 30):
        assert all(-1e-3 <= x <= 100.001 and -1e-3 <= y <= 30.001 for x, y in line.points)


def test_the_drawing_stands_on_the_sign_off_page(support_map: PilotMap) -> None:
    def lines(pilot_map: PilotMap) -> int:
        page = document(gathered(pilot_map)).pages[-1]
        shown = [each for layer in page.layers for each in layer.primitives]
        return sum(isinstance(each, Polyline) and each.line == "ink" for each in shown)

    given_by = ("operations", "Name Surname", "approved", "2027-03-12T14:02:00+01:00")
    plain = recorded(support_map, *given_by)  # type: ignore[arg-type]
    drawn = recorded(support_map, *given_by, drawn="M0 0 L10 5 L3 9 M4 4 L5 5")  # type: ignore[arg-type]
    assert lines(drawn) == lines(plain) + 2
