"""Gate 1 as the left column shows it: five parts, each state computed, none ticked by hand."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final, Literal, NamedTuple

from pilotmap.analysis.chain import moment
from pilotmap.analysis.findings import Finding, find
from pilotmap.analysis.findings.outcome import MISSING_PARTS, missing_parts
from pilotmap.analysis.findings.rules import RULES
from pilotmap.analysis.seats import SeatNow, seats
from pilotmap.analysis.wording import figure, first_upper, joined, short_date
from pilotmap.language import N_, in_figures, tr, trn
from pilotmap.model.fields.part import Part
from pilotmap.model.fields.table import part_of
from pilotmap.model.map import PilotMap
from pilotmap.model.pilot import MODE_WORDS, VERDICT_WORDS
from pilotmap.model.quantity import unit_sign
from pilotmap.model.signoff import Seat

_SIGNED: Final = N_("{agreed} of {all} · signed")
_SIGNED_ON_CONDITIONS: Final = N_("{agreed} of {all} · signed, with conditions")

State = Literal["open", "ready", "signed", "signed with conditions", "declined", "stale"]
GATE_STATES: Final[dict[State, str]] = {
    "open": N_("open"),
    "ready": N_("ready"),
    "signed": N_("signed"),
    "signed with conditions": N_("signed with conditions"),
    "declined": N_("declined"),
    "stale": N_("stale"),
}
"""What each state is called."""
PartState = Literal["done", "warning", "error", "open"]


class PartNow(NamedTuple):
    """One of the five parts, and how it stands.

    `open`: nothing said yet. `warning`: begun, and something is to be cleared before sign-off.
    `error`: sign-off is closed, or went wrong. `done`: no error stands against it.
    """

    part: Part
    state: PartState
    summary: str

    @property
    def title(self) -> str:
        """What it is called, in the language spoken."""
        return tr(self.part.title)


class Gate1(NamedTuple):
    """The gate as a whole; `days_open` until today, or until the last seat signed."""

    state: State
    seats: Mapping[Seat, SeatNow]
    days_open: int | None
    parts: tuple[PartNow, ...]

    def as_json(self) -> dict[str, Any]:
        """As the `gate1` of `check --format json`."""
        seated = {seat: {"state": now.state, "name": now.name} for seat, now in self.seats.items()}
        return {"state": self.state, "seats": seated, "days_open": self.days_open}


def gate1(
    pilot_map: PilotMap, today: date | None = None, *, findings: Sequence[Finding] | None = None
) -> Gate1:
    """Where Gate 1 stands; `findings` are the map's where the caller has them already."""
    today = today or date.today()
    found = find(pilot_map, today) if findings is None else findings
    errors = [finding for finding in found if finding.severity == "error"]
    now = seats(pilot_map)
    state = _state(now, clear=not errors)
    by_part = {part: [e for e in errors if _part_of(e) is part] for part in Part}
    parts = (
        _outcome(pilot_map, by_part[Part.OUTCOME]),
        _process(pilot_map, by_part[Part.PROCESS]),
        _ai_step(pilot_map, by_part[Part.AI_STEP]),
        _together(pilot_map, by_part[Part.TOGETHER]),
    )
    closed = [part.part for part in parts if part.state != "done"]
    return Gate1(
        state,
        now,
        _days(pilot_map, now, today),
        (*parts, _sign_off(now, closed, by_part[Part.SIGN_OFF])),
    )


def _part_of(finding: Finding) -> Part:
    element, _, key = finding.place.partition(".")
    return part_of(element, key) if element else RULES[finding.rule].part


def _state(now: Mapping[Seat, SeatNow], *, clear: bool) -> State:
    states = {seat.state for seat in now.values()}
    if "declined" in states:
        return "declined"
    if "stale" in states:
        return "stale"
    if not clear:
        return "open"
    if "open" in states:
        return "ready"
    return "signed with conditions" if "with conditions" in states else "signed"


def _days(pilot_map: PilotMap, now: Mapping[Seat, SeatNow], today: date) -> int | None:
    if pilot_map.opened is None:
        return None
    if all(seat.agrees for seat in now.values()):
        last = max(moment(seat.record).date() for seat in now.values() if seat.record)
        today = min(today, last)  # a record from the future is an error, and no day of the gate's
    return max(0, (today - pilot_map.opened).days)


def _summary(errors: Sequence[Finding]) -> str:
    """The first kind of error in the words of its rule, and how many kinds more."""
    counts = Counter(error.rule for error in errors)
    rule, number = next(iter(counts.items()))
    rest = len(errors) - number
    words = rule_words(rule, number)
    return joined((words, trn("{number} more", "{number} more", rest) if rest else ""))


