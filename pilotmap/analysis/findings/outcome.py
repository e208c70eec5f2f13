"""PM101 to PM104 and PM106 to PM108: part 1 of Gate 1, one sentence that cannot be vague."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from pilotmap.analysis.findings.finding import Facts, Finding, Fix, found
from pilotmap.analysis.findings.vague import vague_word
from pilotmap.analysis.sentences import from_words, to_words
from pilotmap.analysis.wording import (
    figure,
    long_date,
    quantity_words,
    quoted,
)
from pilotmap.language import N_, tr
from pilotmap.model.clock import Clock
from pilotmap.model.edits.fields import edit_outcome
from pilotmap.model.map import PilotMap
from pilotmap.model.outcome import Change, Outcome
from pilotmap.model.quantity import Quantity

_PARTS: Final = (
    ("change", N_("The outcome does not say whether to reduce or to increase: choose one")),
    (
        "measure",
        N_(
            "The outcome has no measure: say what is counted or timed, such as "
            "“average time to answer”"
        ),
    ),
    (
        "population",
        N_("The outcome has no population: say of what, such as “Tier 1 support tickets”"),
    ),
    ("baseline", N_("The outcome has no baseline: say where it stands today")),
    ("target", N_("The outcome has no target: say where it should stand")),
    ("by", N_("The outcome has no date: say by when")),
    (
        "measured_in",
        N_("The outcome does not say what it is measured in: name the report or system"),
    ),
    ("owner", N_("The outcome has no owner: name who answers for it")),
)
_NO_UNIT: Final = {
    "baseline": N_("The baseline has no unit: say of what, such as h, % or EUR"),
    "target": N_("The target has no unit: say of what, such as h, % or EUR"),
}
_NO_NUMBER: Final = {
    "baseline": N_("The baseline {value} is no number: give one that can be met"),
    "target": N_("The target {value} is no number: give one that can be met"),
}


class _NoImprovement(NamedTuple):
    message: str
    fix: str


_NO_IMPROVEMENT: Final = {
    "reduce": _NoImprovement(
        N_("To reduce {start} {end} is no improvement: correct a number, or say “increase”"),
        N_("Say “increase”"),
    ),
    "increase": _NoImprovement(
        N_("To increase {start} {end} is no improvement: correct a number, or say “reduce”"),
        N_("Say “reduce”"),
    ),
}

MISSING_PARTS: Final = {
    "change": N_("No direction yet"),
    "measure": N_("No measure yet"),
    "population": N_("No population yet"),
    "baseline": N_("No baseline yet"),
    "target": N_("No target yet"),
    "by": N_("No date yet"),
    "measured_in": N_("No source of the numbers yet"),
    "owner": N_("No owner yet"),
}
"""What the left column says of each field of the outcome that says nothing."""


def check(facts: Facts) -> Iterator[Finding]:
    """Everything that can be found about the outcome."""
    yield from _parts(facts.map.outcome)
    yield from _numbers(facts.map.outcome, facts.map.clock)
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
    for part in ("baseline", "target"):
        quantity = getattr(outcome, part)
        if part not in missing and quantity.number is not None and not quantity.sign:
            yield found("PM101", tr(_NO_UNIT[part]), place=f"outcome.{part}.unit")


def _numbers(outcome: Outcome, clock: Clock) -> Iterator[Finding]:
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
        fix = _same_unit(baseline, target, clock)
        yield found("PM104", message, fix=fix)
    if _is_no_better(outcome, baseline, target, clock):
        yield _not_better(outcome, baseline, target)


def _is_no_better(outcome: Outcome, baseline: Quantity, target: Quantity, clock: Clock) -> bool:
    """Compared in the same unit, or in hours where both are times; else nobody can say."""
    now, then = baseline.number, target.number
    if baseline.sign != target.sign:
        now, then = clock.passes(baseline), clock.passes(target)
    if now is None or then is None:
        return False
    return now == then or outcome.change == ("reduce" if then > now else "increase")


def _not_better(outcome: Outcome, baseline: Quantity, target: Quantity) -> Finding:
    if (baseline.number, baseline.sign) == (target.number, target.sign):
        now = quantity_words(baseline.number or 0.0, baseline.sign)
        message = tr(
            "The target is the baseline, {now}: say where it should stand instead", now=now
        )
        return found("PM103", message)
    other: Change = "increase" if outcome.change == "reduce" else "reduce"
    words = _NO_IMPROVEMENT[outcome.change or "reduce"]
    message = tr(words.message, start=from_words(baseline), end=to_words(target))
    fix = Fix(tr(words.fix), lambda pilot_map: edit_outcome(pilot_map, change=other))
    return found("PM103", message, fix=fix)


def _same_unit(baseline: Quantity, target: Quantity, clock: Clock) -> Fix | None:
    unit, hours = baseline.time_unit, clock.passes(target)
    if unit is None or hours is None:
        return None
    value = hours / clock.per_unit(unit)
    value = float(f"{value:.12g}")  # 0.1 days are 2.4 hours, not 2.4000000000000004

    def edit(pilot_map: PilotMap) -> PilotMap:
        return edit_outcome(pilot_map, target=target.replace(value=value, unit=baseline.unit))

    written = f"{figure(value)} {unit}"
    return Fix(tr("Write the target as {amount}", amount=written), edit)


def _wording(facts: Facts) -> Iterator[Finding]:
    outcome = facts.map.outcome
    vague = vague_word(outcome.measure)
    if vague is not None:
        message = tr(
            "{word} is no measure: say what is counted or timed, and in which unit",
            word=quoted(vague),
        )
        yield found("PM106", message)
    if outcome.by is not None and outcome.by < facts.today:
        message = tr("The date has passed, {day}: set a new one", day=long_date(outcome.by))
        yield found("PM107", message)
    baseline = outcome.baseline
    if baseline is not None and baseline.number is not None:
        if baseline.basis == "guessed":
            message = tr(
                "The baseline is guessed: measure it before the pilot, or nobody will know"
            )
            yield found("PM108", message)
        elif baseline.basis is None:
            message = tr(
                "The baseline does not say how it is known: measured, estimated or guessed"
            )
            yield found("PM108", message)
