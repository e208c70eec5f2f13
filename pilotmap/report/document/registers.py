"""The registers: handoffs, systems, decisions, pains and questions, errors answered in writing."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from pilotmap.analysis.figures import Figures
from pilotmap.analysis.ledger import LedgerRow
from pilotmap.analysis.wording import long_date, percent, step_words
from pilotmap.language import N_, tr
from pilotmap.model.map import PilotMap
from pilotmap.model.notes import Note
from pilotmap.model.process import System
from pilotmap.model.quantity import Duration
from pilotmap.report.document.words import quantity_short
from pilotmap.report.setting.blocks import heading
from pilotmap.report.setting.flow import Block
from pilotmap.report.setting.page import Bookmark
from pilotmap.report.setting.spans import Leads, Span, plain
from pilotmap.report.setting.tables import Cell, Column, table, together

_HANDOFFS: Final = (
    Column(N_("#"), 0.07), Column(N_("From"), 0.18), Column(N_("To"), 0.18),
    Column(N_("What is handed over"), 0.27), Column(N_("Through"), 0.19),
    Column(N_("Waits"), 0.11),
)  # fmt: skip
_SYSTEMS: Final = (
    Column(N_("System"), 0.16), Column(N_("What it is"), 0.16), Column(N_("Owner"), 0.16),
    Column(N_("Steps"), 0.27), Column(N_("What is asked of it later"), 0.25),
)  # fmt: skip
_DECISIONS: Final = (
    Column(N_("Decision"), 0.26), Column(N_("Who decides"), 0.2),
    Column(N_("Branch"), 0.21), Column(N_("Share"), 0.11), Column(N_("Leads to"), 0.22),
)  # fmt: skip
_NOTES: Final = (
    Column(N_("Kind"), 0.15), Column(N_("What was said"), 0.44),
    Column(N_("About"), 0.22), Column(N_("Owner, due"), 0.19),
)  # fmt: skip
_WAIVERS: Final = (
    Column(N_("Rule"), 0.1), Column(N_("Why it is accepted"), 0.56),
    Column(N_("By whom"), 0.17), Column(N_("On"), 0.17),
)  # fmt: skip


_KINDS: Final = {
    ("pain", False): N_("Pain"),
    ("pain", True): N_("Pain, settled"),
    ("question", False): N_("Question"),
    ("question", True): N_("Question, settled"),
    ("note", False): N_("Note"),
    ("note", True): N_("Note, settled"),
}


def mark_key(number: int) -> str:
    """The key under which a handoff's row finds its mark on the map."""
    return f"map-handoff-{number}"


def handoff_key(number: int) -> str:
    """The key under which the map's links find the row of a handoff."""
    return f"handoff-{number}"


def register_blocks(pilot_map: PilotMap, numbers: Figures, width: float) -> Iterator[Block]:
    """One table after another; those without a row are left out."""
    if pilot_map.handoffs:
        yield heading(tr("Handoffs"), width, "handoffs", gap=20.0)
        yield from together(_handoff_rows(numbers, pilot_map, width))
    if pilot_map.systems:
        yield heading(tr("Systems"), width, "systems", gap=20.0)
        rows = (_system(pilot_map, system) for system in pilot_map.systems)
        yield from together(table(_SYSTEMS, rows, width))
    if any(step.kind == "decision" for step in pilot_map.steps):
        yield heading(tr("Decisions"), width, "decisions", gap=20.0)
        branches = tuple(_branches(pilot_map))
        yield from _by_decision(branches, together(table(_DECISIONS, branches, width)))
    if pilot_map.notes:
        yield heading(tr("Pains, questions and notes"), width, "notes", gap=20.0)
        yield from together(
            table(_NOTES, (_note(pilot_map, note) for note in pilot_map.notes), width)
        )
    if pilot_map.waivers:
        yield heading(tr("Errors answered in writing"), width, "waivers", gap=20.0)
        said = (
            (each.rule, each.reason, each.by, long_date(each.on) if each.on else "")
            for each in pilot_map.waivers
        )
        yield from together(table(_WAIVERS, (tuple(map(plain, row)) for row in said), width))


