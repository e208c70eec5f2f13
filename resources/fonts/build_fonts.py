"""Builds the bundled fonts from unpacked packages; see README.md for which packages.

Usage: python build_fonts.py FOLDER_WITH_UNPACKED_PACKAGES
Needs fonttools and brotli. The same packages and the same fonttools give the same files.
"""

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
PREFIX = "PilotMap"
# Optional ligatures and forms by language are taken out of the Latin files, so that no painter
# and no locale of the computer can draw a text wider or narrower than it was measured.
PLAIN_FEATURES = ["kern", "mark", "mkmk", "ccmp", "tnum"]
CJK_RANGES = (
    (0x1100, 0x11FF), (0x2E80, 0x9FFF), (0xA960, 0xA97F), (0xAC00, 0xD7FF), (0xF900, 0xFAFF),
    (0xFE30, 0xFE4F), (0xFF00, 0xFFEF), (0x20000, 0x2FA1F),
)  # fmt: skip


@dataclass(frozen=True)
class Source:
    """One bundled file: its name here, the family it gets, and where it comes from."""

    file: str
    family: str
    weight: int
    path: str
    plain: bool = False
    ranges: tuple[tuple[int, int], ...] = ()


def _noto(script: str, weight: str = "Regular") -> Source:
    name = f"NotoSans{script}-{weight}"
    number = {"Regular": 400, "Bold": 700}[weight]
    family = f"{PREFIX} Noto {script or 'Sans'}"
    return Source(f"{name}.ttf", family, number, f"{name}.ttf", plain=not script)


INTER = tuple(
    Source(f"Inter-{name}.ttf", f"{PREFIX} Inter", weight, f"Inter-{name}.woff2", plain=True)
    for name, weight in (("Regular", 400), ("Medium", 500), ("SemiBold", 600), ("Bold", 700))
)
MONO = Source(
    "JetBrainsMono-Regular.ttf", f"{PREFIX} Mono", 400, "JetBrainsMono-Regular.ttf", plain=True
)
BOTH_WEIGHTS = (
    "", "Arabic", "Hebrew", "Devanagari", "Thai", "Armenian", "Georgian", "Bengali", "Gujarati",
    "Gurmukhi", "Kannada", "Malayalam", "Oriya", "Sinhala", "Tamil", "Telugu", "Lao", "Khmer",
    "Myanmar", "Ethiopic",
)  # fmt: skip
ONE_WEIGHT = ("Symbols", "Symbols2", "Math")
FALLBACKS = (
    *(_noto(script, weight) for script in BOTH_WEIGHTS for weight in ("Regular", "Bold")),
    *(_noto(script) for script in ONE_WEIGHT),
    Source("WenQuanYiMicroHei.ttf", f"{PREFIX} CJK", 400, "wqy-microhei.ttc", ranges=CJK_RANGES),
    Source("NotoEmoji-Regular.ttf", f"{PREFIX} Emoji", 400, "NotoEmoji_400Regular.ttf"),
)
SOURCES = (*INTER, MONO, *FALLBACKS)


def build(source: Source, packages: Path) -> TTFont:
    """Return the font reduced to what the app needs, under a family name of its own."""
    found = sorted(packages.rglob(source.path))
    if len(found) != 1:
        raise SystemExit(f"{source.path}: expected once under {packages}, found {len(found)}")
    font = TTFont(found[0], fontNumber=0, recalcTimestamp=False)
    if "glyf" not in font:
        raise SystemExit(f"{source.path}: no TrueType outlines, unlike the others")
    _subset(font, source)
    _drop_space_kerning(font)
    _rename(font, source)
    font["OS/2"].usWeightClass = source.weight
    font.flavor = None
    return font


def _subset(font: TTFont, source: Source) -> None:
    options = Options(hinting=False, glyph_names=False, notdef_outline=True)
    options.name_IDs = [0, 13, 14]
    options.layout_features = PLAIN_FEATURES if source.plain else ["*"]
    options.drop_tables += ["STAT", "FFTM", "DSIG", "vhea", "vmtx", "VORG", "meta"]
    options.recalc_timestamp = False
    subsetter = Subsetter(options)
    wanted = font.getBestCmap()
    if source.ranges:
        wanted = [c for c in wanted if any(low <= c <= high for low, high in source.ranges)]
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)


def _drop_space_kerning(font: TTFont) -> None:
    # A line is as wide as its words and spaces only if nothing kerns across a space.
    if "GPOS" not in font or font["GPOS"].table.LookupList is None:
        return
    space = font.getBestCmap().get(0x20)
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            table = getattr(table, "ExtSubTable", table)
            if table.LookupType == 2:
                _drop_from_pairs(table, space)


def _drop_from_pairs(table: Any, space: str | None) -> None:
    if table.Format == 1:
        for pairs in table.PairSet:
            pairs.PairValueRecord = [r for r in pairs.PairValueRecord if r.SecondGlyph != space]
            pairs.PairValueCount = len(pairs.PairValueRecord)
    else:
        table.ClassDef2.classDefs.pop(space, None)
    if space in table.Coverage.glyphs:
        index = table.Coverage.glyphs.index(space)
        del table.Coverage.glyphs[index]
        if table.Format == 1:
            del table.PairSet[index]
            table.PairSetCount -= 1
        else:
            table.ClassDef1.classDefs.pop(space, None)


def _rename(font: TTFont, source: Source) -> None:
    # A family name of our own: another version of the same font on the user's computer must
    # never be drawn with our widths.
    style = source.file.rsplit("-", 1)[-1].removesuffix(".ttf") if "-" in source.file else "Regular"
    name = font["name"]
    kept = {i: name.getDebugName(i) for i in (0, 13, 14)}
    name.names = []
    spaced = f"{source.family} {style}"
    values = {1: spaced, 2: "Regular", 4: spaced, 16: source.family, 17: style}
    if style in ("Regular", "Bold"):
        values = {1: source.family, 2: style, 4: spaced}
    values[6] = f"{source.family.replace(' ', '')}-{style}"
    for number, text in sorted({**kept, **values}.items()):
        if text:
            name.setName(text, number, 3, 1, 0x409)


def coverage(font: TTFont) -> str:
    """Return the font's characters as ranges in hex, such as '20-7e a0-ff 2726'."""
    ranges: list[list[int]] = []
    for code in sorted(font.getBestCmap()):
        if ranges and code == ranges[-1][1] + 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return " ".join(f"{a:x}" if a == b else f"{a:x}-{b:x}" for a, b in ranges)


def main() -> None:
    """Write all font files and coverage.json beside this script."""
    packages = Path(sys.argv[1])
    table = {}
    for source in SOURCES:
        font = build(source, packages)
        font.save(HERE / source.file)
        table[source.file] = coverage(font)
    text = json.dumps(table, indent=1)
    (HERE / "coverage.json").write_text(text + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
