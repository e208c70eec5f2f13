"""How a picture is shown on a sheet: whole, or as strips with all of it at a glance above them."""

from dataclasses import dataclass
from typing import Final

from pilotmap.layout.drawing import Drawing
from pilotmap.layout.folding import Folding, LeastType, fold
from pilotmap.report.setting.paper import Sheet

STRIP_GAP: Final = 10.0
ON_PAPER: Final = LeastType(names=8.0, smallest=6.5)
_OVERVIEW_SHARE: Final = 0.22  # of a page's height, at most
_HALVINGS: Final = 8


@dataclass(frozen=True, slots=True)
class Words:
    """How high the words above each strip are, and those above all of the map at a glance."""

    of_strip: float
    of_overview: float


@dataclass(frozen=True, slots=True)
class Fitted:
    """A picture folded for the sheet, and on how many pages.

    `overview_scale` is that of all of it at a glance: 0 where one page shows it all anyway.
    """

    sheet: Sheet
    folding: Folding
    overview_scale: float
    pages: int


def fitted(drawing: Drawing, sheet: Sheet, height: float, words: Words, most: float) -> Fitted:
    """The picture for pages with this height left for it, never larger than `most`.

    In the fewest strips in which it can be read, and these as large as no page more allows.
    """
    width, wanted = sheet.room.w, min(most, ON_PAPER.scale_of(drawing))
    folding = fold(drawing, width, height, ON_PAPER, most)
    if not folding.is_folded:
        return Fitted(sheet, folding, 0.0, 1)
    folding = fold(drawing, width, height - words.of_strip, ON_PAPER, most)
    heights = [strip.drawing.height for strip in folding.strips]
    scale = min(width / drawing.width, _OVERVIEW_SHARE * height / drawing.height)
    overview = drawing.height * scale + words.of_overview

    def pages(at: float) -> int:
        strips = [each * at + words.of_strip for each in heights]
        alone = _pages(strips, height)
        return alone if alone == 1 else _pages([overview, *strips], height)

    low, high = min(wanted, folding.scale), folding.scale
    fewest = pages(low)
    for _ in range(_HALVINGS):
        if pages(high) == fewest:
            break
        middle = (low + high) / 2
        low, high = (low, middle) if pages(middle) > fewest else (middle, high)
    else:
        high = low
    if high < folding.scale:
        folding = fold(drawing, width, height - words.of_strip, ON_PAPER, high)
    return Fitted(sheet, folding, scale if fewest > 1 else 0.0, fewest)


def _pages(heights: list[float], height: float) -> int:
    """How many pages pieces of these heights take, one below the other."""
    pages, left = 1, height + STRIP_GAP
    for each in heights:
        needed = each + STRIP_GAP
        if needed > left:
            pages, left = pages + 1, height + STRIP_GAP
        left -= needed
    return pages