def _handoff_rows(numbers: Figures, pilot_map: PilotMap, width: float) -> Iterator[Block]:
    waits = {
        handoff.name: pilot_map.step_by_id[handoff.flow.target].wait
        for handoff in pilot_map.handoffs
    }
    rows = (
        (
            (_mark(row.number),),
            *map(plain, _told(pilot_map, row)),
            plain(_short(waits[row.number])),
        )
        for row in numbers.handoff_ledger
    )
    title, *blocks = table(_HANDOFFS, rows, width)
    yield title
    for row, block in zip(numbers.handoff_ledger, blocks, strict=True):
        yield replace(block, bookmark=Bookmark(handoff_key(int(row.number[1:])), ""))


def _short(duration: Duration | None) -> str:
    return quantity_short(duration) if duration else ""


def _told(pilot_map: PilotMap, row: LedgerRow) -> tuple[str, ...]:
    """From, to, what is passed, and through what, by their names."""
    lanes = (pilot_map.lane_by_id[lane].name for lane in (row.source, row.target))
    return (*lanes, row.passes, pilot_map.through_words(pilot_map.flow_by_id[row.flow]))


def _mark(name: str) -> Span:
    leads = Leads(mark_key(int(name[1:])), tr("{handoff} on the map", handoff=name))
    return Span(name, weight=600, colour="handoff.line", leads=leads)


def _system(pilot_map: PilotMap, system: System) -> tuple[Cell, ...]:
    steps = ", ".join(step.name for step in pilot_map.steps if system.id in step.systems)
    asked = plain(asked_later(pilot_map, system.id))
    return (*map(plain, (system.name, system.kind, system.owner, steps)), asked)


def asked_later(pilot_map: PilotMap, system: str) -> str:
    """What the gates to come ask of a system: much of one that the AI step touches."""
    pilot = pilot_map.pilot
    step = pilot_map.step_by_id.get(pilot.step or "")
    if pilot.verdict not in (None, "ai"):
        return tr("Nothing, as no AI takes part.")
    if step is None:
        return tr("Not known yet: no step is marked for the AI.")
    if system in step.systems:
        return tr("Gate 3: data, a connection, what happens when it fails, watching, escalation.")
    return tr("Nothing: the AI step does not touch it.")


def _by_decision(rows: tuple[tuple[Cell, ...], ...], blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The branches of a decision stay together, or one would be without its question."""
    heading, *body = blocks
    yield heading
    for block, after in zip(body, (*rows[1:], None), strict=True):
        goes_on = after is not None and not after[0][0].text
        yield block.kept_with_next() if goes_on else block


def _branches(pilot_map: PilotMap) -> Iterator[tuple[Cell, ...]]:
    """A row for each branch; the decision and who takes it stand on the first."""
    for step in pilot_map.steps:
        if step.kind != "decision":
            continue
        first = (step.name, pilot_map.lane_by_id[step.lane].name)
        flows = pilot_map.flows_out(step.id)
        for at, flow in enumerate(flows):
            share = "" if flow.share is None else percent(flow.share.value)
            target = pilot_map.step_by_id[flow.target]
            leads_to = target.name or step_words(pilot_map, target.id)
            head = ("", "") if at else first
            yield tuple(map(plain, (*head, flow.label, share, leads_to)))
        if not flows:
            yield tuple(map(plain, (*first, "", "", "")))


def _note(pilot_map: PilotMap, note: Note) -> tuple[Cell, ...]:
    about = note.about or ""
    step, flow = pilot_map.step_by_id.get(about), pilot_map.flow_by_id.get(about)
    where = step_words(pilot_map, step.id) if step else ""
    if flow is not None:
        source, target = (step_words(pilot_map, end) for end in (flow.source, flow.target))
        where = tr("{source} to {target}", source=source, target=target)
    due = long_date(note.due) if note.due else ""
    who = ", ".join(part for part in (note.owner, due) if part)
    return tuple(map(plain, (tr(_KINDS[note.kind, note.settled]), note.text, where, who)))
