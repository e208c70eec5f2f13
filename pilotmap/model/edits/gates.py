"""Edits of gates 2 to 4; what is sealed changes only with a new seal (`analysis.gates.sealing`)."""

from datetime import date
from typing import Any

from pilotmap.language import tr
from pilotmap.model.edits.parts import changed, refuse
from pilotmap.model.gates.gate import EMPTY_GATES, GATE_KEYS, LaterGate
from pilotmap.model.gates.integration import OWN, Area, Integration, IntegrationRow
from pilotmap.model.map import PilotMap
from pilotmap.model.sealing import SEALED_FIELDS


def open_gate(pilot_map: PilotMap, gate: LaterGate, on: date) -> PilotMap:
    """Begin a gate on a day; one that was begun stays as it is."""
    part = getattr(pilot_map, GATE_KEYS[gate])
    if part is not None and part.opened is not None:
        return pilot_map
    return edit_gate(pilot_map, gate, opened=on)


def edit_gate(pilot_map: PilotMap, gate: LaterGate, **changes: Any) -> PilotMap:
    """Answers of a gate; raises EditRefused for what is sealed."""
    part = getattr(pilot_map, GATE_KEYS[gate]) or EMPTY_GATES[gate]
    if gate != 3 and pilot_map.seals(gate):
        fixed = SEALED_FIELDS[gate]
        if any(name in changes and changes[name] != getattr(part, name) for name in fixed):
            refuse(tr("The threshold is sealed: a change needs your name and the reason."))
    return put_gate(pilot_map, gate, **changes)


def put_gate(pilot_map: PilotMap, gate: LaterGate, **changes: Any) -> PilotMap:
    """The same, whatever is sealed: for what makes a new seal in the same breath."""
    key = GATE_KEYS[gate]
    part = getattr(pilot_map, key) or EMPTY_GATES[gate]
    return pilot_map.replace(**{key: changed(part, **changes)})


def edit_row(pilot_map: PilotMap, asked: IntegrationRow, **changes: Any) -> PilotMap:
    """An answer of the work list; `asked` is the row as it stands now, from the map or the file."""
    integration = pilot_map.integration or Integration()
    row = changed(asked, **changes)
    rows = integration.rows
    if any(held.key == row.key for held in rows):
        rows = tuple(row if held.key == row.key else held for held in rows)
    else:
        rows = (*rows, row)
    return pilot_map.replace(integration=integration.replace(rows=rows))


def add_row(pilot_map: PilotMap, area: Area, question: str) -> tuple[PilotMap, IntegrationRow]:
    """A row that the map does not ask for, and the row itself."""
    held = {row.key for row in (pilot_map.integration or Integration()).rows}
    number = next(n for n in range(1, len(held) + 2) if f"{OWN}{n}" not in held)
    row = IntegrationRow(key=f"{OWN}{number}", area=area)
    return edit_row(pilot_map, row, question=question), row


def remove_row(pilot_map: PilotMap, key: str) -> PilotMap:
    """Without the answers of a row, and without a row that a person added."""
    integration = pilot_map.integration or Integration()
    rows = tuple(row for row in integration.rows if row.key != key)
    return pilot_map.replace(integration=integration.replace(rows=rows))


def switch_row(pilot_map: PilotMap, key: str, *, on: bool) -> PilotMap:
    """Ask, or no longer ask, what is asked only where somebody wants it."""
    integration = pilot_map.integration or Integration()
    kept = tuple(name for name in integration.switched_on if name != key)
    return edit_gate(pilot_map, 3, switched_on=(*kept, key) if on else kept)
