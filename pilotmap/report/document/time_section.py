"""Where the time goes, and whether the step alone can reach the target."""

from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from pilotmap.analysis import verdict_words as words
from pilotmap.analysis.figures import Figures
from pilotmap.analysis.wording import percent, quoted
from pilotmap.language import tr, trn
from pilotmap.layout.drawing import Box, Primitive, Rect
from pilotmap.layout.theme import Role
from pilotmap.model.map import PilotMap
from pilotmap.report.document.figures_text import fixed, short
from pilotmap.report.document.verdict_card import TONES
from pilotmap.report.setting.blocks import card, card_frame, figure_slice, heading, paragraph
from pilotmap.report.setting.flow import Block
from pilotmap.report.setting.page import Layer, Slice
from pilotmap.report.setting.spans import Span, plain
from pilotmap.report.setting.structure import Element
from pilotmap.report.setting.typeset import shortened, spaced_width, text_layer, text_line
from pilotmap.report.setting.typography import BODY, BODY_SOFT, CELL, NAME, Style

_LABELS: Final = 180.0
_VALUES: Final = 63.0
_PITCH: Final = 15.9
_BAR: Final = 10.0
_BASELINE: Final = 10.9
_MOST_BARS: Final = 32  # what is left stands together in one more


class Bar(NamedTuple):
    """A step, or several that stand together, with the hours before and within."""

    name: str
    often: str
    before: float
    hours: float
    is_ai: bool = False


class TimeUnit(NamedTuple):
    """The unit that suits the times of a map, so that one page does not mix two."""

    unit: Literal["min", "h"]

    @property
    def per_hour(self) -> float:
        """How many of it make an hour."""
        return 60.0 if self.unit == "min" else 1.0

    def text(self, hours: float) -> str:
        """The time with one decimal and its unit."""
        return self._with_unit(fixed(hours * self.per_hour, 1))

    def stated(self, hours: float) -> str:
        """A time that people gave: as short as they would write it."""
        return self._with_unit(short(round(hours * self.per_hour, 1)))

    def _with_unit(self, number: str) -> str:
        if self.unit == "min":
            return tr("{number} min", number=number)
        return tr("{number} h", number=number)


def unit_for(hours: float) -> TimeUnit:
    """Minutes for processes of less than two hours, else hours."""
    return TimeUnit("min" if hours < 2 else "h")


def time_blocks(pilot_map: PilotMap, numbers: Figures, width: float) -> Iterator[Block]:
    """Each step's expected time as a bar that starts where the one before ends."""
    times = expected_times(pilot_map, numbers)
    if not times or numbers.expected_elapsed is None:
        yield paragraph(plain(tr("No times are on the map yet.")), BODY_SOFT, width, gap=2.0)
        return
    unit = unit_for(numbers.expected_elapsed)
    if unit.unit == "min":
        said = tr(
            "Expected minutes per case, from the work and waiting times on the map and the share "
            "of cases that each branch takes."
        )
    else:
        said = tr(
            "Expected hours per case, from the work and waiting times on the map and the share of "
            "cases that each branch takes."
        )
    yield paragraph(plain(said), BODY_SOFT, width, gap=2.0, with_next=True)
    bars = _bars(pilot_map, numbers, times)
    figure = Element("Figure", alt=_alt(bars, unit))
    whole = sum(hours for _, hours in times)
    slices = tuple(
        figure_slice(figure, width, _PITCH, _painted(bar, whole, unit, width)) for bar in bars
    )
    yield Block(slices, gap=6.0, may_break=True, with_next=True)
    yield Block((_total(numbers, unit, width),), gap=3.0)


def expected_times(pilot_map: PilotMap, numbers: Figures) -> tuple[tuple[str, float], ...]:
    """Steps with their expected hours per case, as the work reaches them; none without a time."""
    visits = numbers.visits or {}
    timed = (
        (step, visits.get(step, 0.0) * pilot_map.clock.hours(pilot_map.step_by_id[step]))
        for step in pilot_map.breadth_first
    )
    return tuple((step, hours) for step, hours in timed if hours > 0)


