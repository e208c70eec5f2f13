"""Errors that are answered in writing."""

from collections.abc import Iterable, Iterator

from pilotmap.analysis.findings.finding import Finding
from pilotmap.analysis.findings.rules import RULES
from pilotmap.language import tr
from pilotmap.model.notes import Waiver


def answered(findings: Iterable[Finding], waivers: Iterable[Waiver]) -> Iterator[Finding]:
    """The same findings; one with an answer in writing becomes a note that carries it.

    A waiver answers the finding of its rule with exactly its refs: when a wrong answer reaches
    one lane more, nobody has answered for that. Rules that allow no waiver are never answered.
    """
    given = {
        (waiver.rule, frozenset(waiver.refs)): waiver for waiver in waivers if waiver.reason.strip()
    }
    for finding in findings:
        waiver = given.get((finding.rule, frozenset(finding.refs)))
        yield finding if waiver is None or not can_waive(finding) else _with(finding, waiver)


def can_waive(finding: Finding) -> bool:
    """Whether the window may offer to answer this finding in writing."""
    return finding.severity == "error" and RULES[finding.rule].waivable


def _with(finding: Finding, waiver: Waiver) -> Finding:
    said = {"finding": finding.message, "reason": waiver.reason}
    if waiver.by:
        message = tr("{finding}. Answered in writing by {name}: {reason}", name=waiver.by, **said)
    else:
        message = tr("{finding}. Answered in writing: {reason}", **said)
    return finding._replace(severity="note", message=message, fix=None, answered=waiver)
