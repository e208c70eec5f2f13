"""Matching letters: a flow leaves a strip and comes into another at the same one."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from pilotmap.language import tr
from pilotmap.layout.content import SMALL_BOLD
from pilotmap.layout.drawing import Box, Drawing, Group, Polyline, Rect
from pilotmap.layout.look.pen import line_at
from pilotmap.layout.text import measure
from pilotmap.layout.theme import Role

TAG_HEIGHT: Final = 17.0
_AROUND_LETTER: Final = 6.0
_GAP: Final = 2.0
_STUB: Final = 7.0  # of the line between a cut, which may be close to a box, and the letter
_SINGLE: Final = 26
Cut = tuple[str, float, float]
"""Where a flow passes a cut: the flow, the cut's x, and the height, all in the whole picture."""


class Letter(NamedTuple):
    """A tag where a flow goes on in another strip: the flow, its letter, where, and which way.

    `told` says of the flow where it leads, `line` is its colour.
    """

    flow: str
    text: str
    box: Box
    leaves: bool
    told: str = ""
    line: Role = "flow.line"


def letters_of(drawing: Drawing, cuts: Sequence[float]) -> dict[Cut, str]:
    """A letter for each place where a flow passes a cut.

    Flows that are cut on a stub they share have one letter together.
    """
    passing: list[list[tuple[float, str]]] = [[] for _ in cuts]
    for flow in drawing.geometry.flows:
        for (x1, y1), (x2, y2) in pairwise(flow.points):
            if y1 == y2:
                low, high = (x1, x2) if x1 < x2 else (x2, x1)
                for at in range(bisect_right(cuts, low), bisect_left(cuts, high)):
                    passing[at].append((y1, flow.id))
    letters: dict[Cut, str] = {}
    places: dict[tuple[float, float], str] = {}
    for cut, found in zip(cuts, passing, strict=True):
        for y, flow_id in sorted(found):
            letters[flow_id, cut, y] = places.setdefault((cut, y), _letter(len(places)))
    return letters


def _letter(number: int) -> str:
    word = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        word = chr(ord("A") + rest) + word
    return word


def edge_room(drawing: Drawing, cuts: Sequence[float] = ()) -> float:
    """How much room a strip needs beyond a cut for two tags side by side."""
    count = len(set(letters_of(drawing, cuts).values()))
    widest = _tag_width("W" if count <= _SINGLE else "W" * len(_letter(count)))
    return _STUB + 2 * (widest + _GAP)


def _tag_width(letter: str) -> float:
    return max(TAG_HEIGHT, measure(letter, SMALL_BOLD) + _AROUND_LETTER)


def side_by_side(letters: Iterable[Letter]) -> list[Letter]:
    """The tags of one edge; of two that are near each other one stands further out."""
    placed: list[Letter] = []
    is_out = False
    found = sorted(letters, key=lambda letter: letter.box.y)
    by = max((letter.box.w for letter in found), default=0.0) + _GAP
    for at, letter in enumerate(found):
        is_near = at > 0 and letter.box.y < found[at - 1].box.bottom + 1
        is_out = is_near and not is_out
        x = letter.box.x + (by if letter.leaves else -by) * is_out
        placed.append(letter._replace(box=letter.box._replace(x=x)))
    return placed


def letter_at(flow: Group, text: str, cut: float, y: float, leaves: bool) -> Letter:
    """The tag of a flow that passes a cut at this height, in the whole picture's points."""
    w = _tag_width(text)
    box = Box(cut + _STUB if leaves else cut - _STUB - w, y - TAG_HEIGHT / 2, w, TAG_HEIGHT)
    line = next(part.line for part in flow.primitives if isinstance(part, Polyline))
    return Letter(flow.id, text, box, leaves, flow.about, line)


def tag(letter: Letter, low: float, high: float) -> Group:
    """A lettered tag at the edge of a strip from x to x, where a flow goes on in another."""
    box = letter.box
    x, y = box.centre
    cut, edge = (high, box.x) if letter.leaves else (low, box.right)
    primitives = (
        Polyline(((cut, y), (edge, y)), letter.line, 1.4),
        Rect(box, "label.ground", "flow.line", 0.9, TAG_HEIGHT / 2),
        line_at(letter.text, x, y + 0.36 * SMALL_BOLD.size_pt, SMALL_BOLD, "flow.line", "middle"),
    )
    about = tr("{flow}, goes on at {letter}", flow=letter.told, letter=letter.text)
    return Group(letter.flow, "strip", box, primitives, about)
