"""Windows onto a Drawing whose edges run between the steps, never through one."""

from collections.abc import Sequence
from typing import Final

from pilotmap.layout.drawing import Box, Drawing
from pilotmap.layout.folding.fold import heads_end
from pilotmap.layout.folding.heights import Span

_BESIDE: Final = 16.0  # room left beside the outermost step
_ABOVE: Final = 13.0  # beyond the lane, so that H-marks on its border stay whole


def around(drawing: Drawing, step: str, widest: float, highest: float) -> Box:
    """The part of the drawing with the step in its midst, in the drawing's own points.

    As many whole neighbours as the width and height allow; the step itself is always whole.
    """
    box = drawing.geometry.step_by_id[step].box
    lane = next(lane for _, lane in drawing.geometry.lanes if lane.contains(*box.centre))
    kept = kept_whole(drawing)
    tall = Span(max(0.0, lane.y - _ABOVE), min(drawing.height, lane.bottom + _ABOVE))
    if tall.length > highest:
        spans = [Span(each.y, each.bottom) for each in kept]
        tall = window(spans, Span(box.y, box.bottom), highest, tall)
    seen = [each for each in kept if each.y < tall.end and tall.start < each.bottom]
    spans = [Span(0.0, heads_end(drawing)), *(Span(each.x, each.right) for each in seen)]
    wide = window(spans, Span(box.x, box.right), widest, Span(0.0, drawing.width))
    return Box(wide.start, tall.start, wide.length, tall.length)


def window(spans: Sequence[Span], target: Span, longest: float, whole: Span) -> Span:
    """The window of at most the given length that shows the target and the most whole spans.

    Among equals the one with the target nearest to its middle. Where even the target's own
    surroundings are cut by every window, the target is centred.
    """
    if whole.length <= longest:
        return whole
    nearest = Span(target.end - longest - _BESIDE, target.start + longest + _BESIDE)
    spans = [each for each in spans if nearest.start <= each.end and each.start <= nearest.end]
    starts = [whole.start, *(each.start - _BESIDE for each in spans)]
    ends = [whole.end, *(each.end + _BESIDE for each in spans)]
    found = [
        Span(start, end)
        for start in starts
        for end in ends
        if start <= target.start and target.end <= end and 0 < end - start <= longest
    ]
    whole_ones = [each for each in found if not any(_cuts(each, span) for span in spans)]
    if not whole_ones:
        middle = (target.start + target.end) / 2
        start = min(max(middle - longest / 2, whole.start), whole.end - longest)
        return Span(start, start + longest)
    best = max(whole_ones, key=lambda each: (_count(each, spans), -_off(each, target)))
    return _widened(best, spans, longest, whole)


def _widened(found: Span, spans: Sequence[Span], longest: float, whole: Span) -> Span:
    """The window with its spare length given to both sides, as far as nothing is cut."""
    before = max((each.end for each in spans if each.end <= found.start), default=whole.start)
    after = min((each.start for each in spans if each.start >= found.end), default=whole.end)
    for _ in range(2):
        spare = longest - found.length
        start = max(found.start - spare / 2, before, whole.start)
        found = Span(start, min(found.end + longest - (found.end - start), after, whole.end))
    return found


def kept_whole(drawing: Drawing) -> list[Box]:
    """What must not be cut: steps with their badges, times and marks, labels."""
    return [
        group.box
        for group in drawing.groups
        if group.kind in ("step", "badge", "label", "handoff", "mark")
    ]


def _cuts(each: Span, span: Span) -> bool:
    return span.start < each.start < span.end or span.start < each.end < span.end


def _count(each: Span, spans: Sequence[Span]) -> int:
    return sum(each.start <= span.start and span.end <= each.end for span in spans)


def _off(each: Span, target: Span) -> float:
    return abs((each.start + each.end) / 2 - (target.start + target.end) / 2)
