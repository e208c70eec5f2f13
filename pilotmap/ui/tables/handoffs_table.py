"""The handoff ledger: who gives what to whom, through what, and what it costs."""

from typing import Any

from pilotmap.language import N_
from pilotmap.ui.tables import kinds
from pilotmap.ui.tables.column import Column, Facts, Table


def _number(facts: Facts, flow: str) -> int:
    return facts.handoff_numbers[flow]


def _end(facts: Facts, flow: str, *, source: bool) -> str:
    pilot_map = facts.map
    known = pilot_map.flow_by_id[flow]
    step = pilot_map.step_by_id[known.source if source else known.target]
    return pilot_map.lane_by_id[step.lane].name


def _steps(facts: Facts, flow: str) -> str:
    pilot_map = facts.map
    known = pilot_map.flow_by_id[flow]
    return f"{pilot_map.step_by_id[known.source].name} → {pilot_map.step_by_id[known.target].name}"


def _ledger(name: str) -> Any:
    def value(facts: Facts, flow: str) -> float | None:
        row = facts.ledger.get(flow)
        return None if row is None else getattr(row, name)

    return value


def _shown(key: str, title: str, width: int, value: Any) -> Column:
    return Column(key, title, width, value, str)


_NOT_HERE = ("label", "share", "through_system", "rework")


def _with_systems(column: Column) -> Column:
    """What a handoff goes through may be a system."""
    if column.key != "through":
        return column
    return column._replace(offers=lambda m: [system.name for system in m.systems])


HANDOFFS = Table(
    "handoffs",
    N_("Handoffs"),
    N_("No handoff yet: a flow from one lane to another is one."),
    lambda pilot_map: [handoff.flow.id for handoff in pilot_map.handoffs],
    (
        Column("number", N_("#"), 48, _number, lambda number: f"H{number}"),
        _shown("from", N_("From"), 112, lambda f, flow: _end(f, flow, source=True)),
        _shown("to", N_("To"), 112, lambda f, flow: _end(f, flow, source=False)),
        *(_with_systems(each) for each in kinds.columns("flow", besides=_NOT_HERE)),
        kinds.figure("visits", N_("Times per case"), 98, _ledger("visits")),
        kinds.figure("wait", N_("Wait in hours"), 92, _ledger("wait")),
        kinds.figure("lost", N_("Lost per case in hours"), 140, _ledger("lost")),
        _shown("steps", N_("Steps"), 80, _steps),
    ),
    lambda _m, flow: flow,
    change_label=N_("Change “{what}” of a handoff"),
)
