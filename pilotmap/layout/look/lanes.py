"""How lanes look: bands in turn plain and tinted, a head with name and what kind it is."""

from collections.abc import Iterator
from functools import lru_cache

from pilotmap.layout.drawing import Box, Group, Primitive, Rect
from pilotmap.layout.look.pen import line_at
from pilotmap.layout.places import HEAD_WIDTH
from pilotmap.layout.text import TextStyle, break_lines
from pilotmap.layout.theme import Role
from pilotmap.model.process import Lane

LANE_NAME = TextStyle(13, 600)
LANE_SMALL = TextStyle(11)
ROOM = HEAD_WIDTH - 26


def subtitle(lane: Lane, grouped: bool) -> str:
    """What stands under a lane's name: its group unless a band tells it, or that it is outside."""
    if lane.kind == "outside":
        return "outside"
    if lane.kind == "ai":
        return "AI"
    return "" if grouped else lane.group


@lru_cache(maxsize=2_000)
def head_lines(name: str, small: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The wrapped lines of a head."""
    return (
        break_lines(name or "(no name)", LANE_NAME, ROOM),
        break_lines(small, LANE_SMALL, ROOM) if small else (),
    )


def head_height(name: str, small: str) -> float:
    """How high a lane must be for its head's text."""
    names, smalls = head_lines(name, small)
    return 16.0 * len(names) + 14.0 * len(smalls) + 24


def lane_group(lane: Lane, box: Box, number: int, grouped: bool, left: float) -> Group:
    """The group of one lane; its head stands at `left`."""
    small = subtitle(lane, grouped)
    head = Box(left, box.y, HEAD_WIDTH, box.h)
    fill: Role = "lane.tint" if number % 2 else "lane.plain"
    primitives = (
        Rect(box, fill, "lane.line"),
        Rect(head, "lane.head", "lane.line"),
        *_head_text(lane, head, small),
    )
    about = f"Lane: {lane.name}" + (f", {small}" if small else "")
    return Group(lane.id, "lane", box, primitives, about)


def _head_text(lane: Lane, head: Box, small: str) -> Iterator[Primitive]:
    names, smalls = head_lines(lane.name, small)
    height = 16.0 * len(names) + 15.0 * len(smalls)
    y = head.y + head.h / 2 - height / 2 + (13.0 if smalls else 12.5)
    for line in names:
        yield line_at(line, head.x + 14, y, LANE_NAME, "ink" if lane.name else "ink.soft")
        y += 16
    for line in smalls:
        yield line_at(line, head.x + 14, y + 1, LANE_SMALL, "ink.soft")
        y += 14
