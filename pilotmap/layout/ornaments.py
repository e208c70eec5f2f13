"""What stands in and around the boxes of steps: times, systems, badge, tag, marks, measured."""

from typing import Final

from pilotmap.language import N_, tr
from pilotmap.layout.content import BADGE, SMALL, STEP_WIDTH, TAG, Looks, Words
from pilotmap.layout.drawing import Box
from pilotmap.layout.text import break_lines, measure, shorten

_TAGS: Final = {"new": N_("new"), "changed": N_("changed")}

Chips = tuple[tuple[Box, Words], ...]


def time_text(looks: Looks) -> str:
    """Wait and work in words: `waits 14 h · 5 min`."""
    wait = tr("waits {time}", time=looks.wait) if looks.wait else ""
    return " · ".join(part for part in (wait, looks.work) if part)


def times_below(looks: Looks, w: float, h: float) -> tuple[Words, ...]:
    """Wait and work under a box of this width and height."""
    text = time_text(looks)
    lines = break_lines(text, SMALL, STEP_WIDTH) if text else ()
    first = h + (17 if looks.tag in ("new", "changed") else 13)
    return tuple(Words(line, w / 2, first + 13 * i, SMALL) for i, line in enumerate(lines))


def half_width(times: tuple[Words, ...]) -> float:
    """How far from the middle a flow must keep from the times under a box."""
    return max((measure(words.text, words.style) / 2 + 6 for words in times), default=0.0)


def chip_rows(names: tuple[str, ...], room: float) -> list[list[tuple[str, float]]]:
    """Systems' names, shortened, with their chips' widths, in rows that fit the room."""
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


def chips_of(rows: list[list[tuple[str, float]]], w: float, top: float) -> Chips:
    """Rows of chips, centred in a width, from a height down."""
    chips: list[tuple[Box, Words]] = []
    for number, row in enumerate(rows):
        x = w / 2 - (sum(width for _, width in row) + 6 * (len(row) - 1)) / 2
        y = top + 21 * number
        for text, width in row:
            chips.append((Box(x, y, width, 17), Words(text, x + width / 2, y + 12.5, SMALL)))
            x += width + 6
    return tuple(chips)


def badge_of(
    looks: Looks, middle: float = STEP_WIDTH / 2, top: float = -12.0
) -> tuple[Box, Words] | None:
    """The badge of the step that the AI handles, over the middle of its box."""
    if looks.mode is None:
        return None
    text = tr("AI · {mode}", mode=looks.mode) if looks.mode else tr("AI")
    w = measure(text, BADGE) + 16 + 34
    box = Box(middle - w / 2, top, w, 20)
    return box, Words(text, middle + 8, top + 14, BADGE)


def tag_of(looks: Looks, x: float, y: float) -> tuple[Box, Words] | None:
    """The word `new` or `changed`, its left end at x, its middle at y."""
    if looks.tag not in ("new", "changed"):
        return None
    words = tag_words(looks.tag)
    w = measure(words, TAG) + 10
    return Box(x, y - 7.5, w, 15), Words(words, x + w / 2, y + 3.5, TAG)


def tag_words(tag: str) -> str:
    """What a tag says; nothing for what is kept."""
    return tr(_TAGS[tag]) if tag in _TAGS else ""


def tag_before(looks: Looks, x: float, limit: float) -> tuple[Box, Words] | None:
    """The tag on the upper edge at x, further left where it would reach beyond the limit."""
    if looks.tag not in ("new", "changed"):
        return None
    return tag_of(looks, min(x, limit - measure(tag_words(looks.tag), TAG) - 10), 0.0)


def marks_of(looks: Looks, x: float, y: float) -> tuple[tuple[str, int, Box], ...]:
    """Marks of notes with their counts, the first centred at x and y, the others left of it."""
    marks: list[tuple[str, int, Box]] = []
    for kind, count in looks.marks:
        marks.append((kind, count, Box(x - 8, y - 8, 16, 16)))
        x -= 19
    return tuple(marks)


def check_of(looks: Looks, x: float, y: float) -> Box | None:
    """The mark of a step where a person checks the AI, centred at x and y."""
    return Box(x - 8, y - 8, 16, 16) if looks.checks_ai else None
