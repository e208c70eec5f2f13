"""What a stamp may draw: nothing that readers draw differently, and nothing outside of its box.

Readers clip a stamp to its box, but part ways over boxes without area, restores without a save,
pictures within the text of the drawing, and layers. So a stamp has none of these.
"""

import re
from decimal import Decimal
from typing import Any, Final

from pilotmap.language import tr
from pilotmap.signing.refusal import Refusal
from pilotmap.signing.values import (
    Objects,
    Stream,
    entry,
    follow,
    is_dictionary,
    is_name,
    is_whole,
    keys,
    numbers,
    references,
    walk,
)

_FORM: Final = {
    "/Type", "/Subtype", "/FormType", "/BBox", "/Matrix", "/Resources", "/Length", "/Filter",
    "/Group", "/Name", "/LastModified",
}  # fmt: skip
_RESOURCES: Final = {
    "/Font", "/XObject", "/ExtGState", "/ColorSpace", "/ProcSet", "/Shading", "/Pattern",
}  # fmt: skip
_IDENTITY: Final = tuple(map(Decimal, (1, 0, 0, 1, 0, 0)))
_WIDEST: Final = 2000
_LONGEST: Final = 1 << 20
_DEEPEST: Final = 8
_TOKEN: Final = re.compile(
    rb"[\t\n\f\r ]+|%[ -~]*(?=[\r\n]|$)|<<|>>|[\[\]]|(?P<hex><[0-9A-Fa-f\t\n\r ]*>)"
    rb"|(?P<name>/[^\x00\t\n\f\r ()<>\[\]{}/%]*)|(?P<text>\()"
    rb"|(?P<number>[+-]?(?:\d+\.?\d*|\.\d+)(?=[\t\n\f\r ()<>\[\]/%]|$))"
    rb"|(?P<word>[A-Za-z'\"][A-Za-z0-9*]*(?=[\t\n\f\r ()<>\[\]/%]|$))"
)
_IN_TEXT: Final = re.compile(rb"[()\\]")
_OPERATORS: Final = frozenset(
    b"q Q cm w J j M d ri i gs m l c v y h re S s f F f* B B* b b* n W W* BT ET Tc Tw Tz TL Tf Tr "
    b"Ts Td TD Tm T* Tj TJ ' \" CS cs SC SCN sc scn G g RG rg K k sh Do BMC BDC EMC true false "
    b"null".split()
)
_PAIRS: Final = {b"q": b"Q", b"BT": b"ET", b"BMC": b"EMC", b"BDC": b"EMC"}


def check_stamp(objects: Objects, number: int, seat: str) -> None:
    """Raise Refusal where the drawing of this number, or what it uses, is out of the ordinary."""
    try:
        _form(objects, objects.get(number), 0)
        for value in _used(objects, number):
            _check(value)
    except _Odd as error:
        raise Refusal(
            tr("The stamp of {seat} is drawn in a way that readers do not all show.", seat=seat)
        ) from error


class _Odd(Exception):
    """The drawing is not as others are."""


def _form(objects: Objects, form: Any, depth: int) -> None:
    box = numbers(objects, entry(form, "/BBox"), 4)
    if (
        depth > _DEEPEST
        or not isinstance(form, Stream)
        or keys(form) - _FORM
        or not is_name(entry(form, "/Subtype"), "/Form")
        or box is None
        or max(map(abs, box)) > _WIDEST
        or box[0] == box[2]
        or box[1] == box[3]
        or ("/Matrix" in keys(form) and numbers(objects, entry(form, "/Matrix"), 6) != _IDENTITY)
    ):
        raise _Odd
    _check_drawing(form.data)
    resources = follow(objects, entry(form, "/Resources"))
    if keys(resources) - _RESOURCES:
        raise _Odd
    drawn = follow(objects, entry(resources, "/XObject"))
    for each in (drawn or {}).values() if is_dictionary(drawn) else ():
        shown = follow(objects, each)
        if is_name(entry(shown, "/Subtype"), "/Form"):
            _form(objects, shown, depth + 1)


def _used(objects: Objects, number: int) -> list[Any]:
    """A drawing and all that it leads to."""
    found: dict[int, Any] = {}
    waiting = [number]
    while waiting:
        at = waiting.pop()
        if at not in found:
            found[at] = objects.get(at)
            waiting += references(found[at])
    return list(found.values())


def _check(value: Any) -> None:
    for part in walk(value):
        if is_name(entry(part, "/Subtype"), "/Type3"):
            raise _Odd
        if "/FunctionType" in keys(part) and not is_whole(entry(part, "/FunctionType"), 0, 2, 3):
            raise _Odd
        if "/PatternType" in keys(part) and isinstance(part, Stream):
            raise _Odd
        if keys(part) & {"/Properties", "/Alternates", "/SMaskInData"}:
            raise _Odd


def _check_drawing(data: bytes) -> None:
    """Every operator is known, and all that is begun is ended."""
    if len(data) > _LONGEST:
        raise _Odd
    at, begun = 0, list[bytes]()
    while at < len(data):
        token = _TOKEN.match(data, at)
        if token is None or token[0] == b"/OC":
            raise _Odd
        at = token.end()
        if token.lastgroup == "text":
            at = _end_of_text(data, at)
        word = token["word"]
        if word is None:
            continue
        if word not in _OPERATORS:
            raise _Odd
        if word in _PAIRS:
            begun.append(_PAIRS[word])
        elif word in _PAIRS.values() and (not begun or begun.pop() != word):
            raise _Odd
    if begun:
        raise _Odd


def _end_of_text(data: bytes, at: int) -> int:
    depth = 1
    while depth:
        mark = _IN_TEXT.search(data, at)
        if mark is None:
            raise _Odd
        at = mark.end() + (mark[0] == b"\\")
        depth += {b"(": 1, b")": -1}.get(mark[0], 0)
    return at
