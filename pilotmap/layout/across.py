"""How wide columns and channels are: from ordinals to x, in points.

A column is as wide as its widest box. A channel is as wide as what stands in it: its tracks, the
labels and H-marks at them, and what reaches out of the columns beside it; never less than an arrow
needs.
"""

from dataclasses import dataclass

from pilotmap.layout.content import COLUMN_PITCH
from pilotmap.layout.parts import BESIDE, TRACK, Parts
from pilotmap.layout.runs import Run

CHANNEL = 26.0
EDGE = 16.0
STUB = 14.0  # before a track
HEAD = 18.0  # behind a track: an arrow's head, and a bend that can be seen
CLEAR = 5.0
APART = 3.0  # around an H-mark or a label
NARROWEST = 60.0  # of a column that nothing stands in


@dataclass(frozen=True, slots=True)
class Across:
    """Middles of columns by ordinal, half their widths, and the width of the whole picture."""

    x: list[float]
    half: list[float]
    width: float


@dataclass(frozen=True, slots=True)
class _Bump:
    """Something beside an upright run: at which ordinal, how far it reaches left and right."""

    y: float
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class _Tracks:
    """Offsets of a channel's tracks from the first, and how far labels reach beyond the last.

    `lead` is how far H-marks reach out before the first.
    """

    offsets: list[float]
    reach: float
    lead: float

    @property
    def width(self) -> float:
        return self.offsets[-1] + self.reach


def place_across(parts: Parts, left: float) -> Across:
    """Where columns lie; sets `at` of upright runs.

    `left` is where the lanes' heads end.
    """
    width = parts.grid.width
    half = _halves(parts)
    bumps = _bumps(parts)
    before, after = _overhangs(parts, half)
    x = [0.0] * width
    at = left
    for channel in range(0, width, 2):
        runs = parts.channels.get(("V", channel), [])
        out = after[channel - 1] if channel else 0.0
        into = before[channel + 1]
        is_inner = 0 < channel < width - 1
        least = CHANNEL if is_inner else EDGE
        if runs:
            tracks = _tracks(runs, bumps)
            near = max(STUB, out + tracks.lead + APART) if channel else EDGE + tracks.lead
            far = max(HEAD, into + CLEAR, tracks.reach + into + APART) if channel < width - 1 else 0
            far = far or EDGE + tracks.reach
            needed = near + tracks.offsets[-1] + far
            start = at + near + max(0.0, least - needed) / 2
            for run in runs:
                run.at = start + tracks.offsets[run.track]
        else:
            needed = out + into + CLEAR + (STUB if out else CLEAR)
        at += max(least, needed)
        if channel < width - 1:
            x[channel + 1] = at + half[channel + 1]
            at += 2 * half[channel + 1]
    return Across(x, half, at)


def _halves(parts: Parts) -> list[float]:
    """By column ordinal: half the width of the widest box in it."""
    half = [NARROWEST / 2] * (parts.grid.width + 1)
    for x, content in zip(parts.grid.x, parts.contents, strict=True):
        half[x] = max(half[x], content.w / 2)
    return half


def _bumps(parts: Parts) -> dict[int, list[_Bump]]:
    """H-marks and labels in channels, by the identity of their run."""
    bumps: dict[int, list[_Bump]] = {}
    for mark in parts.marks:
        if mark is not None and mark.run.kind == "V":
            bump = _Bump(mark.border - 0.5, mark.half, mark.half)
            bumps.setdefault(id(mark.run), []).append(bump)
    for label in parts.labels:
        if label is not None and label.spot == "side" and label.run is not None:
            run = label.run
            y = run.a + 0.25 if run.b > run.a else run.a - 0.25
            bump = _Bump(y, 0.0, label.w + 2 * BESIDE)
            bumps.setdefault(id(run), []).append(bump)
    return bumps


def _overhangs(parts: Parts, half: list[float]) -> tuple[list[float], list[float]]:
    """By column ordinal: how far elements reach out of it to the left and to the right."""
    width = parts.grid.width
    before, after = [0.0] * (width + 1), [0.0] * (width + 1)
    for x, content in zip(parts.grid.x, parts.contents, strict=True):
        before[x] = max(before[x], content.left + content.w / 2 - half[x])
        after[x] = max(after[x], content.right + content.w / 2 - half[x])
    for mark in parts.marks:
        if mark is not None and mark.run.kind == "C":
            slot, line = mark.run.slot, mark.run.line
            side = before if slot < 0 else after
            side[line] = max(side[line], abs(slot) * COLUMN_PITCH + mark.half - half[line])
    reaches = before[:]
    for label in parts.labels:
        run = None if label is None else label.run
        if label is None or run is None:
            continue
        if label.spot == "stub":
            content = parts.contents[run.source]
            reach = content.w / 2 + content.right + label.w + CLEAR - half[run.a]
            after[run.a] = max(after[run.a], reach)
        elif label.spot == "far":
            column = run.a + 2
            label.lift = reaches[column]
            before[column] = max(before[column], label.lift + label.w + CLEAR)
        elif label.spot == "post":
            # further from another flow than from its own
            reach = abs(run.slot) * COLUMN_PITCH + 2 * BESIDE + label.w - half[run.line]
            side = before if run.slot < 0 else after
            side[run.line] = max(side[run.line], reach)
    return before, after


def _tracks(runs: list[Run], bumps: dict[int, list[_Bump]]) -> _Tracks:
    """How far apart the tracks of a channel lie; `runs` in order of their tracks."""
    offsets = [TRACK * track for track in range(runs[-1].track + 1)]
    bumpy = [run for run in runs if id(run) in bumps]
    if not bumpy:
        return _Tracks(offsets, 0.0, 0.0)
    extra = 0.0
    place = 0
    for track in range(1, len(offsets)):
        while runs[place].track < track:
            place += 1
        offsets[track] += extra
        needed = offsets[track]
        after = place
        while after < len(runs) and runs[after].track == track:
            after += 1
        for run in runs[place:after]:
            near = runs[:place] if id(run) in bumps else bumpy
            for other in near:
                if other.track < track:
                    needed = max(needed, offsets[other.track] + _gap(other, run, bumps))
        extra += needed - offsets[track]
        offsets[track] = needed
    reach = max(
        offsets[run.track] + bump.right - offsets[-1] for run in bumpy for bump in bumps[id(run)]
    )
    lead = max(bump.left - offsets[run.track] for run in bumpy for bump in bumps[id(run)])
    return _Tracks(offsets, max(0.0, reach), max(0.0, lead))


def _gap(left: Run, right: Run, bumps: dict[int, list[_Bump]]) -> float:
    """How far two runs must be apart for what stands between them."""
    gap = 0.0
    others = bumps.get(id(right), ())
    for bump in bumps.get(id(left), ()):
        if right.low < bump.y < right.high:
            reach = max((other.left for other in others if other.y == bump.y), default=0.0)
            gap = max(gap, bump.right + reach + CLEAR)
    for bump in others:
        if left.low < bump.y < left.high:
            gap = max(gap, bump.left + CLEAR)
    return gap
