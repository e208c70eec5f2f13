"""Lines never exceed their width, lose nothing, and are broken where a reader expects it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilotmap.layout.text.breaking import ELLIPSIS, break_lines, shorten
from pilotmap.layout.text.direction import has_right_to_left, runs_left
from pilotmap.layout.text.graphemes import graphemes
from pilotmap.layout.text.measure import line_height, measure
from pilotmap.layout.text.style import TextStyle
from tests.layout.text.samples import BY_SCRIPT, lines

BODY = TextStyle(12)
widths = st.floats(min_value=25, max_value=400)


def inked(text: str) -> str:
    """The text without what a line end may swallow, and without marks of its direction."""
    return re.sub(r"[\s\u200b\u200e\u200f]", "", text)


@given(lines, widths, st.booleans())
def test_no_line_is_too_wide_and_no_character_is_lost(
    text: str, width: float, balanced: bool
) -> None:
    broken = break_lines(text, BODY, width, balanced=balanced)
    assert inked("".join(broken)) == inked(text)
    for line in broken:
        assert (
            measure(line, BODY) <= width + 1e-6 or len(graphemes(line.lstrip("\u200e\u200f"))) == 1
        )


@given(lines, widths)
def test_balancing_costs_no_line(text: str, width: float) -> None:
    even = break_lines(text, BODY, width)
    assert len(even) == len(break_lines(text, BODY, width, balanced=False))


@given(lines, widths, st.integers(min_value=1, max_value=4))
def test_a_line_limit_is_kept_and_shows_that_text_is_left_out(
    text: str, width: float, limit: int
) -> None:
    whole = break_lines(text, BODY, width)
    short = break_lines(text, BODY, width, max_lines=limit)
    assert len(short) <= limit
    for line in short:
        assert (
            measure(line, BODY) <= width + 1e-6 or len(graphemes(line.lstrip("\u200e\u200f"))) == 1
        )
    if len(whole) <= limit:
        assert short == whole
    elif "".join(short) != "".join(whole):
        # Lines that only their breaks made too many may still fit on one.
        assert short[-1].endswith(ELLIPSIS) or inked("".join(short)) == inked(text)


@given(lines)
def test_breaking_is_the_same_every_time(text: str) -> None:
    first = break_lines(text, BODY, 90)
    break_lines.cache_clear()
    assert break_lines(text, BODY, 90) == first


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("Triage and classify", 90, ("Triage and", "classify")),
        ("Approve the release", 108, ("Approve the", "release")),
        ("one two three four five", 90, ("one two three", "four five")),
        ("First\nSecond", 400, ("First", "Second")),
        ("First\n\nThird", 400, ("First", "", "Third")),
        ("  spaced  ", 400, ("spaced",)),
        ("", 400, ()),
        ("   ", 400, ()),
        ("Handover/escalation", 80, ("Handover/", "escalation")),
        ("Customer-facing", 70, ("Customer-", "facing")),
        ("an e-mail", 47, ("an", "e-mail")),
        ("within 1/2 hour", 50, ("within", "1/2 hour")),
        ("10\u00a0km far", 45, ("10\u00a0km", "far")),
    ],
)
def test_lines_end_where_a_reader_expects(
    text: str, width: float, expected: tuple[str, ...]
) -> None:
    assert break_lines(text, BODY, width) == expected


def test_a_word_too_long_is_cut_between_graphemes() -> None:
    broken = break_lines("Donaudampfschifffahrtsgesellschaft", BODY, 60)
    assert len(broken) > 2
    assert "".join(broken) == "Donaudampfschifffahrtsgesellschaft"
    flags = break_lines("🇩🇪🇫🇷🇮🇹🇪🇸", BODY, 20)
    assert flags == ("🇩🇪", "🇫🇷", "🇮🇹", "🇪🇸")


def test_closing_marks_never_start_a_line_and_opening_marks_never_end_one() -> None:
    for width in range(30, 120, 6):
        broken = break_lines(BY_SCRIPT["Japanese"] * 2, BODY, width)
        assert not any(line[0] in "」。、ー" for line in broken)
        assert not any(line[-1] == "「" for line in broken)


def test_thai_vowels_stay_with_their_consonant() -> None:
    for width in range(40, 120, 8):
        broken = break_lines("เปลี่ยนแปลงไม่ได้เพราะ" * 2, BODY, width)
        assert not any(line[-1] in "เแโใไ" for line in broken)
        assert not any(line[0] in "ะาำ" for line in broken)


def test_shortening_keeps_what_fits() -> None:
    assert shorten("short", BODY, 100) == "short"
    cut = shorten("A name that is far too long for its chip", BODY, 80)
    assert cut.endswith(ELLIPSIS)
    assert 60 < measure(cut, BODY) <= 80


def test_graphemes_are_what_a_reader_counts() -> None:
    assert graphemes("e\u0301a") == ("e\u0301", "a")
    assert len(graphemes("👩‍💻🇩🇪👍🏽1️⃣")) == 4
    assert graphemes("한국") == ("한", "국")
    assert graphemes("\u1112\u1161\u11ab") == ("\u1112\u1161\u11ab",)
    assert graphemes("क्षि") == ("क्षि",)
    assert graphemes("กำ") == ("กำ",)


@given(lines)
def test_graphemes_join_to_the_text(text: str) -> None:
    assert "".join(graphemes(text)) == text


def test_lines_have_room_for_their_letters() -> None:
    assert line_height(BODY) >= 12 * (1984 + 494) / 2048


@pytest.mark.parametrize(
    ("text", "leftwards"),
    [("Nothing leaves until סוכן תמיכה approves it", False), ("קבלת פנייה new CRM חדשה", True)],
)
def test_each_line_runs_as_the_whole_text_does(text: str, leftwards: bool) -> None:
    for width in (60, 80, 110, 150):
        lines = break_lines(text, TextStyle(12.0), width)
        assert len(lines) > 1
        assert all(runs_left(line) == leftwards for line in lines if has_right_to_left(line))
        said = " ".join(lines).translate({0x200E: None, 0x200F: None})
        assert said == text
