"""How the picture moves from before an edit to after it: a short way that eyes can follow.

What is true changes at once; only what is painted lags behind, so nothing ever waits for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from pilotmap.layout.drawing import Drawing, Point
from pilotmap.ui.canvas.lane_glide import Lanes, lanes_between, left_of
from pilotmap.ui.canvas.view import View

GLIDE_MS: Final = 150.0
_MOST_GROUPS: Final = 3_000  # beyond these a frame takes too long to be one of many
_LEAST: Final = 0.5  # points; less is no movement


@dataclass(frozen=True)
class Glide:
    """Where elements and the eye come from, as offsets that shrink to nothing."""

    offsets: Mapping[str, Point]
    """By id of a step or flow: how far from its new place it was, in points."""
    fading: frozenset[str]
    """Flows that are new or have another way: they appear while what they join moves."""
    view: View
    began_ms: float
    lanes: Lanes = field(default_factory=dict)
    """Lanes and bands that move or grow."""

    @property
    def moves_elements(self) -> bool:
        """Whether more than the eye is on its way."""
        return bool(self.offsets or self.lanes)

    def offset_of(self, element: str) -> Point:
        """How far from its new place a step, a flow or the middle of a lane's head was."""
        travel = self.lanes.get(("lane", element))
        if travel is None:
            return self.offsets.get(element, (0.0, 0.0))
        x, top, _, bottom = travel[-1]
        return (x, (top + bottom) / 2)

    def left_at(self, now_ms: float) -> float:
        """How much of the way is left, from 1 to 0: fast first, then slower."""
        share = min(1.0, max(0.0, (now_ms - self.began_ms) / GLIDE_MS))
        return (1.0 - share) ** 3


STILL: Final = Glide({}, frozenset(), View(), 0.0)
"""Nothing is on the move."""


def glide_between(
    before: Drawing,
    after: Drawing,
    seen: tuple[View, View],
    began_ms: float,
    still_going: "Glide" = STILL,
) -> Glide:
    """The way from one picture and view to another; STILL where nothing moves or too much would.

    What is on its way in a glide that this one breaks off goes on from where it is.
    """
    start, end = seen
    if len(after.groups) > _MOST_GROUPS or start.scale != end.scale:
        return STILL
    left = still_going.left_at(began_ms)
    carried = {
        element: (x * left, y * left) for element, (x, y) in still_going.offsets.items() if left
    }
    lanes = left_of(still_going.lanes, left) if left else {}
    if before is after:
        moving = carried or lanes or start != end
        return Glide(carried, frozenset(), start, began_ms, lanes) if moving else STILL
    offsets = _offsets(before, after, carried)
    lanes = {} if _is_folded(before) or _is_folded(after) else lanes_between(before, after, lanes)
    if not offsets and not lanes:
        return STILL if start == end else Glide({}, frozenset(), start, began_ms)
    moved, fading = _flows_moved(before, after)
    return Glide({**offsets, **moved}, fading, start, began_ms, lanes)


def between(start: View, end: View, left: float) -> View:
    """The view on the way, where so much of the way is left."""
    if left <= 0.0:
        return end
    return View(end.scale, end.x + (start.x - end.x) * left, end.y + (start.y - end.y) * left)


def _offsets(before: Drawing, after: Drawing, carried: Mapping[str, Point]) -> dict[str, Point]:
    known = before.geometry.step_by_id
    moved = {}
    for placed in after.geometry.steps:
        old = known.get(placed.id)
        if old is not None and (old.box is not placed.box or placed.id in carried):
            # the middle, because a box that grows does so to all sides
            (x, y), (new_x, new_y) = old.box.centre, placed.box.centre
            on_x, on_y = carried.get(placed.id, (0.0, 0.0))
            offset = (x - new_x + on_x, y - new_y + on_y)
            if abs(offset[0]) > _LEAST or abs(offset[1]) > _LEAST:
                moved[placed.id] = offset
    return moved


def _flows_moved(before: Drawing, after: Drawing) -> tuple[dict[str, Point], frozenset[str]]:
    """The flows that only moved along, by how much, and those that go another way or are new."""
    known = before.geometry.pieces_by_id
    moved: dict[str, Point] = {}
    other = set()
    for flow, pieces in after.geometry.pieces_by_id.items():
        old = known.get(flow, ())
        if [piece.points for piece in old] == [piece.points for piece in pieces]:
            continue
        is_whole = len(old) == len(pieces) == 1
        offset = _shift(old[0].points, pieces[0].points) if is_whole else None
        if offset is None:
            other.add(flow)
        else:
            moved[flow] = offset
    return moved, frozenset(other)


def _is_folded(drawing: Drawing) -> bool:
    """Whether lanes come in it more than once, so that none can be told to have moved."""
    return len(drawing.geometry.lane_by_id) < len(drawing.geometry.lanes)


def _shift(old: tuple[Point, ...], new: tuple[Point, ...]) -> Point | None:
    """How far from its new place a line was, where it kept its shape."""
    if len(old) != len(new):
        return None
    dx, dy = old[0][0] - new[0][0], old[0][1] - new[0][1]
    same = all(
        abs(x - new_x - dx) < _LEAST and abs(y - new_y - dy) < _LEAST
        for (x, y), (new_x, new_y) in zip(old, new, strict=True)
    )
    return (dx, dy) if same else None
