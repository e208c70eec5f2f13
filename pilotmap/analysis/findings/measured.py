"""PM501 and PM502: what the figures rest on, and which of them cannot be had."""

from collections.abc import Iterator

from pilotmap.analysis.findings.finding import Facts, Finding, found
from pilotmap.analysis.wording import listed, percent, step_words
from pilotmap.model.process import Step


def check(facts: Facts) -> Iterator[Finding]:
    """Times that are missing, figures that are."""
    yield from _times_not_given(facts)
    for missing in facts.numbers.missing:
        refs = tuple(ref for ref in missing.why.refs if ref in facts.map.step_by_id)
        at = listed(step_words(facts.map, ref) for ref in refs)
        reason = f"{missing.why.reason} (at {at})" if at else missing.why.reason
        yield found("PM502", f"{missing.what} cannot be computed: {reason}", refs)


def _times_not_given(facts: Facts) -> Iterator[Finding]:
    """Steps without work or wait, waits without a time; what is decided or ended takes none."""
    m, visits = facts.map, facts.numbers.visits
    timed = [step for step in m.steps if step.kind in ("step", "wait")]
    lacking = [step for step in timed if _lacks(step)]
    if not lacking:
        return
    no_work = [step for step in lacking if step.kind == "step" and step.work is None]
    no_wait = [step for step in lacking if step.wait is None]
    kinds = (("work at", no_work), ("wait before", no_wait))
    parts = [
        f"{words} {listed(step_words(m, step.id) for step in steps)}"
        for words, steps in kinds
        if steps
    ]
    message = f"Not given, and counted as zero: {'; '.join(parts)}"
    whole = sum(visits[step.id] for step in timed) if visits else 0.0
    if visits and whole > 0:
        share = sum(visits[step.id] for step in lacking) / whole
        message += f" ({percent(round(share, 2))} of the visits)"
    yield found("PM501", message, tuple(step.id for step in lacking))


def _lacks(step: Step) -> bool:
    if step.kind == "wait":
        return step.work is None and step.wait is None
    return step.work is None or step.wait is None
