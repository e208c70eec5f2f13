"""Labels of branches and H-marks: what they say, how large they are, which run they stand at.

Signs of notes about a flow stand in its label, behind the words.

Room for them is kept before coordinates are made: a label at the first stretch widens the channel
beside its box (`stub`, or `far` before the next column), one at an upright way out deepens the row
(`post`), and one in a channel widens its track (`side`). An H-mark stands where the flow first
crosses a lane border.
"""

from dataclasses import dataclass
from functools import lru_cache

from pilotmap.language import in_figures
from pilotmap.layout.content import (
    COLUMN_PITCH,
    ROW_PITCH,
    SIGN,
    SIGN_PITCH,
    SLOT_BAND,
    SMALL,
    SMALL_BOLD,
    Content,
    Notes,
)
from pilotmap.layout.grid import Grid
from pilotmap.layout.looks import notes_by_element
from pilotmap.layout.net import Net
from pilotmap.layout.router import Router
from pilotmap.layout.runs import Run
from pilotmap.layout.slots import goes_on
from pilotmap.layout.text import TextStyle, break_lines, measure
from pilotmap.model.map import PilotMap
from pilotmap.model.process import Flow
from pilotmap.model.quantity import number_text

WIDEST = 96.0
LINE = 15.5
LABEL_GAP = 5.0
MARK_HALF = 11.0  # of an H-mark's height
MARK_CLEAR = MARK_HALF + 1
LEAST_MARK = 8.0


@dataclass(slots=True)
class Label:
    """A measured label; `spot` says at which kind of place it stands, `run` at which run.

    `lift` is how far it keeps from its box, beyond the gap that all keep. `notes` are the kinds of
    notes about the flow with their counts; their signs stand at the right end of `w`.
    """

    lines: tuple[str, ...]
    style: TextStyle
    w: float
    h: float
    spot: str = ""
    run: Run | None = None
    lift: float = 0.0
    notes: Notes = ()


@dataclass(slots=True)
class Mark:
    """An H-mark: its text, its half width, the upright run and the lane border it stands on.

    `border` is the first ordinal of the lower lane.
    """

    text: str
    style: TextStyle
    half: float
    run: Run
    border: int


def label_text(flow: Flow) -> str:
    """The words on a branch and its share: `yes · 60 %`."""
    return " · ".join(part for part in (flow.label, share_text(flow)) if part)


def share_text(flow: Flow) -> str:
    """The share of a branch: `60 %`; empty where it has none."""
    if flow.share is None:
        return ""
    return f"{in_figures(number_text(round(flow.share.value * 100, 4)))} %"


@lru_cache(maxsize=20_000)
def _measured(text: str, share: str, is_branch: bool) -> tuple[tuple[str, ...], TextStyle, float]:
    """The lines of a label; its share stands under its words, as width is dearer than height."""
    style = SMALL_BOLD if is_branch else SMALL
    lines = (*break_lines(text, style, WIDEST), *break_lines(share, style, WIDEST))
    return lines, style, max((measure(line, style) + 6 for line in lines), default=0.0)


def labels_of(pilot_map: PilotMap, net: Net) -> list[Label | None]:
    """By flow: its label, not yet placed."""
    found: list[Label | None] = []
    notes_about = notes_by_element(pilot_map.notes)
    for number, flow in enumerate(pilot_map.flows):
        share = share_text(flow)
        notes = notes_about.get(flow.id, ())
        if not flow.label and not share and not notes:
            found.append(None)
            continue
        is_branch = net.kinds[net.source[number]] == "decision"
        lines, style, w = _measured(flow.label, share, is_branch)
        if not lines and not notes:
            found.append(None)
            continue
        w += SIGN_PITCH * len(notes)
        high = max(LINE * len(lines) + 2, SIGN if notes else 0.0)
        found.append(Label(lines, style, w, high, notes=notes))
    return found


def settle_labels(router: Router, labels: list[Label | None], contents: list[Content]) -> None:
    """Give each label its spot on the routed way of its flow."""
    for flow, label in enumerate(labels):
        if label is None:
            continue
        route = router.routes[flow]
        first = route[0]
        if first.kind == "C":
            label.spot, label.run = "post", first
        elif len(route) > 1 and route[1].kind == "V" and not _is_alone_on_top(router, first):
            label.spot, label.run = "side", route[1]
        elif first.source in router.crowded and goes_on(first):
            label.spot, label.run = "far", first
        else:
            label.spot, label.run = "stub", first
    _lift_over_others(labels, contents)


def _lift_over_others(labels: list[Label | None], contents: list[Content]) -> None:
    """Keep labels at upright ways up clear of marks, and of labels beside the box."""
    tops: dict[int, float] = {}
    for label in labels:
        if label is not None and label.run is not None and label.spot in ("stub", "far"):
            top = label.h + LABEL_GAP - label.run.slot * ROW_PITCH
            tops[label.run.source] = max(tops.get(label.run.source, 0.0), top)
    for label in labels:
        if label is None or label.run is None or label.run.b > label.run.a:
            continue
        if label.spot == "post":
            content = contents[label.run.source]
            beside = tops.get(label.run.source, 0.0) - content.h / 2
            label.lift = max(content.above, beside, 0.0)
        elif label.spot == "side":
            source = label.run.before.source if label.run.before else -1
            label.lift = max(0.0, tops.get(source, 0.0) + LABEL_GAP - SLOT_BAND)


def _is_alone_on_top(router: Router, first: Run) -> bool:
    """Whether no other run leaves the same side at or above this one."""
    return not any(
        other is not first and other.source == first.source and other.slot <= first.slot
        for other in router.taken.in_gap[first.gap]
    )


def marks_of(pilot_map: PilotMap, net: Net, grid: Grid, router: Router) -> list[Mark | None]:
    """By flow: its H-mark where it is a handoff."""
    numbers = {handoff.flow.id: handoff.name for handoff in pilot_map.handoffs}
    found: list[Mark | None] = []
    for number, flow in enumerate(pilot_map.flows):
        name = numbers.get(flow.id)
        crossing = _first_border(grid, router.routes[number]) if name else None
        if name is None or crossing is None:
            found.append(None)
            continue
        style = _mark_style(name)
        half = max(MARK_HALF, measure(name, style) / 2 + 2.5)
        found.append(Mark(name, style, half, crossing[0], crossing[1]))
    return found


@lru_cache(maxsize=2_000)
def _mark_style(name: str) -> TextStyle:
    """Marks of neighbouring flows stand side by side: from H100 on their type is smaller."""
    size = SMALL_BOLD.size_pt
    while size > LEAST_MARK and measure(name, TextStyle(size, 600)) + 5 > COLUMN_PITCH:
        size -= 0.5
    return TextStyle(size, 600)


def _first_border(grid: Grid, route: list[Run]) -> tuple[Run, int] | None:
    for run in route:
        if not run.is_level:
            start, end = grid.lane_of(run.a), grid.lane_of(run.b)
            if start != end:
                return run, grid.lane_top[start + 1 if end > start else start]
    return None
