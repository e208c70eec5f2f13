"""The text of `check`: what a person reads aloud."""

import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

import click

from pilotmap.analysis.figures import Figures
from pilotmap.analysis.findings import Finding
from pilotmap.analysis.gate1 import GATE_STATES, Gate1
from pilotmap.analysis.range_words import range_sentences
from pilotmap.analysis.ranges import Ranges
from pilotmap.analysis.seats import SEAT_STATES
from pilotmap.analysis.sentences import outcome_sentence
from pilotmap.analysis.time_sentences import figure_sentences
from pilotmap.language import tr, trc, trn
from pilotmap.model.map import PilotMap
from pilotmap.model.meaning import grouped, meaning
from pilotmap.model.outcome import Outcome
from pilotmap.model.signoff import SEAT_WORDS

_WIDTH: Final = 96
_COLOURS: Final = {
    "error": "red",
    "warning": "yellow",
    "note": "cyan",
    "done": "green",
    "open": "cyan",
}


def check_text(
    file: str,
    pilot_map: PilotMap,
    numbers: Figures,
    sure: Ranges,
    findings: Sequence[Finding],
    gate: Gate1,
) -> str:
    """Title, outcome, times, the five parts of Gate 1, and every finding."""
    fingerprint = grouped(meaning(pilot_map), 4)
    lines = [
        click.style(pilot_map.title or tr("A map without a title"), bold=True),
        click.style(f"{file}   {tr('content {fingerprint}', fingerprint=fingerprint)}", dim=True),
        "",
        *_said(pilot_map, numbers, sure),
        *_gate(gate),
        "",
        *finding_lines(findings),
    ]
    return "\n".join(lines)


def _said(pilot_map: PilotMap, numbers: Figures, sure: Ranges) -> Iterator[str]:
    """What is read aloud, with an empty line below; nothing for a map that says nothing yet."""
    outcome = outcome_sentence(pilot_map) if pilot_map.outcome != Outcome() else ""
    facts = (*figure_sentences(pilot_map, numbers), *range_sentences(pilot_map, sure))
    if outcome:
        yield from wrapped(outcome)
        yield ""
    for fact in facts:
        yield from wrapped(fact, hang=2)
    if facts:
        yield ""


def _gate(gate: Gate1) -> Iterator[str]:
    state = tr(GATE_STATES[gate.state])
    if gate.days_open is None:
        head = tr("Gate 1 is {state}", state=state)
    else:
        head = tr("Gate 1 is {state}, day {day}", state=state, day=gate.days_open)
    yield click.style(head, bold=True)
    for part in gate.parts:
        yield _row(part.state, f"{part.part}  {part.title}: {part.summary}", 3)
    said = (
        f"{tr(SEAT_WORDS[seat])} {tr(SEAT_STATES[now.state])}" for seat, now in gate.seats.items()
    )
    yield "  " + ", ".join(said)


def finding_lines(findings: Sequence[Finding]) -> Iterator[str]:
    """How many findings there are, and each of them."""
    counts = Counter(finding.severity for finding in findings)
    said = [
        trn("{number} error", "{number} errors", counts["error"])
        if counts["error"]
        else tr("No errors"),
        trn("{number} warning", "{number} warnings", counts["warning"])
        if counts["warning"]
        else tr("no warnings"),
        trn("{number} note", "{number} notes", counts["note"])
        if counts["note"]
        else tr("no notes"),
    ]
    yield click.style(", ".join(said), bold=True)
    for finding in findings:
        yield _row(finding.severity, f"{finding.rule}  {finding.message}", 7)


def _state_words(state: str) -> str:
    words = {
        "error": trc("severity", "error"),
        "warning": trc("severity", "warning"),
        "note": trc("severity", "note"),
        "done": trc("part of a gate", "done"),
        "open": trc("part of a gate", "open"),
    }
    return words[state]


def _row(state: str, text: str, hang: int) -> str:
    """A state in its colour and a text beside it, broken so that its lines stand below it."""
    lead = f"  {_state_words(state):<8} "
    first, *rest = wrapped(text, len(lead), hang)
    return "\n".join((click.style(lead, fg=_COLOURS.get(state)) + first, *rest))


def wrapped(text: str, indent: int = 0, hang: int = 0) -> list[str]:
    """A text in lines; those after the first begin further in."""
    lines = textwrap.wrap(
        text.replace(" %", "\N{NO-BREAK SPACE}%"),
        _WIDTH - indent,
        subsequent_indent=" " * hang,
        break_on_hyphens=False,
    )
    first, *rest = lines or [""]
    return [first, *(" " * indent + line for line in rest)]
