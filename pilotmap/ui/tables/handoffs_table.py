"""The handoff ledger: who gives what to whom, through what, and what it costs."""

from typing import Any

from pilotmap.language import later
from pilotmap.model.edits.flows import set_through
from pilotmap.model.map import PilotMap
from pilotmap.ui.fields import reading
from pilotmap.ui.tables import kinds
from pilotmap.ui.tables.column import Column, Facts, Table


def _number(facts: Facts, flow: str) -> int:
    return facts.handoff_numbers[flow]


def _end(facts: Facts, flow: str, *, source: bool) -> str:
    m = facts.map
    known = m.flow_by_id[flow]
    step = m.step_by_id[known.source if source else known.target]
    return m.lane_by_id[step.lane].name


def _steps(facts: Facts, flow: str) -> str:
    m = facts.map
    known = m.flow_by_id[flow]
    return f"{m.step_by_id[known.source].name} → {m.step_by_id[known.target].name}"


def through_words(m: PilotMap, flow: str) -> str:
    """What a handoff goes through: the system's name, or the words as they are."""
    return m.through_words(m.flow_by_id[flow])


def _ledger(name: str) -> Any:
    def value(facts: Facts, flow: str) -> float | None:
        row = facts.ledger.get(flow)
        return None if row is None else getattr(row, name)

    return value


def _shown(key: str, title: str, width: int, value: Any) -> Column:
    return Column(key, title, width, value, str)


HANDOFFS = Table(
    "handoffs",
    later("Handoffs"),
    later("No handoff yet: a flow from one lane to another is one."),
    lambda m: [handoff.flow.id for handoff in m.handoffs],
    (
        Column("number", later("#"), 48, _number, lambda number: f"H{number}"),
        _shown("from", later("From"), 112, lambda f, flow: _end(f, flow, source=True)),
        _shown("to", later("To"), 112, lambda f, flow: _end(f, flow, source=False)),
        kinds.text("flow", "passes", later("What is passed on"), 180),
        Column(
            "through",
            later("Through"),
            100,
            lambda facts, flow: through_words(facts.map, flow),
            reading.text_text,
            reading.read_text,
            set_through,
            offers=lambda m: [system.name for system in m.systems],
        ),
        kinds.share("flow", "returned", later("Sent back"), 74),
        kinds.figure("visits", later("Times per case"), 98, _ledger("visits")),
        kinds.figure("wait", later("Wait in hours"), 92, _ledger("wait")),
        kinds.figure("lost", later("Lost per case in hours"), 140, _ledger("lost")),
        _shown("steps", later("Steps"), 80, _steps),
    ),
    lambda _m, flow: flow,
    change_label=later("Change “{what}” of a handoff"),
)
