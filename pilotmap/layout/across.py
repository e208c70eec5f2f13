"""How wide columns and channels are: from ordinals to x, in points.

All columns are equally wide. A channel is as wide as its tracks, with room for the labels and
H-marks in it and for what reaches out of the columns beside it.
"""

from dataclasses import dataclass

from pilotmap.layout.content import COLUMN_PITCH, PAD, STEP_WIDTH
from pilotmap.layout.labels import Label
from pilotmap.layout.parts import BESIDE, TRACK, Parts
from pilotmap.layout.runs import Run

CHANNEL = 58.0
FIRST_CHANNEL = 30.0
LAST_CHANNEL = 48.0
EDGE = 18.0
STUB = 22.0
CLEAR = 4.0
APART = 2.0  # between an H-mark and what reaches out of the column before it
BEHIND_LABEL = 12.0  # before an arrow's head: there a folded map can be cut


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


def place_across(parts: Parts, left: float) -> tuple[list[float], float]:
    """The middle of each column by its ordinal, and the width; sets `at` of upright runs.

    `left` is where the lanes' heads end.
    """
    width = parts.grid.width
    bumps = _bumps(parts)
    before, after = _overhangs(parts)
    x = [0.0] * width
    at = left
    for channel in range(0, width, 2):
        runs = parts.channels.get(("V", channel), [])
        out = after[channel - 1] if channel else 0.0
        into = before[channel + 1]
        least = CHANNEL
        if channel == 0 or channel == width - 1:
            least = LAST_CHANNEL if channel else FIRST_CHANNEL
        if runs:
            tracks = _tracks(runs, bumps)
            near = max(STUB, out + max(PAD, tracks.lead + APART)) if channel else EDGE
            far = max(STUB, into + PAD) if channel < width - 1 else EDGE
            needed = near + tracks.width + far
            start = at + near + max(0.0, least - needed) / 2
            for run in runs:
                run.at = start + tracks.offsets[run.track]
        else:
            needed = out + into + 2 * CLEAR + (BEHIND_LABEL if out else 0.0)
        at += max(least, needed)
        if channel < width - 1:
            x[channel + 1] = at + STEP_WIDTH / 2
            at += STEP_WIDTH
    return x, at


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
            bump = _Bump(y, 0.0, label.w + BESIDE + 6)
            bumps.setdefault(id(run), []).append(bump)
    return bumps


def _overhangs(parts: Parts) -> tuple[list[float], list[float]]:
    """By column ordinal: how far elements reach out of its cells to the left and to the right."""
    width = parts.grid.width
    before, after = [0.0] * (width + 1), [0.0] * (width + 1)
    for x, content in zip(parts.grid.x, parts.contents, strict=True):
        inset = (STEP_WIDTH - content.w) / 2
        before[x] = max(before[x], content.left - inset)
        after[x] = max(after[x], content.right - inset)
    reaches = before[:]
    for label in parts.labels:
        if label is not None and label.run is not None:
            _reach_out(parts, label, label.run, reaches, before, after)
    return before, after


def _reach_out(
    parts: Parts,
    label: Label,
    run: Run,
    reaches: list[float],
    before: list[float],
    after: list[float],
) -> None:
    """Make room for a label beside the column in which, or before which, it stands."""
    if label.spot == "stub":
        content = parts.contents[run.source]
        inset = (STEP_WIDTH - content.w) / 2 - content.right
        after[run.a] = max(after[run.a], label.w + CLEAR - inset)
    elif label.spot == "far":
        column = run.a + 2
        label.lift = reaches[column]
        before[column] = max(before[column], label.lift + label.w + CLEAR)
    elif label.spot == "post":
        reach = abs(run.slot) * COLUMN_PITCH + BESIDE + label.w - STEP_WIDTH / 2
        side = before if run.slot < 0 else after
        side[run.line] = max(side[run.line], reach)


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
        offsets[run.track] + bump.right - offsets[-1] - STUB + 10 + BEHIND_LABEL
        for run in bumpy
        for bump in bumps[id(run)]
    )
    lead = max(bump.left - offsets[run.track] for run in bumpy for bump in bumps[id(run)])
    return _Tracks(offsets, max(0.0, reach), lead)


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
