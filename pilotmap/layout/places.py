"""From ordinals to points: how wide columns and channels are, how high rows and lanes.

Channels are as wide as their tracks, with room for H-marks and labels in them, and rows as high as
what stands in them, so nothing that was free of overlaps on the grid can overlap on paper.
"""

from dataclasses import dataclass

from pilotmap.layout.content import COLUMN_PITCH, PAD, ROW_PITCH, STEP_WIDTH, Content
from pilotmap.layout.grid import Grid
from pilotmap.layout.labels import LABEL_GAP, Label, Mark
from pilotmap.layout.net import Net
from pilotmap.layout.runs import Run

HEAD_WIDTH = 132.0
CHANNEL = 58.0
FIRST_CHANNEL = 30.0
LAST_CHANNEL = 48.0
TRACK = 12.0
STUB = 22.0
LANE_HEIGHT = 92.0
BORDER_GAP = 16.0
BESIDE = 8.0
SLOT_BAND = 36.0


@dataclass(slots=True)
class Places:
    """Where the lines of the grid came to lie: middles of columns and rows, edges of lanes."""

    x: list[float]
    y: list[float]
    lane_y: list[float]
    border_y: dict[int, float]
    width: float
    height: float


@dataclass(slots=True)
class Parts:
    """All that takes room on the grid."""

    net: Net
    grid: Grid
    contents: list[Content]
    channels: dict[tuple[str, int], list[Run]]
    head_heights: list[float]
    labels: list[Label | None]
    marks: list[Mark | None]


def place(parts: Parts, left: float) -> Places:
    """Find all coordinates and set `at` of every run; `left` is where the lanes' heads end."""
    x, width = _across(parts, left)
    y, lane_y, height = _down(parts)
    borders = dict(zip(parts.grid.lane_top, lane_y, strict=True))
    return Places(x, y, lane_y, borders, width, height)


@dataclass(slots=True)
class _Bump:
    """Something beside an upright run in a channel: where, and how far it reaches."""

    y: float
    left: float
    right: float


def _bumps(parts: Parts) -> dict[int, list[_Bump]]:
    bumps: dict[int, list[_Bump]] = {}
    for mark in parts.marks:
        if mark is not None and mark.run.kind == "V":
            bumps.setdefault(id(mark.run), []).append(
                _Bump(mark.border - 0.5, mark.half, mark.half)
            )
    for label in parts.labels:
        if label is not None and label.spot == "side" and label.run is not None:
            run = label.run
            y = run.a + 0.25 if run.b > run.a else run.a - 0.25
            bumps.setdefault(id(run), []).append(_Bump(y, 0.0, label.w + BESIDE + 6))
    return bumps


def _across(parts: Parts, left: float) -> tuple[list[float], float]:
    grid = parts.grid
    bumps = _bumps(parts)
    before, after = _overhangs(parts)
    x = [0.0] * grid.width
    at = left
    for channel in range(0, grid.width, 2):
        runs = parts.channels.get(("V", channel), [])
        tracks, right_reach = _track_offsets(runs, bumps)
        zone = (tracks[-1] if tracks else 0.0) + right_reach
        near = max(STUB, after[channel - 1] + PAD) if channel else 18.0
        far = max(STUB, before[channel + 1] + PAD) if channel + 1 < grid.width else 18.0
        least = CHANNEL
        if channel == 0:
            least, near = FIRST_CHANNEL, 18.0
        elif channel + 1 == grid.width:
            least = LAST_CHANNEL
        needed = near + zone + far if runs else max(near, after[channel - 1] + 4 if channel else 0)
        if not runs and channel + 1 < grid.width:
            needed = max(needed, (after[channel - 1] if channel else 0) + before[channel + 1] + 8)
        channel_width = max(least, needed)
        start = at + near + max(0.0, (channel_width - needed) / 2 if runs else 0.0)
        for run in runs:
            run.at = start + tracks[run.track]
        x[channel] = start
        at += channel_width
        if channel + 1 < grid.width:
            x[channel + 1] = at + STEP_WIDTH / 2
            at += STEP_WIDTH
    return x, at


def _overhangs(parts: Parts) -> tuple[list[float], list[float]]:
    """By column ordinal: how far things reach out of its cells to the left and to the right."""
    grid = parts.grid
    before = [0.0] * (grid.width + 1)
    after = [0.0] * (grid.width + 1)
    for node, content in enumerate(parts.contents):
        x = grid.x[node]
        inset = (STEP_WIDTH - content.w) / 2
        before[x] = max(before[x], content.left - inset)
        after[x] = max(after[x], content.right - inset)
    reaches = before[:]
    for label in parts.labels:
        if label is None or label.run is None:
            continue
        run = label.run
        if label.spot == "stub":
            content = parts.contents[run.source]
            inset = (STEP_WIDTH - content.w) / 2 - content.right
            side = after if run.b > run.a else before
            x = grid.x[run.source]
            side[x] = max(side[x], label.w + 4 - inset)
        elif label.spot == "far":
            next_column = run.a + 2
            label.lift = reaches[next_column]
            before[next_column] = max(before[next_column], label.lift + label.w + 4)
        elif label.spot == "post":
            reach = abs(run.slot) * COLUMN_PITCH + BESIDE + label.w - STEP_WIDTH / 2
            side = before if run.slot < 0 else after
            side[run.line] = max(side[run.line], reach)
    return before, after