def _bars(
    pilot_map: PilotMap, numbers: Figures, times: tuple[tuple[str, float], ...]
) -> tuple[Bar, ...]:
    """The steps that take the most time, in their order, and what the others take together."""
    largest = sorted(times, key=lambda timed: -timed[1])[:_MOST_BARS]
    shown = {step for step, _ in (largest if len(times) > _MOST_BARS + 1 else times)}
    shown |= {step for step, _ in times if step == pilot_map.pilot.step}
    bars, before = [], 0.0
    for step, hours in times:
        if step in shown:
            bars.append(_bar(pilot_map, numbers, step, before, hours))
            before += hours
    rest = [hours for step, hours in times if step not in shown]
    if rest:
        name = trn("{number} other step", "{number} other steps", len(rest))
        bars.append(Bar(name, "", before, sum(rest)))
    return tuple(bars)


def _bar(pilot_map: PilotMap, numbers: Figures, step: str, before: float, hours: float) -> Bar:
    visits = (numbers.visits or {}).get(step, 1.0)
    often = "" if abs(visits - 1) < 0.005 else percent(round(visits, 2))
    name = pilot_map.step_by_id[step].name or tr("no name")
    return Bar(name, often, before, hours, step == pilot_map.pilot.step)


def _alt(bars: tuple[Bar, ...], unit: TimeUnit) -> str:
    return "; ".join(f"{bar.name}: {unit.text(bar.hours)}" for bar in bars)


def _painted(bar: Bar, whole: float, unit: TimeUnit, width: float) -> Iterator[Primitive]:
    room = width - _LABELS - _VALUES
    style: Style = CELL._replace(weight=600, colour="ai.line") if bar.is_ai else CELL
    behind = f"{f' · {bar.often}' if bar.often else ''}{' ✦' if bar.is_ai else ''}"
    label = shortened(bar.name, style, _LABELS - 10 - spaced_width(behind, style))
    yield text_line(f"{label}{behind}", style, 0, _BASELINE)
    yield Rect(Box(_LABELS, 2.5, room, _BAR), fill="lane.head", radius=2.5)
    long = max(bar.hours / whole * room, 0.8)
    start = min(bar.before / whole * room, room - long)
    fill: Role = "ai.line" if bar.is_ai else "step.line"
    yield Rect(Box(_LABELS + start, 2.5, long, _BAR), fill=fill, radius=min(2.5, long / 2))
    yield text_line(unit.text(bar.hours), CELL, _LABELS + room + 7.5, _BASELINE)


def _total(numbers: Figures, unit: TimeUnit, width: float) -> Slice:
    rule = Layer((Rect(Box(0, 0, width, 0.6), fill="lane.line"),))
    said = tr("Expected, from the map: {time}", time=unit.text(numbers.expected_elapsed or 0.0))
    layers = [rule, text_layer(said, NAME, 0, 15.0, element=Element("P"))]
    if numbers.explained is not None:
        stated = tr(
            "The map explains {share} of what is measured",
            share=percent(round(numbers.explained or 0.0, 2)),
        )
        layers.append(text_layer(stated, BODY_SOFT, width, 15.0, anchor=1.0, element=Element("P")))
    return Slice(20.0, tuple(layers))


def target_blocks(pilot_map: PilotMap, numbers: Figures, width: float) -> Iterator[Block]:
    """The verdict on the pilot, and what it rests on; nothing where there is none."""
    if numbers.verdict is None:
        return
    yield heading(tr("Does this pilot reach the target?"), width, "reach", gap=20.0)
    role, fill = TONES[words.TONES[numbers.verdict]]
    sentences = [
        words.scale_words(pilot_map, numbers),
        words.not_in_the_forecast(pilot_map, numbers),
    ]
    longest, hours = numbers.longest_remaining, numbers.longest_remaining_hours
    if longest is not None and hours is not None and numbers.verdict != "reaches":
        unit = unit_for(numbers.today or 0.0)
        name, time = quoted(pilot_map.step_by_id[longest].name), unit.text(hours)
        sentences.append(
            tr("The most that remains on the map is {step}, {time}.", step=name, time=time)
        )
    title = f"{words.title(numbers)}. "
    spans = [Span(title, weight=700, colour=role), Span(" ".join(filter(None, sentences)))]
    yield card(((spans, BODY, 0.0),), width, card_frame(role, fill), gap=0.0)
