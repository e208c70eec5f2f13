"""How the picture moves from before an edit to after it: a short way that eyes can follow.

What is true changes at once; only what is painted lags behind, so nothing ever waits for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from pilotmap.layout.drawing import Drawing, Point
from pilotmap.ui.canvas.view import View

GLIDE_MS: Final = 150.0
_MOST_GROUPS: Final = 3_000  # beyond these a frame takes too long to be one of many
_LEAST: Final = 0.5  # points; less is no movement


@dataclass(frozen=True)
class Glide:
    """Where things and the eye come from, as offsets that shrink to nothing."""

    offsets: Mapping[str, Point]
    """By id of a step or lane: how far from its new place it was, in points."""
    fading: frozenset[str]
    """Flows that have another way now: they appear while what they join moves."""
    view: View
    began_ms: float

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
    carried = {thing: (x * left, y * left) for thing, (x, y) in still_going.offsets.items() if left}
    offsets = _offsets(before, after, carried) if before is not after else carried
    if not offsets and start == end:
        return STILL
    fading = _rerouted(before, after) if before is not after and offsets else frozenset()
    return Glide(offsets, fading, start, began_ms)


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


def _rerouted(before: Drawing, after: Drawing) -> frozenset[str]:
    known = before.geometry.flow_by_id
    return frozenset(
        flow.id
        for flow in after.geometry.flows
        if flow.id in known and known[flow.id].points != flow.points
    )
