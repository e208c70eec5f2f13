"""How flows look: dark, or blue where the work changes hands, dashed where it goes back."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from pilotmap.language import Language, tr
from pilotmap.layout.content import SIGN, SIGN_PITCH
from pilotmap.layout.drawing import (
    Box,
    Group,
    PlacedFlow,
    Point,
    Polygon,
    Polyline,
    Rect,
)
from pilotmap.layout.labels import LINE, Label, Mark
from pilotmap.layout.look.jumps import Jumps, with_jumps
from pilotmap.layout.look.marks import note_sign
from pilotmap.layout.look.pen import arrow_head, line_at
from pilotmap.layout.text import TextStyle
from pilotmap.layout.theme import Role

RADIUS = 7.0


class Between(NamedTuple):
    """The names of the steps that a flow joins, and the language in which it is told of."""

    source: str
    target: str
    spoken: Language

    def narration(self) -> str:
        """Where the flow goes, for someone who cannot see it."""
        return tr("From {source} to {target}", source=self.source, target=self.target)


@lru_cache(maxsize=8_192)
def flow_group(
    flow: PlacedFlow, jumps: Jumps, handoff: bool, back: bool, between: Between
) -> Group:
    """The line with its jumps over others (see `jumps.py`), and its head; same for the same."""
    role: Role = "handoff.line" if handoff else "flow.line"
    width = 1.8 if handoff else 1.4
    head = 9.0 if handoff else 8.0
    tip, before = flow.points[-1], flow.points[-2]
    points = (*flow.points[:-1], _short_of(tip, before, head - 1))
    line = Polyline(
        points if jumps is None else with_jumps(points, jumps),
        role,
        width,
        RADIUS,
        (6.0, 4.0) if back else (),
    )
    primitives = (line, Polygon(arrow_head(tip, before, head), role))
    return Group(flow.id, "flow", bounds(flow.points), primitives, between.narration())


def _short_of(tip: Point, before: Point, by: float) -> Point:
    (x, y), (from_x, from_y) = tip, before
    if y == from_y:
        return (x - by if from_x < x else x + by, y)
    return (x, y - by if from_y < y else y + by)


def bounds(points: tuple[Point, ...]) -> Box:
    """The box around a way, with its line's and head's width."""
    xs = [x for x, _ in points]
    ys = [y for _, y in points]
    return Box(min(xs) - 5, min(ys) - 5, max(xs) - min(xs) + 10, max(ys) - min(ys) + 10)


def label_group(flow: PlacedFlow, label: Label, is_branch: bool) -> Group | None:
    """The words on a branch; nothing lies under them, so they need no ground."""
    box = flow.label
    if box is None:
        return None
    room = box.w - SIGN_PITCH * len(label.notes)
    return _label(flow.id, box, label.lines, label.style, box.x + room / 2, is_branch)


@lru_cache(maxsize=8_192)
def _label(
    flow_id: str,
    box: Box,
    lines: tuple[str, ...],
    style: TextStyle,
    middle: float,
    is_branch: bool,
) -> Group:
    role: Role = "decision.line" if is_branch else "ink.soft"
    words = tuple(
        line_at(line, middle, box.y + 13 + LINE * number, style, role, "middle")
        for number, line in enumerate(lines)
    )
    return Group(flow_id, "label", box, words, " ".join(lines))


def note_groups(flow: PlacedFlow, label: Label) -> Iterator[Group]:
    """The signs of notes about a flow, behind the words of its label."""
    box = flow.label
    if box is None:
        return
    x = box.right - SIGN_PITCH * len(label.notes) + (SIGN_PITCH - SIGN) / 2
    for kind, count in label.notes:
        yield note_sign(flow.id, kind, count, Box(x, box.y, SIGN, SIGN))
        x += SIGN_PITCH


def handoff_group(flow: PlacedFlow, mark: Mark, between: Between) -> Group | None:
    """The numbered mark of a handoff on the lane border."""
    return (
        None
        if flow.handoff is None
        else _mark(flow.id, flow.handoff, mark.text, mark.style, between)
    )


@lru_cache(maxsize=8_192)
def _mark(flow_id: str, box: Box, name: str, style: TextStyle, between: Between) -> Group:
    x, y = box.centre
    primitives = (
        Rect(box, "handoff.fill", "handoff.line", 1.4, box.h / 2),
        line_at(name, x, y + 4.7, style, "handoff.line", "middle"),
    )
    about = tr("Handoff {name}: {flow}", name=name, flow=between.narration())
    return Group(flow_id, "handoff", box, primitives, about)