def _track_offsets(runs: list[Run], bumps: dict[int, list[_Bump]]) -> tuple[list[float], float]:
    """Offsets of a channel's tracks, and how far labels reach right of the last one."""
    if not runs:
        return [], 0.0
    count = runs[-1].track + 1
    offsets = [0.0] * count
    bumpy = [run for run in runs if id(run) in bumps]
    for track in range(1, count):
        offsets[track] = offsets[track - 1] + TRACK
        if not bumpy:
            continue
        here = [run for run in runs if run.track == track]
        for run in here:
            for other in runs:
                if other.track >= track:
                    break
                if other in bumpy or run in bumpy:
                    gap = _gap(other, run, bumps)
                    offsets[track] = max(offsets[track], offsets[other.track] + gap)
    reach = 0.0
    for run in bumpy:
        right = max(bump.right for bump in bumps[id(run)])
        reach = max(reach, offsets[run.track] + right - offsets[-1] - STUB + 10)
    return offsets, max(0.0, reach)


def _gap(one: Run, two: Run, bumps: dict[int, list[_Bump]]) -> float:
    gap = 0.0
    for bump in bumps.get(id(one), ()):
        if two.low < bump.y < two.high:
            reach = max((b.left for b in bumps.get(id(two), ()) if b.y == bump.y), default=0.0)
            gap = max(gap, bump.right + reach + 4)
    for bump in bumps.get(id(two), ()):
        if one.low < bump.y < one.high:
            gap = max(gap, bump.left + 4)
    return gap


def _down(parts: Parts) -> tuple[list[float], list[float], float]:
    grid = parts.grid
    above, below = _row_reaches(parts)
    y = [0.0] * grid.height
    lane_y: list[float] = []
    at = 0.0
    for lane, rows in enumerate(grid.lane_rows):
        lane_y.append(at)
        top = grid.lane_top[lane]
        bottom = top + 2 * rows
        heights = [_channel_height(parts, line, top, bottom) for line in range(top, bottom + 1, 2)]
        if rows == 1:
            symmetric = max(above[top + 1], below[top + 1])
            if symmetric - min(above[top + 1], below[top + 1]) <= 16:
                above[top + 1] = below[top + 1] = symmetric
        total = sum(heights) + sum(above[r] + below[r] for r in range(top + 1, bottom, 2))
        spare = max(0.0, LANE_HEIGHT - total, parts.head_heights[lane] - total) / 2
        at += spare
        for place_in_lane, line in enumerate(range(top, bottom + 1, 2)):
            _lay_level(parts, line, at + (BORDER_GAP if line == top else 6.0))
            y[line] = at
            at += heights[place_in_lane]
            if line < bottom:
                y[line + 1] = at + above[line + 1]
                at += above[line + 1] + below[line + 1]
        at += spare
    return y, lane_y, at


def _keep_head_off_mark(parts: Parts, mark: Mark, above: list[float], below: list[float]) -> None:
    """Leave room for an arrow head between a box and the mark on the border beside it."""
    run = mark.run
    for node, row, room in ((run.source, run.a, 14.0), (run.target, run.b, 28.0)):
        if node < 0:
            continue
        content = parts.contents[node]
        if row == mark.border + 1:
            above[row] = max(above[row], content.h / 2 + max(room, content.above + 11))
        elif row == mark.border - 2:
            below[row] = max(below[row], content.h / 2 + max(room, content.below + 11))


def _channel_height(parts: Parts, line: int, top: int, bottom: int) -> float:
    runs = parts.channels.get(("H", line), [])
    if not runs:
        return 0.0
    tracks = runs[-1].track + 1
    edge = BORDER_GAP if line in (top, bottom) else 6.0
    return edge + 6.0 + TRACK * (tracks - 1)


def _lay_level(parts: Parts, line: int, at: float) -> None:
    for run in parts.channels.get(("H", line), []):
        run.at = at + TRACK * run.track


def _row_reaches(parts: Parts) -> tuple[list[float], list[float]]:
    """By row ordinal: how far its content reaches above and below its middle."""
    grid = parts.grid
    above = [24.0] * grid.height
    below = [24.0] * grid.height
    for node, content in enumerate(parts.contents):
        y = grid.y[node]
        pad = PAD if content.looks.kind in ("start", "end", "decision", "parallel") else 14.0
        above[y] = max(above[y], content.h / 2 + content.above + pad)
        below[y] = max(below[y], content.h / 2 + max(content.below + 1, pad + 4 * (pad > PAD)))
    for flow, label in enumerate(parts.labels):
        if label is None or label.run is None:
            continue
        run = label.run
        if label.spot == "side":
            side = below if run.b > run.a else above
            side[run.a] = max(side[run.a], SLOT_BAND + label.h + 14)
        elif label.spot == "post":
            content = parts.contents[run.source]
            side = below if run.b > run.a else above
            far = content.h / 2 + label.lift + LABEL_GAP + label.h
            side[run.a] = max(side[run.a], far + (4 if parts.marks[flow] is None else 11))
        else:
            y = grid.y[run.source]
            above[y] = max(above[y], abs(run.slot) * ROW_PITCH + LABEL_GAP + label.h + 4)
    for mark in parts.marks:
        if mark is not None and mark.run.kind == "C":
            _keep_head_off_mark(parts, mark, above, below)
    return above, below
