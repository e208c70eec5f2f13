"""What a signature looks like on the page: a small page of its own, to be put into the field."""

from typing import Final

from pilotmap.language import language, tr
from pilotmap.layout.drawing import Box, Rect
from pilotmap.report.document.dates import moment_with_offset
from pilotmap.report.pdf.file import pdf
from pilotmap.report.setting.page import Document, Layer, Page, Slice
from pilotmap.report.setting.spans import plain
from pilotmap.report.setting.structure import Element
from pilotmap.report.setting.typeset import paragraph_slices, shortened
from pilotmap.report.setting.typography import NAME, NOTE, Style

_PAD: Final = 5.0
_SIZES: Final = (7.0, 6.5, 6.0)  # tried from the largest; under 6 pt nobody reads
_WHO: Final = NAME._replace(size=9.0, leading=11.0)


def stamp(name: str, at: str, note: str, width: float, height: float) -> bytes:
    """A PDF of one page of this size in points: who, when (ISO with offset), and what it is worth.

    What does not fit is cut at the end of the note: the signature itself holds it whole.
    """
    inner = width - 2 * _PAD
    slices = _fitting(shortened(name, _WHO, inner), moment_with_offset(at), note, inner, height)
    layers = [Layer((Rect(Box(0, 0, width, height), fill="ground", line="good", radius=3.0),))]
    y = _PAD - 1.0
    for each in slices:
        if y + each.height > height:
            break
        layers += each.repeated().moved(_PAD, y).layers
        y += each.height
    page = Page(width, height, tuple(layers))
    return pdf(Document(title=tr("Signature"), pages=(page,), language=language()))


def _fitting(name: str, when: str, note: str, width: float, height: float) -> tuple[Slice, ...]:
    tried: tuple[Slice, ...] = ()
    said = Element("Form")
    for size in _SIZES:
        small = Style(size, size * 1.25, colour=NOTE.colour)
        tried = (
            *paragraph_slices(plain(name), _WHO, width, said),
            *paragraph_slices(plain(tr("Signed on {moment}", moment=when)), small, width, said),
            *paragraph_slices(plain(note), small, width, said),
        )
        if sum(each.height for each in tried) <= height - 2 * (_PAD - 1.0):
            break
    return tried
