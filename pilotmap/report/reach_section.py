"""How far a wrong answer goes in each way of working, and whether people can review them all."""

from collections.abc import Iterator
from typing import Final

from pilotmap.analysis.exposure import Exposure
from pilotmap.analysis.figures import Figures
from pilotmap.layout.theme import Role
from pilotmap.model.map import PilotMap
from pilotmap.model.pilot import MODE_WORDS, MODES, Mode
from pilotmap.model.quantity import number_text
from pilotmap.report.blocks import heading, paragraph
from pilotmap.report.flow import Block
from pilotmap.report.tables import Cell, Column, columns_row, table
from pilotmap.report.typography import BODY
from pilotmap.report.words import Span, joined, plain, quoted

_COLUMNS: Final = (
    Column("Way of working", 0.28),
    Column("Steps reached before a person sees it", 0.47),
    Column("Reaches someone outside", 0.25),
)
_HIGH: Final = 0.8


def reach_blocks(pilot_map: PilotMap, numbers: Figures, width: float) -> Iterator[Block]:
    """A row for each way of working, the chosen one set off."""
    if not numbers.exposure:
        return
    yield heading("How far does a wrong answer go?", width, "wrong-answer", gap=20.0)
    yield from table(_COLUMNS, (), width)
    shares = [column.share for column in _COLUMNS]
    for mode in MODES:
        chosen = mode == pilot_map.pilot.mode
        cells = _cells(pilot_map, mode, numbers.exposure[mode], chosen)
        yield columns_row(cells, shares, width, tint="ai.fill" if chosen else None)


def _cells(pilot_map: PilotMap, mode: Mode, met: Exposure, chosen: bool) -> tuple[Cell, ...]:
    words = MODE_WORDS[mode][:1].upper() + MODE_WORDS[mode][1:]
    outside: Cell = plain("No")
    if met.outside:
        outside = (Span(f"Yes, {joined(list(met.outside))}", weight=600, colour="error"),)
    return (
        (Span(f"{words} (chosen)", weight=600),) if chosen else plain(words),
        plain(_how_far(pilot_map, met)),
        outside,
    )


def _how_far(pilot_map: PilotMap, met: Exposure) -> str:
    steps = [pilot_map.step_by_id[step] for step in met.reached if step in pilot_map.step_by_id]
    named = [quoted(step.name) for step in steps if step.kind in ("step", "decision")]
    if len(named) < 2:
        return ", ".join((str(met.steps), *named))
    return f"{met.steps}, from {named[0]} to {named[-1]}"


def review_blocks(pilot_map: PilotMap, numbers: Figures, width: float) -> Iterator[Block]:
    """The hours that reviewing takes beside the hours there are."""
    load, human = numbers.review_load, pilot_map.pilot.human
    if load is None or human is None:
        return
    yield heading("Is there time to review?", width, "review", gap=20.0)
    role: Role = "error" if load.ratio > 1 else "warning" if load.ratio > _HIGH else "good"
    answer = "No." if load.ratio > 1 else "Barely." if load.ratio > _HIGH else "Yes."
    name = pilot_map.lane_by_id[human].name
    needed, there = _hours(load.hours_per_day), _hours(load.available)
    said = (
        f" Reviewing takes {needed} of the {there} hours a day that {name} has for it"
        f", {load.ratio * 100:.0f} %."
    )
    yield paragraph((Span(answer, weight=700, colour=role), Span(said)), BODY, width)


def _hours(hours: float) -> str:
    return number_text(round(hours, 1))
