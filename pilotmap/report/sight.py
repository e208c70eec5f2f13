"""What a signed document looks like beside the unsigned one: the same, outside of the stamps."""

from collections.abc import Sequence
from contextlib import ExitStack
from typing import Any, Final, NamedTuple

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium

from pilotmap.language import tr
from pilotmap.model.errors import UnreadableFile

_SCALE: Final = 1.0  # dots a point
_AROUND: Final = 2  # dots that the edge of a stamp may blur into
_LARGEST: Final = 3000.0
_LONGEST: Final = 2000


class Spot(NamedTuple):
    """A box on a page, from 0: left, bottom, right and top in points."""

    page: int
    box: tuple[float, float, float, float]


class Sight(NamedTuple):
    """The first page, from 1, that looks or reads otherwise outside of the spots; what they say."""

    differing: int | None
    words: tuple[str, ...]


def look(before: bytes, after: bytes, spots: Sequence[Spot]) -> Sight:
    """Compare pictures and texts of all pages. Raises UnreadableFile."""
    try:
        with ExitStack() as stack:
            files = [stack.enter_context(pypdfium2.PdfDocument(each)) for each in (before, after)]
            for file in files:
                file.init_forms()
            differing = _first_difference(files, spots)
            return Sight(differing, tuple(_words(files, spot) for spot in spots))
    except (pypdfium2.PdfiumError, ValueError, IndexError) as error:
        raise UnreadableFile(tr("Its pages cannot be drawn.")) from error


def _first_difference(files: list[Any], spots: Sequence[Spot]) -> int | None:
    if len(files[0]) != len(files[1]):
        return 1 + min(len(files[0]), len(files[1]))
    for at in range(len(files[0])):
        pages = [file[at] for file in files]
        sizes = [page.get_size() for page in pages]
        if sizes[0] != sizes[1] or max(sizes[0]) > _LARGEST:
            return at + 1
        if len({page.get_textpage().get_text_bounded() for page in pages}) > 1:
            return at + 1
        if not np.array_equal(*(_picture(page, at, spots) for page in pages)):
            return at + 1
    return None


def _picture(page: Any, at: int, spots: Sequence[Spot]) -> Any:
    """A page's dots, blank where the spots are."""
    dots = page.render(scale=_SCALE, may_draw_forms=True).to_numpy().copy()
    high, wide = dots.shape[:2]
    for spot in spots:
        if spot.page != at:
            continue
        left, bottom, right, top = (edge * _SCALE for edge in spot.box)
        rows = slice(max(0, int(high - top) - _AROUND), max(0, int(high - bottom) + _AROUND))
        columns = slice(max(0, int(left) - _AROUND), min(wide, int(right) + _AROUND))
        dots[rows, columns] = 0
    return dots


def _words(files: list[Any], spot: Spot) -> str:
    """The lines that stand in a spot once its stamp is part of the page, and did not before."""
    said = []
    for file in files:
        page = file[spot.page]
        pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
        page = file[spot.page]
        said.append(page.get_textpage().get_text_bounded(*spot.box).splitlines())
    new = [line.strip() for line in said[1] if line not in said[0] and line.strip()]
    return " ".join(new)[:_LONGEST]
