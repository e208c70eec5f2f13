"""What stands in and around the boxes of steps: times, systems, badge, tag, marks, measured."""

from functools import lru_cache
from typing import Final, NamedTuple

from pilotmap.language import N_, tr
from pilotmap.layout.content import (
    SIGN,
    SIGN_PITCH,
    SMALL,
    SMALL_BOLD,
    SMALL_LINE,
    STEP_WIDTH,
    Chips,
    Looks,
    Words,
)
from pilotmap.layout.drawing import Box
from pilotmap.layout.text import break_lines, measure

BADGE_TOP: Final = -14.0
BADGE_HEIGHT: Final = 22.0
BADGE_MIDDLE: Final = BADGE_TOP + BADGE_HEIGHT / 2
_TAGS: Final = {"new": N_("new"), "changed": N_("changed")}
_TAG_HEIGHT: Final = 18.0
_CHIP_PAD: Final = 7.0
_CHIP_GAP: Final = 5.0
_CHIP_LINE: Final = 15.0
_CHIP_LINES: Final = 4
_TIMES_WIDTH: Final = STEP_WIDTH + 4


class Chip(NamedTuple):
    """A system's name in lines, and how large its chip is."""

    lines: tuple[str, ...]
    w: float
    h: float


def time_text(looks: Looks) -> str:
    """Wait and work in words: `waits 14 h · 5 min`."""
    wait = tr("waits {time}", time=looks.wait) if looks.wait else ""
    return " · ".join(part for part in (wait, looks.work) if part)


def others_text(looks: Looks) -> str:
    """Who takes part beside the step's own lane: `with Lab, Transport`; empty where nobody."""
    return tr("with {lanes}", lanes=", ".join(looks.others)) if looks.others else ""


def times_below(looks: Looks, w: float, h: float, before: str = "") -> tuple[Words, ...]:
    """Wait and work under a box of this width and height, and what is said before them."""
    texts = (before, time_text(looks))
    lines = [line for text in texts for line in break_lines(text, SMALL, _TIMES_WIDTH)]
    first = h + (19 if looks.tag in ("new", "changed") else 15)
    return tuple(Words(line, w / 2, first + SMALL_LINE * i, SMALL) for i, line in enumerate(lines))


def half_width(times: tuple[Words, ...]) -> float:
    """How far from the middle a flow must keep from the times under a box."""
    return max((measure(words.text, words.style) / 2 + 6 for words in times), default=0.0)


@lru_cache(maxsize=8_192)
def chip_of(name: str, room: float) -> Chip:
    """The chip of a system in so much room; a long name takes several lines."""
    lines = break_lines(name, SMALL, room - 2 * _CHIP_PAD, _CHIP_LINES)
    w = max((measure(line, SMALL) for line in lines), default=0.0) + 2 * _CHIP_PAD
    return Chip(lines, w, _CHIP_LINE * max(1, len(lines)) + 4)


def chip_rows(names: tuple[str, ...], room: float) -> list[list[Chip]]:
    """The chips of systems in rows that fit the room."""
    rows: list[list[Chip]] = []
    used = room
    for name in names:
        chip = chip_of(name, room)
        if not rows or used + _CHIP_GAP + chip.w > room:
            rows.append([])
            used = -_CHIP_GAP
        rows[-1].append(chip)
        used += _CHIP_GAP + chip.w
    return rows


def rows_height(rows: list[list[Chip]]) -> float:
    """How high rows of chips are."""
    return sum(max(chip.h for chip in row) + 4 for row in rows) - 4 if rows else 0.0


def chips_of(rows: list[list[Chip]], w: float, top: float) -> Chips:
    """Rows of chips, centred in a width, from a height down."""
    chips: list[tuple[Box, tuple[Words, ...]]] = []
    for row in rows:
        x = w / 2 - (sum(chip.w for chip in row) + _CHIP_GAP * (len(row) - 1)) / 2
        for chip in row:
            chips.append(chip_at(chip, x, top))
            x += chip.w + _CHIP_GAP
        top += max(chip.h for chip in row) + 4
    return tuple(chips)


def chip_at(chip: Chip, x: float, y: float) -> tuple[Box, tuple[Words, ...]]:
    """A chip with its upper left corner at a place, and the words in it."""
    words = tuple(
        Words(line, x + chip.w / 2, y + 14 + _CHIP_LINE * number, SMALL)
        for number, line in enumerate(chip.lines)
    )
    return Box(x, y, chip.w, chip.h), words


def badge_of(looks: Looks, middle: float = STEP_WIDTH / 2) -> tuple[Box, Words] | None:
    """The badge of the step that the AI handles, over the middle of its box."""
    if looks.mode is None:
        return None
    text = tr("AI · {mode}", mode=looks.mode) if looks.mode else tr("AI")
    w = measure(text, SMALL_BOLD) + 34
    box = Box(middle - w / 2, BADGE_TOP, w, BADGE_HEIGHT)
    return box, Words(text, middle + 8, BADGE_TOP + 15.7, SMALL_BOLD)


def tag_of(looks: Looks, x: float, y: float) -> tuple[Box, Words] | None:
    """The word `new` or `changed`, its left end at x, its middle at y."""
    if looks.tag not in ("new", "changed"):
        return None
    words = tag_words(looks.tag)
    w = measure(words, SMALL_BOLD) + 10
    box = Box(x, y - _TAG_HEIGHT / 2, w, _TAG_HEIGHT)
    return box, Words(words, x + w / 2, y + 4.6, SMALL_BOLD)


def tag_words(tag: str) -> str:
    """What a tag says; nothing for what is kept."""
    return tr(_TAGS[tag]) if tag in _TAGS else ""


def tag_before(looks: Looks, x: float, limit: float) -> tuple[Box, Words] | None:
    """The tag on the upper edge at x, further left where it would reach beyond the limit."""
    if looks.tag not in ("new", "changed"):
        return None
    return tag_of(looks, min(x, limit - measure(tag_words(looks.tag), SMALL_BOLD) - 10), 0.0)


def marks_of(looks: Looks, x: float, y: float) -> tuple[tuple[str, int, Box], ...]:
    """Marks of notes with their counts, the first centred at x and y, the others left of it."""
    marks: list[tuple[str, int, Box]] = []
    for kind, count in looks.marks:
        marks.append((kind, count, _sign(x, y)))
        x -= SIGN_PITCH
    return tuple(marks)


def check_of(looks: Looks, x: float, y: float) -> Box | None:
    """The mark of a step where a person checks the AI, centred at x and y."""
    return _sign(x, y) if looks.checks_ai else None


def _sign(x: float, y: float) -> Box:
    return Box(x - SIGN / 2, y - SIGN / 2, SIGN, SIGN)
