"""The bundled faces, which one draws which character, and their lazy loading."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

import uharfbuzz as hb

from pilotmap.assets import resource
from pilotmap.glyphs import Range, coverage, is_ignorable, within
from pilotmap.layout.text.graphemes import is_flag_letter
from pilotmap.layout.text.style import Family, Weight
from pilotmap.model.errors import MissingResource


@dataclass(frozen=True, slots=True)
class Face:
    """One bundled font file: `family` and `weight` are the names a toolkit finds it under."""

    key: str
    family: str
    weight: Weight
    file: str

    @property
    def path(self) -> Path:
        """Where the file is; raises MissingResource when the installation lacks it."""
        return _font_file(self.file)


def _font_file(name: str) -> Path:
    try:
        return resource(f"fonts/{name}")
    except FileNotFoundError as missing:
        raise MissingResource(str(missing)) from missing


def _inter(style: str, weight: Weight) -> Face:
    return Face(f"Inter-{style}", "PilotMap Inter", weight, f"Inter-{style}.ttf")


def _noto(script: str, bold: bool) -> Face:
    key = f"NotoSans{script}-{'Bold' if bold else 'Regular'}"
    return Face(key, f"PilotMap Noto {script or 'Sans'}", 700 if bold else 400, f"{key}.ttf")


# Scripts before the wide general faces: a character goes to the first face that has it.
_TWO_WEIGHTS = (
    "", "Arabic", "Hebrew", "Devanagari", "Thai", "Armenian", "Georgian", "Bengali", "Gujarati",
    "Gurmukhi", "Kannada", "Malayalam", "Oriya", "Sinhala", "Tamil", "Telugu", "Lao", "Khmer",
    "Myanmar", "Ethiopic",
)  # fmt: skip
_SANS = (
    _inter("Regular", 400), _inter("Medium", 500), _inter("SemiBold", 600), _inter("Bold", 700),
)  # fmt: skip
_MONO = Face("JetBrainsMono", "PilotMap Mono", 400, "JetBrainsMono-Regular.ttf")
_EMOJI = Face("NotoEmoji", "PilotMap Emoji", 400, "NotoEmoji-Regular.ttf")
_ONE_WEIGHT = (
    Face("CJK", "PilotMap CJK", 400, "WenQuanYiMicroHei.ttf"),
    _EMOJI,
    _noto("Symbols2", bold=False),
    _noto("Symbols", bold=False),
    _noto("Math", bold=False),
)
FACES: Final[tuple[Face, ...]] = (
    *_SANS,
    _MONO,
    *(_noto(script, bold) for script in _TWO_WEIGHTS for bold in (False, True)),
    *_ONE_WEIGHT,
)
_BY_KEY: Final = {face.key: face for face in FACES}
REPLACEMENT: Final = "\ufffd"
_BOLD_FROM = 600
_EMOJI_SELECTOR = "\ufe0f"
_TEXT_SELECTOR = "\ufe0e"


def face(key: str) -> Face:
    """Return the face that a run of shaped text names."""
    return _BY_KEY[key]


@lru_cache(maxsize=16)
def main_face(family: Family, weight: Weight) -> Face:
    """Return the face that is asked first for every character of a style."""
    if family == "mono":
        return _MONO
    return next(face for face in _SANS if face.weight == weight)


@lru_cache(maxsize=16)
def replacement_face(weight: Weight) -> Face:
    """Return the face whose replacement character stands for what no face has."""
    return _noto("", bold=weight >= _BOLD_FROM)


@lru_cache(maxsize=64)
def hb_font(key: str) -> hb.Font:
    """Return the face opened for shaping, in its own units."""
    return hb.Font(hb.Face(hb.Blob.from_file_path(str(face(key).path))))


@lru_cache(maxsize=64)
def units_per_em(key: str) -> int:
    """Return how many of the face's units make one em."""
    return int(hb_font(key).face.upem)


@lru_cache(maxsize=65536)
def face_for(cluster: str, family: Family, weight: Weight) -> Face | None:
    """Return the first face that has every visible character of the cluster, or None."""
    needed = {ord(char) for char in cluster if not is_ignorable(char)}
    main = main_face(family, weight)
    if not wants_emoji(cluster) and all(_has(main, code) for code in needed):
        return main
    for other in _fallbacks(family, weight, wants_emoji(cluster)):
        if all(_has(other, code) for code in needed):
            return other
    return None


@lru_cache(maxsize=32)
def _fallbacks(family: Family, weight: Weight, emoji: bool) -> tuple[Face, ...]:
    bold = weight >= _BOLD_FROM
    first = (_EMOJI,) if emoji else ()
    sans = (main_face("sans", weight),) if family == "mono" or emoji else ()
    return (*first, *sans, *(_noto(script, bold) for script in _TWO_WEIGHTS), *_ONE_WEIGHT)


def _has(candidate: Face, code: int) -> bool:
    return within(code, _coverage()[candidate.file])


def _coverage() -> Mapping[str, tuple[Range, ...]]:
    try:
        return coverage()
    except FileNotFoundError as missing:
        raise MissingResource(str(missing)) from missing


def has_glyph(key: str, char: str) -> bool:
    """Whether the face can draw the character."""
    return _has(face(key), ord(char))


def wants_emoji(cluster: str) -> bool:
    """Whether the cluster asks for a picture rather than for a sign of the text."""
    if len(cluster) == 1 or _TEXT_SELECTOR in cluster:
        return False
    return (
        _EMOJI_SELECTOR in cluster
        or is_flag_letter(cluster[0])
        or any("\U0001f3fb" <= char <= "\U0001f3ff" for char in cluster)
    )
