"""PM101 to PM109: part 1 of Gate 1, one sentence that cannot be vague."""

from collections.abc import Iterator
from typing import Final

from pilotmap.analysis.findings.finding import Facts, Finding, Fix, found
from pilotmap.analysis.findings.vague import vague_word
from pilotmap.analysis.wording import hours_text, long_date, percent, quantity_words, quoted
from pilotmap.model.edits.fields import edit_outcome
from pilotmap.model.map import PilotMap
from pilotmap.model.outcome import Outcome
from pilotmap.model.quantity import HOURS_PER_UNIT, Quantity, number_text

_PARTS: Final = (
    ("change", "does not say whether to reduce or to increase: choose one"),
    ("measure", "has no measure: say what is counted or timed, such as “average time to answer”"),
    ("population", "has no population: say of what, such as “Tier 1 support tickets”"),
    ("baseline", "has no baseline: say where it stands today"),
    ("target", "has no target: say where it should stand"),
    ("by", "has no date: say by when"),
    ("measured_in", "does not say what it is measured in: name the report or system"),
    ("owner", "has no owner: name who answers for it"),
)

PART_WORDS: Final = {
    "change": "direction",
    "measure": "measure",
    "population": "population",
    "baseline": "baseline",
    "target": "target",
    "by": "date",
    "measured_in": "source of the numbers",
    "owner": "owner",
}


def check(facts: Facts) -> Iterator[Finding]:
    """Everything that can be found about the outcome."""
    yield from _parts(facts.map.outcome)
    yield from _numbers(facts.map.outcome)
    yield from _reach(facts)
    yield from _wording(facts)


def missing_parts(outcome: Outcome) -> tuple[str, ...]:
    """The names of the outcome's fields that say nothing yet."""
    return tuple(part for part, _ in _PARTS if _is_empty(getattr(outcome, part)))


def _is_empty(value: object) -> bool:
    if isinstance(value, Quantity):
        value = value.value
    return value is None or (isinstance(value, str) and not value.strip())


def _parts(outcome: Outcome) -> Iterator[Finding]:
    missing = missing_parts(outcome)
    for part, words in _PARTS:
        if part in missing:
            yield found("PM101", f"The outcome {words}", place=f"outcome.{part}")


def _numbers(outcome: Outcome) -> Iterator[Finding]:
    missing = missing_parts(outcome)
    for part in ("baseline", "target"):
        quantity = getattr(outcome, part)
        if part not in missing and quantity.number is None:
            message = f"The {part} {quoted(quantity.value)} is no number: give one that can be met"
            yield found("PM102", message, place=f"outcome.{part}")
    baseline, target = outcome.baseline, outcome.target
    if baseline is None or target is None or baseline.number is None or target.number is None:
        return
    if baseline.unit.strip() != target.unit.strip():
        units = f"{baseline.unit or 'no unit'} and {target.unit or 'no unit'}"
        message = f"Baseline and target have different units, {units}: give both in the same"
        fix = _same_unit(baseline, target)
        yield found("PM104", message, fix=fix, place="outcome.target")
    if _is_no_better(outcome, baseline, target):
        yield _not_better(outcome, baseline, target)


def _is_no_better(outcome: Outcome, baseline: Quantity, target: Quantity) -> bool:
    """Compared in the same unit, or in hours where both are times; else nobody can say."""
    now, then = baseline.number, target.number
    if baseline.unit.strip() != target.unit.strip():
        now, then = baseline.hours, target.hours
    if now is None or then is None:
        return False
    return now == then or outcome.change == ("reduce" if then > now else "increase")


def _not_better(outcome: Outcome, baseline: Quantity, target: Quantity) -> Finding:
    now, then = (quantity_words(q.number or 0.0, q.unit) for q in (baseline, target))
    if now == then:
        message = f"The target is the baseline, {now}: say where it should stand instead"
        return found("PM103", message, place="outcome.target")
    other = "increase" if outcome.change == "reduce" else "reduce"
    verb = f"To {outcome.change} from {now} to {then}"
    message = f"{verb} is no improvement: correct a number, or say “{other}”"
    fix = Fix(f"Say “{other}”", lambda m: edit_outcome(m, change=other))
    return found("PM103", message, fix=fix, place="outcome.target")


def _same_unit(baseline: Quantity, target: Quantity) -> Fix | None:
    if baseline.unit not in HOURS_PER_UNIT or target.hours is None:
        return None
    value = target.hours / HOURS_PER_UNIT[baseline.unit]
    value = float(f"{value:.12g}")  # 0.1 days are 2.4 hours, not 2.4000000000000004

    def edit(m: PilotMap) -> PilotMap:
        return edit_outcome(m, target=target.replace(value=value, unit=baseline.unit))

    return Fix(f"Write the target as {number_text(value)} {baseline.unit}", edit)


def _reach(facts: Facts) -> Iterator[Finding]:
    m, numbers = facts.map, facts.numbers
    of_ai = m.pilot.verdict in (None, "ai") and m.pilot.step is not None
    if of_ai and numbers.reachable is False and numbers.floor is not None:
        whole = numbers.stated_baseline or numbers.expected_elapsed or 0.0
        message = (
            f"The AI step alone cannot reach the target: {hours_text(numbers.floor)} remain of "
            f"{hours_text(whole)}, the target is {hours_text(numbers.stated_target or 0.0)}"
        )
        longest = numbers.longest_remaining
        if longest is not None and numbers.visits is not None:
            step = m.step_by_id[longest]
            time = hours_text(numbers.visits[longest] * step.hours)
            message += f". The longest of it is at {quoted(step.name)}, {time}"
        refs = (m.pilot.step or "", *([longest] if longest else []))
        yield found("PM105", message, refs)
    timed = any(step.work or step.wait for step in m.steps)
    explained = numbers.explained
    if timed and explained is not None and not 0.7 <= explained <= 1.3:
        nobody_named, too_much = (
            "a wait that nobody named",
            "waits that are given twice or too long",
        )
        look_for = nobody_named if explained < 1 else too_much
        message = (
            f"The map explains {percent(round(explained, 2))} of the stated baseline: its times "
            f"add up to {hours_text(numbers.expected_elapsed or 0.0)}, stated are "
            f"{hours_text(numbers.stated_baseline or 0.0)}. Look for {look_for}"
        )
        yield found("PM109", message, place="outcome.baseline")


def _wording(facts: Facts) -> Iterator[Finding]:
    outcome = facts.map.outcome
    vague = vague_word(outcome.measure)
    if vague is not None:
        message = f"{quoted(vague)} is no measure: say what is counted or timed, and in which unit"
        yield found("PM106", message, place="outcome.measure")
    if outcome.by is not None and outcome.by < facts.today:
        message = f"The date has passed, {long_date(outcome.by)}: set a new one"
        yield found("PM107", message, place="outcome.by")
    baseline = outcome.baseline
    if baseline is not None and baseline.number is not None:
        if baseline.basis == "guessed":
            message = "The baseline is guessed: measure it before the pilot, or nobody will know"
            yield found("PM108", message, place="outcome.baseline")
        elif baseline.basis is None:
            message = "The baseline does not say how it is known: measured, estimated or guessed"
            yield found("PM108", message, place="outcome.baseline")
