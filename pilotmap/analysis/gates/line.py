"""A later gate in one line, for the left column."""

from pilotmap.analysis.gates.state import LATER_STATES, LaterGateNow
from pilotmap.analysis.gates.words import days_words
from pilotmap.analysis.wording import long_date
from pilotmap.language import tr


def gate_line(now: LaterGateNow) -> str:
    """2 Feasibility · open, 10 days left; after the flip: 4 In production since 26 May 2027."""
    if now.gate == 4 and now.state == "cleared" and now.in_production is not None:
        return tr("{gate} In production since {day}", gate=4, day=long_date(now.in_production))
    state = tr(LATER_STATES[now.state])
    said = {"gate": now.gate, "name": now.name, "state": state}
    if now.state == "open" and now.days_left is not None:
        return tr("{gate} {name} · {state}, {days}", days=days_words(now.days_left), **said)
    return tr("{gate} {name} · {state}", **said)
