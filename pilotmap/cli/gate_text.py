"""The text of `check --gate`: where a later gate stands, in sentences."""

from collections.abc import Iterator
from datetime import date

import click

from pilotmap.analysis.gates.shadow_run import shadow_run
from pilotmap.analysis.gates.state import LATER_STATES, LaterGateNow
from pilotmap.analysis.gates.trial import trial
from pilotmap.analysis.gates.words import (
    effort_sentence,
    list_sentence,
    run_sentences,
    trial_sentences,
)
from pilotmap.analysis.gates.work_list import work_list
from pilotmap.analysis.seats import SEAT_STATES
from pilotmap.cli.check_text import finding_lines, wrapped
from pilotmap.language import tr
from pilotmap.model.map import PilotMap
from pilotmap.model.signoff import SEAT_WORDS


def gate_text(pilot_map: PilotMap, now: LaterGateNow, today: date) -> str:
    """State, figures, seats and findings of a gate."""
    state = tr(LATER_STATES[now.state])
    said = {"gate": now.gate, "name": now.name, "state": state}
    if now.days_open is None:
        head = tr("Gate {gate}, {name}, is {state}", **said)
    else:
        head = tr("Gate {gate}, {name}, is {state}, day {day}", day=now.days_open, **said)
    lines = [click.style(head, bold=True)]
    for sentence in gate_sentences(pilot_map, now, today):
        lines += wrapped(sentence, hang=2)
    seats = (
        f"{tr(SEAT_WORDS[seat])} {tr(SEAT_STATES[seated.state])}"
        for seat, seated in now.seats.items()
    )
    return "\n".join([*lines, "  " + ", ".join(seats), "", *finding_lines(now.findings)])


def gate_sentences(pilot_map: PilotMap, now: LaterGateNow, today: date) -> Iterator[str]:
    """What the figures of a gate say, nothing for one that was not begun."""
    if now.gate == 2 and pilot_map.feasibility is not None:
        yield from trial_sentences(pilot_map.feasibility, trial(pilot_map.feasibility, today))
    elif now.gate == 3 and now.state != "locked":
        found = work_list(pilot_map)
        yield list_sentence(found)
        built = pilot_map.feasibility
        yield effort_sentence(built.effort_days if built else None, found)
    elif now.gate == 4 and pilot_map.shadow is not None:
        run = shadow_run(pilot_map.shadow, pilot_map.outcome.change, today)
        yield from run_sentences(pilot_map, pilot_map.shadow, run)
