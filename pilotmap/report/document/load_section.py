"""What each lane works a day, today and with the AI, of the hours that its people have."""

from collections.abc import Iterator
from typing import Final

from pilotmap.analysis.figures import Figures
from pilotmap.analysis.lane_load import LaneLoad
from pilotmap.analysis.reasons import load_reason, null_reasons
from pilotmap.analysis.time_sentences import load_words
from pilotmap.language import N_, tr
from pilotmap.model.map import PilotMap
from pilotmap.report.setting.blocks import heading, paragraph
from pilotmap.report.setting.flow import Block
from pilotmap.report.setting.spans import Span, plain
from pilotmap.report.setting.tables import Cell, Column, table, together
from pilotmap.report.setting.typography import BODY_SOFT

_COLUMNS: Final = (
    Column(N_("Who"), 0.3),
    Column(N_("Hours of work a day, today"), 0.35),
    Column(N_("With the AI"), 0.35),
)


def load_blocks(pilot_map: PilotMap, numbers: Figures, width: float) -> Iterator[Block]:
    """A row for each lane of ours that works; why not, where that is not known."""
    loads, after = numbers.lane_load, numbers.lane_load_with_ai or {}
    if not numbers.expected_work:
        return
    yield heading(tr("Do the people have the time?"), width, "loads", gap=20.0)
    if loads is None:
        why = null_reasons(pilot_map, numbers)["lane_load"]
        yield paragraph(plain(tr("Not known: {reason}.", reason=why)), BODY_SOFT, width, gap=2.0)
        return
    rows = [
        ((Span(pilot_map.lane_by_id[lane].name),), _said(load), _said(after.get(lane)))
        for lane, load in loads.items()
        if load.hours or (lane in after and after[lane].hours)
    ]
    yield from together(table(_COLUMNS, rows, width))


def _said(load: LaneLoad | None) -> Cell:
    if load is None:
        return (Span(tr("not known")),)
    why = load_reason(load)
    words = f"{load_words(load)} ({why})" if why else load_words(load)
    return (Span(words, weight=600, colour="error") if load.is_over else Span(words),)
