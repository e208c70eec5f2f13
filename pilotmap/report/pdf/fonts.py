"""Embeds the faces that a document uses, reduced to its glyphs, each glyph with its own text.

A character code stands for one glyph and the text it was shaped from, so that the same shape
used for two texts (a space and a no-break space) is read back as what was written.
"""

import hashlib
import struct
from functools import cached_property
from typing import Final

import uharfbuzz as hb
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from pilotmap.layout.text.fonts import hb_font, units_per_em
from pilotmap.report.pdf.streams import packed

_DROPPED: Final = ("GSUB", "GPOS", "GDEF", "name", "cmap", "OS/2", "post", "kern", "STAT")
_SYMBOLIC: Final = 4
Used = tuple[tuple[int, str], ...]
_STEM: Final = 80
_AT_ONCE: Final = 100  # the most entries one bfchar block may hold


class FaceInUse:
    """A face and the codes given out for its glyphs; code 0 stays free for .notdef."""

    def __init__(self, key: str, resource: str) -> None:
        self.resource = resource
        self._key = key
        self._font = hb_font(key)
        self._codes: dict[tuple[int, str], int] = {}
        self._widths: dict[int, int] = {}

    def code(self, glyph: int, text: str) -> int:
        """The code for a glyph that was shaped from a text."""
        return self._codes.setdefault((glyph, text), len(self._codes) + 1)

    def width(self, glyph: int) -> int:
        """How far a reader moves on after a glyph, in thousandths of an em."""
        if glyph not in self._widths:
            self._widths[glyph] = self._thousandths(self._font.get_glyph_h_advance(glyph))
        return self._widths[glyph]

    @cached_property
    def blank(self) -> int:
        """The face's glyph without a shape: its space."""
        return self._font.get_nominal_glyph(ord(" ")) or 0

    def embedded(self, file: Pdf) -> Object:
        """The face as a font of the file, reduced to the glyphs used."""
        used = tuple(self._codes)
        program, glyph_numbers = self._subset(used)
        base = Name(f"/{_tag(program)}+{self._key}")
        inner = Dictionary(
            Type=Name.Font,
            Subtype=Name.CIDFontType2,
            BaseFont=base,
            CIDSystemInfo=Dictionary(
                Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0
            ),
            FontDescriptor=file.make_indirect(self._descriptor(file, base, program)),
            DW=0,
            W=Array([1, Array([self.width(glyph) for glyph, _ in used])]),
            CIDToGIDMap=packed(file, struct.pack(f">{len(glyph_numbers)}H", *glyph_numbers)),
        )
        font = Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=base,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([file.make_indirect(inner)]),
            ToUnicode=packed(file, to_unicode(used)),
        )
        return file.make_indirect(font)

    def _subset(self, used: Used) -> tuple[bytes, tuple[int, ...]]:
        wanted = hb.SubsetInput()
        wanted.glyph_set.update({glyph for glyph, _ in used})
        wanted.unicode_set.clear()
        dropped = wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG)
        dropped.update({int.from_bytes(tag.ljust(4).encode(), "big") for tag in _DROPPED})
        wanted.flags = (
            hb.SubsetFlags.NO_HINTING
            | hb.SubsetFlags.NOTDEF_OUTLINE
            | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        )
        plan = hb.SubsetPlan(self._font.face, wanted)
        new_number = plan.old_to_new_glyph_mapping
        return bytes(plan.execute().blob.data), (0, *(new_number[glyph] for glyph, _ in used))

    def _descriptor(self, file: Pdf, base: Name, program: bytes) -> Dictionary:
        extents = self._font.get_font_extents("ltr")
        head = bytes(self._font.face.reference_table("head").data)
        bounds = struct.unpack(">4h", head[36:44])
        return Dictionary(
            Type=Name.FontDescriptor,
            FontName=base,
            Flags=_SYMBOLIC,
            FontBBox=Array([self._thousandths(unit) for unit in bounds]),
            ItalicAngle=0,
            Ascent=self._thousandths(extents.ascender),
            Descent=self._thousandths(extents.descender),
            CapHeight=self._thousandths(extents.ascender),
            StemV=_STEM,
            FontFile2=packed(file, program, Length1=len(program)),
        )

    def _thousandths(self, units: float) -> int:
        return round(units * 1000 / units_per_em(self._key))


class FontBook:
    """The faces that a document uses, by the names under which its pages call them."""

    def __init__(self) -> None:
        self._faces: dict[str, FaceInUse] = {}

    def face(self, key: str) -> FaceInUse:
        """The face, from now on in use."""
        if key not in self._faces:
            self._faces[key] = FaceInUse(key, f"F{len(self._faces) + 1}")
        return self._faces[key]

    def embedded(self, file: Pdf) -> Dictionary:
        """Every face in use as a font of the file, by its name in the pages."""
        return Dictionary(
            {f"/{face.resource}": face.embedded(file) for face in self._faces.values()}
        )


def _tag(program: bytes) -> str:
    digest = hashlib.sha256(program).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def to_unicode(used: Used) -> bytes:
    """The CMap that gives each code, from 1 upwards, the text it stands for."""
    entries = [
        f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>"
        for code, (_, text) in enumerate(used, start=1)
        if text
    ]
    blocks = [entries[at : at + _AT_ONCE] for at in range(0, len(entries), _AT_ONCE)]
    mappings = "\n".join(
        f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks
    )
    return f"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{mappings}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
""".encode("ascii")
