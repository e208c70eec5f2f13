"""How lanes look: bands in turn plain and tinted, a head with name and what kind it is."""

from collections.abc import Iterator
from functools import lru_cache

from pilotmap.language import Language, language, tr
from pilotmap.layout.content import NO_NAME, SMALL, SMALL_BOLD
from pilotmap.layout.drawing import Box, Group, Primitive, Rect
from pilotmap.layout.look.pen import line_at
from pilotmap.layout.parts import HEAD_WIDTH
from pilotmap.layout.text import TextStyle, break_lines
from pilotmap.layout.theme import Role
from pilotmap.model.process import Lane

LANE_NAME = TextStyle(14, 600)
NAME_LINE = 17.0
SMALL_LINE = 16.0
BAND_LINE = 16.0
BAND_WIDTH = 80.0
INSET = 11.0
ROOM = HEAD_WIDTH - INSET - 4


def band_runs(lanes: tuple[Lane, ...]) -> list[tuple[int, int]]:
    """Runs of neighbouring lanes of one group, as first and one past the last.

    None if all stand alone, as then the lane's head tells its group.
    """
    runs: list[tuple[int, int]] = []
    for number, lane in enumerate(lanes):
        if runs and lane.group and lanes[runs[-1][0]].group == lane.group:
            runs[-1] = (runs[-1][0], number + 1)
        else:
            runs.append((number, number + 1))
    return runs if any(end - first > 1 for first, end in runs) else []


@lru_cache(maxsize=2_000)
def band_lines(name: str) -> tuple[str, ...]:
    """The wrapped lines of a band."""
    return break_lines(name, SMALL_BOLD, BAND_WIDTH - 12)


def band_height(name: str) -> float:
    """How high the lanes of a band must be together for its text."""
    return BAND_LINE * len(band_lines(name)) + 20


def band_group(lane: Lane, box: Box) -> Group:
    """The band of an organisation or department, left of the heads of its lanes."""
    lines = band_lines(lane.group)
    y = box.y + box.h / 2 - BAND_LINE / 2 * len(lines) + 12.5
    words = tuple(
        line_at(line, box.x + box.w / 2, y + BAND_LINE * number, SMALL_BOLD, "ink.soft", "middle")
        for number, line in enumerate(lines)
    )
    about = tr("Group: {name}", name=lane.group) if lane.group else ""
    return Group(lane.id, "band", box, (Rect(box, "lane.head", "lane.line"), *words), about)


def subtitle(lane: Lane, grouped: bool) -> str:
    """What stands under a lane's name: its group unless a band tells it, or that it is outside."""
    if lane.kind == "outside":
        return tr("outside")
    if lane.kind == "ai":
        return "" if lane.name == tr("AI") else tr("AI")
    return "" if grouped else lane.group


@lru_cache(maxsize=2_000)
def head_lines(name: str, small: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The wrapped lines of a head."""
    return (
        break_lines(name, LANE_NAME, ROOM),
        break_lines(small, SMALL, ROOM) if small else (),
    )


def head_height(name: str, small: str) -> float:
    """How high a lane must be for its head's text."""
    names, smalls = head_lines(name or tr(NO_NAME), small)
    return NAME_LINE * len(names) + SMALL_LINE * len(smalls) + 24


def lane_group(lane: Lane, box: Box, number: int, grouped: bool, left: float) -> Group:
    """The group of one lane; its head stands at `left`."""
    fill: Role = "lane.tint" if number % 2 else "lane.plain"
    return _lane_group(lane.id, lane.name, subtitle(lane, grouped), box, fill, left, language())


@lru_cache(maxsize=2_000)
def _lane_group(
    lane_id: str, name: str, small: str, box: Box, fill: Role, left: float, _spoken: Language
) -> Group:
    head = Box(left, box.y, HEAD_WIDTH, box.h)
    primitives = (
        Rect(Box(left, box.y, box.w - left, box.h), fill, "lane.line"),
        Rect(head, "lane.head", "lane.line"),
        *_head_text(name, head, small),
    )
    about = tr("Lane: {name}", name=name)
    if small:
        about = tr("Lane: {name}, {about}", name=name, about=small)
    return Group(lane_id, "lane", box, primitives, about, name or tr(NO_NAME))


def _head_text(name: str, head: Box, small: str) -> Iterator[Primitive]:
    names, smalls = head_lines(name or tr(NO_NAME), small)
    height = NAME_LINE * len(names) + SMALL_LINE * len(smalls)
    y = head.y + head.h / 2 - height / 2 + 15.0
    for line in names:
        yield line_at(line, head.x + INSET, y, LANE_NAME, "ink" if name else "ink.soft")
        y += NAME_LINE
    for line in smalls:
        yield line_at(line, head.x + INSET, y - 1, SMALL, "ink.soft")
        y += SMALL_LINE
