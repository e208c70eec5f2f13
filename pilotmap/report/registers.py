"""The registers: handoffs, systems, decisions, pains and questions, errors answered in writing."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from pilotmap.analysis.figures import Figures
from pilotmap.model.handoffs import handoffs
from pilotmap.model.map import PilotMap
from pilotmap.model.notes import Note
from pilotmap.model.quantity import number_text
from pilotmap.report.blocks import heading
from pilotmap.report.dates import day_text
from pilotmap.report.flow import Block
from pilotmap.report.page import Bookmark
from pilotmap.report.tables import Cell, Column, table, together
from pilotmap.report.words import plain, quoted

_HANDOFFS: Final = (
    Column("#", 0.07), Column("From", 0.2), Column("To", 0.2), Column("What is handed over", 0.27),
    Column("Through", 0.17), Column("Waits", 0.09),
)  # fmt: skip
_SYSTEMS: Final = (
    Column("System", 0.22), Column("What it is", 0.22), Column("Owner", 0.22), Column("Steps", 0.34)
)  # fmt: skip
_DECISIONS: Final = (
    Column("Decision", 0.26), Column("Who decides", 0.2), Column("Branch", 0.22),
    Column("Share", 0.1), Column("Leads to", 0.22),
)  # fmt: skip
_NOTES: Final = (
    Column("Kind", 0.13), Column("What was said", 0.47), Column("About", 0.22),
    Column("Owner, due", 0.18),
)  # fmt: skip
_WAIVERS: Final = (
    Column("Rule", 0.1), Column("Why it is accepted", 0.6), Column("By", 0.17), Column("On", 0.13)
)  # fmt: skip


def handoff_key(number: int) -> str:
    """The key under which the map's links find the row of a handoff."""
    return f"handoff-{number}"


def register_blocks(pilot_map: PilotMap, numbers: Figures, width: float) -> Iterator[Block]:
    """One table after another; those without a row are left out."""
    if handoffs(pilot_map):
        yield heading("Handoffs", width, "handoffs", gap=20.0)
        yield from together(_handoff_rows(numbers, pilot_map, width))
    if pilot_map.systems:
        yield heading("Systems", width, "systems", gap=20.0)
        rows = (
            tuple(
                map(plain, (system.name, system.kind, system.owner, _steps(pilot_map, system.id)))
            )
            for system in pilot_map.systems
        )
        yield from together(table(_SYSTEMS, rows, width))
    if any(step.kind == "decision" for step in pilot_map.steps):
        yield heading("Decisions", width, "decisions", gap=20.0)
        yield from together(table(_DECISIONS, _branches(pilot_map), width))
    if pilot_map.notes:
        yield heading("Pains, questions and notes", width, "notes", gap=20.0)
        yield from together(
            table(_NOTES, (_note(pilot_map, note) for note in pilot_map.notes), width)
        )
    if pilot_map.waivers:
        yield heading("Errors answered in writing", width, "waivers", gap=20.0)
        said = (
            (each.rule, each.reason, each.by, day_text(each.on) if each.on else "")
            for each in pilot_map.waivers
        )
        yield from together(table(_WAIVERS, (tuple(map(plain, row)) for row in said), width))


def _handoff_rows(numbers: Figures, pilot_map: PilotMap, width: float) -> Iterator[Block]:
    waits = {
        handoff.number: pilot_map.step_by_id[handoff.flow.target].wait
        for handoff in handoffs(pilot_map)
    }
    rows = (
        tuple(
            map(
                plain,
                (f"H{row.number}", row.source, row.target, row.passes, row.through,
                 str(waits[row.number] or "")),
            )
        )
        for row in numbers.handoff_ledger
    )  # fmt: skip
    title, *blocks = table(_HANDOFFS, rows, width)
    yield title
    for row, block in zip(numbers.handoff_ledger, blocks, strict=True):
        yield replace(block, bookmark=Bookmark(handoff_key(row.number), ""))


def _steps(pilot_map: PilotMap, system: str) -> str:
    return ", ".join(step.name for step in pilot_map.steps if system in step.systems)


def _branches(pilot_map: PilotMap) -> Iterator[tuple[Cell, ...]]:
    """A row for each branch; the decision and who takes it stand on the first."""
    for step in pilot_map.steps:
        if step.kind != "decision":
            continue
        first = (step.name, pilot_map.lane_by_id[step.lane].name)
        flows = pilot_map.flows_out(step.id)
        for at, flow in enumerate(flows):
            share = "" if flow.share is None else f"{number_text(round(flow.share * 100, 4))} %"
            leads_to = pilot_map.step_by_id[flow.target].name
            head = ("", "") if at else first
            yield tuple(map(plain, (*head, flow.label, share, leads_to)))
        if not flows:
            yield tuple(map(plain, (*first, "", "", "")))


def _note(pilot_map: PilotMap, note: Note) -> tuple[Cell, ...]:
    about = note.about or ""
    step, flow = pilot_map.step_by_id.get(about), pilot_map.flow_by_id.get(about)
    where = quoted(step.name) if step else ""
    if flow is not None:
        ends = (pilot_map.step_by_id[end].name for end in (flow.source, flow.target))
        where = " to ".join(map(quoted, ends))
    kind = f"{note.kind}, settled" if note.settled else note.kind
    due = day_text(note.due) if note.due else ""
    who = ", ".join(part for part in (note.owner, due) if part)
    return tuple(map(plain, (kind[:1].upper() + kind[1:], note.text, where, who)))
