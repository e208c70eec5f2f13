"""How far a wrong answer goes in each way of working, and whether people can review them all."""

from collections.abc import Iterator
from typing import Final

from pilotmap.analysis.exposure import Exposure
from pilotmap.analysis.figures import Figures
from pilotmap.analysis.wording import listed, percent, quoted
from pilotmap.language import N_, tr
from pilotmap.layout.theme import Role
from pilotmap.model.map import PilotMap
from pilotmap.model.pilot import MODES, Mode
from pilotmap.report.document.figures_text import short
from pilotmap.report.setting.blocks import heading, paragraph
from pilotmap.report.setting.flow import Block
from pilotmap.report.setting.spans import Span, plain
from pilotmap.report.setting.tables import Cell, Column, tinted_table
from pilotmap.report.setting.typography import BODY

_COLUMNS: Final = (
    Column(N_("Way of working"), 0.3),
    Column(N_("Steps reached before a person sees it"), 0.44),
    Column(N_("Reaches someone outside"), 0.26),
)
_MODES: Final[dict[Mode, str]] = {
    "autonomous": N_("On its own"),
    "recommendation": N_("Person approves"),
    "draft": N_("Person edits draft"),
}
_CHOSEN: Final[dict[Mode, str]] = {
    "autonomous": N_("On its own (chosen)"),
    "recommendation": N_("Person approves (chosen)"),
    "draft": N_("Person edits draft (chosen)"),
}
_HIGH: Final = 0.8


def reach_blocks(pilot_map: PilotMap, numbers: Figures, width: float) -> Iterator[Block]:
    """A row for each way of working, the chosen one set off."""
    if not numbers.exposure:
        return
    yield heading(tr("How far does a wrong answer go?"), width, "wrong-answer", gap=20.0)
    rows: list[tuple[tuple[Cell, ...], Role | None]] = []
    for mode in MODES:
        chosen = mode == pilot_map.pilot.mode
        cells = _cells(pilot_map, mode, numbers.exposure[mode], chosen)
        rows.append((cells, "ai.fill" if chosen else None))
    title, *body = tinted_table(_COLUMNS, rows, width)
    # Three rows stay together, or a reader would compare two of them.
    yield from (block.kept_with_next() for block in (title, *body[:-1]))
    yield body[-1]


def _cells(pilot_map: PilotMap, mode: Mode, met: Exposure, chosen: bool) -> tuple[Cell, ...]:
    outside: Cell = plain(tr("No"))
    if met.outside:
        said = tr("Yes, {lanes}", lanes=listed(met.outside))
        outside = (Span(said, weight=600, colour="error"),)
    return (
        (Span(tr(_CHOSEN[mode]), weight=600),) if chosen else plain(tr(_MODES[mode])),
        plain(_how_far(pilot_map, met)),
        outside,
    )


def _how_far(pilot_map: PilotMap, met: Exposure) -> str:
    steps = [pilot_map.step_by_id[step] for step in met.reached if step in pilot_map.step_by_id]
    named = [quoted(step.name) for step in steps if step.kind in ("step", "decision")]
    if len(named) < 2:
        return ", ".join((str(met.steps), *named))
    return tr("{number}, from {first} to {last}", number=met.steps, first=named[0], last=named[-1])


def review_blocks(pilot_map: PilotMap, numbers: Figures, width: float) -> Iterator[Block]:
    """The hours that reviewing takes beside the hours there are."""
    load, human = numbers.review_load, pilot_map.pilot.human
    if load is None or human is None:
        return
    own = (numbers.lane_load_with_ai or {}).get(human)
    if own is None or own.available is None:
        return
    full = own.is_over, own.ratio is not None and own.ratio > _HIGH
    role: Role = "error" if full[0] else "warning" if full[1] else "good"
    answer = tr("No.") if full[0] else tr("Barely.") if full[1] else tr("Yes.")
    said = review_sentence(pilot_map, numbers)
    yield heading(tr("Is there time to review?"), width, "review", gap=20.0)
    yield paragraph((Span(answer, weight=700, colour=role), Span(f" {said}")), BODY, width)


def review_sentence(pilot_map: PilotMap, numbers: Figures) -> str:
    """The load in a sentence; empty where it cannot be told."""
    load, human = numbers.review_load, pilot_map.pilot.human
    own = (numbers.lane_load_with_ai or {}).get(human or "")
    if load is None or human is None or own is None or own.available is None:
        return ""
    return tr(
        "Reviewing takes {needed} hours a day. With all its other work {lane} then works {hours} "
        "of {available} hours, {share}.",
        needed=short(round(load.hours_per_day, 1)),
        lane=pilot_map.lane_by_id[human].name,
        hours=short(round(own.hours, 1)),
        available=short(round(own.available, 1)),
        share=percent(round(own.ratio, 2)) if own.ratio is not None else tr("more than all"),
    )
