"""How wide and how high a text is, in points."""

from typing import Final

from pilotmap.layout.text.shaping import width_em
from pilotmap.layout.text.style import TextStyle

# Inter's own figures (hhea 1984 and -494 of 2048), for every face: a fallback never moves a line.
_ASCENT_EM: Final = 1984 / 2048
_DESCENT_EM: Final = 494 / 2048
# Inter's cap height, 1490 of 2048.
_CAP_HEIGHT_EM: Final = 1490 / 2048
_LINE_HEIGHT_EM: Final = 1.3


def measure(text: str, style: TextStyle) -> float:
    """Return the width of one line in points, exactly as it will be drawn."""
    return width_em(text, style.weight, style.family) * style.size_pt


def line_height(style: TextStyle) -> float:
    """Return the distance from one baseline to the next, in points."""
    return style.size_pt * _LINE_HEIGHT_EM


def ascent(style: TextStyle) -> float:
    """Return how far above the baseline the line reaches, in points."""
    return style.size_pt * _ASCENT_EM


def descent(style: TextStyle) -> float:
    """Return how far below the baseline the line reaches, in points."""
    return style.size_pt * _DESCENT_EM


def cap_height(style: TextStyle) -> float:
    """Return the height of capital letters in points; text is centred by eye on its half."""
    return style.size_pt * _CAP_HEIGHT_EM
