"""How high rows, channels and lanes are: from ordinals to y, in points.

A row is as high as what stands in it, above and below its middle, with the labels at its boxes; a
channel as its tracks; a lane at least as its head's words.
"""

from pilotmap.layout.content import PAD, ROW_PITCH, SLOT_BAND, Content
from pilotmap.layout.labels import LABEL_GAP, MARK_CLEAR, Label, Mark
from pilotmap.layout.parts import TRACK, Parts

LANE_HEIGHT = 92.0
BORDER_GAP = 16.0  # between a lane border and a line along it
ROW_GAP = 6.0
HALF_ROW = 24.0
CLEAR = 4.0
SYMMETRIC = 16.0  # a lone row is made symmetric where this is enough for it


class _Reaches:
    """By row ordinal: how far its content reaches above and below its middle."""

    def __init__(self, height: int) -> None:
        self.above = [HALF_ROW] * height
        self.below = [HALF_ROW] * height

    def reach(self, row: int, downwards: bool, far: float) -> None:
        """Make room in a row, below or above its middle."""
        side = self.below if downwards else self.above
        if far > side[row]:
            side[row] = far


def place_down(parts: Parts) -> tuple[list[float], list[float], float]:
    """The middle of each row by its ordinal, the top of each lane, and the height.

    Sets `at` of the runs along channels.
    """
    grid = parts.grid
    reaches = _reaches(parts)
    y = [0.0] * grid.height
    tops: list[float] = []
    at = 0.0
    for lane, rows in enumerate(grid.lane_rows):
        tops.append(at)
        first = grid.lane_top[lane]
        at = _place_lane(parts, reaches, y, at, first, first + 2 * rows, parts.head_heights[lane])
    return y, tops, at


def _place_lane(
    parts: Parts, reaches: _Reaches, y: list[float], top: float, first: int, last: int, least: float
) -> float:
    """Lay out the rows and channels of one lane from its top; returns its lower edge."""
    above, below = reaches.above, reaches.below
    if last - first == 2:
        _make_symmetric(reaches, first + 1)
    channels = [_channel_height(parts, line, first, last) for line in range(first, last + 1, 2)]
    total = sum(channels) + sum(above[row] + below[row] for row in range(first + 1, last, 2))
    spare = max(0.0, LANE_HEIGHT - total, least - total) / 2
    at = top + spare
    for line, height in zip(range(first, last + 1, 2), channels, strict=True):
        edge = at + (BORDER_GAP if line == first else ROW_GAP)
        for run in parts.channels.get(("H", line), ()):
            run.at = edge + TRACK * run.track
        at += height
        if line < last:
            y[line + 1] = at + above[line + 1]
            at = y[line + 1] + below[line + 1]
    return at + spare


def _make_symmetric(reaches: _Reaches, row: int) -> None:
    """Put the row of a lane that has no other in its middle, unless that wastes much."""
    high, low = reaches.above[row], reaches.below[row]
    if abs(high - low) <= SYMMETRIC:
        reaches.above[row] = reaches.below[row] = max(high, low)


def _channel_height(parts: Parts, line: int, first: int, last: int) -> float:
    runs = parts.channels.get(("H", line))
    if not runs:
        return 0.0
    edge = BORDER_GAP if line in (first, last) else ROW_GAP
    return edge + ROW_GAP + TRACK * runs[-1].track


def _reaches(parts: Parts) -> _Reaches:
    grid = parts.grid
    reaches = _Reaches(grid.height)
    for y, content in zip(grid.y, parts.contents, strict=True):
        pad, foot = (14.0, 14.0 + CLEAR) if content.looks.kind in ("step", "wait") else (PAD, PAD)
        half, under = content.h / 2, content.below + 1
        reaches.reach(y, False, half + content.above + pad)
        reaches.reach(y, True, half + (max(foot, under)))
    for label, mark in zip(parts.labels, parts.marks, strict=True):
        if label is not None:
            _make_room_for_label(parts, reaches, label, mark)
        if mark is not None and mark.run.kind == "C":
            _keep_off_mark(parts.contents, reaches, mark)
    return reaches


def _make_room_for_label(parts: Parts, reaches: _Reaches, label: Label, mark: Mark | None) -> None:
    run = label.run
    if run is None:
        return
    if label.spot == "side":
        reaches.reach(run.a, run.b > run.a, SLOT_BAND + label.lift + label.h + MARK_CLEAR + 3)
    elif label.spot == "post":
        far = parts.contents[run.source].h / 2 + label.lift + LABEL_GAP + label.h
        reaches.reach(run.a, run.b > run.a, far + (MARK_CLEAR if mark else CLEAR))
    else:
        far = abs(run.slot) * ROW_PITCH + LABEL_GAP + label.h + MARK_CLEAR
        reaches.reach(run.line, False, far)


def _keep_off_mark(contents: list[Content], reaches: _Reaches, mark: Mark) -> None:
    """Leave room between a box and the H-mark on the border beside it, for an arrow head too."""
    run = mark.run
    for node, row, room in ((run.source, run.a, 14.0), (run.target, run.b, 28.0)):
        if node < 0:
            continue
        content = contents[node]
        if row == mark.border + 1:
            far = content.h / 2 + max(room, content.above + MARK_CLEAR)
            reaches.reach(row, False, far)
        elif row == mark.border - 2:
            far = content.h / 2 + max(room, content.below + MARK_CLEAR)
            reaches.reach(row, True, far)
