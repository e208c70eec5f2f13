"""What PDF/A-3 and PDF/UA-1 ask of text: embedded fonts whose signs can be read back."""

import re
import struct
from collections.abc import Iterator
from typing import Any

import pikepdf
import uharfbuzz as hb

BFCHAR = re.compile(rb"<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>")
NOT_TEXT = {"\x00", "\ufeff", "\ufffe", ""}


class Font:
    """A composite font as the file holds it."""

    def __init__(self, font: Any) -> None:
        inner = font.DescendantFonts[0]
        self.name = str(font.BaseFont)
        self.said = {
            int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be")
            for code, text in BFCHAR.findall(font.ToUnicode.read_bytes())
        }
        mapping = inner.CIDToGIDMap.read_bytes()
        self.glyphs = struct.unpack(f">{len(mapping) // 2}H", mapping)
        first, widths = int(inner.W[0]), [float(width) for width in inner.W[1]]
        self.widths = dict(enumerate(widths, start=first))
        self.encoding = str(font.Encoding)
        self.program = inner.FontDescriptor.FontFile2.read_bytes()


def font_faults(file: pikepdf.Pdf) -> Iterator[str]:
    """Everything that is wrong with the fonts and what is written with them."""
    seen: dict[Any, Font] = {}
    for page in file.pages:
        fonts = {}
        for key, font in page.Resources.get("/Font", {}).items():
            if font.objgen not in seen:
                yield from _kind(font)
                seen[font.objgen] = Font(font)
            fonts[key] = seen[font.objgen]
        yield from _written(page, fonts)
    for font in seen.values():
        yield from _widths(font)


def _kind(font: Any) -> Iterator[str]:
    if font.Subtype != "/Type0" or font.DescendantFonts[0].Subtype != "/CIDFontType2":
        yield f"{font.BaseFont} is a font of another kind"
    if not re.match(r"/[A-Z]{6}\+", str(font.BaseFont)):
        yield f"{font.BaseFont} is no subset"


def _widths(font: Font) -> Iterator[str]:
    face = hb.Face(font.program)
    measured = hb.Font(face)
    for code, width in font.widths.items():
        advance = measured.get_glyph_h_advance(font.glyphs[code]) * 1000 / face.upem
        if abs(advance - width) > 1:
            yield f"{font.name}: code {code} is {width} wide, its glyph {advance}"


def _written(page: Any, fonts: dict[str, Font]) -> Iterator[str]:
    """6.2.11.7 and 6.2.11.8: each code has a text, and none is .notdef."""
    font: Font | None = None
    spared = 0  # inside of a stretch whose text is told as a whole
    for operands, operator in pikepdf.parse_content_stream(page):
        word = str(operator)
        if word == "Tf":
            font = fonts[str(operands[0])]
        elif word == "BDC":
            told = isinstance(operands[1], pikepdf.Dictionary) and "/ActualText" in operands[1]
            spared += 1 if told or spared else 0
        elif word == "EMC":
            spared -= 1 if spared else 0
        elif word == "TJ":
            assert font is not None
            yield from _codes(font, operands[0], told_as_a_whole=bool(spared))
        elif word in ("Tj", "'", '"', "Do", "sh", "BI", "cs", "CS", "k", "K", "g", "G"):
            yield f"the page uses {word}"


def _codes(font: Font, pieces: Any, *, told_as_a_whole: bool) -> Iterator[str]:
    for piece in pieces:
        if not isinstance(piece, pikepdf.String):
            continue
        data = bytes(piece)
        for (code,) in struct.iter_unpack(">H", data):
            if font.glyphs[code] == 0:
                yield f"{font.name}: code {code} is a missing glyph"
            if font.said.get(code, "") in NOT_TEXT and not told_as_a_whole:
                yield f"{font.name}: code {code} stands for no text"
