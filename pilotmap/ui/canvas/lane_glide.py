"""How lanes and the bands beside them move and grow from before an edit to after it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from pilotmap.layout.drawing import Box, Drawing, Group, Point, Rect

Key = tuple[str, str]
Edges = tuple[float, float, float, float]
"""Left, top, right and bottom: how far from its new place each was, in points."""
Lanes = Mapping[Key, tuple[Edges, ...]]
"""By kind and id of a group: the edges of each of its rectangles."""

_KINDS: Final = ("lane", "band")
_LEAST: Final = 0.5
_STILL: Final[Edges] = (0.0, 0.0, 0.0, 0.0)


def lanes_between(before: Drawing, after: Drawing, carried: Lanes) -> Lanes:
    """The lanes that move, grow or are new; what is on its way goes on from where it is."""
    known = {_key(group): group for group in _lanes(before)}
    if not known:
        return {}
    moved: dict[Key, tuple[Edges, ...]] = {}
    floor = min(_top(group) for group in known.values())
    for group in _lanes(after):
        old = known.get(_key(group))
        edges = _from(old, group) if old is not None else _grown(group, floor)
        travel = tuple(_sum(*pair) for pair in zip(edges, _carried(carried, group), strict=True))
        if any(abs(edge) > _LEAST for edges in travel for edge in edges):
            moved[_key(group)] = travel
        if group.kind == "lane" and old is not None:
            floor = _top(old) + old.box.h
    return moved


def reshaped(group: Group, travel: tuple[Edges, ...], left: float) -> tuple[Group, Point]:
    """The group's rectangles where so much of the way is left, and how far its words are off."""
    parts = [part for part in group.primitives if isinstance(part, Rect)]
    moved = tuple(
        replace(part, box=_box(part.box, edges, left))
        for part, edges in zip(parts, travel, strict=True)
    )
    x, top, _, bottom = travel[-1]  # the words stand in the head, which comes last
    return replace(group, primitives=moved), (x * left, (top + bottom) / 2 * left)


def _lanes(drawing: Drawing) -> Iterator[Group]:
    return (group for group in drawing.groups if group.kind in _KINDS)


def _key(group: Group) -> Key:
    return (group.kind, group.id)


def _top(group: Group) -> float:
    return group.box.y


def _boxes(group: Group) -> list[Box]:
    return [part.box for part in group.primitives if isinstance(part, Rect)]


def _from(old: Group, new: Group) -> list[Edges]:
    return [
        (a.x - b.x, a.y - b.y, a.right - b.right, a.bottom - b.bottom)
        for a, b in zip(_boxes(old), _boxes(new), strict=True)
    ]


def _grown(new: Group, floor: float) -> list[Edges]:
    """A new lane opens like a drawer where the one above it ended."""
    return [(0.0, floor - box.y, 0.0, floor - box.bottom) for box in _boxes(new)]


def _carried(carried: Lanes, group: Group) -> tuple[Edges, ...]:
    return carried.get(_key(group)) or (_STILL,) * len(_boxes(group))


def _sum(one: Edges, other: Edges) -> Edges:
    a, b, c, d = (x + y for x, y in zip(one, other, strict=True))
    return (a, b, c, d)


def _box(box: Box, edges: Edges, left: float) -> Box:
    x, top, right, bottom = (edge * left for edge in edges)
    return Box(box.x + x, box.y + top, box.w + right - x, max(0.0, box.h + bottom - top))


def left_of(lanes: Lanes, left: float) -> Lanes:
    """The same lanes with so much of their way left."""
    return {
        key: tuple((a * left, b * left, c * left, d * left) for a, b, c, d in travel)
        for key, travel in lanes.items()
    }
