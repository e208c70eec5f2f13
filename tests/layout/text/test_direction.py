"""Mixed directions come out in the order of Unicode annex 9."""

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from pilotmap.layout.text.direction import levels, visual_order
from pilotmap.layout.text.shaping import shape_line
from pilotmap.layout.text.style import TextStyle


@given(st.text(alphabet="abc אבג سلم 123 .,-:%()[]", max_size=30).map(str.strip))
def test_the_order_is_that_of_an_independent_implementation(text: str) -> None:
    # python-bidi's get_display is Rust's unicode-bidi; our levels come from its older Python code.
    assert "".join(text[index] for index in visual_order(levels(text))) == get_display(text)


@pytest.mark.parametrize("mark", ["\u2067", "\u202b", "\u200f", "\u2069", "\u202c", "\u200d"])
def test_invisible_marks_cost_no_character(mark: str) -> None:
    text = f"a{mark}אב{mark} 12{mark}"
    assert len(levels(text)) == len(text)
    assert not shape_line(text, TextStyle(12)).missing


def test_trailing_spaces_follow_the_line() -> None:
    assert levels("אב  ")[-1] == 1
    assert levels("ab אב  ")[-1] == 0


def test_deep_brackets_are_no_trap() -> None:
    text = "א" + "(" * 3000 + "]" * 3000
    assert len(levels(text)) == len(text)
