"""Numbers of the document in the way of the language spoken: 44.7 or 44,7."""

from pilotmap.language import in_figures
from pilotmap.model.quantity import number_text


def fixed(value: float, decimals: int) -> str:
    """A number with this many decimals."""
    return in_figures(f"{value:,.{decimals}f}")


def short(value: float) -> str:
    """A number as people give it: 48, 0.25."""
    return in_figures(number_text(value))
