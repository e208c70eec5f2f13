"""Where gates 2 to 4 stand: computed, never ticked by hand."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final, Literal, NamedTuple

from pilotmap.analysis.chain import moment
from pilotmap.analysis.findings.finding import Finding
from pilotmap.analysis.gate1 import Gate1
from pilotmap.analysis.gates.facts import GateFacts
from pilotmap.analysis.gates.findings import find_in_gate
from pilotmap.analysis.gates.shadow_run import shadow_run
from pilotmap.analysis.gates.trial import trial
from pilotmap.analysis.gates.work_list import work_list
from pilotmap.analysis.seats import SeatNow, seats
from pilotmap.language import N_, tr
from pilotmap.model.beside import UNKNOWN, Beside
from pilotmap.model.gates.gate import GATE_KEYS, GATE_NAMES, LATER_GATES, LaterGate
from pilotmap.model.map import PilotMap
from pilotmap.model.signoff import Seat

LaterState = Literal["locked", "open", "ready", "cleared", "declined", "killed", "stopped", "stale"]
LATER_STATES: Final[dict[LaterState, str]] = {
    "locked": N_("locked"),
    "open": N_("open"),
    "ready": N_("ready"),
    "cleared": N_("cleared"),
    "declined": N_("declined"),
    "killed": N_("killed"),
    "stopped": N_("stopped"),
    "stale": N_("stale"),
}
"""What each state is called."""
_WHY_LOCKED: Final[dict[str, str]] = {
    "killed": N_("Gate {gate} killed the pilot: nothing follows"),
    "stopped": N_("Gate {gate} stopped the pilot: nothing follows"),
    "declined": N_("Gate {gate} ({name}) was declined"),
    "stale": N_("Gate {gate} ({name}) is stale: what it cleared for has changed since"),
}
_NOT_CLEARED: Final = N_("Gate {gate} ({name}) has not cleared yet")
_NO_AI: Final = N_("Gate 1 does not end in “an AI takes over a step”: there is nothing to build")


class LaterGateNow(NamedTuple):
    """A gate as it stands on a day, with its findings and its figures as JSON has them.

    `as_of` is the day that the figures are of: the one on which the last seat signed, or today.
    """

    gate: LaterGate
    state: LaterState
    seats: Mapping[Seat, SeatNow]
    why_locked: str
    findings: tuple[Finding, ...]
    days_open: int | None
    days_left: int | None
    verdict: str | None
    figures: Mapping[str, Any]
    next_review: date | None = None
    as_of: date = date.min
    in_production: date | None = None

    @property
    def name(self) -> str:
        """What the gate is called."""
        return tr(GATE_NAMES[self.gate])

    def as_json(self) -> dict[str, Any]:
        """As the `gate2` .. of `check --format json`."""
        seated = {seat: {"state": now.state, "name": now.name} for seat, now in self.seats.items()}
        return {
            "state": self.state,
            "seats": seated,
            "days_open": self.days_open,
            "days_left": self.days_left,
            "verdict": self.verdict,
            "next_review": self.next_review.isoformat() if self.next_review else None,
            **self.figures,
        }


def later_gates(
    pilot_map: PilotMap, gate1: Gate1, today: date, beside: Beside = UNKNOWN
) -> Mapping[LaterGate, LaterGateNow]:
    """Gates 2 to 4 in their order; each opens when the one before has cleared."""
    found: dict[LaterGate, LaterGateNow] = {}
    why = _why_locked_by_gate_1(pilot_map, gate1)
    for gate in LATER_GATES:
        now = _gate(pilot_map, gate, today, beside, why)
        found[gate] = now
        if now.state == "cleared":
            why = ""
        else:
            words = _WHY_LOCKED.get(now.state, _NOT_CLEARED)
            why = tr(words, gate=gate, name=now.name)
    return found


def _why_locked_by_gate_1(pilot_map: PilotMap, gate1: Gate1) -> str:
    if not gate1.state.startswith("signed"):
        words = _WHY_LOCKED.get(gate1.state, _NOT_CLEARED)
        return tr(words, gate=1, name=tr(GATE_NAMES[1]))
    return "" if pilot_map.pilot.verdict == "ai" else tr(_NO_AI)


def _gate(
    pilot_map: PilotMap, gate: LaterGate, today: date, beside: Beside, why_locked: str
) -> LaterGateNow:
    part = getattr(pilot_map, GATE_KEYS[gate])
    now = seats(pilot_map, gate)
    findings = find_in_gate(GateFacts(pilot_map, gate, today, beside, now, why_locked))
    is_clear = not any(finding.severity == "error" for finding in findings)
    decided = _last_day(now)
    figures, left, verdict = _figures(pilot_map, gate, decided or today)
    days = None
    if part is not None and part.opened is not None:
        days = max(0, ((decided or today) - part.opened).days)
    return LaterGateNow(
        gate,
        _state(
            pilot_map,
            gate,
            now,
            is_begun=part is not None,
            is_locked=bool(why_locked),
            is_clear=is_clear,
        ),
        now,
        why_locked,
        findings,
        days,
        left,
        verdict,
        figures,
        part.next_review if part is not None else None,
        decided or today,
        _in_production(pilot_map),
    )


def _in_production(pilot_map: PilotMap) -> date | None:
    """Since when the AI takes the cases, where it was flipped and has not gone back."""
    flip = pilot_map.shadow.flip if pilot_map.shadow else None
    return flip.on if flip is not None and flip.choice == "flip" and flip.back is None else None


def _last_day(now: Mapping[Seat, SeatNow]) -> date | None:
    """The day on which the last of the three signed, where all did."""
    if not all(seat.agrees for seat in now.values()):
        return None
    return max(moment(seat.record).date() for seat in now.values() if seat.record)


def _state(
    pilot_map: PilotMap,
    gate: LaterGate,
    now: Mapping[Seat, SeatNow],
    *,
    is_begun: bool,
    is_locked: bool,
    is_clear: bool,
) -> LaterState:
    if is_locked:
        return "stale" if is_begun else "locked"
    states = {seat.state for seat in now.values()}
    if "declined" in states:
        return "declined"
    if "stale" in states:
        return "stale"
    if not is_clear:
        return "open"
    if "open" in states:
        return "ready"
    if gate == 2 and pilot_map.feasibility and pilot_map.feasibility.decision:
        return "killed" if pilot_map.feasibility.decision.choice == "kill" else "cleared"
    if gate == 4 and pilot_map.shadow and pilot_map.shadow.flip:
        return "stopped" if pilot_map.shadow.flip.choice == "stop" else "cleared"
    return "cleared"


def _figures(
    pilot_map: PilotMap, gate: LaterGate, today: date
) -> tuple[dict[str, Any], int | None, str | None]:
    """The figures of a gate, its days left, and its verdict."""
    if gate == 3:
        days = pilot_map.feasibility.effort_days if pilot_map.feasibility else None
        return work_list(pilot_map).as_json() | {"ai_days": days}, None, None
    if gate == 2:
        return _of_trial(pilot_map, today)
    return _of_run(pilot_map, today)


def _of_trial(pilot_map: PilotMap, today: date) -> tuple[dict[str, Any], int | None, str | None]:
    if pilot_map.feasibility is None:
        return {}, None, None
    found = trial(pilot_map.feasibility, today)
    judged = found.judged
    figures = found.rate.as_json() | {
        "threshold": pilot_map.feasibility.threshold,
        "unjudged": found.unjudged,
        "further_cases": judged.further if judged else None,
        "certain": judged.certain if judged else None,
        "verdicts_before": [each.verdict for each in found.before],
        "kinds": [{"kind": each.kind} | each.as_json() for each in found.kinds],
    }
    return figures, found.days_left, judged.verdict if judged else None


def _of_run(pilot_map: PilotMap, today: date) -> tuple[dict[str, Any], int | None, str | None]:
    if pilot_map.shadow is None:
        return {}, None, None
    found = shadow_run(pilot_map.shadow, pilot_map.outcome.change, today)
    judged, threshold = found.judged, pilot_map.shadow.threshold
    figures = found.all.as_json() | {
        "records": found.rows,
        "threshold": threshold.number if threshold else None,
        "least_agreement": pilot_map.shadow.agreement,
        "further_cases": judged.further if judged else None,
        "verdicts_before": [each.verdict for each in found.before],
        "weeks": [
            {"week": each.cases.week.isoformat() if each.cases.week else None} | each.as_json()
            for each in found.weeks
        ],
    }
    return figures, found.days_left, judged.verdict if judged else None
