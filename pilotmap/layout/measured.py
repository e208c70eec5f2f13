"""Measures what a step of any kind shows: steps and waits are boxes, starts and ends are pills."""

from functools import lru_cache

from pilotmap.language import tr
from pilotmap.layout.content import (
    COLUMN_PITCH,
    NAME,
    NAME_AI,
    NO_NAME,
    PILL,
    PILL_WIDTH,
    ROW_PITCH,
    STEP_WIDTH,
    TAG,
    Content,
    Looks,
    Words,
)
from pilotmap.layout.diamonds import diamond, gate
from pilotmap.layout.drawing import Box
from pilotmap.layout.ornaments import (
    badge_of,
    check_of,
    chip_rows,
    chips_of,
    half_width,
    marks_of,
    tag_before,
    tag_of,
    tag_words,
    times_below,
)
from pilotmap.layout.runs import Docks
from pilotmap.layout.text import break_lines, measure


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
    inset = 22.0 if looks.kind == "wait" else 8.0
    lines = break_lines(looks.name or tr(NO_NAME), style, STEP_WIDTH - 2 * inset)
    zone = max(56.0, 16.0 * len(lines) + 24)
    rows = chip_rows(looks.systems, STEP_WIDTH - 16)
    h = zone + 18 + 21 * (len(rows) - 1) if rows else zone
    first = zone / 2 + 4 - 8 * (len(lines) - 1)
    name = tuple(Words(line, STEP_WIDTH / 2, first + 16 * i, style) for i, line in enumerate(lines))
    chips = chips_of(rows, STEP_WIDTH, zone - 6)
    times = times_below(looks, STEP_WIDTH, h)
    badge = badge_of(looks)
    count = len(looks.marks) + looks.checks_ai
    tag = tag_before(looks, 4.0, min(STEP_WIDTH / 2 - 10, STEP_WIDTH + 1 - 19 * count - 4))
    left = right = max(0.0, (badge[0].w - STEP_WIDTH) / 2) if badge else 0.0
    at, y = STEP_WIDTH - 10, 0.0
    if badge:
        half = badge[0].w / 2
        at, y = STEP_WIDTH / 2 + half + 11 + 19 * (count - 1), -2.0
        right = max(right, at + 8 - STEP_WIDTH) if count else right
        tag = tag_of(looks, STEP_WIDTH / 2 - half - 15 - measure(tag_words(looks.tag), TAG), -2.0)
    left = max(left, -tag[0].x) if tag else left
    marks, check = marks_of(looks, at, y), check_of(looks, at - 19 * len(looks.marks), y)
    above = 12.0 if badge else 9.0 if count or tag else 0.0
    below = times[-1].y - h + 5 if times else 0.0
    docks = _box_docks(looks, h, times, count)
    clock = Box(8, zone / 2 - 7, 14, 14) if looks.kind == "wait" else None
    return Content(
        looks, STEP_WIDTH, h, above, below, left, right, name, chips, times, docks, badge, tag,
        marks, check, clock,
    )  # fmt: skip


def _box_docks(looks: Looks, h: float, times: tuple[Words, ...], marks: int) -> Docks:
    reach = min(2, int((h / 2 - 10) // ROW_PITCH))
    level = tuple(sorted(range(-reach, reach + 1), key=lambda slot: (abs(slot), -slot)))
    upright = (0, 1, -1, 2, -2)
    top = tuple(s for s in upright if s <= 2 - marks and s >= -2 + 2 * bool(looks.tag))
    half = half_width(times)
    bottom = tuple(s for s in upright if abs(s) * COLUMN_PITCH >= half)
    return Docks(level, level, () if looks.mode is not None else top, bottom)


def _pill(looks: Looks) -> Content:
    lines = break_lines(looks.name or tr(NO_NAME), PILL, PILL_WIDTH - 18)
    h = 34.0 + 15 * (len(lines) - 1)
    first = h / 2 + 4.5 - 7.5 * (len(lines) - 1)
    name = tuple(Words(line, PILL_WIDTH / 2, first + 15 * i, PILL) for i, line in enumerate(lines))
    times = times_below(looks, PILL_WIDTH, h)
    below = 5.0 + 13 * len(times) if times else 0.0
    rows = chip_rows(looks.systems, STEP_WIDTH - 8)
    chips = chips_of(rows, PILL_WIDTH, h + below + 4)
    below += 21.0 * len(rows) + 2 if rows else 0.0
    marks = marks_of(looks, PILL_WIDTH - 10, 0.0)
    check = check_of(looks, PILL_WIDTH - 10 - 19 * len(marks), 0.0)
    count = len(marks) + looks.checks_ai
    tag = tag_before(looks, 4.0, PILL_WIDTH + 1 - 19 * count - 4)
    left = max(0.0, -tag[0].x) if tag else 0.0
    half = half_width(times)
    bottom = () if rows else tuple(s for s in (0, 1, -1) if abs(s) * COLUMN_PITCH >= half)
    top = ((0, 1, -1), (0, -1), (0, -1), (-1,), ())[4 if tag else count]
    docks = Docks((0,), (0,), top, bottom)
    above = 9.0 if count or tag else 0.0
    return Content(
        looks, PILL_WIDTH, h, above, below, left, 0, name, chips, times, docks, None, tag, marks,
        check,
    )  # fmt: skip
