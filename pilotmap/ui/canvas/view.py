"""Where one looks: the scale, and the point of the picture at the widget's upper left corner."""

from dataclasses import dataclass, replace
from typing import Final

from pilotmap.layout.drawing import Box, Point

SMALLEST: Final = 0.02
LARGEST: Final = 8.0
MARGIN: Final = 20.0
_AROUND: Final = 24.0  # pixels left free around what is brought into sight
_FIT_AT_MOST: Final = 1.0
_LEAST_SEEN: Final = 60.0  # pixels of the picture that always stay in sight


@dataclass(frozen=True, slots=True)
class View:
    """Pixels a point, and what lies at the upper left corner, in points."""

    scale: float = 1.0
    x: float = -MARGIN
    y: float = -MARGIN

    def to_picture(self, x: float, y: float) -> Point:
        """A place on the widget, in pixels, as a point of the picture."""
        return (self.x + x / self.scale, self.y + y / self.scale)

    def to_widget(self, x: float, y: float) -> Point:
        """A point of the picture as a place on the widget, in pixels."""
        return ((x - self.x) * self.scale, (y - self.y) * self.scale)

    def box_to_widget(self, box: Box) -> Box:
        """A box of the picture as one on the widget, in pixels."""
        x, y = self.to_widget(box.x, box.y)
        return Box(x, y, box.w * self.scale, box.h * self.scale)

    def visible(self, width: float, height: float) -> Box:
        """What a widget of this size, in pixels, shows of the picture."""
        return Box(self.x, self.y, width / self.scale, height / self.scale)

    def scrolled(self, dx: float, dy: float) -> "View":
        """The view moved by so many pixels."""
        return replace(self, x=self.x + dx / self.scale, y=self.y + dy / self.scale)

    def zoomed(self, scale: float, at: Point) -> "View":
        """Another scale, with the place `at` of the widget showing the same point."""
        x, y = self.to_picture(*at)
        scale = min(LARGEST, max(SMALLEST, scale))
        return View(scale, x - at[0] / scale, y - at[1] / scale)

    def kept_near(self, whole: Box, width: float, height: float) -> "View":
        """The view pulled back where it would lose the picture from sight."""
        seen = self.visible(width, height)
        least = _LEAST_SEEN / self.scale
        reach_x, reach_y = min(seen.w, whole.w, least), min(seen.h, whole.h, least)
        x = min(max(self.x, whole.x - seen.w + reach_x), whole.right - reach_x)
        y = min(max(self.y, whole.y - seen.h + reach_y), whole.bottom - reach_y)
        return replace(self, x=x, y=y)

    def within(self, whole: Box, width: float, height: float) -> "View":
        """The view moved so that it shows no more emptiness than a margin around the picture."""
        seen, margin = self.visible(width, height), MARGIN / self.scale
        x = min(self.x, max(whole.x - margin, whole.right + margin - seen.w))
        y = min(self.y, max(whole.y - margin, whole.bottom + margin - seen.h))
        return replace(self, x=max(x, whole.x - margin), y=max(y, whole.y - margin))

    def anchored(self, by: Point, whole: Box, width: float, height: float) -> "View":
        """The view moved along with something that moved `by` so much, in points.

        Not on an axis on which the whole picture is in sight, and never so far that emptiness
        comes into sight that was not before.
        """
        x = _along(self.x, by[0], (whole.x, whole.w), width / self.scale, MARGIN / self.scale)
        y = _along(self.y, by[1], (whole.y, whole.h), height / self.scale, MARGIN / self.scale)
        return replace(self, x=x, y=y)

    def showing(self, box: Box, width: float, height: float, left: float = 0.0) -> "View":
        """The view moved as little as needed to have the box in sight; not at all where it is.

        `left` is what something else covers of the view's left edge, in points.
        """
        seen = self.visible(width, height)
        free = Box(seen.x + left, seen.y, max(1.0, seen.w - left), seen.h)
        if free.contains(box.x, box.y) and free.contains(box.right, box.bottom):
            return self
        around = _AROUND / self.scale
        return replace(
            self,
            x=_moved(free.x, free.w, box.x - around, box.w + 2 * around) - left,
            y=_moved(free.y, free.h, box.y - around, box.h + 2 * around),
        )


def fitted(
    whole: Box,
    width: float,
    height: float,
    at_most: float = _FIT_AT_MOST,
    heads: tuple[float, float] = (0.0, 0.0),
) -> View:
    """The view that shows the whole picture from its corner, never above a scale.

    `heads`: so many points at the left are never painted smaller than at this scale.
    """
    room_w, room_h = max(1.0, width - 2 * MARGIN), max(1.0, height - 2 * MARGIN)
    scale = min(room_w / max(1.0, whole.w), room_h / max(1.0, whole.h), at_most)
    wide, least = heads
    more = 0.0
    if scale < least:
        beside = (room_w - wide * least) / max(1.0, whole.w - wide)
        scale = max(SMALLEST, min(scale, beside))
        more = wide * (least / scale - 1.0)
    scale = max(SMALLEST, scale)
    return View(scale, whole.x - more - MARGIN / scale, whole.y - MARGIN / scale)


def _moved(start: float, length: float, wanted: float, wanted_length: float) -> float:
    if wanted_length >= length:
        return wanted
    return min(wanted, max(start, wanted + wanted_length - length))


def _along(at: float, by: float, whole: tuple[float, float], seen: float, margin: float) -> float:
    start, length = whole
    if at <= start and at + seen >= start + length:
        return at
    first, last = start - margin, start + length - seen + margin
    if by < 0:
        return min(at, max(at + by, first))
    return max(at, min(at + by, max(first, last)))
