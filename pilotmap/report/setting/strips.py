"""How a picture is shown on a sheet: whole, or as strips with all of it at a glance above them."""

from dataclasses import dataclass
from typing import Final

from pilotmap.layout.drawing import Drawing
from pilotmap.layout.folding import Folding, LeastType, fold
from pilotmap.report.setting.paper import Sheet

STRIP_GAP: Final = 14.0
ON_PAPER: Final = LeastType(names=8.0, smallest=6.5)
_OVERVIEW_SHARE: Final = 0.34  # of a page's height, at most


@dataclass(frozen=True, slots=True)
class Fitted:
    """A picture folded for the sheet: how high all of it at a glance is, and how many pages."""

    sheet: Sheet
    folding: Folding
    overview_scale: float
    pages: int


def fitted(
    drawing: Drawing,
    sheet: Sheet,
    height: float,
    wanted: LeastType,
    strip_words: float,
    overview_words: float,
) -> Fitted:
    """The picture for pages with this height left for it.

    `wanted` is how large the type should be; above each strip, and above the overview, there are
    words so high.
    """
    width = sheet.room.w
    folding = fold(drawing, width, height, wanted)
    if folding.is_folded:
        folding = fold(drawing, width, height - strip_words, wanted)
    if not folding.is_folded:
        return Fitted(sheet, folding, 0.0, 1)
    scale = min(width / drawing.width, _OVERVIEW_SHARE * height / drawing.height)
    heights = [drawing.height * scale + overview_words]
    heights += [strip.drawing.height * folding.scale + strip_words for strip in folding.strips]
    return Fitted(sheet, folding, scale, _pages(heights, height))


def _pages(heights: list[float], height: float) -> int:
    """How many pages pieces of these heights take, one below the other."""
    pages, left = 1, height + STRIP_GAP
    for each in heights:
        needed = each + STRIP_GAP
        if needed > left:
            pages, left = pages + 1, height + STRIP_GAP
        left -= needed
    return pages
