"""A pilot on its way through the gates: Gate 1 signed, and what each later gate needs to clear."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

from pilotmap.analysis.chain import recorded
from pilotmap.analysis.gates.sealing import seal_gate
from pilotmap.analysis.gates.work_list import work_list
from pilotmap.model.edits.gates import edit_gate, edit_row, open_gate
from pilotmap.model.gates.cases import Case, ShadowCase, Trial
from pilotmap.model.gates.feasibility import Repair, TrialDecision
from pilotmap.model.gates.gate import GateNumber, SealedGate
from pilotmap.model.gates.shadow import BackIf, Flip
from pilotmap.model.map import PilotMap
from pilotmap.model.quantity import Quantity
from pilotmap.model.signoff import SEATS
from pilotmap.storage.json_file import load, save
from pilotmap.storage.records import records_path, save_table
from pilotmap.storage.records_kept import taken_in
from tests.conftest import SAMPLES

SUPPORT = SAMPLES / "tier1-support.pilotmap.json"
SIGNED_ON = date(2027, 3, 15)
OPENED_2 = date(2027, 3, 16)
OPENED_3 = date(2027, 3, 30)
OPENED_4 = date(2027, 5, 3)
FLIPPED = date(2027, 5, 26)


def at(day: date, minute: int = 0) -> str:
    return f"{day.isoformat()}T12:{minute:02}:00+00:00"


def signed(pilot_map: PilotMap, gate: GateNumber = 1, on: date | None = None) -> PilotMap:
    """All three seats approve a gate."""
    for minute, seat in enumerate(SEATS):
        more: dict[str, Any] = {} if gate == 1 else {"gate": gate}
        name = f"The {seat} lead"
        pilot_map = recorded(pilot_map, seat, name, "approved", at(on or SIGNED_ON, minute), **more)
    return pilot_map


def trials(failed: int, judged: int, unjudged: int = 0) -> tuple[Trial, ...]:
    """Cases of which the first ones failed and the last ones are not judged."""
    return tuple(
        Trial(f"T-{n}", input=f"ticket {n}", failed=n < failed if n < judged else None)
        for n in range(judged + unjudged)
    )


def shadows(values: tuple[float, ...], agreed: int) -> tuple[ShadowCase, ...]:
    return tuple(
        ShadowCase(
            f"S-{n}",
            at=(OPENED_4 + timedelta(days=n % 21)).isoformat(),
            ai="hardware",
            person="hardware" if n < agreed else "network",
            agreed=n < agreed,
            value=value,
        )
        for n, value in enumerate(values)
    )


def with_cases(
    pilot_map: PilotMap, gate: SealedGate, cases: tuple[Case, ...], path: Path | None = None
) -> PilotMap:
    """The map with cases taken in, and their file beside `path` where one is given."""
    taken = taken_in(pilot_map, gate, cases, path or SUPPORT)
    if path is not None:
        save_table(records_path(path, gate), taken.data)
    return taken.map


def at_gate_2(threshold: float = 0.1) -> PilotMap:
    """Gate 2 opened, and its threshold sealed."""
    pilot_map = open_gate(signed(load(SUPPORT)), 2, OPENED_2)
    pilot_map = edit_gate(
        pilot_map,
        2,
        threshold=threshold,
        built="a prompt over the ticket's text",
        next_review=OPENED_2 + timedelta(days=7),
        does_well="passwords",
        fails_at="mixed tickets",
        to_fix=(Repair(text="split them", effort_days=3.0),),
        effort_days=8.0,
    )
    return seal_gate(pilot_map, 2, "Head of support", at(OPENED_2))


def through_gate_2(path: Path | None = None, choice: Any = "proceed") -> PilotMap:
    """Gate 2 decided and signed."""
    cases = trials(60 if choice == "kill" else 4, 200)
    pilot_map = with_cases(at_gate_2(), 2, cases, path)
    day = OPENED_2 + timedelta(days=10)
    pilot_map = edit_gate(pilot_map, 2, decision=TrialDecision(choice=choice, on=day))
    return signed(pilot_map, 2, day)


def through_gate_3(path: Path | None = None) -> PilotMap:
    """Every row of the work list tested, and signed."""
    pilot_map = open_gate(through_gate_2(path), 3, OPENED_3)
    for asked in work_list(pilot_map).rows:
        pilot_map = edit_row(
            pilot_map,
            asked.row,
            answer="done",
            owner="IT",
            state="tested",
            evidence="ticket 4711",
            effort_days=2.0,
        )
    return signed(pilot_map, 3, OPENED_3 + timedelta(days=30))


def at_gate_4(path: Path | None = None) -> PilotMap:
    """Gate 4 opened, and its threshold sealed."""
    pilot_map = edit_gate(
        open_gate(through_gate_3(path), 4, OPENED_4),
        4,
        weeks=3,
        threshold=Quantity(value=30.0, unit="h"),
        agreement=0.85,
        reckoned="from arrival to the AI's answer, plus the review",
    )
    return seal_gate(pilot_map, 4, "Head of support", at(OPENED_4))


def through_gate_4(path: Path | None = None) -> PilotMap:
    """Flipped, and signed."""
    values = tuple(20.0 + n % 10 for n in range(300))
    pilot_map = with_cases(at_gate_4(path), 4, shadows(values, 285), path)
    flip = Flip(
        choice="flip",
        on=FLIPPED,
        monitors="Team lead",
        hours="9 to 5",
        way_back="switch the rule off",
        back_if=BackIf(measure="mean of a week", limit=Quantity(value=40.0, unit="h")),
    )
    pilot_map = edit_gate(pilot_map, 4, flip=flip)
    return signed(pilot_map, 4, FLIPPED)


def saved(pilot_map: PilotMap, path: Path) -> Path:
    save(pilot_map, path)
    return path
