"""Decisions and parallel nodes, measured: diamonds with flows at their corners.

Times and systems stand left of the foot, as a flow may leave from there.
"""

from functools import lru_cache
from typing import NamedTuple

from pilotmap.language import tr
from pilotmap.layout.content import (
    DIAMOND_WIDTH,
    FOOT_CHIP,
    GATE_WIDTH,
    NAME,
    NAME_LINE,
    NO_NAME,
    SIGN,
    SIGN_PITCH,
    SMALL,
    SMALL_BOLD,
    SMALL_LINE,
    STEP_WIDTH,
    Chips,
    Content,
    Looks,
    Words,
)
from pilotmap.layout.drawing import Box
from pilotmap.layout.ornaments import (
    BADGE_MIDDLE,
    BADGE_TOP,
    badge_of,
    check_of,
    chip_at,
    chip_of,
    marks_of,
    others_text,
    tag_before,
    tag_of,
    tag_words,
)
from pilotmap.layout.runs import Docks
from pilotmap.layout.text import break_lines, measure
from pilotmap.layout.text.opportunities import pieces_of

CORNERS = Docks((0,), (0,), (0,), (0,))
UNDER_BADGE = Docks((0,), (0,), (), (0,))
LEAST_HEIGHT = 74.0
WIDEST_WORD = 0.72  # of a diamond's width; a longer one is parted
WIDEST_BLOCK = 0.85
ROOM_STEP = 8.0
SHORT = 200  # letters; longer texts are not set in many ways


class _Foot(NamedTuple):
    """What stands left of a diamond's foot, and how far it reaches down and to the left."""

    times: tuple[Words, ...]
    chips: Chips
    below: float
    left: float


def diamond(looks: Looks) -> Content:
    """A decision: it grows in height until its name fits."""
    h, lines = _in_diamond(looks.name or tr(NO_NAME))
    first = h / 2 + 5.7 - NAME_LINE / 2 * (len(lines) - 1)
    middle = DIAMOND_WIDTH / 2
    name = tuple(Words(line, middle, first + NAME_LINE * i, NAME) for i, line in enumerate(lines))
    foot = _beside_the_foot(looks, middle, h)
    check = check_of(looks, 8.0, h - 8)
    if looks.mode is not None:
        return _with_badge(looks, h, name, foot, check)
    # three reach over the words: higher, then
    at = 8.0 if len(looks.marks) < 3 else -2.0
    marks = marks_of(looks, DIAMOND_WIDTH - 8, at)
    tag = tag_before(looks, 0.0, middle - 10)
    above = max(10.0 if tag else 0.0, SIGN / 2 - at + 1 if marks else 0.0)
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
    badge = badge_of(looks, middle)
    half = badge[0].w / 2 if badge else 0.0
    count = len(looks.marks)
    last = middle + half + SIGN / 2 + 3 + SIGN_PITCH * (count - 1)
    marks = marks_of(looks, last, BADGE_MIDDLE)
    before = half + 15 + measure(tag_words(looks.tag), SMALL_BOLD)
    tag = tag_of(looks, middle - before, BADGE_MIDDLE)
    right = last + SIGN / 2 if count else middle + half
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
    above = 8.0 if marks or looks.checks_ai else 0.0
    return Content(
        looks, GATE_WIDTH, GATE_WIDTH, above, foot.below, foot.left, 0, (), foot.chips,
        foot.times, CORNERS,
        None, None, marks, check_of(looks, GATE_WIDTH - 8, 2.0),
    )  # fmt: skip


def _beside_the_foot(looks: Looks, middle: float, h: float, name: str = "") -> _Foot:
    """Times and systems of a diamond, left of the line that may leave its lower corner."""
    longest = max((measure(piece.rstrip(), SMALL) for piece in pieces_of(name)), default=0.0)
    room = min(max(longest + 0.5, STEP_WIDTH / 2 - 8), FOOT_CHIP)
    texts = list(break_lines(name, SMALL, room)) if name else []
    wait = tr("waits {time}", time=looks.wait) if looks.wait else ""
    for text in (others_text(looks), wait, looks.work):
        texts += break_lines(text, SMALL, room) if text else []
    times = tuple(
        Words(text, middle - 8, h + 11 + SMALL_LINE * i, SMALL, "end")
        for i, text in enumerate(texts)
    )
    below = SMALL_LINE * len(times)
    chips: list[tuple[Box, tuple[Words, ...]]] = []
    for system in looks.systems:
        chip = chip_of(system, FOOT_CHIP)
        chips.append(chip_at(chip, middle - 8 - chip.w, h + below + 2))
        below += chip.h + 4
    reaches = [box.x for box, _ in chips]
    reaches += [middle - 8 - measure(text, SMALL) for text in texts]
    left = -min(reaches, default=0.0)
    return _Foot(times, tuple(chips), below + 2 if below else 0.0, max(0.0, left))


@lru_cache(maxsize=20_000)
def _in_diamond(text: str) -> tuple[float, tuple[str, ...]]:
    """The lowest height at which the words' block fits between the slanted edges, and its lines.

    A block so wide needs a diamond as many times its own height as its width leaves of the whole.
    No word is parted, unless it is too long for any diamond. A long text is set once, in the half
    width that holds the most.
    """
    whole = DIAMOND_WIDTH - 6
    longest = max((measure(piece.rstrip(), NAME) for piece in pieces_of(text)), default=0.0)
    room = min(longest + 0.5, WIDEST_WORD * whole)
    rooms = [max(room, whole / 2)]
    if len(text) <= SHORT:
        rooms = [room]
        while rooms[-1] + ROOM_STEP < WIDEST_BLOCK * whole:
            rooms.append(rooms[-1] + ROOM_STEP)
    blocks = [(each, break_lines(text, NAME, each)) for each in rooms]
    return min(
        (max(LEAST_HEIGHT, NAME_LINE * len(lines) / (1 - each / whole)), lines)
        for each, lines in blocks
    )
