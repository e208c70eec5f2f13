"""Measures what a step of any kind shows: steps and waits are boxes, starts and ends are pills."""

from functools import lru_cache

from pilotmap.language import tr
from pilotmap.layout.content import (
    COLUMN_PITCH,
    NAME,
    NAME_AI,
    NAME_LINE,
    NO_NAME,
    PILL_WIDTH,
    ROW_PITCH,
    SIGN,
    SIGN_PITCH,
    SMALL,
    SMALL_BOLD,
    SMALL_LINE,
    STEP_WIDTH,
    Content,
    Looks,
    Words,
)
from pilotmap.layout.diamonds import diamond, gate
from pilotmap.layout.drawing import Box
from pilotmap.layout.ornaments import (
    BADGE_MIDDLE,
    BADGE_TOP,
    badge_of,
    check_of,
    chip_rows,
    chips_of,
    half_width,
    marks_of,
    others_text,
    rows_height,
    tag_before,
    tag_of,
    tag_words,
    times_below,
)
from pilotmap.layout.runs import Docks
from pilotmap.layout.text import TextStyle, break_lines, measure

UNDER_TAG = 14.5


@lru_cache(maxsize=20_000)
def measured(looks: Looks) -> Content:
    """Measure a step of any kind."""
    if looks.kind == "decision":
        return diamond(looks)
    if looks.kind == "parallel":
        return gate(looks)
    if looks.kind in ("start", "end"):
        return _pill(looks)
    return _box(looks)


def _box(looks: Looks) -> Content:
    style = NAME_AI if looks.mode is not None else NAME
    inset = 24.0 if looks.kind == "wait" else 6.0
    lines = break_lines(looks.name or tr(NO_NAME), style, STEP_WIDTH - 2 * inset)
    others = break_lines(others_text(looks), SMALL, STEP_WIDTH - 2 * inset)
    rows = chip_rows(looks.systems, STEP_WIDTH - 12)
    below_name = SMALL_LINE * len(others)
    zone = max(NAME_LINE * len(lines) + below_name + 14, 44.0 if rows else 62.0)
    h = zone + rows_height(rows) + 6 if rows else zone
    name = _name(lines, STEP_WIDTH, (zone - below_name) / 2 + (1 if rows else 0), style)
    name += tuple(
        Words(line, STEP_WIDTH / 2, name[-1].y + 1 + SMALL_LINE * number, SMALL)
        for number, line in enumerate(others, 1)
    )
    times = times_below(looks, STEP_WIDTH, h)
    badge = badge_of(looks)
    count = len(looks.marks) + looks.checks_ai
    last = STEP_WIDTH + 1 - SIGN_PITCH * count - 4
    tag = tag_before(looks, 4.0, min(STEP_WIDTH / 2 - 10, last))
    left = right = max(0.0, (badge[0].w - STEP_WIDTH) / 2) if badge else 0.0
    at, y = STEP_WIDTH - 10, 0.0
    if badge:
        half = badge[0].w / 2
        at, y = STEP_WIDTH / 2 + half + SIGN / 2 + 3 + SIGN_PITCH * (count - 1), BADGE_MIDDLE
        right = max(right, at + SIGN / 2 - STEP_WIDTH) if count else right
        before = half + 15 + measure(tag_words(looks.tag), SMALL_BOLD)
        tag = tag_of(looks, STEP_WIDTH / 2 - before, BADGE_MIDDLE)
    left = max(left, -tag[0].x) if tag else left
    marks, check = marks_of(looks, at, y), check_of(looks, at - SIGN_PITCH * len(looks.marks), y)
    above = -BADGE_TOP if badge else 10.0 if count or tag else 0.0
    below = times[-1].y - h + 5 if times else 0.0
    clock = Box(8, zone / 2 - 7, 14, 14) if looks.kind == "wait" else None
    return Content(
        looks, STEP_WIDTH, h, above, below, left, right, name, chips_of(rows, STEP_WIDTH, zone),
        times, _box_docks(looks, h, times, count), badge, tag, marks, check, clock,
    )  # fmt: skip


def _name(lines: tuple[str, ...], w: float, middle: float, style: TextStyle) -> tuple[Words, ...]:
    """The lines of a name in the middle of a width, around a height."""
    first = middle + 5.7 - NAME_LINE / 2 * (len(lines) - 1)
    return tuple(Words(line, w / 2, first + NAME_LINE * i, style) for i, line in enumerate(lines))


def _box_docks(looks: Looks, h: float, times: tuple[Words, ...], marks: int) -> Docks:
    reach = min(2, int((h / 2 - 10) // ROW_PITCH))
    level = tuple(sorted(range(-reach, reach + 1), key=lambda slot: (abs(slot), -slot)))
    upright = (0, 1, -1, 2, -2)
    top = tuple(s for s in upright if s <= 2 - marks and s >= -2 + 2 * bool(looks.tag))
    half = half_width(times)
    bottom = tuple(s for s in upright if abs(s) * COLUMN_PITCH >= half)
    # an arrow's head keeps off a tag at the upper left corner
    left = tuple(s for s in level if not looks.tag or h / 2 + s * ROW_PITCH >= UNDER_TAG)
    return Docks(left, level, () if looks.mode is not None else top, bottom)


def _pill(looks: Looks) -> Content:
    lines = break_lines(looks.name or tr(NO_NAME), NAME, PILL_WIDTH - 14)
    h = 36.0 + NAME_LINE * (len(lines) - 1)
    name = _name(lines, PILL_WIDTH, h / 2, NAME)
    times = times_below(looks, PILL_WIDTH, h, others_text(looks))
    below = 5.0 + SMALL_LINE * len(times) if times else 0.0
    rows = chip_rows(looks.systems, STEP_WIDTH - 8)
    chips = chips_of(rows, PILL_WIDTH, h + below + 4)
    below += rows_height(rows) + 6 if rows else 0.0
    marks = marks_of(looks, PILL_WIDTH - 10, 0.0)
    check = check_of(looks, PILL_WIDTH - 10 - SIGN_PITCH * len(marks), 0.0)
    count = len(marks) + looks.checks_ai
    tag = tag_before(looks, 4.0, PILL_WIDTH + 1 - SIGN_PITCH * count - 4)
    left = max(0.0, -tag[0].x) if tag else 0.0
    half = half_width(times)
    bottom = () if rows else tuple(s for s in (0, 1, -1) if abs(s) * COLUMN_PITCH >= half)
    top = ((0, 1, -1), (0, -1), (0, -1), (-1,), ())[4 if tag else count]
    docks = Docks((0,), (0,), top, bottom)
    above = 10.0 if count or tag else 0.0
    return Content(
        looks, PILL_WIDTH, h, above, below, left, 0, name, chips, times, docks, None, tag, marks,
        check,
    )  # fmt: skip
