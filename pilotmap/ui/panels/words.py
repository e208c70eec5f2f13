"""How the panels say numbers."""

from pilotmap.model.quantity import number_text


def counted(number: int, thing: str) -> str:
    """`1 step`, `2 steps`."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def hours(value: float) -> str:
    """Hours as people say them: 44.7 h, 4 h, 20 min under one hour."""
    # number and unit stay in one line
    if 0 < value < 1:
        return f"{number_text(round(value * 60, 1))}\N{NO-BREAK SPACE}min"
    return f"{number_text(round(value, 1))}\N{NO-BREAK SPACE}h"
