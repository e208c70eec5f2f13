"""From the bytes of a file to plain JSON data, with one clear sentence for each thing amiss."""

import codecs
import json
import math
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final, NoReturn

from pilotmap.language import N_, in_figures, tr

DEEPEST: Final = 64

_TOKENS: Final = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[\[{]|[\]}]|[^\s\[\]{}",:]+', re.DOTALL)
_NUMBER: Final = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?", re.ASCII)
_CONFLICT: Final = re.compile(r"^(?:<{7}|>{7}|={7}|\|{7})(?: .*)?\r?$", re.MULTILINE)
_SURROGATE: Final = re.compile(r"\\u[dD][89a-fA-F]")
_RESTORE: Final = N_("take the file again from where it came, or an earlier version of it")
_MEND: Final = N_("correct that place in a text editor, or take an earlier version of the file")
_EXPECTED: Final[dict[str, str]] = {
    "Expecting value": N_("a value is missing"),
    "Expecting property name enclosed in double quotes": N_("a key in double quotes is missing"),
    "Illegal trailing comma before end of object": N_("a comma stands before a closing brace"),
    "Illegal trailing comma before end of array": N_("a comma stands before a closing bracket"),
    "Expecting ':' delimiter": N_("a colon is missing after a key"),
    "Expecting ',' delimiter": N_("a comma or a closing bracket is missing"),
    "Extra data": N_("something follows after the end of the map"),
    "Invalid control character at": N_("a line break or control character stands inside a text"),
    "Invalid \\escape": N_("a backslash stands before a character that needs none"),
    "Invalid \\uXXXX escape": N_("a \\u is not followed by four hex digits"),
}


class Unfit(Exception):
    """What is wrong with a file's text and what to do, to follow the file's name."""


def parsed(data: bytes) -> tuple[str, Any]:
    """The text of a file and the JSON data in it.

    A byte order mark, which some Windows programs add, is passed over. Raises Unfit.
    """
    text = _text(data)
    try:
        _check_tokens(text)
        value = json.loads(text, object_pairs_hook=_object, parse_constant=_refuse_constant)
        if _SURROGATE.search(text):
            _check_surrogates(value, "$")
    except json.JSONDecodeError as error:
        raise Unfit(_conflict(text) or _not_json(text, error)) from error
    except Unfit as error:
        raise Unfit(_conflict(text) or str(error)) from error
    return text, value


def _text(data: bytes) -> str:
    if not data.removeprefix(codecs.BOM_UTF8).strip():
        raise Unfit(tr("is empty: {advice}", advice=tr(_RESTORE)))
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise Unfit(
            tr("is text in UTF-16, not UTF-8: save it as UTF-8 in the program it came from")
        )
    if b"\0" in data:
        raise Unfit(
            tr(
                "holds a zero byte at position {position}, so it is damaged: {advice}",
                position=in_figures(f"{data.index(0):,}"),
                advice=tr(_RESTORE),
            )
        )
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Unfit(
            tr(
                "is not text in UTF-8 (byte {byte} in line {line}): save it as UTF-8 in the "
                "program it came from, or choose a map",
                byte=f"{data[error.start]:02X}",
                line=in_figures(f"{line:,}"),
            )
        ) from error


def _check_tokens(text: str) -> None:
    """Refuse, before anything is built, what is nested too deeply or too big for a number."""
    depth = 0
    for match in _TOKENS.finditer(text):
        first = text[match.start()]
        if first in "[{":
            depth += 1
            if depth > DEEPEST:
                place = _place(text, match.start())
                words = tr(
                    "is nested more than {most} levels deep at {place}: {advice}",
                    most=DEEPEST,
                    place=place,
                    advice=tr(_MEND),
                )
                raise Unfit(words)
        elif first in "]}":
            depth -= 1
        elif first in "-0123456789" and _is_too_big(match[0]):
            place = _place(text, match.start())
            raise Unfit(
                tr(
                    "holds a number too big to count with, {number}, at {place}: {advice}",
                    number=match[0][:20],
                    place=place,
                    advice=tr(_MEND),
                )
            )


def _is_too_big(word: str) -> bool:
    """Whether it is a number that no float holds; what is no number, the parser refuses."""
    return _NUMBER.fullmatch(word) is not None and math.isinf(float(word))


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        double, _ = Counter(key for key, _ in pairs).most_common(1)[0]
        known = next((made[k] for k in ("id", "name") if k in made and k != double), None)
        if not isinstance(known, str):
            raise Unfit(tr("has the key “{key}” twice: take one of the two out", key=double))
        words = tr(
            "has the key “{key}” twice in the part “{part}”: take one of the two out",
            key=double,
            part=known,
        )
        raise Unfit(words)
    return made


def _refuse_constant(word: str) -> NoReturn:
    raise Unfit(
        tr(
            "holds {word}, which is no number in JSON: write a number or take the key out",
            word=word,
        )
    )


def _check_surrogates(value: Any, place: str) -> None:
    for inner, at in _texts(value, place):
        if any("\ud800" <= character <= "\udfff" for character in inner):
            words = tr(
                "holds half a character (a lone surrogate) in {place}: type that text again",
                place=at,
            )
            raise Unfit(words)


def _texts(value: Any, place: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield value, place
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield key, place
            yield from _texts(inner, f"{place}.{key}")
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from _texts(inner, f"{place}[{at}]")


def _conflict(text: str) -> str | None:
    match = _CONFLICT.search(text)
    if match is None:
        return None
    line = text.count("\n", 0, match.start()) + 1
    return tr(
        "holds unresolved merge conflict marks at line {line}: resolve the conflict in git, then "
        "open it again",
        line=in_figures(f"{line:,}"),
    )


def _not_json(text: str, error: json.JSONDecodeError) -> str:
    if not text.lstrip().startswith("{"):
        return tr("is not a PilotMap file: choose a file that PilotMap saved")
    cut = error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated string")
    if cut:
        place = _place(text, len(text.rstrip()))
        return tr(
            "ends in the middle, at {place}: it was cut off on its way, so {advice}",
            place=place,
            advice=tr(_RESTORE),
        )
    known = error.msg in _EXPECTED
    what = tr(_EXPECTED[error.msg]) if known else error.msg.lower()
    place = _place(text, error.pos)
    return tr(
        "is not valid JSON at {place} ({fault}): {advice}",
        place=place,
        fault=what,
        advice=tr(_MEND),
    )


def _place(text: str, position: int) -> str:
    line = text.count("\n", 0, position) + 1
    column = position - text.rfind("\n", 0, position)
    return tr(
        "line {line}, column {column}",
        line=in_figures(f"{line:,}"),
        column=in_figures(f"{column:,}"),
    )
