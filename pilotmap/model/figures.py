"""Numbers as people spell them in English and German: 1,200.5 and 1.200,5, 1 200, ½, two, zwei."""

import re
from decimal import Decimal
from typing import Final

from pilotmap.language import Language, language

_FRACTIONS: Final = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.333333", "⅔": "0.666667"}
_WORDS: Final[dict[str, str]] = {
    **dict.fromkeys(("a", "an", "one", "ein", "eine", "einen", "einem", "einer"), "1"),
    **dict.fromkeys(("two", "zwei"), "2"),
    **dict.fromkeys(("three", "drei"), "3"),
    **dict.fromkeys(("four", "vier"), "4"),
    **dict.fromkeys(("five", "fünf"), "5"),
    **dict.fromkeys(("six", "sechs"), "6"),
    **dict.fromkeys(("seven", "sieben"), "7"),
    **dict.fromkeys(("eight", "acht"), "8"),
    **dict.fromkeys(("nine", "neun"), "9"),
    **dict.fromkeys(("ten", "zehn"), "10"),
    **dict.fromkeys(("twelve", "zwölf"), "12"),
    **dict.fromkeys(("fifteen", "fünfzehn"), "15"),
    **dict.fromkeys(("twenty", "zwanzig"), "20"),
    **dict.fromkeys(("thirty", "dreißig", "dreissig"), "30"),
    **dict.fromkeys(("forty-five", "fünfundvierzig"), "45"),
    **dict.fromkeys(
        (
            *("half a", "half an", "half", "a half", "one half", "halbe", "halber", "halben"),
            *("eine halbe", "ein halber", "einen halben", "einem halben", "einer halben"),
        ),
        "0.5",
    ),
    **dict.fromkeys(("a quarter of an", "quarter of an", "a quarter", "quarter"), "0.25"),
    **dict.fromkeys(("three quarters of an", "dreiviertel"), "0.75"),
    **dict.fromkeys(("one and a half", "anderthalb", "eineinhalb", "einundeinhalb"), "1.5"),
    **dict.fromkeys(("two and a half", "zweieinhalb"), "2.5"),
    **dict.fromkeys(("three and a half", "dreieinhalb"), "3.5"),
}
_BLANK: Final = "[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}'’]"

DIGITS: Final = (
    rf"(?:[1-9]\d{{0,2}}(?:{_BLANK}\d{{3}})+(?:[.,]\d+)?(?!\d)"
    r"|\d+(?:[.,]\d+)*(?:\s?[½¼¾⅓⅔])?|[.,]\d+|[½¼¾⅓⅔]|\d+\s?/\s?\d+)"
)
"""A number in digits, to be searched for."""
SPELT: Final = rf"(?:{'|'.join(sorted(_WORDS, key=len, reverse=True))})"
"""A number in words, to be searched for whatever its case."""


def read_figure(text: str, spoken: Language | None = None) -> Decimal | None:
    """The number that a text is, None where it is none or could be two.

    Three digits after a single sign are thousands where the language (the one spoken, if none is
    given) writes thousands so; where it writes fractions so they are a fraction, but 1.200 in
    English and 1,200 in German are unclear: nobody writes the last nought of a fraction.
    """
    plain = " ".join(text.casefold().split())
    if plain in _WORDS:
        return Decimal(_WORDS[plain])
    parted = re.fullmatch(r"(\d+)\s?/\s?(\d+)", plain)
    if parted is not None:
        return Decimal(parted[1]) / Decimal(parted[2]) if int(parted[2]) else None
    fraction = Decimal(_FRACTIONS.get(plain[-1:], "0"))
    if fraction:
        plain = plain[:-1].rstrip() or "0"
        return Decimal(plain) + fraction if plain.isdecimal() else None
    if re.search(_BLANK, plain):
        if re.fullmatch(rf"\d{{1,3}}(?:{_BLANK}\d{{3}})+(?:[.,]\d+)?", plain) is None:
            return None
        plain = re.sub(_BLANK, "", plain)
    return _in_digits(plain, spoken or language())


def _in_digits(plain: str, spoken: Language) -> Decimal | None:
    signs = re.findall(r"[.,]", plain)
    if re.fullmatch(r"[0-9]*(?:[.,][0-9]+)*", plain) is None or not plain:
        return None
    if len(set(signs)) == 2:  # the last one is of the fraction
        whole, mark, rest = plain.rpartition(signs[-1])
        grouped = rf"[0-9]{{1,3}}(?:{re.escape(signs[0])}[0-9]{{3}})+"
        if mark in whole or re.fullmatch(grouped, whole) is None:
            return None
        return Decimal(f"{whole.replace(signs[0], '')}.{rest}")
    grouped = r"[1-9][0-9]{0,2}(?:[.,][0-9]{3})+"
    if len(signs) > 1:
        together = re.sub(r"[.,]", "", plain)
        return Decimal(together) if re.fullmatch(grouped, plain) else None
    if signs and re.fullmatch(grouped, plain):
        if signs[0] == ("," if spoken == "en" else "."):
            return Decimal(plain.replace(signs[0], ""))
        if plain.endswith("0"):
            return None
    return Decimal(plain.replace(",", "."))
