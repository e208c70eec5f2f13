"""PM101 to PM109: part 1 of Gate 1, one sentence that cannot be vague."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from pilotmap.analysis.findings.finding import Facts, Finding, Fix, found
from pilotmap.analysis.findings.vague import vague_word
from pilotmap.analysis.sentences import from_words, to_words
from pilotmap.analysis.wording import (
    figure,
    hours_text,
    long_date,
    percent,
    quantity_words,
    quoted,
)
from pilotmap.language import later, tr
from pilotmap.model.edits.fields import edit_outcome
from pilotmap.model.map import PilotMap
from pilotmap.model.outcome import Change, Outcome
from pilotmap.model.quantity import HOURS_PER_UNIT, Quantity

_PARTS: Final = (
    ("change", later("The outcome does not say whether to reduce or to increase: choose one")),
    (
        "measure",
        later(
            "The outcome has no measure: say what is counted or timed, such as "
            "“average time to answer”"
        ),
    ),
    (
        "population",
        later("The outcome has no population: say of what, such as “Tier 1 support tickets”"),
    ),
    ("baseline", later("The outcome has no baseline: say where it stands today")),
    ("target", later("The outcome has no target: say where it should stand")),
    ("by", later("The outcome has no date: say by when")),
    (
        "measured_in",
        later("The outcome does not say what it is measured in: name the report or system"),
    ),
    ("owner", later("The outcome has no owner: name who answers for it")),
)
_NO_NUMBER: Final = {
    "baseline": later("The baseline {value} is no number: give one that can be met"),
    "target": later("The target {value} is no number: give one that can be met"),
}

_TOO_LITTLE: Final = later(
    "The map explains {share} of the stated baseline: its times add up to {sum}, stated are "
    "{stated}. Look for a wait that nobody named"
)
_TOO_MUCH: Final = later(
    "The map explains {share} of the stated baseline: its times add up to {sum}, stated are "
    "{stated}. Look for waits that are given twice or too long"
)


class _NoImprovement(NamedTuple):
    message: str
    fix: str


_NO_IMPROVEMENT: Final = {
    "reduce": _NoImprovement(
        later("To reduce {start} {end} is no improvement: correct a number, or say “increase”"),
        later("Say “increase”"),
    ),
    "increase": _NoImprovement(
        later("To increase {start} {end} is no improvement: correct a number, or say “reduce”"),
        later("Say “reduce”"),
    ),
}

MISSING_PARTS: Final = {
    "change": later("No direction yet"),
    "measure": later("No measure yet"),
    "population": later("No population yet"),
    "baseline": later("No baseline yet"),
    "target": later("No target yet"),
    "by": later("No date yet"),
    "measured_in": later("No source of the numbers yet"),
    "owner": later("No owner yet"),
}
"""What the left column says of each field of the outcome that says nothing."""


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
            yield found("PM101", tr(words), place=f"outcome.{part}")


def _numbers(outcome: Outcome) -> Iterator[Finding]:
    missing = missing_parts(outcome)
    for part in ("baseline", "target"):
        quantity = getattr(outcome, part)
        if part not in missing and quantity.number is None:
            message = tr(_NO_NUMBER[part], value=quoted(quantity.value))
            yield found("PM102", message, place=f"outcome.{part}")
    baseline, target = outcome.baseline, outcome.target
    if baseline is None or target is None or baseline.number is None or target.number is None:
        return
    if baseline.sign != target.sign:
        message = tr(
            "Baseline and target have different units, {one} and {other}: give both in the same",
            one=baseline.sign or tr("no unit"),
            other=target.sign or tr("no unit"),
        )
        fix = _same_unit(baseline, target)
        yield found("PM104", message, fix=fix, place="outcome.target")
    if _is_no_better(outcome, baseline, target):
        yield _not_better(outcome, baseline, target)


def _is_no_better(outcome: Outcome, baseline: Quantity, target: Quantity) -> bool:
    """Compared in the same unit, or in hours where both are times; else nobody can say."""
    now, then = baseline.number, target.number
    if baseline.sign != target.sign:
        now, then = baseline.hours, target.hours
    if now is None or then is None:
        return False
    return now == then or outcome.change == ("reduce" if then > now else "increase")


def _not_better(outcome: Outcome, baseline: Quantity, target: Quantity) -> Finding:
    if (baseline.number, baseline.sign) == (target.number, target.sign):
        now = quantity_words(baseline.number or 0.0, baseline.sign)
        message = tr(
            "The target is the baseline, {now}: say where it should stand instead", now=now
        )
        return found("PM103", message, place="outcome.target")
    other: Change = "increase" if outcome.change == "reduce" else "reduce"
    words = _NO_IMPROVEMENT[outcome.change or "reduce"]
    message = tr(words.message, start=from_words(baseline), end=to_words(target))
    fix = Fix(tr(words.fix), lambda m: edit_outcome(m, change=other))
    return found("PM103", message, fix=fix, place="outcome.target")


def _same_unit(baseline: Quantity, target: Quantity) -> Fix | None:
    unit = baseline.time_unit
    if unit is None or target.hours is None:
        return None
    value = target.hours / HOURS_PER_UNIT[unit]
    value = float(f"{value:.12g}")  # 0.1 days are 2.4 hours, not 2.4000000000000004

    def edit(m: PilotMap) -> PilotMap:
        return edit_outcome(m, target=target.replace(value=value, unit=baseline.unit))

    written = f"{figure(value)} {unit}"
    return Fix(tr("Write the target as {amount}", amount=written), edit)


def _reach(facts: Facts) -> Iterator[Finding]:
    m, numbers = facts.map, facts.numbers
    of_ai = m.pilot.verdict in (None, "ai") and m.pilot.step is not None
    if of_ai and numbers.reachable is False and numbers.floor is not None:
        whole = numbers.stated_baseline or numbers.expected_elapsed or 0.0
        known = {
            "floor": hours_text(numbers.floor),
            "whole": hours_text(whole),
            "target": hours_text(numbers.stated_target or 0.0),
        }
        longest = numbers.longest_remaining
        if longest is not None and numbers.visits is not None:
            step = m.step_by_id[longest]
            message = tr(
                "The AI step alone cannot reach the target: {floor} remain of {whole}, the target "
                "is {target}. The longest of it is at {step}, {time}",
                **known,
                step=quoted(step.name),
                time=hours_text(numbers.visits[longest] * step.hours),
            )
        else:
            message = tr(
                "The AI step alone cannot reach the target: {floor} remain of {whole}, the target "
                "is {target}",
                **known,
            )
        refs = (m.pilot.step or "", *([longest] if longest else []))
        yield found("PM105", message, refs)
    yield from _explained(facts)


def _explained(facts: Facts) -> Iterator[Finding]:
    m, numbers = facts.map, facts.numbers
    timed = any(step.work or step.wait for step in m.steps)
    explained = numbers.explained
    if timed and explained is not None and not 0.7 <= explained <= 1.3:
        message = tr(
            _TOO_LITTLE if explained < 1 else _TOO_MUCH,
            share=percent(round(explained, 2)),
            sum=hours_text(numbers.expected_elapsed or 0.0),
            stated=hours_text(numbers.stated_baseline or 0.0),
        )
        yield found("PM109", message, place="outcome.baseline")


def _wording(facts: Facts) -> Iterator[Finding]:
    outcome = facts.map.outcome
    vague = vague_word(outcome.measure)
    if vague is not None:
        message = tr(
            "{word} is no measure: say what is counted or timed, and in which unit",
            word=quoted(vague),
        )
        yield found("PM106", message, place="outcome.measure")
    if outcome.by is not None and outcome.by < facts.today:
        message = tr("The date has passed, {day}: set a new one", day=long_date(outcome.by))
        yield found("PM107", message, place="outcome.by")
    baseline = outcome.baseline
    if baseline is not None and baseline.number is not None:
        if baseline.basis == "guessed":
            message = tr(
                "The baseline is guessed: measure it before the pilot, or nobody will know"
            )
            yield found("PM108", message, place="outcome.baseline")
        elif baseline.basis is None:
            message = tr(
                "The baseline does not say how it is known: measured, estimated or guessed"
            )
            yield found("PM108", message, place="outcome.baseline")
