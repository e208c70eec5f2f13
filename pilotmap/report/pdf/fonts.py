"""Embeds the faces that a document uses, reduced to its glyphs, each glyph with its own text.

A character code stands for one glyph and the text it was shaped from, so that the same shape
used for two texts (a space and a no-break space) is read back as what was written.
"""

import hashlib
import struct
from functools import lru_cache
from typing import Any, Final

import uharfbuzz as hb

from pilotmap.layout.text.fonts import hb_font, units_per_em
from pilotmap.report.pdf.objects import Objects, array, dictionary, name, stream, string

_DROPPED: Final = ("GSUB", "GPOS", "GDEF", "name", "cmap", "OS/2", "post", "kern", "STAT")
_SYMBOLIC: Final = 4
Used = tuple[tuple[int, str], ...]
_STEM: Final = 80
_AT_ONCE: Final = 100  # the most entries one bfchar block may hold


class FontBook:
    """Gives out codes while pages are painted, and writes the fonts once they all are."""

    def __init__(self) -> None:
        self._codes: dict[str, dict[tuple[int, str], int]] = {}

    def resource(self, face: str) -> str:
        """The name under which content streams call a face."""
        self._codes.setdefault(face, {})
        return f"F{list(self._codes).index(face) + 1}"

    def code(self, face: str, glyph: int, text: str) -> int:
        """The code for a glyph that was shaped from a text; code 0 stays free for .notdef."""
        codes = self._codes.setdefault(face, {})
        return codes.setdefault((glyph, text), len(codes) + 1)

    def width(self, face: str, glyph: int) -> int:
        """How far a reader moves on after a glyph, in thousandths of an em."""
        return _width(face, glyph)

    def blank(self, face: str) -> int:
        """The face's glyph without a shape: its space."""
        found = hb_font(face).get_nominal_glyph(ord(" "))
        return int(found) if found else 0

    def write(self, objects: Objects) -> Any:
        """Add every face used to the file, and return them by resource name."""
        return dictionary(
            {
                self.resource(face): objects.reference(_font(objects, face, tuple(codes)))
                for face, codes in self._codes.items()
            }
        )


def _font(objects: Objects, face: str, used: Used) -> Any:
    program, glyph_numbers = _subset(face, used)
    base = name(f"{_tag(program)}+{face}")
    system = {"Registry": string("Adobe"), "Ordering": string("Identity"), "Supplement": 0}
    inner = dictionary(
        {
            "Type": name("Font"),
            "Subtype": name("CIDFontType2"),
            "BaseFont": base,
            "CIDSystemInfo": dictionary(system),
            "FontDescriptor": objects.reference(_descriptor(objects, face, base, program)),
            "DW": 0,
            "W": array(1, array(*(_width(face, glyph) for glyph, _ in used))),
            "CIDToGIDMap": objects.reference(
                stream(struct.pack(f">{len(glyph_numbers)}H", *glyph_numbers))
            ),
        }
    )
    return dictionary(
        {
            "Type": name("Font"),
            "Subtype": name("Type0"),
            "BaseFont": base,
            "Encoding": name("Identity-H"),
            "DescendantFonts": array(objects.reference(inner)),
            "ToUnicode": objects.reference(stream(to_unicode(used))),
        }
    )


def _subset(face: str, used: Used) -> tuple[bytes, tuple[int, ...]]:
    wanted = hb.SubsetInput()
    wanted.glyph_set.update({glyph for glyph, _ in used})
    wanted.unicode_set.clear()
    wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update({_tag_number(tag) for tag in _DROPPED})
    wanted.flags = (
        hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    )
    plan = hb.SubsetPlan(hb_font(face).face, wanted)
    new_number = plan.old_to_new_glyph_mapping
    return bytes(plan.execute().blob.data), (0, *(new_number[glyph] for glyph, _ in used))


def _tag_number(tag: str) -> int:
    return int.from_bytes(tag.ljust(4).encode(), "big")


def _tag(program: bytes) -> str:
    digest = hashlib.sha256(program).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _descriptor(objects: Objects, face: str, base: str, program: bytes) -> Any:
    extents = hb_font(face).get_font_extents("ltr")
    return dictionary(
        {
            "Type": name("FontDescriptor"),
            "FontName": base,
            "Flags": _SYMBOLIC,
            "FontBBox": array(*_bounds(face)),
            "ItalicAngle": 0,
            "Ascent": _thousandths(face, extents.ascender),
            "Descent": _thousandths(face, extents.descender),
            "CapHeight": _thousandths(face, extents.ascender),
            "StemV": _STEM,
            "FontFile2": objects.reference(stream(program, Length1=len(program))),
        }
    )


def _bounds(face: str) -> tuple[int, ...]:
    head = bytes(hb_font(face).face.reference_table("head").data)
    return tuple(_thousandths(face, unit) for unit in struct.unpack(">4h", head[36:44]))


@lru_cache(maxsize=4096)
def _width(face: str, glyph: int) -> int:
    return _thousandths(face, hb_font(face).get_glyph_h_advance(glyph))


def _thousandths(face: str, units: float) -> int:
    return round(units * 1000 / units_per_em(face))


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
