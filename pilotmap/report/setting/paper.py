"""Sheets of paper and the room that a page leaves for its text."""

from typing import Final, Literal, NamedTuple

from pilotmap.layout.drawing import Box

PageName = Literal["a4", "a3", "letter"]

_MM: Final = 72 / 25.4
_A4: Final = (210 * _MM, 297 * _MM)
_A3: Final = (297 * _MM, 420 * _MM)
_LETTER: Final = (612.0, 792.0)
_UPRIGHT: Final[dict[PageName, tuple[float, float]]] = {
    # An A3 sheet lying on its side folds to A4: the map gets the room, the text keeps its measure.
    "a4": _A4,
    "a3": _A4,
    "letter": _LETTER,
}
_MAP: Final[dict[PageName, tuple[float, float]]] = {"a4": _A4, "a3": _A3, "letter": _LETTER}


class Sheet(NamedTuple):
    """A sheet's size and margins in points."""

    width: float
    height: float
    side: float
    top: float
    bottom: float

    @property
    def room(self) -> Box:
        """Where the content stands; the footer is below it."""
        return Box(
            self.side, self.top, self.width - 2 * self.side, self.height - self.top - self.bottom
        )


def upright(page: PageName) -> Sheet:
    """The sheet for pages of text."""
    short, long = _UPRIGHT[page]
    return Sheet(short, long, side=43.5, top=41, bottom=58)


def standing(page: PageName) -> Sheet:
    """The sheet for a map of so many lanes that it needs the height."""
    short, long = _MAP[page]
    return Sheet(short, long, side=37.5, top=35, bottom=56)


def lying(page: PageName) -> Sheet:
    """The sheet for a map as most are: wider than high."""
    short, long = _MAP[page]
    return Sheet(long, short, side=37.5, top=35, bottom=56)