def rule_words(rule: str, number: int) -> str:
    """What so many findings of a rule say in short."""
    if number == 1:
        return tr(RULES[rule].one)
    return tr(RULES[rule].many, n=in_figures(f"{number:,}"))


def _outcome(pilot_map: PilotMap, errors: Sequence[Finding]) -> PartNow:
    outcome = pilot_map.outcome
    if outcome == type(outcome)():
        return PartNow(Part.OUTCOME, "open", tr("Nothing said yet"))
    missing = missing_parts(outcome)
    if len(missing) == 1 == len(errors):
        return PartNow(Part.OUTCOME, "warning", tr(MISSING_PARTS[missing[0]]))
    if errors:
        return PartNow(Part.OUTCOME, "warning", _summary(errors))
    return PartNow(Part.OUTCOME, "done", _from_to(pilot_map))


def _from_to(pilot_map: PilotMap) -> str:
    """48 → 4 h by 30 Jun 2027."""
    baseline, target, by = (
        pilot_map.outcome.baseline,
        pilot_map.outcome.target,
        pilot_map.outcome.by,
    )
    if baseline is None or target is None or by is None:
        return ""
    return tr(
        "{baseline} → {target} by {day}",
        baseline=figure(baseline.number or 0.0),
        target=f"{figure(target.number or 0.0)} {unit_sign(target)}".strip(),
        day=short_date(by),
    )


def _process(pilot_map: PilotMap, errors: Sequence[Finding]) -> PartNow:
    if not pilot_map.steps:
        return PartNow(Part.PROCESS, "open", tr("No step yet"))
    if errors:
        return PartNow(Part.PROCESS, "warning", _summary(errors))
    steps = sum(step.kind == "step" for step in pilot_map.steps)
    decisions = sum(step.kind == "decision" for step in pilot_map.steps)
    counts = (
        trn("{number} step", "{number} steps", steps),
        trn("{number} decision", "{number} decisions", decisions) if decisions else "",
        trn("{number} handoff", "{number} handoffs", len(pilot_map.handoffs)),
    )
    return PartNow(Part.PROCESS, "done", joined(counts))


def _ai_step(pilot_map: PilotMap, errors: Sequence[Finding]) -> PartNow:
    pilot = pilot_map.pilot
    if pilot.verdict is None:
        return PartNow(Part.AI_STEP, "open", tr("No verdict yet"))
    if pilot.verdict != "ai":
        return PartNow(Part.AI_STEP, "done", tr(VERDICT_WORDS[pilot.verdict]))
    if pilot.step is None:
        return PartNow(Part.AI_STEP, "open", tr("No step is marked yet"))
    if errors:
        return PartNow(Part.AI_STEP, "warning", _summary(errors))
    return PartNow(Part.AI_STEP, "done", pilot_map.step_by_id[pilot.step].name)


def _together(pilot_map: PilotMap, errors: Sequence[Finding]) -> PartNow:
    pilot = pilot_map.pilot
    if pilot.verdict not in (None, "ai"):
        return PartNow(Part.TOGETHER, "done", tr("No AI to work with"))
    if pilot.verdict is None or pilot.mode is None:
        return PartNow(Part.TOGETHER, "open", tr("Not chosen yet"))
    if errors:
        return PartNow(Part.TOGETHER, "warning", _summary(errors))
    return PartNow(Part.TOGETHER, "done", first_upper(tr(MODE_WORDS[pilot.mode])))


def _sign_off(
    now: Mapping[Seat, SeatNow], closed: Sequence[int], errors: Sequence[Finding]
) -> PartNow:
    agreed = sum(seat.agrees for seat in now.values())
    count = {"agreed": agreed, "all": len(now)}
    states = [seat.state for seat in now.values()]
    if errors:
        return PartNow(Part.SIGN_OFF, "error", _summary(errors))
    if "declined" in states:
        return PartNow(Part.SIGN_OFF, "error", tr("{agreed} of {all} · declined", **count))
    if "stale" in states:
        stale = trn(
            "{agreed} of {all} · {number} seat stale",
            "{agreed} of {all} · {number} seats stale",
            states.count("stale"),
            **count,
        )
        return PartNow(Part.SIGN_OFF, "warning", stale)
    if closed:
        return PartNow(
            Part.SIGN_OFF, "error", tr("{agreed} of {all} · opens when 1–4 are clear", **count)
        )
    if agreed < len(now):
        return PartNow(Part.SIGN_OFF, "open", tr("{agreed} of {all} · open for sign-off", **count))
    signed = _SIGNED_ON_CONDITIONS if "with conditions" in states else _SIGNED
    return PartNow(Part.SIGN_OFF, "done", tr(signed, **count))
