"""What a step shows, measured: its box, what is in it, around it, and where flows may dock.

All lengths in points, relative to the top left corner of the box. A box grows in height only, so no
step looks more important than another. What stands around the box (times below, the badge above,
marks at the corner) is reserved: `above`, `below`, `left`, `right` say how far it reaches out.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from pilotmap.layout.drawing import Box
from pilotmap.layout.runs import Docks
from pilotmap.layout.text import TextStyle, break_lines, measure, shorten

STEP_WIDTH = 132.0
PILL_WIDTH = 100.0
DIAMOND_WIDTH = 124.0
GATE_WIDTH = 52.0
ROW_PITCH = 12.0
COLUMN_PITCH = 28.5
PAD = 12.0

NAME = TextStyle(13)
NAME_AI = TextStyle(13, 600)
PILL = TextStyle(12.5)
DIAMOND = TextStyle(11.5)
SMALL = TextStyle(10.5)
BADGE = TextStyle(11, 600)
TAG = TextStyle(9.5, 600)
NO_NAME = "(no name)"


class Looks(NamedTuple):
    """All that decides what a step shows; the key under which it is measured once."""

    kind: str
    name: str
    systems: tuple[str, ...] = ()
    wait: str = ""
    work: str = ""
    checks_ai: bool = False
    mode: str | None = None
    marks: tuple[tuple[str, int], ...] = ()
    tag: str = ""


class Words(NamedTuple):
    """A line of text: the middle of its baseline, or its left or right end by `anchor`."""

    text: str
    x: float
    y: float
    style: TextStyle
    anchor: str = "middle"


@dataclass(frozen=True, slots=True)
class Content:
    """A measured step."""

    looks: Looks
    w: float
    h: float
    above: float
    below: float
    left: float
    right: float
    name: tuple[Words, ...]
    chips: tuple[tuple[Box, Words], ...]
    times: tuple[Words, ...]
    docks: Docks
    badge: tuple[Box, Words] | None = None
    tag: tuple[Box, Words] | None = None
    marks: tuple[tuple[str, int, Box], ...] = ()
    check: Box | None = None
    clock: Box | None = None


@lru_cache(maxsize=20_000)
def measured(looks: Looks) -> Content:
    """Measure a step of any kind."""
    if looks.kind == "decision":
        return _diamond(looks)
    if looks.kind == "parallel":
        return _gate(looks)
    if looks.kind in ("start", "end"):
        return _pill(looks)
    return _box(looks)


def _time_text(looks: Looks) -> str:
    parts = ([f"waits {looks.wait}"] if looks.wait else []) + ([looks.work] if looks.work else [])
    return " · ".join(parts)


def _box(looks: Looks) -> Content:
    style = NAME_AI if looks.mode is not None else NAME
    inset = 22.0 if looks.kind == "wait" else 8.0
    lines = break_lines(looks.name or NO_NAME, style, STEP_WIDTH - 2 * inset)
    zone = max(56.0, 16.0 * len(lines) + 24)
    rows = _chip_rows(looks.systems, STEP_WIDTH - 16)
    h = zone + 18 + 21 * (len(rows) - 1) if rows else zone
    first = zone / 2 + 4 - 8 * (len(lines) - 1)
    name = tuple(Words(line, STEP_WIDTH / 2, first + 16 * i, style) for i, line in enumerate(lines))
    chips = _chips(rows, STEP_WIDTH, zone - 6)
    times = _times_below(looks, STEP_WIDTH, h)
    badge, tag = _badge(looks), _tag(looks, 4.0, 0.0)
    count = len(looks.marks) + looks.checks_ai
    left = right = max(0.0, (badge[0].w - STEP_WIDTH) / 2) if badge else 0.0
    at, y = STEP_WIDTH - 10, 0.0
    if badge:
        half = badge[0].w / 2
        at, y = STEP_WIDTH / 2 + half + 11 + 19 * (count - 1), -2.0
        right = max(right, at + 8 - STEP_WIDTH) if count else right
        tag = _tag(looks, STEP_WIDTH / 2 - half - 15 - measure(looks.tag, TAG), -2.0)
        left = max(left, -tag[0].x) if tag else left
    marks, check = _marks(looks, at, y), _check(looks, at - 19 * len(looks.marks), y)
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
    half = _half_width(times)
    bottom = tuple(s for s in upright if abs(s) * COLUMN_PITCH >= half)
    return Docks(level, level, () if looks.mode is not None else top, bottom)


def _half_width(times: tuple[Words, ...]) -> float:
    """How far from the middle a flow must keep from the times under a box."""
    return max((measure(words.text, words.style) / 2 + 6 for words in times), default=0.0)


def _pill(looks: Looks) -> Content:
    lines = break_lines(looks.name or NO_NAME, PILL, PILL_WIDTH - 18)
    h = 34.0 + 15 * (len(lines) - 1)
    first = h / 2 + 4.5 - 7.5 * (len(lines) - 1)
    name = tuple(Words(line, PILL_WIDTH / 2, first + 15 * i, PILL) for i, line in enumerate(lines))
    times = _times_below(looks, PILL_WIDTH, h)
    below = 5.0 + 13 * len(times) if times else 0.0
    rows = _chip_rows(looks.systems, STEP_WIDTH - 8)
    chips = _chips(rows, PILL_WIDTH, h + below + 4)
    below += 21.0 * len(rows) + 2 if rows else 0.0
    marks = _marks(looks, PILL_WIDTH - 10, 0.0)
    check = _check(looks, PILL_WIDTH - 10 - 19 * len(marks), 0.0)
    count = len(marks) + looks.checks_ai
    tag = _tag(looks, 4.0, 0.0)
    half = _half_width(times)
    bottom = () if rows else tuple(s for s in (0, 1, -1) if abs(s) * COLUMN_PITCH >= half)
    top = ((0, 1, -1), (0, -1), (0, -1), (-1,), ())[4 if tag else count]
    docks = Docks((0,), (0,), top, bottom)
    above = 9.0 if count or tag else 0.0
    return Content(
        looks, PILL_WIDTH, h, above, below, 0, 0, name, chips, times, docks, None, tag, marks,
        check,
    )  # fmt: skip


def _diamond(looks: Looks) -> Content:
    h, lines = _in_diamond(looks.name or NO_NAME)
    first = h / 2 + 4 - 7 * (len(lines) - 1)
    middle = DIAMOND_WIDTH / 2
    name = tuple(Words(line, middle, first + 14 * i, DIAMOND) for i, line in enumerate(lines))
    times, chips, below = _beside_the_foot(looks, middle, h)
    marks = _marks(looks, DIAMOND_WIDTH - 8, 8.0)
    docks = Docks((0,), (0,), (0,), (0,))
    tag = _tag(looks, 0.0, 0.0)
    above = 8.0 if tag else 0.0
    return Content(
        looks, DIAMOND_WIDTH, h, above, below, 0, 0, name, chips, times, docks, None, tag, marks,
        _check(looks, 8.0, h - 8),
    )  # fmt: skip


def _gate(looks: Looks) -> Content:
    """A parallel node: a small diamond with a plus; its name stands beside the foot."""
    middle = GATE_WIDTH / 2
    times, chips, below = _beside_the_foot(looks, middle, GATE_WIDTH, looks.name)
    marks = _marks(looks, 8.0, 2.0)
    docks = Docks((0,), (0,), (0,), (0,))
    above = 9.0 if marks or looks.checks_ai else 0.0
    return Content(
        looks, GATE_WIDTH, GATE_WIDTH, above, below, 0, 0, (), chips, times, docks,
        None, None, marks, _check(looks, GATE_WIDTH - 8, 2.0),
    )  # fmt: skip


def _beside_the_foot(
    looks: Looks, middle: float, h: float, name: str = ""
) -> tuple[tuple[Words, ...], tuple[tuple[Box, Words], ...], float]:
    """Times and systems of a diamond, left of the line that may leave its lower corner."""
    room = STEP_WIDTH / 2 - 8
    texts = list(break_lines(name, SMALL, room)) if name else []
    for text in (f"waits {looks.wait}" if looks.wait else "", looks.work):
        texts += break_lines(text, SMALL, room) if text else []
    times = tuple(
        Words(text, middle - 8, h + 9 + 13 * i, SMALL, "end") for i, text in enumerate(texts)
    )
    below = 13.0 * len(times)
    chips: list[tuple[Box, Words]] = []
    for system in looks.systems:
        text = shorten(system, SMALL, room - 12)
        w = measure(text, SMALL) + 12
        box = Box(middle - 8 - w, h + below + 2, w, 17)
        chips.append((box, Words(text, box.x + w / 2, box.y + 12.5, SMALL)))
        below += 20
    return times, tuple(chips), below + 2 if below else 0.0


@lru_cache(maxsize=20_000)
def _in_diamond(text: str) -> tuple[float, tuple[str, ...]]:
    """The lowest height at which the words' block fits between the slanted edges."""
    h = 68.0
    while True:
        for count in range(1, int(h / 14)):
            room = (DIAMOND_WIDTH - 6) * (1 - count * 14.0 / h)
            if room < 30:
                break
            lines = break_lines(text, DIAMOND, room)
            if len(lines) <= count:
                return h, lines
        h += 14


