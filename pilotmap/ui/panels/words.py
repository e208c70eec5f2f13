"""How the panels say numbers."""

import re
from typing import Final

from pilotmap.language import in_figures, later, trn
from pilotmap.model.quantity import number_text

_COUNTED: Final = {
    "step": (later("{number} step"), later("{number} steps")),
    "decision": (later("{number} decision"), later("{number} decisions")),
    "handoff": (later("{number} handoff"), later("{number} handoffs")),
    "system": (later("{number} system"), later("{number} systems")),
    "error": (later("{number} error"), later("{number} errors")),
    "warning": (later("{number} warning"), later("{number} warnings")),
}


def counted(number: int, thing: str) -> str:
    """`1 step`, `2 steps`."""
    one, many = _COUNTED[thing]
    return trn(one, many, number)


def unbroken(text: str) -> str:
    """The same words, with each number kept in one line with the word that follows it."""
    return re.sub(r"(?<=\d) (?=\S)", "\N{NO-BREAK SPACE}", text)


def hours(value: float) -> str:
    """Hours as people say them: 44.7 h, 4 h, 20 min under one hour."""
    # number and unit stay in one line
    if 0 < value < 1:
        return f"{in_figures(number_text(round(value * 60, 1)))}\N{NO-BREAK SPACE}min"
    return f"{in_figures(number_text(round(value, 1)))}\N{NO-BREAK SPACE}h"
