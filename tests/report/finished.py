"""A finished PDF as readers see it: words with their places by poppler, shapes by PDFium."""

import ctypes
import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from tests.report.pdf_tools import run

WORD = re.compile(r'<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)</word>')
PAGE = re.compile(r'<page width="(.+?)" height="(.+?)">(.*?)</page>', re.DOTALL)


class Area(NamedTuple):
    """A place on a page: points, y downwards from its top."""

    x: float
    y: float
    right: float
    bottom: float

    def overlaps(self, other: "Area") -> bool:
        """Whether the two share more than a hair."""
        hair = 0.05
        return (
            self.x + hair < other.right
            and other.x + hair < self.right
            and self.y + hair < other.bottom
            and other.y + hair < self.bottom
        )


class Word(NamedTuple):
    """A word and the place that its letters take, without the room above and below them."""

    text: str
    place: Area


class Sheet(NamedTuple):
    """A page's size and the words on it."""

    width: float
    height: float
    words: tuple[Word, ...]

    @property
    def footer(self) -> float:
        """Where the footer begins."""
        return self.height - 40

    @property
    def body(self) -> tuple[Word, ...]:
        """The words between the mark of a draft and the footer."""
        return tuple(word for word in self.words if 20 < word.place.y < self.footer)


def sheets_of(path: Path) -> tuple[Sheet, ...]:
    """The pages as `pdftotext -bbox` reads them."""
    told = run("pdftotext", "-bbox", str(path), "-")
    return tuple(
        Sheet(float(width), float(height), tuple(_words(inner)))
        for width, height, inner in PAGE.findall(told)
    )


def _words(told: str) -> Iterator[Word]:
    for found in WORD.findall(told):
        x, y, right, bottom = map(float, found[:4])
        # The height told is that of the font: letters take the middle of it.
        inset = (bottom - y) * 0.22
        yield Word(unescape(found[4]), Area(x, y + inset, right, bottom - inset))


def shapes_of(path: Path) -> Iterator[tuple[int, Area]]:
    """What is drawn on each page, text aside, as PDFium measures it: the page's number and place.

    What is clipped is measured whole, so that a cut shape is seen as one that leaves its page.
    """
    with pypdfium2.PdfDocument(path) as document:
        for number, page in enumerate(document, start=1):
            height = page.get_height()
            for at in range(pdfium.FPDFPage_CountObjects(page)):
                shape = pdfium.FPDFPage_GetObject(page, at)
                if pdfium.FPDFPageObj_GetType(shape) == pdfium.FPDF_PAGEOBJ_PATH:
                    sides = [ctypes.c_float() for _ in range(4)]
                    pdfium.FPDFPageObj_GetBounds(shape, *map(ctypes.byref, sides))
                    left, low, right, high = (side.value for side in sides)
                    yield number, Area(left, height - high, right, height - low)


class Mark(NamedTuple):
    """A bookmark: its title and the page it leads to."""

    title: str
    page: int


def bookmarks_of(path: Path) -> tuple[Mark, ...]:
    """The outline as qpdf reads it, level after level."""
    told = json.loads(run("qpdf", "--json=2", "--json-key=outlines", str(path)))

    def flat(entries: list[dict[str, object]]) -> Iterator[Mark]:
        for entry in entries:
            yield Mark(str(entry["title"]), int(str(entry["destpageposfrom1"])))
            yield from flat(entry["kids"])  # type: ignore[arg-type]

    return tuple(flat(told["outlines"]))