def _times_below(looks: Looks, w: float, h: float) -> tuple[Words, ...]:
    text = _time_text(looks)
    lines = break_lines(text, SMALL, STEP_WIDTH) if text else ()
    first = h + (17 if looks.tag in ("new", "changed") else 13)
    return tuple(Words(line, w / 2, first + 13 * i, SMALL) for i, line in enumerate(lines))


def _chip_rows(names: tuple[str, ...], room: float) -> list[list[tuple[str, float]]]:
    rows: list[list[tuple[str, float]]] = []
    used = room
    for name in names:
        text = shorten(name, SMALL, room - 16)
        w = measure(text, SMALL) + 16
        if not rows or used + 6 + w > room:
            rows.append([])
            used = -6.0
        rows[-1].append((text, w))
        used += 6 + w
    return rows


def _chips(
    rows: list[list[tuple[str, float]]], w: float, top: float
) -> tuple[tuple[Box, Words], ...]:
    chips: list[tuple[Box, Words]] = []
    for number, row in enumerate(rows):
        x = w / 2 - (sum(width for _, width in row) + 6 * (len(row) - 1)) / 2
        y = top + 21 * number
        for text, width in row:
            chips.append((Box(x, y, width, 17), Words(text, x + width / 2, y + 12.5, SMALL)))
            x += width + 6
    return tuple(chips)


def _badge(looks: Looks) -> tuple[Box, Words] | None:
    if looks.mode is None:
        return None
    text = f"AI · {looks.mode}" if looks.mode else "AI"
    w = measure(text, BADGE) + 16 + 34
    box = Box(STEP_WIDTH / 2 - w / 2, -12, w, 20)
    return box, Words(text, STEP_WIDTH / 2 + 8, 2, BADGE)


def _tag(looks: Looks, x: float, y: float) -> tuple[Box, Words] | None:
    if looks.tag not in ("new", "changed"):
        return None
    w = measure(looks.tag, TAG) + 10
    return Box(x, y - 7.5, w, 15), Words(looks.tag, x + w / 2, y + 3.5, TAG)


def _marks(looks: Looks, x: float, y: float) -> tuple[tuple[str, int, Box], ...]:
    marks: list[tuple[str, int, Box]] = []
    for kind, count in looks.marks:
        marks.append((kind, count, Box(x - 8, y - 8, 16, 16)))
        x -= 19
    return tuple(marks)


def _check(looks: Looks, x: float, y: float) -> Box | None:
    return Box(x - 8, y - 8, 16, 16) if looks.checks_ai else None
