"""How the panels say numbers."""

import re
from collections.abc import Callable
from typing import Final

from pilotmap.language import in_figures, trn
from pilotmap.model.quantity import number_text

_COUNTED: Final[dict[str, Callable[[int], str]]] = {
    "step": lambda number: trn("{number} step", "{number} steps", number),
    "decision": lambda number: trn("{number} decision", "{number} decisions", number),
    "handoff": lambda number: trn("{number} handoff", "{number} handoffs", number),
    "system": lambda number: trn("{number} system", "{number} systems", number),
    "error": lambda number: trn("{number} error", "{number} errors", number),
    "warning": lambda number: trn("{number} warning", "{number} warnings", number),
}


def counted(number: int, element: str) -> str:
    """`1 step`, `2 steps`."""
    return _COUNTED[element](number)


def unbroken(text: str) -> str:
    """The same words, with each number kept in one line with the word that follows it."""
    return re.sub(r"(?<=\d) (?=\S)", "\N{NO-BREAK SPACE}", text)


def hours(value: float) -> str:
    """Hours as people say them: 44.7 h, 4 h, 20 min under one hour."""
    # number and unit stay in one line
    if 0 < value < 1:
        return f"{in_figures(number_text(round(value * 60, 1)))}\N{NO-BREAK SPACE}min"
    return f"{in_figures(number_text(round(value, 1)))}\N{NO-BREAK SPACE}h"


def share_words(ratio: float | None) -> str:
    """A load in whole per cent; an ellipsis where it is not known."""
    if ratio is None:
        return "…"
    return f"{in_figures(number_text(round(ratio * 100)))}\N{NO-BREAK SPACE}%"
