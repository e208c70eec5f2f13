"""Gate 1 as the left column shows it: five parts, each state computed, none ticked by hand."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final, Literal, NamedTuple

from pilotmap.analysis.chain import moment
from pilotmap.analysis.findings import Finding, find
from pilotmap.analysis.findings.outcome import MISSING_PARTS, missing_parts
from pilotmap.analysis.findings.pilot import STEP_QUESTIONS
from pilotmap.analysis.findings.rules import RULES
from pilotmap.analysis.seats import SeatNow, seats
from pilotmap.analysis.wording import figure, first_upper, joined, short_date
from pilotmap.language import N_, in_figures, tr, trn
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


class Part(NamedTuple):
    """One of the five parts.

    `open`: nothing said yet. `warning`: begun, and something is to be cleared before sign-off.
    `error`: sign-off is closed, or went wrong. `done`: no error stands against it.
    """

    number: int
    title: str
    state: PartState
    summary: str


class Gate1(NamedTuple):
    """The gate as a whole; `days_open` until today, or until the last seat signed."""

    state: State
    seats: Mapping[Seat, SeatNow]
    days_open: int | None
    parts: tuple[Part, ...]

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
    by_part = {number: [e for e in errors if part_of(e) == number] for number in range(1, 6)}
    parts = (
        _outcome(pilot_map, by_part[1]),
        _process(pilot_map, by_part[2]),
        _ai_step(pilot_map, by_part[3]),
        _together(pilot_map, by_part[4]),
    )
    closed = [part.number for part in parts if part.state != "done"]
    return Gate1(
        state, now, _days(pilot_map, now, today), (*parts, _sign_off(now, closed, by_part[5]))
    )


def part_of(finding: Finding) -> int:
    """The part of Gate 1 that a finding belongs to, 0 for figures."""
    if finding.rule in ("PM301", "PM307"):
        return 3
    if finding.rule == "PM304":
        return 3 if finding.place.removeprefix("pilot.") in STEP_QUESTIONS else 4
    return {"PM1": 1, "PM2": 2, "PM3": 4, "PM4": 5}.get(finding.rule[:3], 0)


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


def _outcome(pilot_map: PilotMap, errors: Sequence[Finding]) -> Part:
    title = tr("Outcome")
    outcome = pilot_map.outcome
    if outcome == type(outcome)():
        return Part(1, title, "open", tr("Nothing said yet"))
    missing = missing_parts(outcome)
    if len(missing) == 1 == len(errors):
        return Part(1, title, "warning", tr(MISSING_PARTS[missing[0]]))
    if errors:
        return Part(1, title, "warning", _summary(errors))
    return Part(1, title, "done", _from_to(pilot_map))


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


def _process(pilot_map: PilotMap, errors: Sequence[Finding]) -> Part:
    title = tr("Process map")
    if not pilot_map.steps:
        return Part(2, title, "open", tr("No step yet"))
    if errors:
        return Part(2, title, "warning", _summary(errors))
    steps = sum(step.kind == "step" for step in pilot_map.steps)
    decisions = sum(step.kind == "decision" for step in pilot_map.steps)
    counts = (
        trn("{number} step", "{number} steps", steps),
        trn("{number} decision", "{number} decisions", decisions) if decisions else "",
        trn("{number} handoff", "{number} handoffs", len(pilot_map.handoffs)),
    )
    return Part(2, title, "done", joined(counts))


def _ai_step(pilot_map: PilotMap, errors: Sequence[Finding]) -> Part:
    title, pilot = tr("AI step"), pilot_map.pilot
    if pilot.verdict is None:
        return Part(3, title, "open", tr("No verdict yet"))
    if pilot.verdict != "ai":
        return Part(3, title, "done", tr(VERDICT_WORDS[pilot.verdict]))
    if pilot.step is None:
        return Part(3, title, "open", tr("No step is marked yet"))
    if errors:
        return Part(3, title, "warning", _summary(errors))
    return Part(3, title, "done", pilot_map.step_by_id[pilot.step].name)


def _together(pilot_map: PilotMap, errors: Sequence[Finding]) -> Part:
    title, pilot = tr("Working together"), pilot_map.pilot
    if pilot.verdict not in (None, "ai"):
        return Part(4, title, "done", tr("No AI to work with"))
    if pilot.verdict is None or pilot.mode is None:
        return Part(4, title, "open", tr("Not chosen yet"))
    if errors:
        return Part(4, title, "warning", _summary(errors))
    return Part(4, title, "done", first_upper(tr(MODE_WORDS[pilot.mode])))


def _sign_off(
    now: Mapping[Seat, SeatNow], closed: Sequence[int], errors: Sequence[Finding]
) -> Part:
    title = tr("Sign-off")
    agreed = sum(seat.agrees for seat in now.values())
    count = {"agreed": agreed, "all": len(now)}
    states = [seat.state for seat in now.values()]
    if errors:
        return Part(5, title, "error", _summary(errors))
    if "declined" in states:
        return Part(5, title, "error", tr("{agreed} of {all} · declined", **count))
    if "stale" in states:
        stale = trn(
            "{agreed} of {all} · {number} seat stale",
            "{agreed} of {all} · {number} seats stale",
            states.count("stale"),
            **count,
        )
        return Part(5, title, "warning", stale)
    if closed:
        return Part(5, title, "error", tr("{agreed} of {all} · opens when 1–4 are clear", **count))
    if agreed < len(now):
        return Part(5, title, "open", tr("{agreed} of {all} · open for sign-off", **count))
    signed = _SIGNED_ON_CONDITIONS if "with conditions" in states else _SIGNED
    return Part(5, title, "done", tr(signed, **count))
