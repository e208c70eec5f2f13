"""Splits text into what a reader sees as one character.

Follows Unicode annex 29 (extended grapheme clusters) in what process maps can meet; the rare class
Prepend is left out.
"""

import unicodedata

_ZWJ = "\u200d"
_ZWNJ = "\u200c"
# Vowel signs that are letters by category, yet never stand apart from the letter before them.
_EXTENDING_LETTERS = frozenset("\u0e33\u0eb3\uff9e\uff9f")
# Annex 29, rule GB9c: in these scripts a virama binds the next consonant.
_CONJUNCT_RANGES = (
    (0x0900, 0x09FF),
    (0x0A80, 0x0AFF),
    (0x0B00, 0x0B7F),
    (0x0C00, 0x0C7F),
    (0x0D00, 0x0D7F),
)
_VIRAMA_CLASS = 9


def graphemes(text: str) -> tuple[str, ...]:
    """Return the clusters of the text in order; joined they are the text."""
    if text.isascii():
        return tuple(text)
    clusters: list[str] = []
    for char in text:
        if clusters and _joins(clusters[-1], char):
            clusters[-1] += char
        else:
            clusters.append(char)
    return tuple(clusters)


def extends(char: str) -> bool:
    """Whether the character belongs to the one before it: marks, joiners, selectors."""
    if char.isascii():
        return False
    return (
        unicodedata.category(char)[0] == "M"
        or char in (_ZWJ, _ZWNJ)
        or char in _EXTENDING_LETTERS
        or "\U0001f3fb" <= char <= "\U0001f3ff"
        or "\U000e0020" <= char <= "\U000e007f"
    )


def _joins(cluster: str, char: str) -> bool:
    last = cluster[-1]
    if last in "\r\n":
        return cluster == "\r" and char == "\n"
    if extends(char):
        return True
    if last == _ZWJ and is_pictograph(char) and is_pictograph(cluster[0]):
        return True
    return _joins_hangul(last, char) or _joins_flag(cluster, char) or _joins_conjunct(cluster, char)


def is_pictograph(char: str) -> bool:
    """Whether the character can be part of a joined emoji."""
    return unicodedata.category(char) == "So" or "\U0001f000" <= char <= "\U0001faff"


def is_flag_letter(char: str) -> bool:
    """Whether the character is a regional indicator, of which two make a flag."""
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _joins_flag(cluster: str, char: str) -> bool:
    return is_flag_letter(char) and len(cluster) == 1 and is_flag_letter(cluster)


def _joins_hangul(last: str, char: str) -> bool:
    if "\u1100" <= last <= "\u115f":
        return "\u1100" <= char <= "\u11a7" or "\uac00" <= char <= "\ud7a3"
    if "\u1160" <= last <= "\u11a7" or (
        "\uac00" <= last <= "\ud7a3" and (ord(last) - 0xAC00) % 28 == 0
    ):
        return "\u1160" <= char <= "\u11ff"
    return "\u11a8" <= char <= "\u11ff" and (
        "\u11a8" <= last <= "\u11ff" or "\uac00" <= last <= "\ud7a3"
    )


def _joins_conjunct(cluster: str, char: str) -> bool:
    last = cluster[-1] if cluster[-1] != _ZWJ else cluster[-2:-1]
    if (
        not last
        or unicodedata.combining(last) != _VIRAMA_CLASS
        or unicodedata.category(char) != "Lo"
    ):
        return False
    return any(
        low <= ord(last) <= high and low <= ord(char) <= high for low, high in _CONJUNCT_RANGES
    )
