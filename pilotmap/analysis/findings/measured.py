"""PM501 and PM502: what the figures rest on, and which of them cannot be had."""

from collections.abc import Iterator

from pilotmap.analysis.findings.finding import Facts, Finding, found
from pilotmap.analysis.wording import listed, percent, step_words
from pilotmap.language import tr
from pilotmap.model.map import PilotMap
from pilotmap.model.process import Step


def check(facts: Facts) -> Iterator[Finding]:
    """Times that are missing, figures that are."""
    yield from _times_not_given(facts)
    for missing in facts.numbers.missing:
        refs = tuple(ref for ref in missing.why.refs if ref in facts.map.step_by_id)
        at = listed(step_words(facts.map, ref) for ref in refs)
        what, reason = missing.what, missing.why.reason
        if at:
            message = tr(
                "{what} cannot be computed: {reason} (at {at})", what=what, reason=reason, at=at
            )
        else:
            message = tr("{what} cannot be computed: {reason}", what=what, reason=reason)
        yield found("PM502", message, refs)


def _times_not_given(facts: Facts) -> Iterator[Finding]:
    """Steps without work or wait, waits without a time; what is decided or ended takes none."""
    m, visits = facts.map, facts.numbers.visits
    timed = [step for step in m.steps if step.kind in ("step", "wait")]
    lacking = [step for step in timed if _lacks(step)]
    if not lacking:
        return
    no_work = [step for step in lacking if step.kind == "step" and step.work is None]
    no_wait = [step for step in lacking if step.wait is None]
    parts = _parts(m, no_work, no_wait)
    whole = sum(visits[step.id] for step in timed) if visits else 0.0
    if visits and whole > 0:
        share = percent(round(sum(visits[step.id] for step in lacking) / whole, 2))
        message = tr(
            "Not given, and counted as zero: {times} ({share} of the visits)",
            times=parts,
            share=share,
        )
    else:
        message = tr("Not given, and counted as zero: {times}", times=parts)
    yield found("PM501", message, tuple(step.id for step in lacking))


def _parts(pilot_map: PilotMap, no_work: list[Step], no_wait: list[Step]) -> str:
    """Which times are lacking: work at “A” and “B”; wait before “C”."""
    work = listed(step_words(pilot_map, step.id) for step in no_work)
    wait = listed(step_words(pilot_map, step.id) for step in no_wait)
    said = [tr("work at {steps}", steps=work)] if work else []
    said += [tr("wait before {steps}", steps=wait)] if wait else []
    return "; ".join(said)


def _lacks(step: Step) -> bool:
    if step.kind == "wait":
        return step.work is None and step.wait is None
    return step.work is None or step.wait is None
