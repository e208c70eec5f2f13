"""Where the time goes, and whether the step alone can reach the target."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from pilotmap.analysis.figures import Figures
from pilotmap.layout.drawing import Box, Primitive, Rect
from pilotmap.layout.theme import Role
from pilotmap.model.handoffs import breadth_first
from pilotmap.model.map import PilotMap
from pilotmap.model.quantity import number_text
from pilotmap.report.blocks import card, card_frame, heading, paragraph
from pilotmap.report.flow import Block, Slice
from pilotmap.report.page import Layer
from pilotmap.report.typeset import shortened, spaced_width, text_line
from pilotmap.report.typography import BODY, BODY_SOFT, CELL, NAME
from pilotmap.report.words import Span, plain, quoted

_LABELS: Final = 180.0
_VALUES: Final = 63.0
_PITCH: Final = 15.9
_BAR: Final = 10.0
_BASELINE: Final = 10.9


class Unit(NamedTuple):
    """The unit that suits the times of a map, so that one page does not mix two."""

    short: str
    words: str
    per_hour: float

    def text(self, hours: float) -> str:
        """The time with one decimal and its unit."""
        return f"{hours * self.per_hour:.1f} {self.short}"

    def stated(self, hours: float) -> str:
        """A time that people gave: as short as they would write it."""
        return f"{number_text(round(hours * self.per_hour, 1))} {self.short}"


def unit_for(hours: float) -> Unit:
    """Minutes for processes of less than two hours, else hours."""
    return Unit("min", "minutes", 60.0) if hours < 2 else Unit("h", "hours", 1.0)


def time_blocks(pilot_map: PilotMap, numbers: Figures, width: float) -> Iterator[Block]:
    """Each step's expected time as a bar that starts where the one before ends."""
    shares = expected_times(pilot_map, numbers)
    if not shares or numbers.expected_elapsed is None:
        yield paragraph(plain("No times are on the map yet."), BODY_SOFT, width, gap=2.0)
        return
    unit = unit_for(numbers.expected_elapsed)
    said = (
        f"Expected {unit.words} per case, from the work and waiting times on the map and the share "
        "of cases that each branch takes."
    )
    yield paragraph(plain(said), BODY_SOFT, width, gap=2.0, with_next=True)
    yield Block(tuple(_bars(pilot_map, numbers, shares, unit, width)), gap=6.0, may_break=True)
    yield Block((_total(numbers, unit, width),), gap=3.0)


def expected_times(pilot_map: PilotMap, numbers: Figures) -> tuple[tuple[str, float], ...]:
    """Steps with their expected hours per case, as the work reaches them; none without a time."""
    visits = numbers.visits or {}
    timed = (
        (step, visits.get(step, 0.0) * pilot_map.step_by_id[step].hours)
        for step in breadth_first(pilot_map)
    )
    return tuple((step, hours) for step, hours in timed if hours > 0)


def _bars(
    pilot_map: PilotMap,
    numbers: Figures,
    shares: tuple[tuple[str, float], ...],
    unit: Unit,
    width: float,
) -> Iterator[Slice]:
    room = width - _LABELS - _VALUES
    whole = sum(hours for _, hours in shares)
    before = 0.0
    for step, hours in shares:
        visits = (numbers.visits or {}).get(step, 1.0)
        often = "" if abs(visits - 1) < 0.005 else f" · {visits * 100:.0f} %"
        is_ai = step == pilot_map.pilot.step
        style = CELL._replace(weight=600, colour="ai.line") if is_ai else CELL
        behind = f"{often}{' ✦' if is_ai else ''}"
        room_for_name = _LABELS - 10 - spaced_width(behind, style)
        label = shortened(pilot_map.step_by_id[step].name or "no name", style, room_for_name)
        primitives: tuple[Primitive, ...] = (
            text_line(f"{label}{behind}", style, 0, _BASELINE),
            Rect(Box(_LABELS, 2.5, room, _BAR), fill="lane.head", radius=2.5),
            Rect(
                Box(_LABELS + before / whole * room, 2.5, max(hours / whole * room, 0.8), _BAR),
                fill="ai.line" if is_ai else "step.line",
                radius=2.5,
            ),
            text_line(unit.text(hours), CELL, _LABELS + room + 7.5, _BASELINE),
        )
        before += hours
        yield Slice(_PITCH, (Layer(primitives),))


def _total(numbers: Figures, unit: Unit, width: float) -> Slice:
    expected = numbers.expected_elapsed or 0.0
    rule = Rect(Box(0, 0, width, 0.6), fill="lane.line")
    primitives: list[Primitive] = [
        rule,
        text_line(f"Expected, from the map: {unit.text(expected)}", NAME, 0, 15.0),
    ]
    if numbers.stated_baseline:
        off = abs(1 - (numbers.explained or 0.0)) * 100
        stated = f"stated baseline {unit.stated(numbers.stated_baseline)} · difference {off:.0f} %"
        primitives.append(text_line(stated, BODY_SOFT, width, 15.0, anchor=1.0))
    return Slice(20.0, (Layer(tuple(primitives)),))


def target_blocks(pilot_map: PilotMap, numbers: Figures, width: float) -> Iterator[Block]:
    """Whether the target can be reached by the AI step alone; nothing where nobody can say."""
    if numbers.reachable is None or numbers.floor is None or numbers.stated_target is None:
        return
    yield heading("Can this step alone reach the target?", width, "reach", gap=20.0)
    unit = unit_for(numbers.expected_elapsed or 0.0)
    role: Role = "good" if numbers.reachable else "error"
    fill: Role = "good.fill" if numbers.reachable else "error.fill"
    said = (
        f" If the AI step took no time at all, {unit.text(numbers.floor)} would remain. "
        f"The target is {unit.stated(numbers.stated_target)}."
    )
    spans = [Span("Yes." if numbers.reachable else "No.", weight=700, colour=role), Span(said)]
    longest = numbers.longest_remaining
    if longest is not None and not numbers.reachable:
        hours = dict(expected_times(pilot_map, numbers)).get(longest, 0.0)
        name = quoted(pilot_map.step_by_id[longest].name)
        most = f" The most that remains is {name}, {unit.text(hours)} of waiting and work."
        spans.append(Span(most))
    yield card(((spans, BODY, 0.0),), width, card_frame(role, fill), gap=0.0)
