"""Decisions and parallel nodes, measured: diamonds with flows at their corners.

Times and systems stand left of the foot, as a flow may leave from there.
"""

from functools import lru_cache
from typing import NamedTuple

from pilotmap.language import tr
from pilotmap.layout.content import (
    DIAMOND,
    DIAMOND_WIDTH,
    FOOT_CHIP,
    GATE_WIDTH,
    NO_NAME,
    SMALL,
    STEP_WIDTH,
    TAG,
    Content,
    Looks,
    Words,
)
from pilotmap.layout.drawing import Box
from pilotmap.layout.ornaments import (
    Chips,
    badge_of,
    check_of,
    marks_of,
    tag_before,
    tag_of,
    tag_words,
)
from pilotmap.layout.runs import Docks
from pilotmap.layout.text import break_lines, measure, shorten

CORNERS = Docks((0,), (0,), (0,), (0,))
UNDER_BADGE = Docks((0,), (0,), (), (0,))
BADGE_TOP = -16.0


class _Foot(NamedTuple):
    """What stands left of a diamond's foot, and how far it reaches down and to the left."""

    times: tuple[Words, ...]
    chips: Chips
    below: float
    left: float


def diamond(looks: Looks) -> Content:
    """A decision: it grows in height until its name fits."""
    h, lines = _in_diamond(looks.name or tr(NO_NAME))
    first = h / 2 + 4 - 7 * (len(lines) - 1)
    middle = DIAMOND_WIDTH / 2
    name = tuple(Words(line, middle, first + 14 * i, DIAMOND) for i, line in enumerate(lines))
    foot = _beside_the_foot(looks, middle, h)
    check = check_of(looks, 8.0, h - 8)
    if looks.mode is not None:
        return _with_badge(looks, h, name, foot, check)
    marks = marks_of(looks, DIAMOND_WIDTH - 8, 8.0)
    tag = tag_before(looks, 0.0, middle - 10)
    above = 8.0 if tag else 0.0
    left = max(foot.left, -tag[0].x) if tag else foot.left
    return Content(
        looks, DIAMOND_WIDTH, h, above, foot.below, left, 0, name, foot.chips, foot.times,
        CORNERS, None, tag, marks, check,
    )  # fmt: skip


def _with_badge(
    looks: Looks, h: float, name: tuple[Words, ...], foot: _Foot, check: Box | None
) -> Content:
    """A decision that the AI takes: the badge over its upper corner, marks and tag beside it."""
    middle = DIAMOND_WIDTH / 2
    badge = badge_of(looks, middle, BADGE_TOP)
    half = badge[0].w / 2 if badge else 0.0
    level = BADGE_TOP + 10
    count = len(looks.marks)
    last = middle + half + 11 + 19 * (count - 1)
    marks = marks_of(looks, last, level)
    tag = tag_of(looks, middle - half - 15 - measure(tag_words(looks.tag), TAG), level)
    right = last + 8 if count else middle + half
    left = -tag[0].x if tag else half - middle
    return Content(
        looks, DIAMOND_WIDTH, h, -BADGE_TOP, foot.below, max(0.0, foot.left, left),
        max(0.0, right - DIAMOND_WIDTH), name, foot.chips, foot.times, UNDER_BADGE, badge, tag,
        marks, check,
    )  # fmt: skip


def gate(looks: Looks) -> Content:
    """A parallel node: a small diamond with a plus; its name stands beside the foot."""
    middle = GATE_WIDTH / 2
    foot = _beside_the_foot(looks, middle, GATE_WIDTH, looks.name)
    marks = marks_of(looks, 8.0, 2.0)
    above = 9.0 if marks or looks.checks_ai else 0.0
    return Content(
        looks, GATE_WIDTH, GATE_WIDTH, above, foot.below, foot.left, 0, (), foot.chips,
        foot.times, CORNERS,
        None, None, marks, check_of(looks, GATE_WIDTH - 8, 2.0),
    )  # fmt: skip


def _beside_the_foot(looks: Looks, middle: float, h: float, name: str = "") -> _Foot:
    """Times and systems of a diamond, left of the line that may leave its lower corner."""
    room = STEP_WIDTH / 2 - 8
    texts = list(break_lines(name, SMALL, room)) if name else []
    for text in (tr("waits {time}", time=looks.wait) if looks.wait else "", looks.work):
        texts += break_lines(text, SMALL, room) if text else []
    times = tuple(
        Words(text, middle - 8, h + 9 + 13 * i, SMALL, "end") for i, text in enumerate(texts)
    )
    below = 13.0 * len(times)
    chips: list[tuple[Box, Words]] = []
    for system in looks.systems:
        text = shorten(system, SMALL, FOOT_CHIP - 12)
        w = measure(text, SMALL) + 12
        box = Box(middle - 8 - w, h + below + 2, w, 17)
        chips.append((box, Words(text, box.x + w / 2, box.y + 12.5, SMALL)))
        below += 20
    left = max((-box.x for box, _ in chips), default=0.0)
    return _Foot(times, tuple(chips), below + 2 if below else 0.0, max(0.0, left))


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
